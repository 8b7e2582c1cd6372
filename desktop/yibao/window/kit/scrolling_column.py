"""A column of the window that scrolls up and down when it is longer than the window is high."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollingColumn(QScrollArea):
    """As wide as its place is, and never wider."""

    def __init__(self, content: QWidget, name: str) -> None:
        """The arrow keys scroll it; `name` says to a screen reader what is scrolled."""
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        self._wanted: QWidget | None = None
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._follow)
        bar.actionTriggered.connect(self._let_go)

    def to_top(self) -> None:
        """Show its beginning."""
        self._let_go()
        self.verticalScrollBar().setValue(0)

    def to_widget(self, widget: QWidget) -> None:
        """Show a part of it from its top on, also when what it consists of is made later."""
        self._wanted = widget
        self._follow()

    def _follow(self) -> None:
        if self._wanted:
            self.verticalScrollBar().setValue(self._wanted.y())

    def _let_go(self) -> None:
        """Follow nothing any longer: somebody scrolls, or wants to see something else."""
        self._wanted = None
