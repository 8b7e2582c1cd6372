"""What changes when, drawn as a line with a mark for each event."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from yibao.presenters.parts.timeline_text import timeline_text
from yibao.presenters.parts.views import EventView
from yibao.window.kit.look import em
from yibao.window.kit.telling import Telling, tell

NAME = "以后的变化"
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class Timeline(QLabel, Telling):
    """A full mark for what holds now, open ones for what is to come, the words beside them.

    Nothing is told by colour alone, and a screen reader gets the same as a sentence: it takes the
    line for a label, because it passes over the names of other widgets that only draw.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._events: Sequence[EventView] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_events(self, events: Sequence[EventView]) -> None:
        """Draw these, the first as what holds now; nothing at all where there are none."""
        if events == self._events:
            return
        self._events = events
        self.setAccessibleName(f"{NAME}：{timeline_text(events)}")
        self.setVisible(bool(events))
        tell(self)
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The words wrap, so that a narrow line of time is a long one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in which every word can be read."""
        return sum(self._height(event, width) for event in self._events)

    def sizeHint(self) -> QSize:
        """As wide as a short line of text."""
        width = em(self, 16)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for a word beside the mark."""
        return QSize(em(self, 8), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, the marks, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self.palette().color(QPalette.ColorRole.Accent)
        middle, radius = em(self, 0.5), em(self, 0.28)
        stroke = max(2, em(self, 0.1))
        tops = self._tops()
        centres = [QPointF(middle, top + QFontMetrics(self._bold()).height() / 2) for top in tops]
        painter.setPen(QPen(accent, stroke))
        for first, second in pairwise(centres):
            painter.drawLine(first, second)
        for index, (shown, centre, top) in enumerate(zip(self._events, centres, tops, strict=True)):
            filled = accent if index == 0 else self.palette().color(QPalette.ColorRole.Base)
            painter.setPen(QPen(accent, stroke))
            painter.setBrush(filled)
            painter.drawEllipse(centre, radius, radius)
            self._write(painter, shown, top)

    def _write(self, painter: QPainter, shown: EventView, top: int) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        width = self._text_width(self.width())
        for text, font in self._lines(shown):
            painter.setFont(font)
            height = self._text_height(text, font, width)
            painter.drawText(QRect(self._indent, top, width, height), WRAPPED, text)
            top += height

    def _tops(self) -> list[int]:
        tops, top = list[int](), 0
        for event in self._events:
            tops.append(top)
            top += self._height(event, self.width())
        return tops

    def _height(self, event: EventView, width: int) -> int:
        texts = self._lines(event)
        inner = self._text_width(width)
        return sum(self._text_height(text, font, inner) for text, font in texts) + em(self, 0.4)

    def _lines(self, event: EventView) -> tuple[tuple[str, QFont], tuple[str, QFont]]:
        return (event.when, self._bold()), (event.what, self.font())

    def _text_height(self, text: str, font: QFont, width: int) -> int:
        room = QRect(0, 0, width, 100_000)
        return QFontMetrics(font).boundingRect(room, WRAPPED, text).height()

    def _text_width(self, width: int) -> int:
        return max(em(self, 4), width - self._indent)

    @property
    def _indent(self) -> int:
        return em(self, 1.3)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font
