"""What an office has changed, the newest first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from yibao.window.kit.arranged import Column
from yibao.window.kit.flow import Flow
from yibao.window.kit.labels import plain, readable
from yibao.window.kit.look import em

TITLE = "改过什么"
NOTHING = "还没有改过什么。"
REMEMBERED = 100


class History(Column):
    """Read, and closed again."""

    left = Signal()

    def __init__(self, whose: str, lines: Sequence[str]) -> None:
        """`whose` rules they are: of the whole computer, or one's own."""
        super().__init__()
        self._spacing = em(self, 0.3)
        self.setAccessibleName(TITLE)
        self._close = QPushButton("看好了")
        self._close.setObjectName("leaveHistoryButton")
        self._close.clicked.connect(self.left)
        row = Flow(em(self, 0.5))
        row.add(self._close)
        told = lines[:REMEMBERED] or (NOTHING,)
        self.add(plain(f"{TITLE}（{whose}）", "title"), *(readable(plain(t)) for t in told), row)

    def start(self) -> None:
        """Go to the way back."""
        self._close.setFocus()
