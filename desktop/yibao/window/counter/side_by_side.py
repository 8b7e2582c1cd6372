"""The two sides of the page: who asks on the left, what is told on the right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter

from yibao.window.counter.asking_side import AskingSide
from yibao.window.counter.telling_side import TellingSide
from yibao.window.kit.look import NARROW, em

ROOMY = 46
"""With so many characters of width the left side has a little more than it needs."""


class SideBySide(QSplitter):
    """Side by side, or one under the other where there is no room beside it."""

    def __init__(self, asking: AskingSide, told: TellingSide) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._asking = asking
        self._told = told
        self.addWidget(asking)
        self.addWidget(told)
        asking.lower()  # first for a screen reader too, which goes by the order of children
        self.setHandleWidth(em(self, 0.5))
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        self._roomy = True
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as there is room."""
        width = event.size().width()
        narrow, roomy = width < em(self, NARROW), width >= em(self, ROOMY)
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if (wanted, roomy) != (self.orientation(), self._roomy):
            self._roomy = roomy
            self.setOrientation(wanted)
            self._share_room()
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """What is needed with one side under the other, whichever way they stand now."""
        sides = (self._asking.minimumSizeHint(), self._told.minimumSizeHint())
        width = max(self._asking.minimumWidth(), *(side.width() for side in sides))
        return QSize(width, sum(side.height() for side in sides))

    def _share_room(self) -> None:
        """As much as the left side needs, or two fifths of the height for the upper one."""
        if self.orientation() == Qt.Orientation.Horizontal:
            more = em(self, 2) if self._roomy else 0
            self.setSizes([self._asking.minimumWidth() + more, em(self, 60)])
        else:
            self.setSizes([self.height() * 2 // 5, self.height() * 3 // 5])
