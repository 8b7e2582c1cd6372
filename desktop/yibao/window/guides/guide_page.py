"""One guide panel, or what was found in all of them: groups of cards in columns."""

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct
from PySide6.QtCore import QTimer, Signal

from yibao.presenters.guides.views import GuideView, ItemView
from yibao.window.guides.card_columns import CardColumns
from yibao.window.guides.guide_card import GuideCard, Ticks
from yibao.window.kit.arranged import Column
from yibao.window.kit.icons import Icons
from yibao.window.kit.labels import told
from yibao.window.kit.look import em
from yibao.window.kit.scrolling_column import ScrollingColumn

COLUMN = 20
"""Least width of a column of cards, in characters; a line is never twice as long."""
AT_ONCE = 3
"""So many of the cards found are made before the next key can be pressed."""


class Wanted(Struct, frozen=True):
    """What is to be seen on a page."""

    views: tuple[GuideView, ...] = ()
    words: tuple[str, ...] = ()
    """What was looked for, and is marked."""
    columns: int = 1


class GuidePage(ScrollingColumn):
    """Holds cards only while they are to be seen."""

    copy_asked = Signal(object)
    print_asked = Signal(object)

    def __init__(self, name: str, icons: Icons) -> None:
        super().__init__(name)
        self._icons = icons
        self._shown = Wanted()
        self._rest: Iterator[object] = iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def show_guides(self, wanted: Wanted, ticks: Ticks) -> None:
        """Show what is wanted, unless it stands there already."""
        if wanted != self._shown:
            self.renew(wanted, ticks)

    def renew(self, wanted: Wanted, ticks: Ticks) -> None:
        """Show what is wanted: a panel at once, what was found card by card."""
        self._timer.stop()
        self._drop_content()
        self._shown = wanted
        if wanted.views:
            edge = em(self, 0.6)
            content = Column(em(self, 0.5), (0, edge, 0, edge))
            self._rest = self._fill(content, wanted, ticks)
            self.hold(content)
            content.show()
            self._go_on()
            self.to_top()

    def _go_on(self) -> None:
        """Make more cards; the others when everything else has been done."""
        if not self._shown.words:
            list(self._rest)
        elif len(list(islice(self._rest, AT_ONCE))) == AT_ONCE:
            self._timer.start(0)

    def _drop_content(self) -> None:
        self._rest = iter(())
        if content := self.takeWidget():
            content.hide()
            content.deleteLater()
            self.forget(content)

    def _fill(self, content: Column, wanted: Wanted, ticks: Ticks) -> Iterator[GuideCard]:
        """Put everything into its place, one card after the other."""
        for view in wanted.views:
            for heading, items in _headed(view, bool(wanted.words)):
                columns = CardColumns(wanted.columns, em(content, 0.6))
                content.add(told(heading, role="heading"), columns)
                for group, item in items:
                    alone = view.of_item(group, item)
                    card = GuideCard(alone, wanted.words, ticks, self._icons)
                    card.copy_asked.connect(self.copy_asked)
                    card.print_asked.connect(self.print_asked)
                    columns.add(card)
                    yield card
            if view.caution:
                content.add(told(view.caution, role="warning"))


def _headed(view: GuideView, found: bool) -> Iterator[tuple[str, list[tuple[str, ItemView]]]]:
    """The items of each group; where something was looked for, all of a panel together."""
    groups = [(group.title, [(group.title, item) for item in group.items]) for group in view.groups]
    if found:
        items = [pair for _, pairs in groups for pair in pairs]
        groups = [(f"{view.title}（{len(items)} 条）", items)]
    yield from groups
