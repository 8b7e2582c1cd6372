"""What fills the window: where the visitor is insured, who they are, what they get."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter

from yibao.policy.guides import Guide
from yibao.policy.region_search import RegionSearch
from yibao.policy.store import PolicyStore
from yibao.presenters.answer_text import answer_text
from yibao.presenters.comparison_view import comparison_text, present_comparison
from yibao.presenters.consultation import Consultation, consult, consult_elsewhere
from yibao.presenters.guide_view import present_guides
from yibao.presenters.handout import visit_handout
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
from yibao.presenters.views import VisitView
from yibao.presenters.visit_view import present_visit
from yibao.window.answer_side import AnswerSide
from yibao.window.asking_side import AskingSide
from yibao.window.clipboard import Copies
from yibao.window.compare_panel import ComparePanel
from yibao.window.icons import Icons
from yibao.window.layouts import laid_out_once
from yibao.window.look import em

NARROW = 44
"""With less than so many characters of width the sides stand one under the other."""


class CounterPage(QSplitter):
    """Takes every event the one way round: entries → inquiry → assessment → views.

    All sizes in it come from the font that it was made with; for another text size a new page
    is made and takes over what stands in the old one.
    """

    region_chosen = Signal(str)
    told = Signal(object)
    """The VisitView that stands in the window now; None while there is no answer."""
    print_asked = Signal(object, bool)
    """A MakeHandout, and whether what it makes is about a person."""

    def __init__(
        self,
        store: PolicyStore,
        guides: Sequence[Guide],
        search: RegionSearch,
        icons: Icons,
        today: Callable[[], date],
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._store = store
        self._guides = guides
        self._today = today
        self._searching = False
        self._answer_text = ""
        self._visit: VisitView | None = None
        self._guides_for: tuple[str, str] | None = None
        self._copies = Copies()
        self._asking = AskingSide(store.regions, search)
        self._picker, self._form = self._asking.picker, self._asking.form
        self._told = AnswerSide(store.regions, search, icons)
        self._answers = self._told.answers
        self._lay_out()
        self._connect()
        self._assess()

    def _connect(self) -> None:
        self._picker.chosen.connect(self._take_region)
        self._picker.searching.connect(self._mark_searching)
        self._form.changed.connect(self._assess_from_top)
        self._answers.copy_asked.connect(self._copy)
        self._answers.print_asked.connect(self.print_handout)
        self._told.comparison_changed.connect(self._assess)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One side under the other where there is no room beside it."""
        narrow = event.size().width() < em(self, NARROW)
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if wanted != self.orientation():
            self.setOrientation(wanted)
            self._share_room()
        super().resizeEvent(event)

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

    def choose_office(self, code: str) -> None:
        """Settle on the office's own region, if it has one; that is no choice of the clerk's."""
        if code in self._store.regions:
            self._picker.settle(code)
            self._assess_from_top()

    @property
    def asked(self) -> Entries:
        """Everything that stands in the form, with the region."""
        return self._form.entries(self._picker.region)

    def ask_again(self, entries: Entries) -> None:
        """Fill in what stood in the form before."""
        if entries.region:
            self._picker.settle(entries.region)
        self._form.show_entries(entries)

    def show_panel(self, number: int) -> None:
        """Show one of the guide panels, counted from 0."""
        self._told.show_panel(number)

    def print_handout(self) -> None:
        """Ask for a handout of the answer."""
        if self._visit:
            self.print_asked.emit(partial(visit_handout, self._visit), True)

    def take_over(self, old: "CounterPage") -> None:
        """Show what stands in another page."""
        self._copies = old._copies
        self._picker.take_over(old._picker)
        self._form.show_entries(old._form.entries(old._picker.region))
        self._told.take_over(old._told)
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
        self._assess_from_top()
        self._form.start()
        self.region_chosen.emit(code)

    def _mark_searching(self, searching: bool) -> None:
        self._searching = searching
        self._assess_from_top()

    def _assess(self) -> None:
        """Answer what stands in the form now; nothing of an answer before it stays."""
        self._answer_text, self._visit = "", None
        try:
            with laid_out_once(self):
                self._show_answer()
        except Exception:
            self._answers.show_waiting(*NO_ANSWER)
            raise
        finally:
            self.told.emit(self._visit)

    def _assess_from_top(self) -> None:
        """Answer what was changed about the visitor, and show the answer from its headline on."""
        self._assess()
        self._told.to_top()

    def _show_answer(self) -> None:
        here = consult(self.asked, self._store, self._today())
        self._show_guides(here.entries)
        self._form.show_questions(here.questions, here.reading.errors)
        waiting = self._waits_for(here)
        if waiting or here.assessment is None:
            self._answers.show_waiting(*(waiting or WELCOME))
        else:
            self._visit = present_visit(self._store, here.assessment)
            self._answers.show_visit(self._visit)
            self._answer_text = answer_text(self._visit)
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

    def _show_guides(self, entries: Entries) -> None:
        """Show the panels for the place and the status, unless they stand there already."""
        shown_for = (entries.region, entries.status)
        if shown_for != self._guides_for:
            self._guides_for = shown_for
            views = present_guides(self._guides, self._store, entries.region or None, self._today())
            self._told.tabs.show_guides(views)

    def _copy(self) -> None:
        self._copies.copy(self._answer_text)
        self._answers.confirm_copied()

    def _lay_out(self) -> None:
        self.addWidget(self._asking)
        self.addWidget(self._told)
        self.setHandleWidth(em(self, 0.5))
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        self._share_room()

    def _share_room(self) -> None:
        """As much as the left side needs, or two fifths of the height for the upper one."""
        if self.orientation() == Qt.Orientation.Horizontal:
            self.setSizes([self._asking.minimumWidth() + em(self, 2), em(self, 60)])
        else:
            self.setSizes([self.height() * 2 // 5, self.height() * 3 // 5])
