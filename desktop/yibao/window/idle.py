"""Notices when nobody has touched the program for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.InputMethod,
}
MINUTE = 60_000
"""Milliseconds."""


class Idle(QObject):
    """Tells once when the time is up; the next touch starts it anew."""

    noticed = Signal()

    def __init__(self, parent: QObject, minutes: int) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.noticed)
        self.wait(minutes)
        QTimer.singleShot(0, self, self._watch)

    def wait(self, minutes: int) -> None:
        """Wait for so many minutes from now on."""
        self._timer.start(minutes * MINUTE)

    def _watch(self) -> None:
        """Only once the window stands: until then there are thousands of events, and no touch."""
        application = QApplication.instance()
        if application:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start anew at every touch, and let it pass."""
        if event.type() in TOUCHES:
            self._timer.start()
        return False
