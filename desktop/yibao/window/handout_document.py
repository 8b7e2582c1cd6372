"""A handout on paper: laid out once for a kind of paper, drawn on a screen, a printer or a PDF."""

from collections.abc import Iterable
from html import escape

from msgspec import Struct
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from yibao.presenters.handout import Handout, Part, Section
from yibao.presenters.qr import qr_modules
from yibao.window.qr_code import draw_qr

POINT = 72
"""Units of the layout in an inch."""
MILLIMETRE = POINT / 25.4
CODE = "code"
CODE_PIXELS = 600


class Paper(Struct, frozen=True):
    """A kind of paper, in millimetres; `height` is None where it comes from a roll."""

    name: str
    width: float
    height: float | None
    margin: float
    text: float
    """Height of the main text, in points."""


PAPERS = {
    "a4": Paper("A4", 210, 297, 18, 11.5),
    "a5": Paper("A5", 148, 210, 12, 10.5),
    "roll": Paper("80 毫米小票", 80, None, 4, 9.5),
}
LARGE = 1.5
"""How much larger the large type is."""


class HandoutDocument:
    """The pages of a handout, in points."""

    def __init__(self, handout: Handout, paper: Paper, *, large: bool, family: str) -> None:
        self._margin = paper.margin * MILLIMETRE
        width = paper.width * MILLIMETRE - 2 * self._margin
        size = paper.text * (LARGE if large else 1)
        self._document = QTextDocument()
        font = QFont(family)
        font.setPixelSize(round(size))
        self._document.setDefaultFont(font)
        self._document.setDocumentMargin(0)
        address = QUrl(CODE)
        self._document.addResource(
            QTextDocument.ResourceType.ImageResource, address, _code(handout.site)
        )
        self._document.setHtml(_html(handout, size))
        if paper.height is None:
            self._document.setTextWidth(width)
            height = self._document.size().height() + 1
        else:
            height = paper.height * MILLIMETRE - 2 * self._margin
        self._inner = QSizeF(width, height)
        self._document.setPageSize(self._inner)

    @property
    def pages(self) -> int:
        """How many there are."""
        return self._document.pageCount()

    @property
    def page(self) -> QSizeF:
        """Size of a page with its margins, in points."""
        both = 2 * self._margin
        return QSizeF(self._inner.width() + both, self._inner.height() + both)

    def paint_page(self, painter: QPainter, number: int, scale: float) -> None:
        """Draw one page, counted from 0, with so many units of the painter for each point."""
        painter.save()
        painter.scale(scale, scale)
        top = number * self._inner.height()
        painter.translate(self._margin, self._margin - top)
        clip = QRectF(0, top, self._inner.width(), self._inner.height())
        painter.setClipRect(clip)
        self._document.drawContents(painter, clip)
        painter.restore()

    def print_on(self, device: QPagedPaintDevice) -> bool:
        """Print every page; whether the device took them."""
        device.setPageSize(QPageSize(self.page, QPageSize.Unit.Point))
        device.setPageMargins(QMarginsF(0, 0, 0, 0))
        painter = QPainter()
        if not painter.begin(device):
            return False
        for number in range(self.pages):
            if number and not device.newPage():
                painter.end()
                return False
            self.paint_page(painter, number, device.logicalDpiX() / POINT)
        return painter.end()

    def as_pdf(self, title: str) -> bytes:
        """The handout as a PDF file."""
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(title)
        self.print_on(writer)
        buffer.close()
        return bytes(content.data())

    def picture(self, number: int, scale: float) -> QImage:
        """One page as it will be, for looking at."""
        size = (self.page * scale).toSize()
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        self.paint_page(painter, number, scale)
        painter.end()
        return image


def _code(site: str) -> QImage:
    image = QImage(CODE_PIXELS, CODE_PIXELS, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    draw_qr(painter, QRectF(0, 0, CODE_PIXELS, CODE_PIXELS), qr_modules(site))
    painter.end()
    return image


def _html(handout: Handout, size: float) -> str:
    """Black on white, whatever the theme; everything out of the views is escaped."""
    parts = "".join(_part(part, size) for part in handout.parts)
    footer = "<br>".join(map(escape, handout.footer))
    side = round(size * 7)
    return (
        f"<body style='color:#000000'>"
        f"<p style='font-size:{size * 1.5:.0f}px'><b>{escape(handout.title)}</b></p>"
        f"<p>{escape(handout.subtitle)}</p><hr>{parts}<hr>"
        f"<p>{footer}</p><p><img src='{CODE}' width='{side}' height='{side}'></p></body>"
    )


def _part(part: Part, size: float) -> str:
    headline = (
        f"<p style='font-size:{size * 2:.0f}px'><b>{escape(part.headline)}</b></p>"
        if part.headline
        else ""
    )
    return f"<p><b>{escape(part.title)}</b></p>{headline}{''.join(map(_section, part.sections))}"


def _section(section: Section) -> str:
    heading = f"<p><b>{escape(section.heading)}</b></p>" if section.heading else ""
    return heading + _lines(section.lines, "ol" if section.numbered else "")


def _lines(lines: Iterable[str], numbered: str) -> str:
    if numbered:
        return f"<ol>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ol>"
    return "".join(f"<p style='margin-top:0; margin-bottom:2px'>{escape(x)}</p>" for x in lines)
