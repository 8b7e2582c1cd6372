"""A row of widgets that goes on in another line where there is no more room."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from yibao.window.kit.arranged import Arranged, Place


class Flow(Arranged):
    """Lines of widgets in their own size, from the right where `right` is said."""

    def __init__(self, spacing: int, *, right: bool = False) -> None:
        super().__init__(spacing)
        self._right = right

    def sizeHint(self) -> QSize:
        """Everything in one line."""
        shown = self._shown()
        return QSize(self._width(shown), max((_size(part).height() for part in shown), default=0))

    def _places(self, width: int, height: int) -> Iterator[Place]:
        top = 0
        for line in self._lines(width):
            left = width - self._width(line) if self._right else 0
            for part in line:
                size = _size(part)
                yield part, QRect(left, top, min(size.width(), width), size.height())
                left += size.width() + self._spacing
            top += max(_size(part).height() for part in line) + self._spacing

    def _lines(self, width: int) -> list[list[QWidget]]:
        lines: list[list[QWidget]] = []
        for part in self._shown():
            if lines and self._width([*lines[-1], part]) <= width:
                lines[-1].append(part)
            else:
                lines.append([part])
        return lines

    def _width(self, line: list[QWidget]) -> int:
        widths = sum(_size(part).width() for part in line)
        return widths + self._spacing * max(0, len(line) - 1)

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]


def _size(part: QWidget) -> QSize:
    """As large as it would like to be, unless it was told how large."""
    wanted = part.sizeHint().expandedTo(part.minimumSizeHint()).expandedTo(part.minimumSize())
    return wanted.boundedTo(part.maximumSize())
