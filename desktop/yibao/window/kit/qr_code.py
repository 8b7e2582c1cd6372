"""A QR code, drawn as shapes: sharp on every screen and every printer."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from yibao.presenters.handout.qr import Modules, qr_modules
from yibao.window.kit.look import em

QUIET = 4
"""Modules of light around the code, as the standard asks."""
SIZE = 8
"""Width, in characters."""


def draw_qr(painter: QPainter, place: QRectF, modules: Modules) -> None:
    """Draw a code into a square, dark on light whatever the colours around it are."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(place, Qt.GlobalColor.white)
    side = place.width() / (len(modules) + 2 * QUIET)
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            if dark:
                left, top = place.left() + (x + QUIET) * side, place.top() + (y + QUIET) * side
                # A hair more than its share, so that no line of light shows between two of them.
                painter.fillRect(QRectF(left, top, side * 1.02, side * 1.02), Qt.GlobalColor.black)
    painter.restore()


class QrCode(QLabel):
    """Shows the code of an address; a label to a screen reader, which reads the address."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._modules: Modules = ()
        side = em(self, SIZE)
        self.setFixedSize(QSize(side, side))
        self.hide()

    def show_address(self, address: str) -> None:
        """Show the code of an address; nothing at all where it is empty."""
        self._modules = qr_modules(address) if address else ()
        self.setAccessibleName(f"二维码：{address}" if address else "")
        self.setVisible(bool(address))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the code as large as there is room for a square."""
        if self._modules:
            side = min(self.width(), self.height())
            draw_qr(QPainter(self), QRectF(0, 0, side, side), self._modules)
