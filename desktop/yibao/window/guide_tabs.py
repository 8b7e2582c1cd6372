"""The guide panels beside the answer."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from yibao.presenters.guide_views import GroupView, GuideView, ItemView
from yibao.window import rich_text
from yibao.window.labels import plain, rich
from yibao.window.look import card, em

COLUMN = 26
"""Least width of a column of cards, in characters."""


class GuideTabs(QTabWidget):
    """A tab for each panel, as high as the panel that is looked at.

    Only that one is drawn: a tab widget is as high as the highest of its pages.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guideTabs")
        self.setAccessibleName("办事指南")
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self._views: Sequence[GuideView] = ()
        self.currentChanged.connect(self._draw)

    def show_guides(self, views: Sequence[GuideView]) -> None:
        """Show the panels, staying on the one that is looked at."""
        self._views = views
        for view in views[self.count() :]:
            self.addTab(GuidePage(), view.title)
        self._draw(self.currentIndex())

    def _draw(self, current: int) -> None:
        for index, view in enumerate(self._views):
            page = self.widget(index)
            if isinstance(page, GuidePage):
                page.show_guide(view if index == current else None)


class GuidePage(QWidget):
    """One panel: groups of cards, in as many columns as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._view: GuideView | None = None
        self._columns = 0
        self._content: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_guide(self, view: GuideView | None) -> None:
        """Show a panel, unless it stands there already; nothing at all for None."""
        if view != self._view:
            self._view = view
            self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use another number of columns where the width now asks for it."""
        super().resizeEvent(event)
        if self._columns_wanted() != self._columns:
            self._fill()

    def _columns_wanted(self) -> int:
        return max(1, self.width() // em(self, COLUMN))

    def _fill(self) -> None:
        if self._content:
            self._layout.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
            self._content = None
        if self._view:
            self._columns = self._columns_wanted()
            self._content = _groups(self._view, self._columns)
            self._layout.addWidget(self._content)


def _groups(view: GuideView, columns: int) -> QWidget:
    content = QWidget()
    layout = QVBoxLayout(content)
    layout.setContentsMargins(0, em(content, 0.6), 0, em(content, 0.6))
    layout.setSpacing(em(content, 0.5))
    for group in view.groups:
        layout.addWidget(plain(group.title, "heading"))
        layout.addLayout(_cards(group, columns, em(content, 0.6)))
    if view.caution:
        layout.addWidget(plain(view.caution, "warning"))
    layout.addStretch()
    return content


def _cards(group: GroupView, count: int, spacing: int) -> QHBoxLayout:
    """The cards of a group, each put where there is least so far."""
    row = QHBoxLayout()
    row.setSpacing(spacing)
    columns = [QVBoxLayout() for _ in range(count)]
    heights = [0] * count
    for item in group.items:
        shortest = heights.index(min(heights))
        heights[shortest] += _length(item)
        columns[shortest].addWidget(_item_card(item))
    for column in columns:
        column.setSpacing(spacing)
        column.addStretch()
        row.addLayout(column, 1)
    return row


def _item_card(item: ItemView) -> QFrame:
    frame = card()
    layout = QVBoxLayout(frame)
    margin = em(frame, 0.7)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(em(frame, 0.3))
    layout.addWidget(plain(item.title, "title"))
    layout.addWidget(rich(rich_text.guide_item(item)))
    for caution in item.cautions:
        layout.addWidget(plain(caution, "warning"))
    for source in item.sources:
        layout.addWidget(plain(f"出处：{source}", "quiet"))
    return frame


def _length(item: ItemView) -> int:
    """About how high a card will be, in characters."""
    lines = (*item.paragraphs, *item.steps, *(text for _, text in item.remarks), *item.cautions)
    return 40 + sum(len(line) + COLUMN // 2 for line in lines)
