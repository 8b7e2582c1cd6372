"""A column of the window that scrolls up and down when it is longer than the window is high."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Column(QScrollArea):
    """As wide as its place is, and never wider."""

    def __init__(self, content: QWidget, name: str) -> None:
        """The arrow keys scroll it; `name` says to a screen reader what is scrolled."""
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)

    def to_top(self) -> None:
        """Show its beginning."""
        self.verticalScrollBar().setValue(0)
