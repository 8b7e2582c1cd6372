"""Parts one under the other or side by side, each asked once for the height that it needs.

No QLayout: whenever anything changes, one asks all its parts at several widths, and tells the
layout around it only in the next round, so that a key would cost as many rounds as there are
layouts.
"""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from yibao.window.kit.telling import Holder, Telling, tell

Margins = tuple[int, int, int, int]
"""Left, top, right, bottom, in logical pixels."""
Place = tuple[QWidget, QRect]
EXPLICITLY = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


def needed(part: QWidget, width: int) -> int:
    """How high a part has to be at a width; 0 where it is hidden."""
    if part.isHidden():
        return 0
    if part.hasHeightForWidth():
        height = part.heightForWidth(width)
    else:
        height = part.sizeHint().expandedTo(part.minimumSizeHint()).height()
    return min(max(height, part.minimumHeight()), part.maximumHeight())


class Arranged(QFrame, Holder, Telling):
    """Gives its parts their places; remembers what they need until they tell of a change."""

    fills = False
    """Whether the places depend on the height that there is."""

    def __init__(self, spacing: int = 0, margins: Margins = (0, 0, 0, 0)) -> None:
        super().__init__()
        self._spacing = spacing
        self._margins = margins
        self._parts: list[QWidget] = []
        self._heights: dict[QWidget, tuple[int, int]] = {}
        self._own: tuple[int, int, list[Place]] | None = None
        """The width that was asked about last, the height and the places that go with it."""
        self._arranged = False
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, *parts: QWidget) -> None:
        """Put parts behind the others."""
        for part in parts:
            self.insert(len(self._parts), part)

    def insert(self, index: int, part: QWidget) -> None:
        """Put a part before another; it is shown, unless it was hidden."""
        hidden = part.isHidden() and part.testAttribute(EXPLICITLY)
        self._parts.insert(index, part)
        part.setParent(self)
        if not hidden and self.isVisible():
            part.show()
        self.forget(part)

    def remove(self, part: QWidget) -> None:
        """Hold a part no longer."""
        self._parts.remove(part)
        part.hide()
        part.setParent(None)
        self.forget(part)

    def forget(self, part: QWidget) -> None:
        """Ask a part again before it is given a place."""
        known = self._heights.pop(part, None)
        if known is None and self._own is None and not self._arranged:
            return  # what is around knows already
        self._own, self._arranged = None, False
        tell(self)

    def arrange(self) -> None:
        """Give every part its place, if anything has changed."""
        if self._arranged:
            return
        self._arranged = True
        for part, place in self._given():
            part.setGeometry(place)
            if isinstance(part, Holder):
                part.arrange()

    def setVisible(self, visible: bool) -> None:
        """Appear, or make room."""
        changed = self.isHidden() == visible
        super().setVisible(visible)
        if changed:
            tell(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in which every part has what it needs."""
        if self._own is None or self._own[0] != width:
            places = self._inside(width, 0)
            ends = [place.bottom() + 1 for _, place in places]
            self._own = (width, max(ends) + self._margins[3] if ends else 0, places)
        return self._own[1]

    def sizeHint(self) -> QSize:
        """As it is: what is around gives the width, and asks for the height that goes with it."""
        return self.size()

    def minimumSizeHint(self) -> QSize:
        """Nothing."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange everything in the room that there is now."""
        super().resizeEvent(event)
        self._arranged = False
        self.arrange()

    def _given(self) -> list[Place]:
        """The places of all parts in the room that there is."""
        if not self.fills and self._own and self._own[0] == self.width():
            return self._own[2]
        return self._inside(self.width(), self.height())

    def _inside(self, width: int, height: int) -> list[Place]:
        """The places of all parts inside of the margins."""
        left, top, right, bottom = self._margins
        across, down = width - left - right, max(0, height - top - bottom)
        places = self._places(across, down)
        return [(part, place.translated(left, top)) for part, place in places]

    def _height(self, part: QWidget, width: int) -> int:
        """How high a part has to be; asked only where it is not known."""
        known = self._heights.get(part)
        if known is None or known[0] != width:
            known = self._heights[part] = (width, needed(part, width))
        return known[1]

    def _places(self, width: int, height: int) -> Iterator[Place]:
        """A place for each part that is shown, at a width, in the height that there is.

        Where the height is asked for there is none yet, and it is 0.
        """
        raise NotImplementedError


class Column(Arranged):
    """Parts one under the other, none wider than it may be."""

    def _places(self, width: int, height: int) -> Iterator[Place]:
        top = 0
        for part in self._parts:
            across = min(width, part.maximumWidth())
            if down := self._height(part, across):
                yield part, QRect(0, top, across, down)
                top += down + self._spacing


class Row(Arranged):
    """Parts side by side, all as wide; one under the other where there is too little room."""

    def __init__(
        self,
        spacing: int = 0,
        margins: Margins = (0, 0, 0, 0),
        *,
        least: int = 0,
        even: bool = False,
    ) -> None:
        """`least` is the width that each has side by side; `even` makes all of them as high."""
        super().__init__(spacing, margins)
        self._least = least
        self._even = even
        self._shares: dict[QWidget, int] = {}

    def share(self, part: QWidget, parts: int) -> None:
        """Give one of them so many parts of the width; one is what each has."""
        self._shares[part] = parts

    def _places(self, width: int, height: int) -> Iterator[Place]:
        shown = [part for part in self._parts if not part.isHidden()]
        gaps = self._spacing * (len(shown) - 1)
        if (width - gaps) // max(1, len(shown)) >= self._least:
            yield from self._beside(shown, width - gaps)
        else:
            yield from self._under(shown, width)

    def _beside(self, shown: list[QWidget], room: int) -> Iterator[Place]:
        shares = [self._shares.get(part, 1) for part in shown]
        widths = [room * share // sum(shares) for share in shares]
        heights = [self._height(part, width) for part, width in zip(shown, widths, strict=True)]
        highest, left = max(heights, default=0), 0
        for part, across, down in zip(shown, widths, heights, strict=True):
            yield part, QRect(left, 0, across, highest if self._even else down)
            left += across + self._spacing

    def _under(self, shown: list[QWidget], across: int) -> Iterator[Place]:
        top = 0
        for part in shown:
            if down := self._height(part, across):
                yield part, QRect(0, top, across, down)
                top += down + self._spacing
