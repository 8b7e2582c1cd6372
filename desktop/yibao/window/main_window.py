"""The window itself: a bar on top, messages of the program, and the page."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QPushButton, QVBoxLayout, QWidget

from yibao.policy.guides import Guide
from yibao.policy.region_search import RegionSearch
from yibao.policy.store import PolicyStore
from yibao.presenters.notices import NO_SUCH_PLACE, TITLE
from yibao.window.about_dialog import AboutDialog
from yibao.window.choice import Choice
from yibao.window.counter_page import CounterPage
from yibao.window.labels import plain
from yibao.window.look import TEXT_SIZES, em, say_as
from yibao.window.message_bar import MessageBar


class MainWindow(QMainWindow):
    """Holds the page, and makes it anew when the text size changes."""

    region_chosen = Signal(str)
    text_size_chosen = Signal(str)

    def __init__(
        self,
        store: PolicyStore,
        guides: Sequence[Guide],
        today: Callable[[], date],
        text_size: str,
    ) -> None:
        super().__init__()
        self._store = store
        self._guides = guides
        self._today = today
        self._search = RegionSearch(store.regions)
        self._recent: Sequence[str] = ()
        self._messages = MessageBar()
        self._page = self._new_page()
        self._text_size = _text_size_choice(text_size)
        self._about = QPushButton("关于")
        self._about.setObjectName("aboutButton")
        self._next = QPushButton("下一位 (Esc)")
        self._next.setObjectName("nextVisitorButton")
        say_as(self._next, "primary")
        self.setWindowTitle(TITLE)
        self._lay_out()
        self._connect()
        self.find_region()

    def _connect(self) -> None:
        self._text_size.activated.connect(self._choose_text_size)
        self._about.clicked.connect(lambda: AboutDialog(self._store, self).open())
        self._next.clicked.connect(self.next_visitor)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.next_visitor)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.find_region)

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

    def next_visitor(self) -> None:
        """Forget the visitor who was here."""
        self._page.next_visitor()

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

    def warm_up(self) -> None:
        """Do before it is needed what the first search would have to wait for."""
        self._search.find(TITLE)

    def come_forward(self) -> None:
        """Show the window above all others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _new_page(self) -> CounterPage:
        page = CounterPage(self._store, self._guides, self._search, self._today)
        page.region_chosen.connect(self.region_chosen)
        return page

    def _choose_text_size(self) -> None:
        self.text_size_chosen.emit(self._text_size.currentData())

    def _lay_out(self) -> None:
        content = QWidget()
        self._rows = QVBoxLayout(content)
        margin = em(self, 0.8)
        self._rows.setContentsMargins(margin, em(self, 0.5), margin, em(self, 0.5))
        self._rows.setSpacing(em(self, 0.5))
        self._rows.addLayout(self._bar())
        self._rows.addWidget(self._messages)
        self._rows.addWidget(self._page, 1)
        self.setCentralWidget(content)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(em(self, 0.5))
        bar.addWidget(plain(TITLE, "title"), 1)
        size_label = plain("文字大小", "quiet")
        size_label.setBuddy(self._text_size)
        for widget in (size_label, self._text_size, self._about, self._next):
            bar.addWidget(widget)
        return bar


def _text_size_choice(chosen: str) -> Choice:
    choice = Choice({size: name for size, (name, _) in TEXT_SIZES.items()})
    choice.setObjectName("textSizeChoice")
    choice.setAccessibleName("文字大小")
    choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
    choice.setCurrentIndex(choice.findData(chosen))
    return choice
