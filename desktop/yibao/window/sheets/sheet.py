"""A page of its own over the window: the help, the settings, what the program is made of."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from yibao.window.kit.labels import plain
from yibao.window.kit.look import em
from yibao.window.kit.scrolling_column import ScrollingColumn

WIDTH = 36
"""In characters."""


class Sheet(QDialog):
    """As large as what stands on it, never larger than the window; made anew each time."""

    def __init__(self, title: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._room = parent.size()
        self._content = QWidget()
        self._content.setProperty("role", "page")
        self.rows = QVBoxLayout(self._content)
        """What stands on the sheet, from top to bottom."""
        self.rows.setContentsMargins(0, 0, em(self, 0.5), 0)
        self.rows.setSpacing(em(self, 0.6))

    def finish(self) -> None:
        """Put the last row in, and find the size in which everything can be read."""
        self.rows.addStretch()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        margin = em(self, 1)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(margin)
        layout.addWidget(ScrollingColumn(self.windowTitle(), self._content), 1)
        layout.addWidget(buttons)
        width = min(em(self, WIDTH), self._room.width())
        needed = self.rows.totalHeightForWidth(width - 2 * margin)
        height = needed + buttons.sizeHint().height() + 4 * margin
        self.resize(width, min(height, self._room.height()))


def pairs(rows: Iterable[tuple[str, str]], role: str) -> QGridLayout:
    """Names in this role, and beside each what it stands for."""
    grid = QGridLayout()
    for number, (name, meaning) in enumerate(rows):
        for column, (text, said_as) in enumerate(((name, role), (meaning, ""))):
            label = plain(text, said_as)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label, number, column)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 2)
    return grid
