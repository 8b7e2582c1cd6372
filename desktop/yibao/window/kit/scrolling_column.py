"""A column of the window that scrolls up and down when it is longer than the window is high."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from yibao.window.kit.arranged import needed
from yibao.window.kit.telling import Holder, Telling, tell


class ScrollingColumn(QScrollArea, Holder, Telling):
    """As wide as its place is; what it shows has the same width with and without a scroll bar.

    So nothing that is typed makes lines break elsewhere, only because a scroll bar came or went.
    """

    _forgotten = Signal()

    def __init__(self, name: str, content: QWidget | None = None) -> None:
        """The arrow keys scroll it; `name` says to a screen reader what is scrolled."""
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._waits = False
        self._scrolls = True
        self._forgotten.connect(self.arrange, Qt.ConnectionType.QueuedConnection)
        if content:
            self.hold(content)
        self._wanted: QWidget | None = None
        self._to_reveal: QWidget | None = None
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._follow)
        bar.actionTriggered.connect(self._let_go)

    def hold(self, content: QWidget) -> None:
        """Show this from now on."""
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self.setWidgetResizable(not isinstance(content, Holder))  # Qt's own layouts know how

    def to_top(self) -> None:
        """Show its beginning."""
        self._let_go()
        self.verticalScrollBar().setValue(0)

    def to_widget(self, widget: QWidget) -> None:
        """Show a part of it from its top on, also when what it consists of is made later."""
        self._wanted = widget
        self._follow()

    def reveal(self, part: QWidget) -> None:
        """Scroll as little as brings a part in sight, once everything has its place."""
        self._to_reveal = part
        self.forget(part)

    def forget(self, part: QWidget) -> None:
        """Ask what is shown again how high it is, before it is painted."""
        if not self._waits:
            self._waits = True
            self._forgotten.emit()
            tell(self)

    def arrange(self) -> None:
        """Make what is shown as high as it needs to be, and at least as high as the place is."""
        self._waits = False
        content = self.widget()
        if isinstance(content, Holder):
            width = self.width() - self.bar_width
            content.resize(width, max(needed(content, width), self.height()))
            content.arrange()
            self._follow()
        part, self._to_reveal = self._to_reveal, None
        if part and isValid(part):
            self.ensureWidgetVisible(part)

    def set_scrolling(self, on: bool) -> None:
        """Scroll by itself, or be as high as it needs to be inside of what scrolls."""
        self._scrolls = on
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if on else policy.ScrollBarAlwaysOff
        )
        self.forget(self)

    @property
    def bar_width(self) -> int:
        """What is kept free for the scroll bar."""
        return self.verticalScrollBar().sizeHint().width() if self._scrolls else 0

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in which nothing has to be scrolled."""
        content = self.widget()
        return needed(content, width - self.bar_width) if content else 0

    def minimumSizeHint(self) -> QSize:
        """Little: it scrolls."""
        least = self.verticalScrollBar().sizeHint().width() * 4
        return QSize(least, least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange what is shown in the room that there is now."""
        self.arrange()
        super().resizeEvent(event)

    def _follow(self) -> None:
        if self._wanted:
            self.verticalScrollBar().setValue(self._wanted.y())

    def _let_go(self) -> None:
        """Follow nothing any longer: somebody scrolls, or wants to see something else."""
        self._wanted = None
