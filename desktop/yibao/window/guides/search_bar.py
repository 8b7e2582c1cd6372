"""The line over the guides: what may be typed to find something, and a button beside it."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from yibao.window.kit.arranged import Arranged, Place
from yibao.window.kit.look import em

NARROW = 24
"""With less than so many characters of width each part has a line of its own."""


class SearchBar(Arranged):
    """A label, a box that takes what room there is, and a button."""

    def __init__(self, label: QLabel, box: QLineEdit, button: QPushButton) -> None:
        super().__init__()
        self._spacing = em(self, 0.5)
        self.add(label, box, button)

    def _places(self, width: int, height: int) -> Iterator[Place]:
        label, box, button = self._parts
        if width < em(self, NARROW):
            yield from self._lines(width)
            return
        high = box.sizeHint().height()
        left, right = _size(label).width(), _size(button).width()
        rest = width - sum(part + self._spacing for part in (left, right) if part)
        start = left + self._spacing
        yield label, QRect(0, 0, left, high)
        yield box, QRect(start, 0, rest, high)
        if right:
            yield button, QRect(start + rest + self._spacing, 0, right, high)

    def _lines(self, width: int) -> Iterator[Place]:
        top = 0
        for part in self._parts:
            if high := _size(part).height():
                yield part, QRect(0, top, width, high)
                top += high + self._spacing


def _size(part: QWidget) -> QSize:
    return QSize(0, 0) if part.isHidden() else part.sizeHint()
