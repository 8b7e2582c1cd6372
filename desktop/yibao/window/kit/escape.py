"""Esc where it means less than the next visitor."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class Escape(QObject):
    """Claims Esc in a widget from the window's own shortcut, while there is something to leave."""

    def __init__(
        self, widget: QWidget, leave: Callable[[], None], applies: Callable[[], bool] = lambda: True
    ) -> None:
        super().__init__(widget)
        self._leave = leave
        self._applies = applies
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Esc for this widget; let everything else pass."""
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        if not self._applies():
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            self._leave()
            return True
        return False
