"""One step of several: a box to tick while it is explained."""

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QCheckBox

from yibao.window.kit import rich_text
from yibao.window.kit.labels import told
from yibao.window.kit.look import em, least_target, say_as


class StepBox(QCheckBox):
    """A box whose words wrap and step back once it is ticked; all of it can be pressed."""

    def __init__(self, number: int, text: str, words: Sequence[str], *, done: bool) -> None:
        """`words` are marked in the text."""
        super().__init__()
        marked = rich_text.marked(text, words)
        self._label = told(f"{number}. {text}", marked and f"{number}. {marked}")
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(text)
        self.toggled.connect(self._look_done)
        self.setChecked(done)
        self._label.setParent(self)
        self._margins = QMargins(em(self, 1.8), em(self, 0.2), em(self, 0.3), em(self, 0.2))
        self._least = least_target(em(self))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """As the words need it, and enough for a hand."""
        words = self._label.heightForWidth(
            QRect(0, 0, width, 0).marginsRemoved(self._margins).width()
        )
        return max(self._least, words + self._margins.top() + self._margins.bottom())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words fill it, beside the box."""
        super().resizeEvent(event)
        self._label.setGeometry(self.rect().marginsRemoved(self._margins))

    def hitButton(self, pos: QPoint) -> bool:
        """The words belong to it as well as the box."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, and what shows that it is pointed at or has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(self._pen(QPalette.ColorRole.Accent, self.hasFocus()))
        painter.setBrush(self.palette().highlight() if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(around, em(self, 0.3), em(self, 0.3))
        self._draw_box(painter)

    def _draw_box(self, painter: QPainter) -> None:
        side = em(self, 1)
        box = QRectF(em(self, 0.4), (self.height() - side) / 2, side, side)
        checked = self.isChecked()
        palette = self.palette()
        painter.setPen(self._pen(QPalette.ColorRole.Accent if checked else QPalette.ColorRole.Text))
        painter.setBrush(palette.accent() if checked else palette.base())
        painter.drawRoundedRect(box, side / 6, side / 6)
        if checked:
            painter.setPen(self._pen(QPalette.ColorRole.BrightText))
            corners = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))
            painter.drawPolyline([box.topLeft() + QPointF(x, y) * side for x, y in corners])

    def _pen(self, role: QPalette.ColorRole, drawn: bool = True) -> QPen | Qt.PenStyle:
        if not drawn:
            return Qt.PenStyle.NoPen
        return QPen(self.palette().color(role), max(2, em(self, 0.1)))

    def _look_done(self, done: bool) -> None:
        say_as(self._label, "done" if done else "")
