"""The guide panels follow the place and the status; one way at a time is copied or printed."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from yibao.policy.guides import Guide
from yibao.policy.store import PolicyStore
from yibao.policy.terms import NATION
from yibao.presenters import formats
from yibao.presenters.guides.guide_text import guide_text
from yibao.presenters.guides.guide_view import present_guides
from yibao.presenters.guides.views import GuideView
from yibao.presenters.handout.handout import Handout, guide_handout
from yibao.window.guides.guide_panels import GuidePanels

REST = 250
"""Milliseconds without a key before the panels follow: an answer never waits for them."""


class FollowingGuides(QObject):
    """Draws the panels anew only for another place or status, and once the keys rest."""

    copy_asked = Signal(str)
    print_asked = Signal(object, bool)
    """A MakeHandout, and that what it makes is about no person."""

    def __init__(
        self,
        panels: GuidePanels,
        guides: Sequence[Guide],
        store: PolicyStore,
        today: Callable[[], date],
    ) -> None:
        super().__init__(panels)
        self._panels = panels
        self._guides = guides
        self._store = store
        self._today = today
        self._region, self._status = "", ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw)
        panels.copy_asked.connect(self._copy)
        panels.print_asked.connect(self._print)

    def follow(self, region: str, status: str) -> None:
        """Show what fits them soon; at once where nothing is shown yet."""
        if (region, status) == (self._region, self._status) and not self._timer.isActive():
            return
        is_first = not self._status
        self._region, self._status = region, status
        if is_first:
            self._draw()
        else:
            self._timer.start(REST)

    def _draw(self) -> None:
        place = self._region or None
        views = present_guides(self._guides, self._store, place, self._status, self._today())
        self._panels.show_guides(views, self._region)

    def _copy(self, guide: GuideView) -> None:
        if self._is_shown():
            self.copy_asked.emit(guide_text(guide, self._place))

    def _print(self, guide: GuideView) -> None:
        if self._is_shown():
            sheet = guide_handout(guide, self._place, formats.day(self._today()))

            def make(ages: bool) -> Handout:
                return sheet

            self.print_asked.emit(make, False)

    def _is_shown(self) -> bool:
        """Whether the panels are of the place that is chosen now, and not of the one before."""
        return not self._timer.isActive()

    @property
    def _place(self) -> str:
        return self._store.regions.full_name(self._region or NATION)
