"""What another office's file would change, before it is done, and what is decided one by one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from yibao.presenters.desk.import_view import KINDS, ImportRow
from yibao.window.kit.arranged import Column
from yibao.window.kit.choice import Choice
from yibao.window.kit.flow import Flow
from yibao.window.kit.labels import plain, readable
from yibao.window.kit.look import em, say_as

OPEN = {"": "还没选", "theirs": "用对方的", "ours": "用本单位的"}
NOTHING = "两边完全一样，没有要导入的。"
TITLE = "导入以前先看看会改什么"


class ImportList(Column):
    """Tells when all is decided."""

    decided = Signal(object)
    """The keys of what is taken from the others."""
    undecided = Signal(int)
    """So many are not decided yet, and nothing was done."""
    left = Signal()

    def __init__(self, rows: Sequence[ImportRow]) -> None:
        super().__init__()
        self.setObjectName("importList")
        self.setAccessibleName(TITLE)
        self._spacing = em(self, 0.6)
        self._choices: dict[str, Choice] = {}
        self._take, leave = QPushButton("导入"), QPushButton("不导入了")
        self._take.setObjectName("importButton")
        leave.setObjectName("leaveImportButton")
        say_as(self._take, "primary")
        self._take.setVisible(any(row.kind != "gone" for row in rows))
        self._take.clicked.connect(self._decide)
        leave.clicked.connect(self.left)
        buttons = Flow(em(self, 0.5))
        buttons.add(self._take, leave)
        self.add(plain(TITLE, "title"), *(self._card(row) for row in rows))
        if not rows:
            self.add(plain(NOTHING))
        self.add(buttons)
        self._first = next(iter(self._choices.values()), self._take if rows else leave)

    def start(self) -> None:
        """Go to the first thing to be decided."""
        self._first.setFocus()

    def _decide(self) -> None:
        open_ = [choice for choice in self._choices.values() if not choice.currentData()]
        if open_:
            self.undecided.emit(len(open_))
            open_[0].setFocus()
            return
        chosen = self._choices.items()
        self.decided.emit({key for key, choice in chosen if choice.currentData() == "theirs"})

    def _card(self, row: ImportRow) -> Column:
        side, end = em(self, 1), em(self, 0.8)
        card = Column(em(self, 0.25), (side, end, side, end))
        card.setProperty("role", "card")
        card.setAccessibleName(f"{row.title}（{row.key}）")
        card.add(plain(row.title, "title"), plain(KINDS[row.kind], "heading"))
        card.add(*(readable(plain(f"对方：{line}")) for line in row.theirs))
        card.add(*(readable(plain(f"本单位：{line}")) for line in row.ours))
        card.add(*(readable(plain(line, "quiet")) for line in row.samples))
        if row.kind == "changed":
            choice = Choice(OPEN)
            choice.setObjectName(f"decide-{row.key}")
            label = plain("用哪一个")
            label.setBuddy(choice)
            self._choices[row.key] = choice
            card.add(label, choice)
        return card
