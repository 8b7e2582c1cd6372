"""The right side: the answers, a second place beside them, and what else there is to explain."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from yibao.policy.places.region_search import RegionSearch
from yibao.policy.places.regions import RegionTable
from yibao.window.answer.answer_cards import AnswerCards
from yibao.window.answer.compare_panel import Compared, ComparePanel
from yibao.window.guides.guide_card import Tick
from yibao.window.guides.guide_panels import GuidePanels
from yibao.window.kit.icons import Icons
from yibao.window.kit.look import em
from yibao.window.kit.scrolling_column import ScrollingColumn


class Besides(NamedTuple):
    """What belongs to a visit besides the answer itself."""

    compared: Compared | None = None
    """The second place, while one is wanted."""
    ticks: frozenset[Tick] = frozenset()
    """The steps that were explained."""


class TellingSide(ScrollingColumn):
    """Holds the answers and the guides; the second place only while it is wanted."""

    comparison_changed = Signal()
    """A second place is wanted, or no longer, or something in it was changed."""

    def __init__(self, regions: RegionTable, search: RegionSearch, icons: Icons) -> None:
        self.answers = AnswerCards(icons)
        self.guides = GuidePanels(icons)
        self.comparison: ComparePanel | None = None
        side = QWidget()
        super().__init__(side, "答案和办事指南")
        self._regions = regions
        self._search = search
        side.setProperty("role", "page")
        self._rows = QVBoxLayout(side)
        self._rows.setContentsMargins(0, 0, em(side, 0.3), 0)
        self._rows.setSpacing(em(side, 0.5))
        self._rows.addWidget(self.answers)
        self._rows.addWidget(self.guides)
        self._rows.addStretch()
        self.answers.compare_asked.connect(self._compare)

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
        """Forget the second place, the ticks and what was looked for in the guides."""
        self.answers.compare_button.setChecked(False)
        self.guides.start_over()

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
            self._open_comparison().start()
        elif self.comparison:
            self._rows.removeWidget(self.comparison)
            self.comparison.hide()
            self.comparison.deleteLater()
            self.comparison = None
        self.comparison_changed.emit()

    def _open_comparison(self) -> ComparePanel:
        """The panel; made when it is first wanted, because few visits need it."""
        if self.comparison is None:
            self.comparison = ComparePanel(self._regions, self._search)
            self.comparison.changed.connect(self.comparison_changed)
            self._rows.insertWidget(1, self.comparison)
            self.comparison.stackUnder(self.guides)
            self.comparison.show()
        return self.comparison
