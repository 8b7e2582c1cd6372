"""Notices when nobody has touched the program for a while."""

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.InputMethod,
}
MINUTE = 60_000
LOOK_AGAIN = 5_000
"""Milliseconds."""


class Idle(QObject):
    """Tells once when the time is up; the next touch starts it anew.

    Every event of the program would pass through the filter while a key is answered, so that it
    takes itself away at the first touch and comes back a little later: the time is never up too
    early, and too late by that little at most.
    """

    noticed = Signal()

    def __init__(self, parent: QObject, minutes: int) -> None:
        super().__init__(parent)
        self._mouse = QPointF()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.noticed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._watch)
        self.wait(minutes)

    def wait(self, minutes: int) -> None:
        """Wait for so many minutes from now on."""
        self._timer.setInterval(minutes * MINUTE)
        self._take_touch()

    def _take_touch(self) -> None:
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self._timer.start()
        self._pause.start(LOOK_AGAIN)

    def _watch(self) -> None:
        """Look for the next touch; what was touched meanwhile counts as touched just now."""
        self._timer.start()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start anew at a touch, and let it pass."""
        if event.type() in TOUCHES or self._is_moved(event):
            self._take_touch()
        return False

    def _is_moved(self, event: QEvent) -> bool:
        """Whether a hand moves the mouse: one that lies on a table trembles with it."""
        if event.type() != QEvent.Type.MouseMove or not isinstance(event, QMouseEvent):
            return False
        way = event.globalPosition() - self._mouse
        if way.manhattanLength() < QApplication.startDragDistance():
            return False
        self._mouse = event.globalPosition()
        return True
