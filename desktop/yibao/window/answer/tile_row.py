"""All answers at a glance: a tile for each, of which one is chosen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from yibao.presenters.answer.tiles import TileView
from yibao.window.answer.tile import Tile
from yibao.window.kit.arranged import Row
from yibao.window.kit.look import TILE, em
from yibao.window.kit.telling import Holder, Telling, tell

HEADLINES: Mapping[str, str] = {
    "premium": "premiumHeadline",
    "credit": "resultHeadline",
    "contribution": "contributionHeadline",
    "retirement": "retirementHeadline",
}
"""The tiles in their order, each with the name of the label that holds its headline."""
LEAST = 14.8
"""Characters of width without which a tile does not stand beside others."""
STEPS: Mapping[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class TileRow(QTabBar, Holder, Telling):
    """Tabs to the keys and to a screen reader, which hears each tile as one sentence."""

    picked = Signal()
    """Somebody chose another tile."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("answerTiles")
        self.setAccessibleName("答案")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self._views: Sequence[TileView] = ()
        self._names: tuple[str, ...] = ()
        self._tiles = {name: Tile(name, headline) for name, headline in HEADLINES.items()}
        self._row = Row(em(self, 0.5), least=em(self, LEAST), even=True)
        self._row.setParent(self)
        for tile in self._tiles.values():
            tile.setMinimumHeight(em(self, TILE))
            self._row.add(tile)
            tile.pressed.connect(self.pick)
            tile.released.connect(self.setFocus)
        self.currentChanged.connect(self._take_pick)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_tiles(self, views: Sequence[TileView], chosen: str) -> None:
        """Show these, the chosen one as chosen; nothing stays of any other."""
        if (views, chosen) == (self._views, self.chosen):
            return
        self._views = views
        self._have_tabs(tuple(view.name for view in views))
        for index, view in enumerate(views):
            self._tiles[view.name].show_view(view, alone=len(views) == 1)
            self.setAccessibleTabName(index, view.spoken)
        for name, tile in self._tiles.items():
            tile.setVisible(name in self._names)
            if name not in self._names:
                tile.clear()
        self._choose(self._names.index(chosen))

    def show_waiting(self, what: str) -> None:
        """Say what is to be done before there is an answer, in a single tile."""
        self.show_tiles((TileView("credit", "", what, "", is_answer=False),), "credit")
        self.setAccessibleTabName(0, what)

    @property
    def chosen(self) -> str:
        """The name of the tile that is chosen."""
        return self._names[self.currentIndex()] if self._names else ""

    def pick(self, name: str) -> None:
        """Choose a tile."""
        if name in self._names and name != self.chosen:
            self.setCurrentIndex(self._names.index(name))

    def pick_next(self, step: int) -> None:
        """Choose the tile behind the chosen one, or before it; the row is a ring."""
        self.pick(self._names[(self.currentIndex() + step) % len(self._names)])

    def forget(self, part: QWidget) -> None:
        """A tile needs another height."""
        tell(self)

    def arrange(self) -> None:
        """Give every tile its place."""
        self._row.resize(self.size())
        self._row.arrange()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """As the tiles need it, side by side or one under the other."""
        return self._row.heightForWidth(width)

    def tabSizeHint(self, index: int) -> QSize:
        """As large as the tile, for those who ask where a tab is."""
        return self._tiles[self._names[index]].size()

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as there is room."""
        self.arrange()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from tile to tile, whichever way they stand."""
        if step := STEPS.get(event.key()):
            self.pick_next(step)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go."""
        super().focusInEvent(event)
        self._look()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they go elsewhere."""
        super().focusOutEvent(event)
        self._look()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the tiles draw themselves."""

    def _have_tabs(self, names: tuple[str, ...]) -> None:
        if names != self._names:
            blocked = self.blockSignals(True)
            while self.count() > len(names):
                self.removeTab(self.count() - 1)
            self._names = names
            while self.count() < len(names):
                self.addTab("")
            self.blockSignals(blocked)

    def _choose(self, index: int) -> None:
        """Choose a tile that nobody picked."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(index)
        self.blockSignals(blocked)
        self._look()

    def _take_pick(self) -> None:
        """Tell of a tile that was picked, whether by a key, a click or a screen reader."""
        self._look()
        self.picked.emit()

    def _look(self) -> None:
        for name, tile in self._tiles.items():
            chosen = name == self.chosen
            several = len(self._names) > 1
            tile.look(chosen=chosen and several, has_keys=chosen and self.hasFocus())
