"""The card of the chosen answer: why it is so, and what can be done with it."""

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton

from yibao.presenters.parts.views import AnswerView
from yibao.window.answer.reason import Reason
from yibao.window.kit.arranged import Arranged, Column, Place
from yibao.window.kit.flow import Flow
from yibao.window.kit.labels import fill, plain
from yibao.window.kit.look import em
from yibao.window.kit.scrolling_column import ScrollingColumn


class ReasonCard(Arranged):
    """Scrolls by itself where there is too little room; the buttons stay where they are."""

    fills = True

    def __init__(self, buttons: tuple[QPushButton, ...]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("resultCard")
        side, end = em(self, 1), em(self, 0.7)
        self._margins = (side, end, em(self, 0.2), end)
        self._spacing = em(self, 0.4)
        self._whose = plain(role="whose", name="resultWhose")
        self.reason = Reason("result", "O", timeline="timeline")
        self.rows = Column(em(self, 0.4))
        """What can be scrolled; a second place stands under the reason."""
        self.rows.add(self._whose, self.reason)
        self.column = ScrollingColumn("理由和出处", self.rows)
        self._buttons = Flow(em(self, 0.4))
        self._buttons.add(self.reason.sources_button, *buttons)
        for part in (self.column, self._buttons):
            self.add(part)

    def show_view(self, whose: str, view: AnswerView) -> None:
        """Show why an answer is as it is."""
        self.setAccessibleName(view.title)
        fill(self._whose, whose)
        self.reason.show_view(view)
        self._buttons.show()

    def show_waiting(self, how: str) -> None:
        """Say how an answer is come by."""
        self.setAccessibleName("")
        fill(self._whose, "")
        self.reason.show_waiting(how)
        self._buttons.hide()

    def _places(self, width: int, height: int) -> Iterator[Place]:
        """The buttons at the bottom, and what can be scrolled in the room above them."""
        low = self._height(self._buttons, width)
        above = self._height(self.column, width)
        if height:
            above = height - (low + self._spacing if low else 0)
        yield self.column, QRect(0, 0, width, above)
        if low:
            yield self._buttons, QRect(0, above + self._spacing, width, low)
