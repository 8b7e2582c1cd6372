"""The guide panels under the answer, and the box that finds things in all of them."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QEvent, QRect, QTimer, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
)

from yibao.presenters.asking.remarks import nothing_found
from yibao.presenters.guides.guide_search import find_in_guides, search_words
from yibao.presenters.guides.views import GuideView
from yibao.window.guides.guide_card import GuideCard, Tick, Ticks
from yibao.window.guides.guide_page import COLUMN, GuidePage, Wanted
from yibao.window.guides.search_bar import SearchBar
from yibao.window.kit.arranged import Arranged, Place
from yibao.window.kit.escape import Escape
from yibao.window.kit.icons import Icons, put_icon
from yibao.window.kit.labels import fill, plain, with_key
from yibao.window.kit.look import em, say_as
from yibao.window.kit.telling import show

SEARCH = "在指南里找"
NARROW = 41
"""With less than so many characters of width the tabs move together."""


class GuidePanels(Arranged):
    """A tab for each panel, or instead of them what was found.

    Only what is looked at is drawn: a tab widget is as high as the highest of its pages.
    """

    fills = True
    copy_asked = Signal(object)
    print_asked = Signal(object)
    """A GuideView: a panel, or one of its items."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._views: tuple[GuideView, ...] = ()
        self._place = ""
        self._ticks: Ticks = set()
        self._columns = 0
        self._scrolls = True
        self._label = QLabel(with_key(SEARCH, "K"))
        say_as(self._label, "quiet")
        self._box = QLineEdit()
        self._box.setObjectName("guideSearch")
        self._box.setAccessibleName(SEARCH)
        self._box.setPlaceholderText("如 微信 或 断缴")
        self._box.setClearButtonEnabled(True)
        self._label.setBuddy(self._box)
        self._print = QPushButton(with_key("打印这一栏", "U"))
        self._print.setObjectName("printGuideButton")
        put_icon(self._print, icons, "printer", QPalette.ColorRole.ButtonText)
        self._tabs = QTabWidget()
        self._tabs.setObjectName("guideTabs")
        self._tabs.setAccessibleName("办事指南")
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._bar = SearchBar(self._label, self._box, self._print)
        self._found = self._page("在指南里找到的")
        self._found.setObjectName("guideHits")
        self._none_found = plain(name="guideNotFound")
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        Escape(self._box, self._box.clear, applies=lambda: bool(self._box.text()))
        self._box.textChanged.connect(self._draw)
        self._tabs.currentChanged.connect(self._draw)
        self._print.clicked.connect(self._print_panel)

    def show_guides(self, views: tuple[GuideView, ...], place: str) -> None:
        """Show the panels for a place, staying on the one that is looked at; no box without any."""
        self._views = views
        elsewhere = place != self._place
        if elsewhere:
            self._place = place
            self._ticks.clear()
        for view in views[self._tabs.count() :]:
            self._tabs.addTab(self._page(f"{view.title}的内容"), view.title)
        self._name_tabs()
        self.setVisible(bool(views))
        self._draw(anew=elsewhere)

    def set_scrolling(self, on: bool) -> None:
        """Scroll by itself, or be as high as it needs to be inside of what scrolls."""
        self._scrolls = on
        for page in self.findChildren(GuidePage):
            page.set_scrolling(on)

    def take_over(self, old: "GuidePanels") -> None:
        """Show what another one shows, with its ticks."""
        self._place = old._place
        self._ticks |= old._ticks
        self._tabs.setCurrentIndex(old._tabs.currentIndex())
        self._box.setText(old._box.text())

    def start_over(self) -> None:
        """Forget what was looked for and what was ticked."""
        self._box.setText("")
        self.tick(frozenset())

    @property
    def ticks(self) -> frozenset[Tick]:
        """The steps that are ticked."""
        return frozenset(self._ticks)

    def tick(self, ticks: frozenset[Tick]) -> None:
        """Tick these steps and no others."""
        anew = ticks != self.ticks
        self._ticks.clear()
        self._ticks.update(ticks)
        self._draw(anew=anew)

    def confirm_copied(self, view: GuideView) -> None:
        """Say for a moment on its card that it lies in the clipboard."""
        for card in self.findChildren(GuideCard):
            card.confirm_copied(view)

    def go_to_search(self) -> None:
        """Go to the search box."""
        self._box.setFocus()
        self._box.selectAll()

    def show_panel(self, number: int) -> None:
        """Show one of the panels, counted from 0."""
        self._box.clear()
        self._tabs.setCurrentIndex(number)
        self._tabs.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use another number of columns where the width now asks for it; the first cards come
        when the window itself has been painted.
        """
        super().resizeEvent(event)
        width = event.size().width()
        say_as(self._tabs.tabBar(), "narrow" if width < em(self, NARROW) else "")
        self._name_tabs()
        columns = max(1, width // em(self, COLUMN))
        if columns != self._columns:
            shown, self._columns = bool(self._columns), columns
            if shown:
                self._draw()
            else:
                QTimer.singleShot(0, self, self._draw)

    def _name_tabs(self) -> None:
        """Cut no name: where there is too little room for them, each panel has a shorter one."""
        metrics, beside = self._tabs.tabBar().fontMetrics(), em(self, 0.5)
        full = sum(metrics.horizontalAdvance(view.title) + beside for view in self._views)
        tight = self.width() < full
        for index, view in enumerate(self._views[: self._tabs.count()]):
            self._tabs.setTabText(index, view.short_title if tight else view.title)
            self._tabs.setTabToolTip(index, view.title if tight else "")
            self._tabs.tabBar().setAccessibleTabName(index, view.title)

    def changeEvent(self, event: QEvent) -> None:
        """Marks are drawn anew in the colours that the program has now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._box.text():
            self._draw(anew=True)

    def _draw(self, *, anew: bool = False) -> None:
        """Draw what is looked at, once it is known how wide it is."""
        if not self._columns:
            return
        words = search_words(self._box.text())
        found = find_in_guides(self._views, words) if words else ()
        fill(self._none_found, nothing_found(self._box.text()) if words and not found else "")
        self._show_page(self._found, found, words, anew=anew)
        for index, view in enumerate(self._views):
            seen = not words and index == self._tabs.currentIndex()
            page = cast(GuidePage, self._tabs.widget(index))
            self._show_page(page, (view,) if seen else (), (), anew=anew)
        for part in (self._tabs, self._print):
            show(part, not words)
        show(self._found, bool(words))
        self.forget(self._tabs)

    def _show_page(
        self, page: GuidePage, views: tuple[GuideView, ...], words: tuple[str, ...], *, anew: bool
    ) -> None:
        show = page.renew if anew else page.show_guides
        show(Wanted(views, words, self._columns), self._ticks)

    def _print_panel(self) -> None:
        self.print_asked.emit(self._views[self._tabs.currentIndex()])

    def _page(self, name: str) -> GuidePage:
        page = GuidePage(name, self._icons)
        page.set_scrolling(self._scrolls)
        page.copy_asked.connect(self.copy_asked)
        page.print_asked.connect(self.print_asked)
        return page

    def _places(self, width: int, height: int) -> Iterator[Place]:
        """The pages as high as there is room, or else as they need it."""
        top = 0
        for part in (self._bar, self._none_found):
            if down := self._height(part, width):
                yield part, QRect(0, top, width, down)
                top += down + self._spacing
        if self._tabs.isHidden():
            page, bar = self._found, 0
        else:
            page = cast(GuidePage, self._tabs.currentWidget())
            bar = self._tabs.tabBar().sizeHint().height() + 1
        down = height - top if height else bar + (page.heightForWidth(width) if page else 0)
        yield (self._tabs if bar else self._found), QRect(0, top, width, down)

    def _lay_out(self) -> None:
        self._spacing = em(self, 0.3)
        self.add(self._bar, self._none_found, self._found, self._tabs)
