"""Line icons in the colour of the text beside them, whatever the theme is."""

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QPushButton

Icons = Mapping[str, bytes]
"""Pictures by name, as SVG with `currentColor` for every line."""
LINE = b"currentColor"


def put_icon(button: QPushButton, icons: Icons, name: str, colour: QPalette.ColorRole) -> None:
    """Put a picture before the button's text; nothing where there is no such picture."""
    if name in icons:
        button.setIcon(QIcon(LineIcon(icons[name], colour)))


class LineIcon(QIconEngine):
    """Draws itself anew in the colour that the program has at that time."""

    def __init__(self, picture: bytes, colour: QPalette.ColorRole) -> None:
        super().__init__()
        self._picture = picture
        self._colour = colour
        self._drawn: dict[tuple[str, int, int], QPixmap] = {}

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw into a place."""
        scale = painter.device().devicePixelRatio()
        pixmap = self.scaledPixmap(rect.size(), mode, state, scale)
        painter.drawPixmap(rect, pixmap)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The picture in a size, in device pixels."""
        return self.scaledPixmap(size, mode, state, 1)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """The picture in logical pixels, sharp at this scale; drawn once for each colour."""
        size = size * scale
        line = QApplication.palette().color(self._colour).name()
        key = (line, size.width(), size.height())
        if key not in self._drawn:
            self._drawn[key] = _draw(self._picture.replace(LINE, line.encode()), size)
        return self._drawn[key]

    def clone(self) -> QIconEngine:
        """Another of the same."""
        return LineIcon(self._picture, self._colour)


def _draw(picture: bytes, size: QSize) -> QPixmap:
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(picture)).render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return pixmap
