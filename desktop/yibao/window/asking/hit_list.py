"""The places that a search came to, none of them cut."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from yibao.window.kit.look import em
from yibao.window.kit.telling import show, tell

ROWS = 6
CODE = Qt.ItemDataRole.UserRole


class HitList(QListWidget):
    """As high as its first rows need, a long name on several lines."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName("查到的地区")
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fitted = 0
        """The width for which the height was found; 0 while it has to be found."""
        self.hide()

    def show_hits(self, hits: Iterable[tuple[str, str]]) -> None:
        """List places by code and text; nothing is shown where there is none."""
        self.clear()
        for code, text in hits:
            item = QListWidgetItem(text)
            item.setData(CODE, code)
            self.addItem(item)
        self._fitted = 0
        self._show_bar_for(self.count())
        show(self, self.count() > 0)
        if not self._fitted:
            self._fit()

    def _show_bar_for(self, rows: int) -> None:
        """Settled before the rows are laid out, which a bar that comes later would do twice."""
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bar.ScrollBarAlwaysOn if rows > ROWS else bar.ScrollBarAlwaysOff
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Long names need fewer lines, or more."""
        super().resizeEvent(event)
        if event.size().width() != self._fitted:
            self._fit()

    def _fit(self) -> None:
        self._fitted = self.viewport().width()
        self.doItemsLayout()
        rows = range(min(ROWS, self.count()))
        heights = (self.visualItemRect(self.item(row)).height() for row in rows)
        self.setFixedHeight(sum(heights) + em(self, 0.5))
        tell(self)
