"""What fills the window: where the visitor is insured, who they are, what they get."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter

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
from yibao.window.answer_side import AnswerSide
from yibao.window.asking_side import AskingSide
from yibao.window.clipboard import Copies
from yibao.window.compare_panel import ComparePanel
from yibao.window.look import em


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
        self._answer_text = ""
        self._copies = Copies()
        self._asking = AskingSide(store.regions, search)
        self._picker, self._form = self._asking.picker, self._asking.form
        self._told = AnswerSide(store.regions, search)
        self._answers = self._told.answers
        self._lay_out()
        self._connect()
        self._show_guides()
        self._assess()

    def _connect(self) -> None:
        self._picker.chosen.connect(self._take_region)
        self._picker.searching.connect(self._mark_searching)
        self._form.changed.connect(self._assess_from_top)
        self._answers.copy_asked.connect(self._copy)
        self._told.comparison_changed.connect(self._assess)

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
        self._told.take_over(old._told)
        self._show_guides()
        self._assess()

    def next_visitor(self) -> None:
        """Forget the visitor: every field, the answer, and the answer in the clipboard."""
        self._copies.forget()
        self._told.end_comparison()
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
        self._told.to_top()

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
        if self._told.comparison:
            self._show_comparison(self._told.comparison, here)

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

    def _show_guides(self) -> None:
        region = self._picker.region or None
        self._told.tabs.show_guides(
            present_guides(self._guides, self._store, region, self._today())
        )

    def _copy(self) -> None:
        self._copies.copy(self._answer_text)
        self._answers.confirm_copied()

    def _lay_out(self) -> None:
        self.addWidget(self._asking)
        self.addWidget(self._told)
        self.setHandleWidth(em(self, 0.5))
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        self.setSizes([self._asking.minimumWidth() + em(self, 2), em(self, 60)])
