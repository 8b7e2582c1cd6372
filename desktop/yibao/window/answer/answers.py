"""Everything that a visitor is told: a tile for each answer, and the reason of the chosen one."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton

from yibao.presenters.answer.tiles import TileView, first_told
from yibao.presenters.parts.views import AnswerView, VisitView
from yibao.window.answer.reason_card import ReasonCard
from yibao.window.answer.tile_row import TileRow
from yibao.window.kit.icons import Icons, put_icon
from yibao.window.kit.labels import with_key

COPY = with_key("复制答案", "C")
SHORTLY = 2000
"""Milliseconds."""


class Answers(QObject):
    """The tile of what is told first is chosen, until somebody chooses another one."""

    copy_asked = Signal()
    print_asked = Signal()
    compare_asked = Signal(bool)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.compare_button = QPushButton(with_key("换个地方比一比", "I"))
        self.compare_button.setObjectName("compareButton")
        self.compare_button.setCheckable(True)
        self._copy_button = QPushButton(COPY)
        self._copy_button.setObjectName("copyButton")
        self._print_button = QPushButton("打印 (Ctrl+P)")
        self._print_button.setObjectName("printButton")
        pictures = {
            self.compare_button: "scale",
            self._print_button: "printer",
            self._copy_button: "copy",
        }
        for button, name in pictures.items():
            put_icon(button, icons, name, QPalette.ColorRole.ButtonText)
        self.tiles = TileRow()
        self.card = ReasonCard((self.compare_button, self._print_button, self._copy_button))
        self.setParent(self.card)
        self._visit: VisitView | None = None
        self._picked = ""
        self.tiles.picked.connect(self._show_picked)
        self._copy_button.clicked.connect(self.copy_asked)
        self._print_button.clicked.connect(self.print_asked)
        self.compare_button.toggled.connect(self.compare_asked)

    def show_visit(self, visit: VisitView, tiles: Sequence[TileView]) -> None:
        """Show the answers there are."""
        self._visit = visit
        there = {tile.name for tile in tiles}
        chosen = self._picked if self._picked in there else first_told(visit)
        self.tiles.show_tiles(tiles, chosen)
        self._show_reason(visit)

    def show_waiting(self, what: str, how: str) -> None:
        """Say what is to be done before there is an answer; nothing of the last one stays."""
        self._visit = None
        self.tiles.show_waiting(what)
        self.card.show_waiting(how)

    def start_over(self) -> None:
        """Forget which tile somebody chose."""
        self._picked = ""

    def take_over(self, old: "Answers") -> None:
        """Choose the tile and show the sources that another one shows."""
        self._picked = old._picked
        self.card.reason.take_over(old.card.reason)

    def confirm_copied(self) -> None:
        """Say for a moment that the answer lies in the clipboard."""
        self._copy_button.setText("已复制")
        button = self._copy_button
        QTimer.singleShot(SHORTLY, button, lambda: button.setText(COPY))

    def _show_picked(self) -> None:
        self._picked = self.tiles.chosen
        if self._visit:
            self._show_reason(self._visit)
            self.card.column.to_top()

    def _show_reason(self, visit: VisitView) -> None:
        whose = " · ".join((visit.place, visit.person, visit.day))
        self.card.show_view(f"{whose}\n{visit.assumptions}", _answer(visit, self.tiles.chosen))


def _answer(visit: VisitView, name: str) -> AnswerView:
    """The answer that a tile stands for."""
    others = {
        "premium": visit.premium,
        "contribution": visit.contribution,
        "retirement": visit.retirement,
    }
    return others.get(name) or visit.credit
