"""A handout on paper: laid out once for a kind of paper, drawn on a screen, a printer or a PDF."""

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

from yibao.presenters.handout.handout import Handout, Part, Section
from yibao.presenters.handout.qr import qr_modules
from yibao.window.kit.qr_code import draw_qr

POINT = 72
"""Units of the layout in an inch."""
MILLIMETRE = POINT / 25.4
CODE = "code"
CODE_PIXELS = 600
RULE = "<hr style='background-color:#000000'>"


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
    "a5": Paper("A5", 148, 210, 10, 10),
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
        self._document.setHtml(_html(handout, size, width))
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


def _html(handout: Handout, size: float, inner: float) -> str:
    """Black on white, whatever the theme; everything out of the views is escaped."""
    title = _paragraph(handout.title, size * 1.5, bold=True)
    about = " · ".join(filter(None, (handout.subtitle, handout.assumptions)))
    subtitle = _paragraph(about, size)
    parts = "".join(_part(part, size) for part in handout.parts)
    footer = "".join(_paragraph(line, size) for line in handout.footer)
    side = round(size * 6)
    beside = f"<td width='{inner - side - size:.0f}'>{footer}</td>"
    code = f"<td><img src='{CODE}' width='{side}' height='{side}'></td>"
    return (
        f"<body style='color:#000000'>{title}{subtitle}{RULE}{parts}{RULE}"
        f"<table><tr>{beside}{code}</tr></table></body>"
    )


def _part(part: Part, size: float) -> str:
    title = _paragraph(part.title, size * 1.15, bold=True, above=size)
    headline = _paragraph(part.headline, size * 2, bold=True) if part.headline else ""
    return title + headline + "".join(_section(section, size) for section in part.sections)


def _section(section: Section, size: float) -> str:
    heading = _paragraph(section.heading, size, bold=True, above=size * 0.6)
    lines = "".join(_paragraph(line, size, item=section.numbered) for line in section.lines)
    return (heading if section.heading else "") + (
        f"<ol>{lines}</ol>" if section.numbered else lines
    )


def _paragraph(
    text: str, size: float, *, bold: bool = False, above: float = 0, item: bool = False
) -> str:
    """Lines of text in a size, with so much room above them; in points."""
    name = "li" if item else "p"
    weight = "bold" if bold else "normal"
    style = (
        f"font-size:{size:.0f}px; font-weight:{weight}; "
        f"margin-top:{above:.0f}px; margin-bottom:{size * 0.2:.0f}px"
    )
    return f"<{name} style='{style}'>{escape(text)}</{name}>"
