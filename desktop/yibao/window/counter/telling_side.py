"""The right side: the answers, a second place beside them, and what else there is to explain."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent

from yibao.policy.places.region_search import RegionSearch
from yibao.policy.places.regions import RegionTable
from yibao.window.answer.answers import Answers
from yibao.window.answer.compare_panel import Compared, ComparePanel
from yibao.window.guides.guide_card import Tick
from yibao.window.guides.guide_panels import GuidePanels
from yibao.window.kit.arranged import Arranged, Place
from yibao.window.kit.icons import Icons
from yibao.window.kit.look import WITH_GUIDES, em, reason_width
from yibao.window.kit.scrolling_column import ScrollingColumn

LEAST = 18
"""Characters of height that both have at the least."""


class Besides(NamedTuple):
    """What belongs to a visit besides the answer itself."""

    compared: Compared | None = None
    """The second place, while one is wanted."""
    ticks: frozenset[Tick] = frozenset()
    """The steps that were explained."""


class Told(Arranged):
    """The tiles over everything; under them the reason, and the guides beside it or below it."""

    fills = True

    def __init__(self, answers: Answers, guides: GuidePanels) -> None:
        super().__init__()
        self.beside = True
        self._tiles, self._card, self._guides = answers.tiles, answers.card, guides
        self._spacing = em(self, 0.5)
        self.add(self._tiles, self._card, self._guides)

    def _places(self, width: int, height: int) -> Iterator[Place]:
        high = self._height(self._tiles, width)
        yield self._tiles, QRect(0, 0, width, high)
        top = high + self._spacing
        if self.beside and not self._guides.isHidden():
            yield from self._side_by_side(width, top, max(height - top, em(self, LEAST)))
            return
        for part in (self._card, self._guides):
            down = self._height(part, width)
            yield part, QRect(0, top, width, down)
            top += down + self._spacing

    def _side_by_side(self, width: int, top: int, down: int) -> Iterator[Place]:
        across = reason_width(self, width)
        left = across + self._spacing
        yield self._card, QRect(0, top, across, down)
        yield self._guides, QRect(left, top, width - left, down)


class TellingSide(ScrollingColumn):
    """Holds the answers and the guides; the second place only while it is wanted.

    Where there is room the reason and the guides scroll by themselves, and else all of it together.
    """

    comparison_changed = Signal()
    """A second place is wanted, or no longer, or something in it was changed."""

    def __init__(self, regions: RegionTable, search: RegionSearch, icons: Icons) -> None:
        self.answers = Answers(icons)
        self.guides = GuidePanels(icons)
        self.comparison: ComparePanel | None = None
        self._told = Told(self.answers, self.guides)
        super().__init__("答案和办事指南", self._told)
        self._regions = regions
        self._search = search
        self.answers.compare_asked.connect(self._compare)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as there is room."""
        wide, high = (em(self, count) for count in WITH_GUIDES)
        beside = event.size().width() >= wide and self.height() >= high
        if beside != self._told.beside:
            self._told.beside = beside
            self._told.forget(self.guides)
            self.answers.card.column.set_scrolling(beside)
            self.guides.set_scrolling(beside)
        super().resizeEvent(event)

    def take_over(self, old: "TellingSide") -> None:
        """Show what another one shows besides the answer itself."""
        self.answers.take_over(old.answers)
        if old.comparison:
            self.answers.compare_button.setChecked(True)
            self._open_comparison().take_over(old.comparison)
        self.guides.take_over(old.guides)

    @property
    def besides(self) -> Besides:
        """What a visit has here besides the answer itself."""
        compared = self.comparison.entered if self.comparison else None
        return Besides(compared, self.guides.ticks)

    def show_besides(self, besides: Besides) -> None:
        """Show what a visit had here besides the answer itself."""
        self.answers.compare_button.setChecked(besides.compared is not None)
        if besides.compared:
            self._open_comparison().enter(besides.compared)
        self.guides.tick(besides.ticks)

    def start_over(self) -> None:
        """Forget the chosen tile, the second place, the ticks, and what was looked for."""
        self.answers.start_over()
        self.answers.compare_button.setChecked(False)
        self.guides.start_over()

    def to_top(self) -> None:
        """Show the answer from its headline on."""
        super().to_top()
        self.answers.card.column.to_top()

    def show_panel(self, number: int) -> None:
        """Show one of the guide panels, counted from 0, and scroll to it."""
        self.guides.show_panel(number)
        self.to_widget(self.guides)

    def find_in_guides(self) -> None:
        """Go to the box that finds things in the guide panels, and scroll to it."""
        self.guides.go_to_search()
        self.to_widget(self.guides)

    def _compare(self, wanted: bool) -> None:
        if wanted:
            panel = self._open_comparison()
            panel.start()
            self.answers.card.column.to_widget(panel)
        elif self.comparison:
            self.answers.card.column.to_top()
            self.answers.card.rows.remove(self.comparison)
            self.comparison.deleteLater()
            self.comparison = None
        self.comparison_changed.emit()

    def _open_comparison(self) -> ComparePanel:
        """The panel; made when it is first wanted, because few visits need it."""
        if self.comparison is None:
            self.comparison = ComparePanel(self._regions, self._search)
            self.comparison.changed.connect(self.comparison_changed)
            self.answers.card.rows.add(self.comparison)
        return self.comparison
