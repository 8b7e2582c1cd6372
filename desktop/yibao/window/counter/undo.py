"""Takes back what was done last, for a short while: 下一位 pressed too early."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton

SHORTLY = 10_000
"""Milliseconds."""
CTRL_Z = (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Z)


class Undo(QPushButton):
    """A button that is there only while there is something to take back; Ctrl+Z presses it.

    The keys are taken from the fields, whose own undo has nothing left at that time.
    """

    def __init__(self) -> None:
        super().__init__("撤回")
        self.setObjectName("undoButton")
        self.setToolTip("Ctrl+Z")
        self.setAccessibleDescription("把刚才清掉的内容找回来，Ctrl+Z")
        self._take_back: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.forget)
        self.clicked.connect(self._press)
        self.hide()

    def offer(self, take_back: Callable[[], None]) -> None:
        """Offer to take back what was just done."""
        self._take_back = take_back
        self._timer.start(SHORTLY)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self.show()

    def forget(self) -> None:
        """Nothing can be taken back any more, and nothing of it is kept."""
        self._take_back = None
        self._timer.stop()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim Ctrl+Z from the fields; any other key that writes ends the offer."""
        if not isinstance(event, QKeyEvent):
            return False
        if (event.modifiers(), event.key()) == CTRL_Z:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._press()
                return True
        elif event.type() == QEvent.Type.KeyPress and event.text().isprintable() and event.text():
            self.forget()
        return False

    def _press(self) -> None:
        take_back = self._take_back
        self.forget()
        if take_back:
            take_back()
