"""Pictures of the window, and how far they are from those that were found good."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel, QWidget

REFERENCES = Path(__file__).parents[2] / "data" / "pictures"
TILE = (160, 120)
ACROSS = 5
NOTICEABLE = 40
"""Of 255: what one pixel of the font more or less does to a reduced picture stays below it."""
ALLOWED = 0.02
"""So much of a picture may differ noticeably."""


def reduced(picture: QImage) -> QImage:
    """A picture small enough to be kept, and to forget about single pixels."""
    ignore = Qt.AspectRatioMode.IgnoreAspectRatio
    smooth = Qt.TransformationMode.SmoothTransformation
    return picture.scaled(*TILE, ignore, smooth).convertToFormat(QImage.Format.Format_RGB32)


def contact_sheet(tiles: Sequence[QImage]) -> QImage:
    """Reduced pictures in rows."""
    width, height = TILE
    rows = -(-len(tiles) // ACROSS)
    sheet = QImage(width * ACROSS, height * rows, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.gray)
    painter = QPainter(sheet)
    for number, tile in enumerate(tiles):
        painter.drawImage(number % ACROSS * width, number // ACROSS * height, tile)
    painter.end()
    return sheet


def tile_of(sheet: QImage, number: int) -> QImage:
    """One of the pictures of a contact sheet."""
    width, height = TILE
    return sheet.copy(number % ACROSS * width, number // ACROSS * height, width, height)


def difference(one: QImage, other: QImage) -> float:
    """How much of two reduced pictures differs noticeably, from 0 to 1."""
    differing = sum(
        1
        for here, there in zip(_channels(one), _channels(other), strict=True)
        if abs(here - there) > NOTICEABLE
    )
    return differing / (TILE[0] * TILE[1] * 4)


def _channels(picture: QImage) -> bytes:
    """Red, green, blue and nothing of each pixel, slightly blurred."""
    width, height = TILE
    smooth = Qt.TransformationMode.SmoothTransformation
    ignore = Qt.AspectRatioMode.IgnoreAspectRatio
    half = picture.scaled(width // 2, height // 2, ignore, smooth)
    again = half.scaled(width, height, ignore, smooth)
    return bytes(again.convertToFormat(QImage.Format.Format_RGB32).constBits())


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio as the WCAG define it, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def pale_labels(window: QWidget, least: float) -> Iterator[str]:
    """Labels whose strokes do not stand out against what is behind them."""
    scale = 3  # so that thin strokes have pixels of their own
    picture = QImage(window.size() * scale, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(scale)
    window.render(picture)
    for label in window.findChildren(QLabel):
        seen = label.visibleRegion().boundingRect()
        a_line_of_it = seen.height() >= label.fontMetrics().height()
        if not label.text() or not a_line_of_it or label.window() is not window.window():
            continue
        place = seen.translated(label.mapTo(window, label.rect().topLeft()))
        found = _contrast_in(picture, place, scale)
        if found < least:
            yield f"{label.objectName() or label.text()[:12]}: {found:.1f}"


def _contrast_in(picture: QImage, place: QRect, scale: int) -> float:
    """The contrast of the strongest stroke with the colour that covers the most."""
    area = QRect(place.topLeft() * scale, place.size() * scale)
    pixels = memoryview(picture.constBits()).cast("I")
    counts: Counter[int] = Counter()
    for y in range(area.top(), area.bottom()):
        start = y * picture.width()
        counts.update(pixels[start + area.left() : start + area.right()])
    if not counts:
        return 21.0
    ground = QColor(counts.most_common(1)[0][0])
    often = [QColor(pixel) for pixel, count in counts.items() if count > 4]
    return max((contrast(colour, ground) for colour in often), default=1.0)
