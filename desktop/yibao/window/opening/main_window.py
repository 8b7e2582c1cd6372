"""The window itself; it stands on the screen before there is anything to hold in it."""

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from yibao.presenters.notices import TITLE
from yibao.window.opening.opening import Opening, Typed


class MainWindow(QMainWindow):
    """Shows its opening until it is given what it is there for."""

    painted = Signal()
    """It stands on the screen for the first time."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self._opening = Opening()
        self._is_new = True
        self.setCentralWidget(self._opening)
        self._opening.setFocus()

    def hold(self, content: QWidget) -> Typed:
        """Show this from now on; returns what was typed meanwhile."""
        typed = self._opening.typed
        self.takeCentralWidget()
        self.setCentralWidget(content)
        content.setVisible(True)  # Qt would only do so later, and Tab finds nothing until then.
        self._opening.deleteLater()
        QCoreApplication.sendPostedEvents(self._opening, QEvent.Type.DeferredDelete)
        return typed

    def show_fitting(self) -> None:
        """Show it, filling a screen that has no room for it otherwise."""
        room, size = self.screen().availableSize(), self.size()
        if size.boundedTo(room) == size:
            self.show()
        else:
            self.showMaximized()

    def come_forward(self) -> None:
        """Show the window above all others."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - costs the first paint 15 ms

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time, once that is over."""
        super().paintEvent(event)
        if self._is_new:
            self._is_new = False
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: object) -> None:
        """Tell of it, for what stands outside the window."""
        self.closed.emit()
