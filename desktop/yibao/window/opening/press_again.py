"""Keys that were pressed before there was anything to answer them, pressed once more."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget


def press_again(event: QEvent, window: QWidget) -> None:
    """Do what an event of the keyboard would do now.

    Qt looks for a shortcut only where a key comes from outside. Here it is looked for in the same
    order: the widget may claim the key, else it is a shortcut or an access key, else it is typed.
    """
    front = QApplication.activeModalWidget() or window
    widget = front.focusWidget() or front
    if isinstance(event, QKeyEvent) and not _is_claimed(event, widget):
        pressed = QKeySequence(event.keyCombination())
        for keys, obey in _shortcuts(front):
            if keys == pressed:
                obey()
                return
    QCoreApplication.sendEvent(widget, event)


def _is_claimed(event: QKeyEvent, widget: QWidget) -> bool:
    override = QEvent.Type.ShortcutOverride
    asked = QKeyEvent(override, event.key(), event.modifiers(), event.text())
    asked.ignore()
    QCoreApplication.sendEvent(widget, asked)
    return asked.isAccepted()


def _shortcuts(window: QWidget) -> Iterator[tuple[QKeySequence, Callable[[], object]]]:
    """All that there are in a window, with what each does."""
    for shortcut in window.findChildren(QShortcut):
        yield shortcut.key(), shortcut.activated.emit
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            yield button.shortcut(), button.animateClick
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.buddy():
            yield QKeySequence.mnemonic(label.text()), label.buddy().setFocus
