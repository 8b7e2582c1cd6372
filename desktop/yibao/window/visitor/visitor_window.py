"""The visitor's own screen: an answer so large that it is read across the counter."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFont, QGuiApplication, QResizeEvent, QScreen
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from yibao.presenters.answer.visitor_view import RESTING, VisitorView
from yibao.presenters.notices import TITLE
from yibao.window.kit.labels import fill, plain
from yibao.window.kit.look import say_as
from yibao.window.kit.qr_code import QrCode

FIRST_SIZE = (960, 600)
FRAME = 16
"""That part of a screen's height is room for a frame, whose size is not known in time."""
LINES = 15
"""So many lines of main text fill the height of the window, if nothing needs more room."""
COLUMNS = 26
"""So many characters of main text fill its width."""
FACTORS = {
    "place": 1.1,
    "assumptions": 0.7,
    "what": 1.0,
    "headline": 2.6,
    "why": 1.0,
    "conditions": 0.85,
    "change": 1.0,
    "caution": 0.8,
    "site": 0.8,
}
"""Sizes of text, by that of the main text."""
SMALLER = 0.92
"""From one try to the next, until everything has room."""
SMALLEST = 12
"""Pixels."""


class VisitorWindow(QWidget):
    """Shows one answer, or that there is none yet; its text grows and shrinks with it."""

    closed = Signal()
    """Closed by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("visitorWindow")
        self.setWindowTitle(f"{TITLE} 客屏")
        self.setProperty("role", "visitor")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # The keys stay with the clerk, who goes on typing while the visitor looks.
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._labels = {name: plain(name=f"visitor{name.title()}") for name in FACTORS}
        say_as(self._labels["headline"], "visitorAmount")
        for name in ("assumptions", "caution"):
            say_as(self._labels[name], "visitorQuiet")
        for label in self._labels.values():
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._code = QrCode("visitorCode")
        self._layout = QVBoxLayout(self)
        # The text follows the window, never the window the text.
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._lay_out()
        self.resize(*FIRST_SIZE)
        self.show_view(None)

    def show_view(self, view: VisitorView | None) -> None:
        """Show an answer, or rest where there is none; nothing of the last one stays."""
        if view is None:
            place, headline, why = RESTING
            texts = {"place": place, "headline": headline, "why": why}
        else:
            texts = {
                "place": view.place,
                "what": view.what,
                "headline": view.headline,
                "why": "\n".join(view.why),
                "conditions": "\n".join(view.conditions),
                "change": view.next_change,
                "assumptions": view.assumptions,
                "caution": view.caution,
                "site": view.site_name,
            }
        for name, label in self._labels.items():
            fill(label, texts.get(name, ""))
        self._code.show_address(view.site if view else "")
        self._fit()

    def fill(self, screen: QScreen) -> None:
        """Fill a screen."""
        if self.isFullScreen() and self.geometry() == screen.geometry():
            return
        self.setWindowState(Qt.WindowState.WindowNoState)  # else it fills the screen it is on
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()  # showFullScreen() would take the keys

    def stand_on(self, screen: QScreen) -> None:
        """Stand as an ordinary window in a corner of a screen; anywhere in sight it stays."""
        if self.isVisible() and not self.isFullScreen() and self._is_in_sight():
            return
        room = screen.availableGeometry()
        self.showNormal()
        self.setScreen(screen)
        around = room.height() // FRAME
        room.adjust(around, around, -around, -around)
        place = QRect(QPoint(), QSize(*FIRST_SIZE).boundedTo(room.size()))
        place.moveBottomRight(room.bottomRight())
        self.setGeometry(place)

    def _is_in_sight(self) -> bool:
        """A strip at an edge is not: that is where a window manager leaves what lay outside."""
        return QGuiApplication.screenAt(self.geometry().center()) is not None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell of it, because the clerk's button must know."""
        super().closeEvent(event)
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The largest text with which everything has room."""
        room: QRect = self.contentsRect()
        size = min(room.height() / LINES, room.width() / COLUMNS)
        self._use(size)
        while size > SMALLEST and self._needed(room.width()) > room.height():
            size *= SMALLER
            self._use(size)

    def _needed(self, width: int) -> int:
        self._layout.invalidate()
        return self._layout.totalHeightForWidth(width)

    def _use(self, size: float) -> None:
        margin = round(size)
        self._layout.setContentsMargins(margin, margin, margin, margin)
        self._layout.setSpacing(round(size * 0.5))
        for name, label in self._labels.items():
            font = QFont(self.font())
            font.setPixelSize(max(1, round(size * FACTORS[name])))
            font.setBold(name == "headline")
            label.setFont(font)
        side = round(size * 5)
        self._code.setFixedSize(side, side)

    def _lay_out(self) -> None:
        for name in ("place", "assumptions", "what", "headline", "why", "conditions", "change"):
            self._layout.addWidget(self._labels[name])
        self._layout.addStretch()
        last = QHBoxLayout()
        words = QVBoxLayout()
        words.addStretch()
        words.addWidget(self._labels["caution"])
        words.addWidget(self._labels["site"])
        self._labels["site"].setAlignment(Qt.AlignmentFlag.AlignRight)
        last.addLayout(words, 1)
        last.addWidget(self._code, 0, Qt.AlignmentFlag.AlignBottom)
        self._layout.addLayout(last)
