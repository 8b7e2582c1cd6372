"""The first rows of a file with their answers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from yibao.presenters.roster.outcome import Preview
from yibao.presenters.roster.row_answer import ADDED
from yibao.window.kit.look import em
from yibao.window.kit.telling import tell

SHOWN = ("结果", "每月到账", "全年到账", "还差月数", "退休月份", "下次变化", "提示")
"""Of what is added; the rest stands in the file."""
WIDEST = 14
"""Characters of a column; the whole text is in its tool tip."""


class FirstRows(QTableWidget):
    """A table to look at: what the file says of a person, and what is answered."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rosterPreview")
        self.setAccessibleName("前几行和算出来的")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(True)

    def show_preview(self, preview: Preview) -> None:
        """Show the columns that are used, and behind them what is answered."""
        columns = preview.columns
        used = sorted(columns.mapped.values())
        added = [ADDED.index(name) for name in SHOWN]
        rows = [
            [*(row[n] for n in used), *(answer[n] for n in added)]
            for row, answer in zip(preview.rows, preview.answers, strict=True)
        ]
        told = [n for n in range(len(used) + len(added)) if any(row[n] for row in rows)]
        names = [*(columns.names[n] for n in used), *SHOWN]
        self.setColumnCount(len(told))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels([names[n] for n in told])
        for at, row in enumerate(rows):
            for place, n in enumerate(told):
                item = QTableWidgetItem(row[n])
                item.setToolTip(row[n])
                self.setItem(at, place, item)
        self._fit()

    def forget(self) -> None:
        """Show nothing."""
        self.clear()
        self.setRowCount(0)
        self.setColumnCount(0)

    def _fit(self) -> None:
        """As wide as what stands in it, within reason; as high as all rows."""
        self.resizeColumnsToContents()
        for column in range(self.columnCount()):
            width = min(self.columnWidth(column) + em(self, 0.6), em(self, WIDEST))
            self.setColumnWidth(column, width)
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + bar + 4)
        tell(self)
