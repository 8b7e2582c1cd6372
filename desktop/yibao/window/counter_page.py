"""What fills the window: where the visitor is insured, who they are, what they get."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from yibao.policy.guides import Guide
from yibao.policy.region_search import RegionSearch
from yibao.policy.store import PolicyStore
from yibao.presenters.answer_text import answer_text
from yibao.presenters.comparison_view import comparison_text, present_comparison
from yibao.presenters.consultation import Consultation, consult, consult_elsewhere
from yibao.presenters.guide_view import present_guides
from yibao.presenters.inquiry_form import Entries
from yibao.presenters.notices import (
    ANSWER_FIRST,
    NO_ANSWER,
    NO_STORE,
    PICK_FIRST,
    PICK_OTHER,
    WELCOME,
    correct_first,
)
from yibao.presenters.visit_view import present_visit
from yibao.window.answers import Answers
from yibao.window.clipboard import Copies
from yibao.window.compare_panel import ComparePanel
from yibao.window.guide_tabs import GuideTabs
from yibao.window.inquiry_form import InquiryForm
from yibao.window.look import card, em
from yibao.window.region_picker import RegionPicker

ASKING_WIDTH = 20
"""Least width of the left column, in characters."""


class CounterPage(QSplitter):
    """Takes every event the one way round: entries → inquiry → assessment → views.

    All sizes in it come from the font that it was made with; for another text size a new page
    is made and takes over what stands in the old one.
    """

    region_chosen = Signal(str)

    def __init__(
        self,
        store: PolicyStore,
        guides: Sequence[Guide],
        search: RegionSearch,
        today: Callable[[], date],
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._store = store
        self._guides = guides
        self._today = today
        self._searching = False
        self._search = search
        self._answer_text = ""
        self._copies = Copies()
        self._picker = RegionPicker(store.regions, search)
        self._form = InquiryForm()
        self._answers = Answers()
        self._comparison: ComparePanel | None = None
        self._tabs = GuideTabs()
        self._rows = QVBoxLayout()
        self._answer_side = _scrolling(self._right_side())
        self._lay_out()
        self._connect()
        self._show_guides()
        self._assess()

    def _connect(self) -> None:
        self._picker.chosen.connect(self._take_region)
        self._picker.searching.connect(self._mark_searching)
        self._form.changed.connect(self._assess_from_top)
        self._answers.copy_asked.connect(self._copy)
        self._answers.compare_asked.connect(self._compare)

    def choose_region(self, code: str) -> None:
        """Settle on a region, as if a clerk had picked it."""
        self._picker.choose(code)

    def show_demo(self, code: str, age: str) -> None:
        """Fill in a visitor, as if a clerk had."""
        self._picker.choose(code)
        self._form.enter("age", age)

    def show_recent(self, codes: Sequence[str]) -> None:
        """Offer regions used lately."""
        self._picker.show_recent(codes)

    def find_region(self) -> None:
        """Go to the search box."""
        self._picker.start()

    def take_over(self, old: "CounterPage") -> None:
        """Show what stands in another page."""
        self._copies = old._copies
        self._picker.take_over(old._picker)
        self._form.show_entries(old._form.entries(old._picker.region))
        self._answers.take_over(old._answers)
        if old._comparison:
            self._answers.compare_button.setChecked(True)
            self._open_comparison().take_over(old._comparison)
        self._show_guides()
        self._tabs.setCurrentIndex(old._tabs.currentIndex())
        self._assess()

    def next_visitor(self) -> None:
        """Forget the visitor: every field, the answer, and the answer in the clipboard."""
        self._copies.forget()
        self._answers.compare_button.setChecked(False)
        self._picker.clear_search()
        self._form.show_entries(Entries())
        if self._picker.region:
            self._form.start()
        else:
            self._picker.start()

    def _take_region(self, code: str) -> None:
        self._show_guides()
        self._assess_from_top()
        self._form.start()
        self.region_chosen.emit(code)

    def _mark_searching(self, searching: bool) -> None:
        self._searching = searching
        self._assess_from_top()

    def _assess(self) -> None:
        """Answer what stands in the form now; nothing of an answer before it stays."""
        self._answer_text = ""
        try:
            self._show_answer()
        except Exception:
            self._answers.show_waiting(*NO_ANSWER)
            raise

    def _assess_from_top(self) -> None:
        """Answer what was changed about the visitor, and show the answer from its headline on."""
        self._assess()
        self._answer_side.verticalScrollBar().setValue(0)

    def _show_answer(self) -> None:
        here = consult(self._form.entries(self._picker.region), self._store, self._today())
        self._form.show_questions(here.questions, here.reading.errors)
        waiting = self._waits_for(here)
        if waiting or here.assessment is None:
            self._answers.show_waiting(*(waiting or WELCOME))
        else:
            view = present_visit(self._store, here.assessment)
            self._answers.show_visit(view)
            self._answer_text = answer_text(view)
        if self._comparison:
            self._show_comparison(self._comparison, here)

    def _waits_for(self, here: Consultation) -> tuple[str, str] | None:
        """What is to be done before there is an answer, in two sentences."""
        if not len(self._store.regions):
            return NO_STORE
        if here.reading.errors:
            return correct_first(here.reading.errors)
        return PICK_FIRST if self._searching else None

    def _show_comparison(self, panel: ComparePanel, here: Consultation) -> None:
        if not self._answer_text or here.assessment is None:
            panel.show_waiting(ANSWER_FIRST)
            return
        there = consult_elsewhere(
            here, panel.region, panel.average_pension, self._store, self._today()
        )
        panel.show_questions(there)
        if there.assessment is None:
            panel.show_waiting("".join(there.reading.errors.values()) or PICK_OTHER)
            return
        view = present_comparison(self._store, here.assessment, there.assessment)
        panel.show_view(view)
        self._answer_text += f"\n\n{comparison_text(view)}"

    def _compare(self, wanted: bool) -> None:
        """Put the second place under the answer, or away, and forget it."""
        if wanted:
            self._open_comparison().start()
        elif self._comparison:
            self._rows.removeWidget(self._comparison)
            self._comparison.hide()
            self._comparison.deleteLater()
            self._comparison = None
        self._assess()

    def _open_comparison(self) -> ComparePanel:
        """The panel; made when it is first wanted, because few visits need it."""
        if self._comparison is None:
            self._comparison = ComparePanel(self._store.regions, self._search)
            self._comparison.changed.connect(self._assess)
            self._rows.insertWidget(1, self._comparison)
        return self._comparison

    def _show_guides(self) -> None:
        region = self._picker.region or None
        self._tabs.show_guides(present_guides(self._guides, self._store, region, self._today()))

    def _copy(self) -> None:
        self._copies.copy(self._answer_text)
        self._answers.confirm_copied()

    def _lay_out(self) -> None:
        asking_side = _scrolling(_asking_side(self._picker, self._form))
        asking_side.setMinimumWidth(em(self, ASKING_WIDTH))
        self.addWidget(asking_side)
        self.addWidget(self._answer_side)
        self.setHandleWidth(em(self, 0.5))
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        self.setSizes([em(self, ASKING_WIDTH + 2), em(self, 60)])

    def _right_side(self) -> QWidget:
        """The answers, and under them what else there is to explain."""
        side = QWidget()
        side.setProperty("role", "page")
        side.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, em(side, 0.3), 0)
        self._rows.setSpacing(em(side, 0.5))
        self._rows.addWidget(self._answers)
        self._rows.addWidget(self._tabs)
        self._rows.addStretch()
        return side


def _asking_side(picker: RegionPicker, form: InquiryForm) -> QWidget:
    """The region and the form, in the order of a conversation."""
    frame = card()
    layout = QVBoxLayout(frame)
    margin = em(frame, 0.8)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(em(frame, 0.7))
    rule = QFrame()
    rule.setProperty("role", "rule")
    rule.setFixedHeight(1)
    for widget in (picker, rule, form):
        layout.addWidget(widget)
    layout.addStretch()
    return frame


def _scrolling(content: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(content)
    return scroll
