"""One answer at a glance: what it is about, the headline, and the line that is asked for next."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel

from yibao.presenters.answer.tiles import TileView
from yibao.window.answer.headline import Headline
from yibao.window.kit.arranged import Column, Place
from yibao.window.kit.labels import fill, plain
from yibao.window.kit.look import em

CORNER = 0.5


class Tile(Column):
    """Can be pressed anywhere; its words can be selected all the same."""

    fills = True
    pressed = Signal(str)
    released = Signal()
    """Nothing was selected meanwhile."""

    def __init__(self, name: str, headline: str) -> None:
        """`headline` is the name of the label that holds it."""
        super().__init__()
        self.setObjectName(f"{name}Tile")
        self._name = name
        self._chosen = False
        self._has_keys = False
        self._spacing = em(self, 0.1)
        side, end = em(self, 0.9), em(self, 0.5)
        self._margins = (side, end, side, end)
        self._title = plain(role="quiet")
        self._headline = Headline(headline)
        self._line = plain()
        self.add(self._title, self._headline, self._line)
        for label in self._labels:
            label.installEventFilter(self)

    def show_view(self, view: TileView, *, alone: bool) -> None:
        """Show an answer; larger where there is no other."""
        fill(self._title, view.title)
        self._headline.look_as(is_answer=view.is_answer, alone=alone)
        fill(self._headline, view.headline)
        fill(self._line, view.line)
        self.setAccessibleName(view.spoken)

    def clear(self) -> None:
        """Hold nothing."""
        for label in self._labels:
            label.clear()
        self.setAccessibleName("")

    def look(self, *, chosen: bool, has_keys: bool) -> None:
        """Show whether it is chosen, and whether the keys go there."""
        if (chosen, has_keys) != (self._chosen, self._has_keys):
            self._chosen, self._has_keys = chosen, has_keys
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press on the words is one on the tile."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self.pressed.emit(self._name)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._let_go()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be chosen."""
        self.pressed.emit(self._name)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the keys."""
        self._let_go()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame: a thick one and another ground for what is chosen, one more for keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        thick = 2 if self._chosen else 1
        painter.setPen(QPen(palette.accent() if self._chosen else palette.mid(), thick))
        painter.setBrush(palette.highlight() if self._chosen else palette.button())
        self._draw_frame(painter, thick / 2)
        if self._has_keys:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Text), 2))
            self._draw_frame(painter, 5)

    def _places(self, width: int, height: int) -> Iterator[Place]:
        """In the middle, where it is higher than the words are."""
        places = [*super()._places(width, height)]
        ends = [place.bottom() + 1 for _, place in places]
        lower = max(0, height - max(ends, default=0)) // 2
        return ((part, place.translated(0, lower)) for part, place in places)

    def _draw_frame(self, painter: QPainter, inwards: float) -> None:
        place = QRectF(self.rect()).adjusted(inwards, inwards, -inwards, -inwards)
        corner = max(1.0, em(self, CORNER) - inwards)
        painter.drawRoundedRect(place, corner, corner)

    def _let_go(self) -> None:
        if not any(label.hasSelectedText() for label in self._labels):
            self.released.emit()

    @property
    def _labels(self) -> tuple[QLabel, ...]:
        return (self._title, self._headline, self._line)
