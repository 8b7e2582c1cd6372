"""The visitor's view (客屏): made when it is first wanted, and told what the visitor may see."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from yibao.presenters.parts.views import VisitView

if TYPE_CHECKING:
    from yibao.window.visitor.visitor_window import VisitorWindow

SETTLED = 200
"""Milliseconds: one plug makes screens come, go and move several times over."""


class VisitorScreen(QObject):
    """Shows answers on the visitor's window while it is open, and nothing before.

    The window fills a screen of its own as long as there is one, and stands as an ordinary
    window where the clerk works as long as there is none.
    """

    closed = Signal()
    """The window was closed by hand."""

    def __init__(self, clerks: QWidget) -> None:
        """`clerks` is what the clerk works with, wherever it stands."""
        super().__init__(clerks)
        self._clerks = clerks
        self._window: VisitorWindow | None = None
        self._visit: VisitView | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self._place_again)

    def show_visit(self, visit: VisitView | None) -> None:
        """Show an answer; nothing of the last one where there is none."""
        self._visit = visit
        if self._window and self._window.isVisible():
            self._show()

    def show_or_hide(self, wanted: bool) -> None:
        """Open the window on the best screen, or close it."""
        if wanted:
            self._open()
        else:
            self.close()

    def close(self) -> None:
        """Close the window, if it is open."""
        if self._window:
            self._window.show_view(None)
            self._window.hide()

    def _open(self) -> None:
        if self._window is None:
            from yibao.window.visitor.visitor_window import VisitorWindow  # noqa: PLC0415 - seldom used

            self._window = VisitorWindow()
            self._window.closed.connect(self.closed)
            self._watch_screens()
        self._show()
        self._place(self._window)

    def _watch_screens(self) -> None:
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._watch_screen)
            application.screenRemoved.connect(self._place_soon)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._place_soon)
        self._clerks.window().windowHandle().screenChanged.connect(self._place_soon)

    def _watch_screen(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._place_soon)
        self._place_soon()

    def _place_soon(self) -> None:
        self._settling.start(SETTLED)

    def _place_again(self) -> None:
        if self._window and self._window.isVisible():
            self._place(self._window)

    def _place(self, window: "VisitorWindow") -> None:
        clerks = self._clerks.screen()
        other = other_screen(clerks)
        if other:
            window.fill(other)
        else:
            window.stand_on(clerks)

    def _show(self) -> None:
        from yibao.presenters.answer.visitor_view import present_visitor  # noqa: PLC0415 - seldom used

        if self._window:
            self._window.show_view(present_visitor(self._visit))


def other_screen(clerks: QScreen) -> QScreen | None:
    """A screen that shows nothing of the clerk's: a mirrored one lies where the clerk's does."""
    place = clerks.geometry()
    screens = QGuiApplication.screens()
    return next((screen for screen in screens if not screen.geometry().intersects(place)), None)
