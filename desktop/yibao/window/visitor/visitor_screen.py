"""The visitor's view (客屏): made when it is first wanted, and told what the visitor may see."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from yibao.presenters.answer.views import VisitView

if TYPE_CHECKING:
    from yibao.window.visitor.visitor_window import VisitorWindow


class VisitorScreen(QObject):
    """Shows answers on the visitor's window while it is open, and nothing before."""

    closed = Signal()
    """The window was closed by hand."""

    def __init__(self, clerks: QWidget) -> None:
        """`clerks` is what the clerk works with, wherever it stands."""
        super().__init__(clerks)
        self._clerks = clerks
        self._window: VisitorWindow | None = None
        self._visit: VisitView | None = None

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
        self._show()
        self._window.show_on_best_screen(self._clerks.screen())

    def _show(self) -> None:
        from yibao.presenters.answer.visitor_view import present_visitor  # noqa: PLC0415 - seldom used

        if self._window:
            self._window.show_view(present_visitor(self._visit))
