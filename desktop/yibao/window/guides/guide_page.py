"""One guide panel, or what was found in all of them: groups of cards in columns."""

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from yibao.presenters.guides.views import GuideView, ItemView
from yibao.window.guides.guide_card import GuideCard, Ticks
from yibao.window.kit.icons import Icons
from yibao.window.kit.labels import told
from yibao.window.kit.layouts import lay_out_now
from yibao.window.kit.look import em

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


class GuidePage(QWidget):
    """Holds cards only while they are to be seen."""

    copy_asked = Signal(object)
    print_asked = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._wanted = Wanted()
        self._content: QWidget | None = None
        self._rest: Iterator[object] = iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_guides(self, wanted: Wanted, ticks: Ticks) -> None:
        """Show what is wanted, unless it stands there already."""
        if wanted != self._wanted:
            self.renew(wanted, ticks)

    def renew(self, wanted: Wanted, ticks: Ticks) -> None:
        """Show what is wanted: a panel at once, what was found card by card."""
        self._timer.stop()
        self._drop_content()
        self._wanted = wanted
        if wanted.views:
            self._content = QWidget()
            self._layout.addWidget(self._content)
            self._rest = self._fill(self._content, wanted, ticks)
            self._go_on()

    def _go_on(self) -> None:
        """Make more cards; the others when everything else has been done."""
        if not self._wanted.words:
            list(self._rest)
        elif len(list(islice(self._rest, AT_ONCE))) == AT_ONCE:
            self._timer.start(0)
        if self._content:
            self._content.show()  # at once: what is put into a layout is shown only a little later
        lay_out_now()

    def _drop_content(self) -> None:
        self._rest = iter(())
        if self._content:
            self._layout.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
            self._content = None

    def _fill(self, content: QWidget, wanted: Wanted, ticks: Ticks) -> Iterator[GuideCard]:
        """Put everything into its place, one card after the other."""
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, em(content, 0.6), 0, em(content, 0.6))
        layout.setSpacing(em(content, 0.5))
        for view in wanted.views:
            for heading, items in _headed(view, bool(wanted.words)):
                columns = Columns(wanted.columns, em(content, 0.6))
                layout.addWidget(told(heading, role="heading"))
                layout.addLayout(columns)
                for group, item in items:
                    alone = view.of_item(group, item)
                    card = GuideCard(alone, wanted.words, ticks, self._icons)
                    card.copy_asked.connect(self.copy_asked)
                    card.print_asked.connect(self.print_asked)
                    columns.add(card, _length(item))
                    yield card
            if view.caution:
                layout.addWidget(told(view.caution, role="warning"))
        layout.addStretch()


class Columns(QHBoxLayout):
    """Cards in columns, each put where there is least so far."""

    def __init__(self, count: int, spacing: int) -> None:
        super().__init__()
        self._heights = [0] * count
        self._columns = [QVBoxLayout() for _ in range(count)]
        self.setSpacing(spacing)
        for column in self._columns:
            column.setSpacing(spacing)
            column.addStretch()
            self.addLayout(column, 1)

    def add(self, card: QWidget, height: int) -> None:
        """Put a card of about this height under the others."""
        shortest = self._heights.index(min(self._heights))
        self._heights[shortest] += height
        column = self._columns[shortest]
        column.insertWidget(column.count() - 1, card)


def _headed(view: GuideView, found: bool) -> Iterator[tuple[str, list[tuple[str, ItemView]]]]:
    """The items of each group; where something was looked for, all of a panel together."""
    groups = [(group.title, [(group.title, item) for item in group.items]) for group in view.groups]
    if found:
        items = [pair for _, pairs in groups for pair in pairs]
        groups = [(f"{view.title}（{len(items)} 条）", items)]
    yield from groups


def _length(item: ItemView) -> int:
    """About how high a card will be, in characters."""
    lines = (*item.paragraphs, *item.steps, *(text for _, text in item.remarks), *item.cautions)
    return 60 + sum(len(line) + COLUMN // 2 for line in lines)
