"""What a pack is and what it would change, before it is taken."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from yibao.policy.timeline import KeptIn
from yibao.presenters import words
from yibao.presenters.packs.pack_view import KINDS, ChangeView, PackView
from yibao.window.kit.arranged import Column
from yibao.window.kit.flow import Flow
from yibao.window.kit.labels import plain, readable
from yibao.window.kit.look import em, say_as
from yibao.window.packs.parts import FoundPack

MOST = 50
"""Changes that are shown; nobody reads more, and the command line lists all."""
MORE = "另外还有 {} 条，这里不一条一条列了。"
IN_USE = "现在用的就是这一期，不用再导入。"
OFFICE = "本单位的规定，导入以后要核对"
CHANGES = "会改什么"
FOR_WHOM = "导入以后{}。"


class Preview(Column):
    """Asks whether the pack is taken."""

    taken = Signal()
    left = Signal()

    def __init__(self, found: FoundPack, kept_in: KeptIn) -> None:
        super().__init__()
        self.setObjectName("packPreview")
        self.setAccessibleName("优盘上的更新包")
        self._spacing = em(self, 0.6)
        view = found.view
        self.take = _button("导入", "takePackButton")
        self.leave = _button("看好了" if found.is_in_use else "不导入", "leavePackButton")
        say_as(self.take, "primary")
        self.take.setVisible(not found.is_in_use)
        self.take.clicked.connect(self.taken)
        self.leave.clicked.connect(self.left)
        buttons = Flow(em(self, 0.5))
        buttons.add(self.take, self.leave)
        summary = pack_card(self, view.pack)
        summary.add(plain(IN_USE if found.is_in_use else view.counts, "heading", "packCounts"))
        summary.add(plain(FOR_WHOM.format(words.KEPT_IN[kept_in]), "quiet"), buttons)
        self.add(summary)
        if view.office:
            office = card(self)
            office.add(
                plain(OFFICE, "title"), *(readable(plain(told, "warning")) for told in view.office)
            )
            self.add(office)
        if view.changes:
            self.add(plain(CHANGES, "title"), *map(self._change, view.changes[:MOST]))
        if len(view.changes) > MOST:
            self.add(plain(MORE.format(len(view.changes) - MOST), "quiet"))

    def start(self) -> None:
        """Go to what is decided first."""
        (self.leave if self.take.isHidden() else self.take).setFocus()

    def _change(self, change: ChangeView) -> Column:
        held = card(self)
        held.add(plain(change.title, "title"), plain(KINDS[change.kind], "heading"))
        held.add(*(readable(plain(f"原来：{line}", "quiet")) for line in change.before))
        held.add(*(readable(plain(f"导入后：{line}")) for line in change.after))
        held.add(*(readable(plain(line, "quiet")) for line in change.samples))
        return held


def pack_card(around: Column, pack: PackView) -> Column:
    """What a pack says of itself."""
    held = card(around)
    title, *lines = pack.lines
    held.add(plain(title, "title"), *(readable(plain(line)) for line in lines))
    return held


def card(around: Column) -> Column:
    """What belongs together."""
    side, end = em(around, 1), em(around, 0.8)
    held = Column(em(around, 0.25), (side, end, side, end))
    held.setProperty("role", "card")
    return held


def _button(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    return button
