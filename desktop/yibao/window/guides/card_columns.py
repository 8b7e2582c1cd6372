"""Cards in columns of about the same height."""

from collections.abc import Iterator

from PySide6.QtCore import QRect

from yibao.window.kit.arranged import Arranged, Place


class CardColumns(Arranged):
    """Each card stands where there is least so far, by the heights that they really have."""

    def __init__(self, count: int, spacing: int) -> None:
        super().__init__(spacing)
        self._count = count

    def _places(self, width: int, height: int) -> Iterator[Place]:
        across = (width - self._spacing * (self._count - 1)) // self._count
        ends = [0] * self._count
        for card in self._parts:
            column = ends.index(min(ends))
            down = self._height(card, across)
            yield card, QRect(column * (across + self._spacing), ends[column], across, down)
            ends[column] += down + self._spacing
