"""Where the visitor is insured: one search box, recent places, and a tree to browse."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QToolButton,
)

from yibao.policy.places.region_search import RegionSearch
from yibao.policy.places.regions import RegionTable
from yibao.presenters.asking.region_text import found_text, hit_text, nothing_found, place_text
from yibao.presenters.notices import NO_PLACE, PLACE
from yibao.window.asking.hit_list import CODE, HitList
from yibao.window.asking.region_tree import RegionTree
from yibao.window.kit.announce import Standing, say
from yibao.window.kit.arranged import Column
from yibao.window.kit.escape import Escape
from yibao.window.kit.flow import Flow
from yibao.window.kit.labels import fill, plain, with_key
from yibao.window.kit.look import em, say_as
from yibao.window.kit.search_box import SearchBox
from yibao.window.kit.telling import show
from yibao.window.opening.opening import Typed

HIT_LIMIT = 20
"""Nobody reads on so far; another letter is quicker."""


class RegionPicker(Column):
    """Lets a clerk find one of all regions in a few keystrokes."""

    chosen = Signal(str)
    """A region was picked, by its code."""
    searching = Signal()
    """Something else stands in the search box."""

    def __init__(
        self,
        regions: RegionTable,
        search: RegionSearch,
        label: str = PLACE,
        prefix: str = "region",
        key: str = "Z",
        *,
        which: tuple[str, str] = ("", ""),
    ) -> None:
        """`which` says which place is meant: at length, and shorter once there is one."""
        super().__init__()
        self.setAccessibleName(label)
        self._regions = regions
        self._search = search
        self.region = ""
        """Code of the chosen region; empty while none is chosen."""
        self._settling = False
        self._label = QLabel(with_key(label, key))
        say_as(self._label, "quiet")
        self._place = plain(NO_PLACE, "title", f"{prefix}Chosen")
        self._which, self._which_again = plain(name=f"{prefix}WhichPlace"), which[1]
        fill(self._which, which[0])
        self._box = SearchBox(label, f"{prefix}Search")
        self._box.setClearButtonEnabled(True)
        for clear in self._box.findChildren(QToolButton):
            clear.setAccessibleName("清空")
        self._label.setBuddy(self._box)
        self._results = HitList(f"{prefix}Results")
        self._none_found = plain(role="error", name=f"{prefix}NotFound")
        self._none_found.hide()
        self._hint = plain(role="quiet", name=f"{prefix}TypingHint")
        self._hint.hide()
        self._recent = _link("最近用过", f"{prefix}RecentButton")
        self._recent.setMenu(QMenu(self._recent))
        self._recent.hide()
        self._browse = _link("按省市县查找", f"{prefix}BrowseButton")
        self._browse.setCheckable(True)
        self._tree = RegionTree(regions, prefix)
        self._tree.hide()
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self._box.installEventFilter(self)
        Escape(self._box, self.clear_search, applies=lambda: bool(self._box.text()))
        Escape(self._results, self._box.setFocus)
        self._tree.left.connect(self._leave_tree)
        self._box.textChanged.connect(self._show_hits)
        self._results.itemActivated.connect(self._pick)
        self._results.itemClicked.connect(self._pick)
        self._browse.toggled.connect(self._show_tree)
        self._tree.picked.connect(self.choose)

    @property
    def is_searching(self) -> bool:
        """Whether something stands in the search box, so that no place is settled."""
        return bool(self._box.text().strip())

    @property
    def found(self) -> Standing:
        """What the search came to, while something is searched for."""
        found = self._box.accessibleDescription()
        return {found: self._box} if found else {}

    def choose(self, code: str) -> None:
        """Settle on a region, as if it had been picked from the list, and tell of it."""
        self.settle(code)
        self.chosen.emit(code)

    def settle(self, code: str) -> None:
        """Settle on a region; what was searched for is forgotten, and nobody told of that."""
        self.region = code
        self._place.setText(place_text(self._regions, code))
        say_as(self._which, "quiet")
        fill(self._which, self._which_again)
        self._settling = True
        self.clear_search()
        self._settling = False
        self._browse.setChecked(False)

    def take_over(self, old: "RegionPicker") -> None:
        """Show the place, the search and the tree as another picker does."""
        if old.region:
            self.settle(old.region)
        self._box.setText(old._box.text())
        fill(self._hint, old._hint.text())
        self._browse.setChecked(old._browse.isChecked())

    def show_recent(self, codes: Sequence[str]) -> None:
        """Offer regions used lately; codes that no longer exist are passed over."""
        menu = self._recent.menu()
        menu.clear()
        for code in codes:
            if code in self._regions:
                place = menu.addAction(place_text(self._regions, code))
                place.triggered.connect(partial(self.choose, code))
        show(self._recent, not menu.isEmpty())

    def tell_how_to_type(self, hint: str) -> None:
        """Say what else may be typed where Chinese cannot be."""
        fill(self._hint, hint)
        say(hint, self._box)

    def start(self) -> None:
        """Empty the search box and go to it."""
        self.clear_search()
        self._box.setFocus()

    def start_with(self, typed: Typed) -> None:
        """Go to the search box, and on from what stands in another one."""
        self._box.setText(typed.text)
        self._box.setSelection(*typed.selected)
        self._box.setFocus()

    def clear_search(self) -> None:
        """Forget what was typed, beyond the reach of Ctrl+Z, and keep the place."""
        self._box.setText("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search box: Enter takes the first hit, Down goes into the list."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if self._results.count():
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._pick(self._results.item(0))
                return True
            if event.key() == Qt.Key.Key_Down:
                self._results.setFocus()
                self._results.setCurrentRow(0)
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self._spacing = em(self, 0.3)
        others = Flow(em(self, 0.5))
        others.add(self._recent, self._browse)
        self.add(
            self._label,
            self._place,
            self._box,
            self._which,
            self._hint,
            self._none_found,
            self._results,
            others,
            self._tree,
        )

    def _show_hits(self, typed: str) -> None:
        hits = self._search.find(typed)
        listed = hits[:HIT_LIMIT]
        self._results.show_hits((h.region.code, hit_text(self._regions, h)) for h in listed)
        fill(self._none_found, nothing_found(typed) if self.is_searching and not hits else "")
        found = found_text(self._regions, hits) if hits else self._none_found.text()
        self._box.setAccessibleDescription(found)
        if not self._settling:
            self.searching.emit()

    def _pick(self, item: QListWidgetItem) -> None:
        self.choose(item.data(CODE))

    def _leave_tree(self) -> None:
        self._browse.setChecked(False)
        self._box.setFocus()

    def _show_tree(self, shown: bool) -> None:
        show(self._tree, shown)
        if shown:
            self._tree.start()


def _link(text: str, name: str) -> QPushButton:
    """A button that looks like a word one may follow."""
    button = QPushButton(text)
    button.setObjectName(name)
    say_as(button, "link")
    return button
