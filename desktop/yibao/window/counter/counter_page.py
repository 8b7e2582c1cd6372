"""What fills the window: where the visitor is insured, who they are, what they get."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import Signal

from yibao.policy.guides import Guide
from yibao.policy.places.region_search import RegionSearch
from yibao.policy.store import PolicyStore
from yibao.presenters.answer.answered import Answered
from yibao.presenters.answer.comparison_view import present_comparison
from yibao.presenters.answer.consultation import Consultation, consult, consult_elsewhere
from yibao.presenters.answer.tiles import present_tiles
from yibao.presenters.answer.visit_view import present_visit
from yibao.presenters.asking.inquiry_form import Entries, birth_in_its_field
from yibao.presenters.asking.known_averages import KnownAverages
from yibao.presenters.asking.questions import ask
from yibao.presenters.asking.remarks import correct_first
from yibao.presenters.handout.handout import visit_handout
from yibao.presenters.notices import (
    ANSWER_FIRST,
    NO_ANSWER,
    NO_STORE,
    PICK_FIRST,
    PICK_OTHER,
    WELCOME,
)
from yibao.window.answer.clipboard import Copies
from yibao.window.answer.compare_panel import ComparePanel
from yibao.window.counter.asking_side import AskingSide
from yibao.window.counter.leave_to_tiles import LeaveToTiles
from yibao.window.counter.side_by_side import SideBySide
from yibao.window.counter.telling_side import Besides, TellingSide
from yibao.window.guides.following_guides import FollowingGuides
from yibao.window.kit.announce import Announcer, Standing
from yibao.window.kit.icons import Icons
from yibao.window.opening.opening import Typed


class Visit(NamedTuple):
    """What belongs to one visitor, and goes with them."""

    entries: Entries
    besides: Besides

    @property
    def has_person(self) -> bool:
        """Whether there is anything besides the place."""
        return self.entries.has_person or self.besides != Besides()


class CounterPage(SideBySide):
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
        super().__init__(
            AskingSide(store.regions, search), TellingSide(store.regions, search, icons)
        )
        self._store = store
        self._today = today
        self._office = self._filled_in = ""
        self._averages = KnownAverages(store)
        self._answered: Answered | None = None
        self._guides = FollowingGuides(self._told.guides, guides, store, today)
        self._copies = Copies()
        self._announcer = Announcer(self._standing, self)
        self._picker, self._form = self._asking.picker, self._asking.form
        self._answers = self._told.answers
        LeaveToTiles(self._asking)
        self._connect()
        self._assess()

    def _connect(self) -> None:
        self._picker.chosen.connect(self._take_region)
        self._picker.searching.connect(self._assess_from_top)
        self._form.changed.connect(self._take_entries)
        self._answers.copy_asked.connect(self._copy)
        self._answers.print_asked.connect(self.print_handout)
        self._told.comparison_changed.connect(self._assess)
        self._guides.copy_asked.connect(self._copy_guide)
        self._guides.print_asked.connect(self.print_asked)

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

    def tell_how_to_type(self, hint: str) -> None:
        """Say at the search box what else may be typed where Chinese cannot be."""
        self._picker.tell_how_to_type(hint)

    def find_region(self) -> None:
        """Go to the search box."""
        self._picker.start()

    def start_with(self, typed: Typed) -> None:
        """Go to the search box, and on from what stands in another one."""
        self._picker.start_with(typed)

    def choose_office(self, code: str) -> None:
        """Settle on the office's own region, if it has one; that is no choice of the clerk's."""
        self._office = code
        if code in self._store.regions:
            self._picker.settle(code)
            self._assess_from_top()
            self._fill_in_known()

    @property
    def asked(self) -> Entries:
        """Everything that stands in the form, with the region."""
        return self._form.entries(self._picker.region)

    @property
    def visit(self) -> Visit:
        """Everything that belongs to the visitor who is here."""
        return Visit(self.asked, self._told.besides)

    def go_back_to(self, visit: Visit) -> None:
        """Show everything of a visitor as it stood here before."""
        if visit.entries.region:
            self._picker.settle(visit.entries.region)
        self._form.show_entries(visit.entries)
        self._guides.catch_up()  # another place would take the ticks away
        self._told.show_besides(visit.besides)
        self._start()

    def show_panel(self, number: int) -> None:
        """Show one of the guide panels, counted from 0."""
        self._told.show_panel(number)

    def find_in_guides(self) -> None:
        """Go to the box that finds things in the guide panels."""
        self._told.find_in_guides()

    def show_next_answer(self, step: int) -> None:
        """Choose the answer behind the one that is chosen, or before it."""
        self._answers.tiles.pick_next(step)

    def print_handout(self) -> None:
        """Ask for a handout of the answer."""
        if answered := self._answered:
            answered.assessment.replay()
            make = partial(visit_handout, answered.visit, comparison=answered.comparison)
            self.print_asked.emit(make, True)

    def take_over(self, old: "CounterPage") -> None:
        """Show what stands in another page."""
        self._copies = old._copies
        self._office, self._averages = old._office, old._averages
        self._filled_in = old._filled_in
        self._announcer.take_over(old._announcer)
        self._picker.take_over(old._picker)
        self._form.show_entries(old._form.entries(old._picker.region))
        self._told.take_over(old._told)
        self._assess()

    def next_visitor(self) -> None:
        """Forget the visitor: every field, the answer, and the answer in the clipboard."""
        self._copies.forget()
        self._told.start_over()
        self._picker.clear_search()
        self._form.show_entries(Entries())
        self._fill_in_known()
        self._start()

    def _start(self) -> None:
        """Go to what is asked first, unless something else has the place of the window's front."""
        if not self.isVisible():
            return
        if self._picker.region:
            self._form.start()
        else:
            self._picker.start()

    def _take_entries(self) -> None:
        """Answer what stands in the form, each entry in the field where it belongs."""
        self._form.correct(birth_in_its_field(self.asked, self._today()))
        self._assess_from_top()

    def _take_region(self, code: str) -> None:
        self._assess_from_top()
        self._fill_in_known()
        self._form.start()
        self.region_chosen.emit(code)

    def _fill_in_known(self) -> None:
        """Write in the average that was typed for the same region before, where none stands.

        One that was written in for another place does not stay.
        """
        asked = self.asked
        known = self._averages.of(ask(asked, self._store, self._today()))
        if asked.average_pension in ("", self._filled_in):
            self._filled_in = known
            self._form.enter("average_pension", known)

    def _assess(self) -> None:
        """Answer what stands in the form now; nothing of an answer before it stays."""
        self._answered = None
        try:
            self._show_answer()
        except Exception:
            self._answers.show_waiting(*NO_ANSWER)
            raise
        finally:
            self.told.emit(self._answered and self._answered.visit)
            self._announcer.notice()

    def _assess_from_top(self) -> None:
        """Answer what was changed about the visitor, and show the answer from its headline on."""
        self._assess()
        self._told.to_top()

    def _show_answer(self) -> None:
        here = consult(self.asked, self._store, self._today())
        self._guides.follow(here.entries.region, here.entries.status)
        self._form.show_questions(here.questions, here.reading.errors)
        waiting = self._waits_for(here)
        if waiting or here.assessment is None:
            self._answers.show_waiting(*(waiting or WELCOME))
        else:
            self._averages.learn(here.entries, here.questions, self._office)
            visit = present_visit(self._store, here.assessment)
            self._answered = Answered(here.assessment, visit)
            self._answers.show_visit(visit, present_tiles(here.assessment, visit))
        if self._told.comparison:
            self._show_comparison(self._told.comparison, here)

    def _waits_for(self, here: Consultation) -> tuple[str, str] | None:
        """What is to be done before there is an answer, in two sentences."""
        if not len(self._store.regions):
            return NO_STORE
        if here.reading.errors:
            return correct_first(here.reading.errors)
        return PICK_FIRST if self._picker.is_searching else None

    def _show_comparison(self, panel: ComparePanel, here: Consultation) -> None:
        if self._answered is None:
            panel.show_waiting(ANSWER_FIRST)
            return
        there = consult_elsewhere(
            here, panel.region, panel.average_pension, self._store, self._today()
        )
        panel.show_questions(there)
        if there.assessment is None:
            panel.show_waiting("".join(there.reading.errors.values()) or PICK_OTHER)
            return
        compared = present_comparison(self._store, self._answered.assessment, there.assessment)
        panel.show_view(compared)
        self._answered = replace(self._answered, comparison=compared)

    def _standing(self) -> Standing:
        """What a screen reader says when it is new: the answers, and what is wrong."""
        answers = self._answered.spoken if self._answered else ()
        comparison = self._told.comparison
        return {
            **dict.fromkeys(answers, self._answers.tiles),
            **self._picker.found,
            **self._form.errors,
            **(comparison.standing if comparison else {}),
        }

    def _copy(self) -> None:
        self._copies.copy(self._answered.text if self._answered else "")
        self._answers.confirm_copied()

    def _copy_guide(self, text: str) -> None:
        self._copies.copy(text)
