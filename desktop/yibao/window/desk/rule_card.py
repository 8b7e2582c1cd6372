"""One period of one rule, as it stands here, and what can be done to it."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QPushButton

from yibao.presenters.desk.desk_list import DeskRow
from yibao.presenters.desk.form_from_rule import can_enter
from yibao.window.desk.asked_first import AskedFirst
from yibao.window.kit.arranged import Column
from yibao.window.kit.flow import Flow
from yibao.window.kit.labels import plain, readable
from yibao.window.kit.look import em


class RuleCard(Column):
    """Says what holds, from when to when, from which layer and source, and how old that is."""

    change_asked = Signal()
    end_asked = Signal()
    take_back_asked = Signal()
    confirm_asked = Signal()

    def __init__(self, row: DeskRow, number: int) -> None:
        """`number` tells cards apart, by name: the rules of a place are often about the same."""
        super().__init__()
        self.row = row
        self.setObjectName(f"ruleCard{number}")
        self.setAccessibleName(f"第 {number} 条：{row.area}　{row.about}")
        self.setProperty("role", "card")
        side, end = em(self, 1), em(self, 0.8)
        self._margins = (side, end, side, end)
        self._spacing = em(self, 0.25)
        self._asked: AskedFirst | None = None
        role = "title" if row.is_in_force else "done"
        self.add(plain(row.about, role), plain(f"{row.area}{row.standing}", "quiet"))
        self.add(*(readable(plain(line)) for line in row.says))
        self.add(plain(row.layer_text, "heading" if row.layer == "office" else "quiet"))
        self.add(readable(plain(f"{row.lasting}　{row.confirmed}", "quiet")))
        self.add(*(readable(plain(f"出处：{source}", "quiet")) for source in row.sources))
        self.add(*(readable(plain(warning, "warning")) for warning in row.warnings))
        self._buttons = Flow(em(self, 0.5))
        self._offered = self._made_buttons(number)
        self._buttons.add(*self._offered)
        self.add(self._buttons)

    def ask_first(self, asked: AskedFirst) -> None:
        """Show a question in place of the buttons."""
        self.drop_question()
        self._asked = asked
        asked.left.connect(self._leave_question)
        self._buttons.hide()
        self.add(asked)
        asked.start()

    def drop_question(self) -> bool:
        """Show the buttons again; returns whether there was a question."""
        asked, self._asked = self._asked, None
        if asked is None:
            return False
        self.remove(asked)
        asked.deleteLater()
        self._buttons.show()
        return True

    def _leave_question(self) -> None:
        self.drop_question()
        self._offered[0].setFocus()

    def _made_buttons(self, number: int) -> list[QPushButton]:
        row = self.row
        own = row.layer == "office"
        offered: list[tuple[str, str, SignalInstance]] = []
        if can_enter(row.rule):
            change = "改这一条" if own else "换成本单位的数"
            offered.append((change, "change", self.change_asked))
        if own:
            offered.append(("停用", "end", self.end_asked))
            offered.append(("撤回", "takeBack", self.take_back_asked))
        if own or row.is_in_force:
            offered.append(("核实过，没有变", "confirm", self.confirm_asked))
        return [_button(text, f"{name}Rule{number}", asked) for text, name, asked in offered]


def _button(text: str, name: str, asked: SignalInstance) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.clicked.connect(asked)
    return button
