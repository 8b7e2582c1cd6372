"""Everything that the window holds: a bar on top, messages of the program, and the page."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from yibao.policy.guides import Guide
from yibao.policy.places.region_search import RegionSearch
from yibao.policy.store import PolicyStore
from yibao.presenters.notices import NO_CHINESE, NO_SUCH_PLACE, TITLE
from yibao.window.counter.counter_page import CounterPage
from yibao.window.counter.idle import Idle
from yibao.window.counter.message_bar import MessageBar
from yibao.window.counter.over_the_counter import Machine, OverTheCounter, Seen
from yibao.window.counter.top_bar import TopBar
from yibao.window.kit.icons import Icons
from yibao.window.kit.look import around, em
from yibao.window.opening.opening import Typed
from yibao.window.opening.press_again import press_again
from yibao.window.sheets.preferences import Preferences
from yibao.window.visitor.visitor_screen import VisitorScreen

PANELS = 7
TILES = {"Ctrl+Left": -1, "Ctrl+Right": 1}


class Counter(QStackedWidget):
    """Holds the page, and makes it anew when the text size changes.

    Its front is what a visit needs; a page that is opened from the menu takes the place of the
    front, whose keys then do nothing.
    """

    region_chosen = Signal(str)
    preference_chosen = Signal(str, object)
    """The name of a preference, and what it is to be from now on."""

    def __init__(
        self,
        store: PolicyStore,
        guides: Sequence[Guide],
        today: Callable[[], date],
        *,
        preferences: Preferences,
        icons: Icons,
        machine: Machine,
    ) -> None:
        super().__init__()
        self._store = store
        self._guides = guides
        self._today = today
        self._preferences = preferences
        self._icons = icons
        self._search = RegionSearch(store.regions)
        self._recent: Sequence[str] = ()
        self._messages = MessageBar()
        self._screen = VisitorScreen(self)
        self._front = QWidget()
        self._bar = TopBar(preferences.text_size, icons)
        self._over = OverTheCounter(self, self._bar.menu, machine, self._seen)
        self._page = self._new_page()
        self._idle = Idle(self, preferences.idle_minutes)
        self._lay_out()
        self._connect()
        self._page.choose_office(preferences.office_region)

    def _connect(self) -> None:
        bar = self._bar
        bar.text_size.activated.connect(self._choose_text_size)
        self._over.preferred.connect(self._prefer)
        bar.visitor_view.toggled.connect(self._screen.show_or_hide)
        bar.next.clicked.connect(self.next_visitor)
        self._screen.closed.connect(lambda: bar.visitor_view.setChecked(False))
        self._idle.noticed.connect(self._forget_visitor)
        shortcuts: dict[QKeySequence, Callable[[], object]] = {
            QKeySequence(Qt.Key.Key_Escape): self.next_visitor,
            QKeySequence(QKeySequence.StandardKey.Find): self.find_region,
            QKeySequence(Qt.Key.Key_F2): self.find_region,
            QKeySequence(Qt.Key.Key_F1): self._over.open_help,
            QKeySequence("Ctrl+G"): self.find_in_guides,
            QKeySequence("Ctrl+D"): bar.visitor_view.click,
            QKeySequence("Ctrl+P"): self.print_handout,
        }
        for keys, action in shortcuts.items():
            QShortcut(keys, self._front, action)
        for keys, step in TILES.items():
            QShortcut(QKeySequence(keys), self._front, partial(self.show_next_answer, step))
        for number in range(PANELS):
            keys = QKeySequence(f"Ctrl+{number + 1}")
            QShortcut(keys, self._front, partial(self.show_panel, number))

    def go_on_from(self, typed: Typed) -> None:
        """Start with the search, and do what was typed while all this was made."""
        self._page.start_with(typed)
        for event in typed.then:
            press_again(event, self.window())

    def choose_region(self, code: str) -> None:
        """Settle on a region, as if a clerk had picked it."""
        self._page.choose_region(code)

    def show_demo(self, place: str, age: str) -> None:
        """Fill in a visitor, as if a clerk had; say so where there is no such place."""
        region, _ = self._search.resolve(place)
        if region:
            self._page.show_demo(region.code, age)
        else:
            self.tell(NO_SUCH_PLACE.format(place))

    def find_region(self) -> None:
        """Go to the search box."""
        self._page.find_region()

    def find_in_guides(self) -> None:
        """Go to the box that finds things in the guide panels."""
        self._page.find_in_guides()

    def show_panel(self, number: int) -> None:
        """Show one of the guide panels, counted from 0."""
        self._page.show_panel(number)

    def show_next_answer(self, step: int) -> None:
        """Choose the answer behind the one that is chosen, or before it."""
        self._page.show_next_answer(step)

    def print_handout(self) -> None:
        """Ask for a handout of what is shown."""
        self._page.print_handout()

    def next_visitor(self) -> None:
        """Forget the visitor who was here; it can be taken back for a moment."""
        visit = self._page.visit
        self._clear_visitor()
        if visit.has_person:
            self._bar.undo.offer(lambda: self._page.go_back_to(visit))

    def _forget_visitor(self) -> None:
        """Forget the visitor for good."""
        self._bar.undo.forget()
        self._clear_visitor()

    def _clear_visitor(self) -> None:
        """Clear all that is told of the visitor; what can still be taken back stays so."""
        self._over.forget_visitor()
        self._page.next_visitor()
        self._page.choose_office(self._preferences.office_region)

    def show_recent(self, codes: Sequence[str]) -> None:
        """Offer regions used lately."""
        self._recent = codes
        self._page.show_recent(codes)

    def renew_page(self) -> None:
        """Make the page anew, in the font that the program has now; nothing typed is lost."""
        old, self._page = self._page, self._new_page()
        self._page.show_recent(self._recent)
        self._page.take_over(old)
        self._rows.replaceWidget(old, self._page)
        self._page.show()
        old.setParent(None)
        old.deleteLater()

    def tell(self, message: str) -> None:
        """Show a message of the program itself."""
        self._messages.tell(message)

    def tell_no_chinese(self) -> None:
        """Say at the search box that no Chinese can be typed here, and what can."""
        self._page.tell_how_to_type(NO_CHINESE)

    def warm_up(self) -> None:
        """Do before it is needed what the first search would have to wait for."""
        self._search.find(TITLE)

    def close_visitor_view(self) -> None:
        """Leave nothing for the visitor to read."""
        self._screen.close()

    def _new_page(self) -> CounterPage:
        page = CounterPage(self._store, self._guides, self._search, self._icons, self._today)
        page.region_chosen.connect(self.region_chosen)
        page.told.connect(self._screen.show_visit)
        page.print_asked.connect(self._over.print_handout)
        return page

    def _choose_text_size(self) -> None:
        self._prefer("text_size", self._bar.text_size.currentData())

    def _seen(self) -> Seen:
        return Seen(self._store, self._today(), self._page.asked.region, self._preferences)

    def _prefer(self, name: str, value: object) -> None:
        self._preferences = self._preferences._replace(**{name: value})
        self._idle.wait(self._preferences.idle_minutes)
        self.preference_chosen.emit(name, value)

    def _lay_out(self) -> None:
        self._rows = QVBoxLayout(self._front)
        self._rows.setContentsMargins(*around(self))
        self._rows.setSpacing(em(self, 0.5))
        self._rows.addWidget(self._bar)
        self._rows.addWidget(self._messages)
        self._rows.addWidget(self._page, 1)
        self.addWidget(self._front)
