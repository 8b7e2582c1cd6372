"""The guide panels follow the place and the status; one way at a time is copied or printed."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from yibao.policy.guides import Guide
from yibao.policy.store import PolicyStore
from yibao.policy.terms import NATION
from yibao.presenters import formats
from yibao.presenters.asking.region_text import place_text
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
        self._views: Sequence[GuideView] = ()
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

    def catch_up(self) -> None:
        """Show at once what would be shown soon."""
        if self._timer.isActive():
            self._timer.stop()
            self._draw()

    def _draw(self) -> None:
        place = self._region or None
        self._views = present_guides(self._guides, self._store, place, self._status, self._today())
        self._panels.show_guides(self._views, self._region)

    def _copy(self, asked: GuideView) -> None:
        if guide := self._now(asked):
            self.copy_asked.emit(guide_text(guide, self._place))
            self._panels.confirm_copied(guide)

    def _print(self, asked: GuideView) -> None:
        if guide := self._now(asked):
            sheet = guide_handout(guide, self._place, formats.day(self._today()))

            def make(ages: bool) -> Handout:
                return sheet

            self.print_asked.emit(make, False)

    def _now(self, asked: GuideView) -> GuideView | None:
        """What was asked for as it is for the place that is chosen now, if that has it."""
        self.catch_up()
        panel = next((view for view in self._views if view.id == asked.id), None)
        return panel and panel.again(asked)

    @property
    def _place(self) -> str:
        return place_text(self._store.regions, self._region or NATION)
