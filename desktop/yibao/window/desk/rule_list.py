"""An area's rules, one card for each, and what is done to one of them on the spot."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal

from yibao.policy.timeline import KeptIn
from yibao.presenters.desk.desk_list import DeskRow
from yibao.window.desk.asked_first import AskedFirst
from yibao.window.desk.doing import Doing, Errors
from yibao.window.desk.rule_card import RuleCard
from yibao.window.kit.arranged import Column
from yibao.window.kit.labels import fill, plain
from yibao.window.kit.look import em

TAKE_BACK = "撤回以后，这一段时间又用原来的规定。要撤回吗？"
ENDED, TAKEN_BACK, CONFIRMED = "已经停用。", "已经撤回。", "已经记下今天核实过。"


class RuleList(Column):
    """Asks for one thing at a time, in the card that it is about."""

    change_asked = Signal(object)
    """A DeskRow that is to be entered anew."""
    asked = Signal()
    """A question stands there, and the keys go to it."""
    done = Signal(str)
    """What was done, in a sentence."""

    def __init__(self, doing: Doing, place: Callable[[], KeptIn]) -> None:
        """`place` is where something goes that the office does not keep yet."""
        super().__init__()
        self._spacing = em(self, 0.6)
        self._doing, self._place = doing, place
        self._cards: list[RuleCard] = []
        self._source: Mapping[str, str] = {"document": "", "issuer": ""}
        self._nothing = plain(role="quiet", name="deskNothing")
        self.add(self._nothing)

    def show_rows(self, rows: Sequence[DeskRow], nothing: str) -> None:
        """Show these, or what to say where there are none."""
        for card in self._cards:
            self.remove(card)
            card.deleteLater()
        self._cards = [self._card(row, number) for number, row in enumerate(rows, start=1)]
        self.add(*self._cards)
        fill(self._nothing, "" if rows else nothing)

    def drop_question(self) -> bool:
        """Ask nothing any longer; returns whether something was asked."""
        return any(card.drop_question() for card in self._cards)

    def _card(self, row: DeskRow, number: int) -> RuleCard:
        card = RuleCard(row, number)
        card.change_asked.connect(partial(self.change_asked.emit, row))
        card.end_asked.connect(partial(self._ask_end, card))
        card.take_back_asked.connect(partial(self._ask_take_back, card))
        card.confirm_asked.connect(partial(self._ask_confirm, card))
        return card

    def _ask_end(self, card: RuleCard) -> None:
        fields = {"last": ("最后一天", "E", self._doing.today.isoformat())}
        act = partial(self._doing.end, card.row)
        self._ask(card, AskedFirst("用到哪一天为止？", fields, "停用", act), ENDED)

    def _ask_take_back(self, card: RuleCard) -> None:
        act = partial(self._doing.take_back, card.row)
        self._ask(card, AskedFirst(TAKE_BACK, {}, "撤回", act), TAKEN_BACK)

    def _ask_confirm(self, card: RuleCard) -> None:
        fields = {
            "document": ("根据什么核实的", "E", self._source["document"]),
            "issuer": ("哪个单位的", "U", self._source["issuer"]),
        }
        act = partial(self._confirm, card.row)
        self._ask(card, AskedFirst("今天核实过，没有变。", fields, "记下来", act), CONFIRMED)

    def _confirm(self, row: DeskRow, source: Mapping[str, str]) -> Errors:
        """Often the same source goes for the next rule, which then takes one click."""
        self._source = source
        return self._doing.confirm(self._place(), row, source)

    def _ask(self, card: RuleCard, asked: AskedFirst, done: str) -> None:
        self.drop_question()
        asked.done.connect(partial(self.done.emit, done))
        card.ask_first(asked)
        self.asked.emit()
