"""Rows of two or three boxes, as many as there is something to say: age bands, deductions."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from yibao.window.kit.arranged import Column, Row
from yibao.window.kit.choice import Choice
from yibao.window.kit.flow import Flow
from yibao.window.kit.labels import fill, plain
from yibao.window.kit.look import em


class Pairs(Column):
    """A heading, the rows, what is wrong with them, and a button for another row.

    A row of which both texts are empty says nothing.
    """

    changed = Signal()

    def __init__(
        self,
        heading: str,
        names: tuple[str, str],
        *,
        name: str,
        more: str,
        least: int = 0,
        choices: Mapping[str, str] | None = None,
    ) -> None:
        """`names` say what the two texts of a row are; `least` rows are always there."""
        super().__init__()
        self.setAccessibleName(heading)
        self._names, self._name, self._least = names, name, least
        self._choices = choices or {}
        self._lines: list[tuple[Row, tuple[QLineEdit, QLineEdit], Choice | None]] = []
        self._error = plain(role="error", name=f"{name}Error")
        self._error.hide()
        self._more = QPushButton(more)
        self._more.setObjectName(f"{name}More")
        self._more.clicked.connect(self._add_and_go)
        self._spacing = em(self, 0.3)
        another = Flow(em(self, 0.5))
        another.add(self._more)
        self.add(plain(heading), self._error, another)
        self.show_values(())

    @property
    def values(self) -> Sequence[tuple[str, ...]]:
        """The texts of each row that says something, and what is chosen in it."""
        return tuple(
            (*(box.text() for box in boxes), *((choice.currentData(),) if choice else ()))
            for _, boxes, choice in self._lines
            if any(box.text().strip() for box in boxes)
        )

    def show_values(self, values: Sequence[Sequence[str]]) -> None:
        """Show these rows, and as many empty ones as there should be at the least."""
        for line, _, _ in self._lines:
            self.remove(line)
            line.deleteLater()
        self._lines = []
        for value in (*values, *[("", "")] * (self._least - len(values))):
            self._add(value)

    def call(self, second: str) -> None:
        """Call the second text of every row otherwise."""
        self._names = (self._names[0], second)
        for number, (_, boxes, _) in enumerate(self._lines, start=1):
            self._name_box(boxes[1], second, number)

    def show_error(self, error: str) -> None:
        """Say what is wrong, under the rows."""
        fill(self._error, error)

    @property
    def first(self) -> QWidget:
        """Where one goes to mend something."""
        return self._lines[0][1][0] if self._lines else self._more

    def _add_and_go(self) -> None:
        self._add(("", ""))
        self._lines[-1][1][0].setFocus()

    def _add(self, value: Sequence[str]) -> None:
        number = len(self._lines) + 1
        boxes = (QLineEdit(value[0]), QLineEdit(value[1]))
        row = Row(em(self, 0.5))
        for column, (box, name) in enumerate(zip(boxes, self._names, strict=True)):
            box.setObjectName(f"{self._name}{number}{'AB'[column]}")
            self._name_box(box, name, number)
            box.textChanged.connect(self.changed)
            row.add(box)
        choice = self._choice(number, value[2:]) if self._choices else None
        if choice:
            row.add(choice)
            said = QLabel(f"第 {number} 项怎么扣", row)  # the eye sees what is chosen
            said.setBuddy(choice)
            said.hide()
        self.insert(len(self._lines) + 1, row)
        self._lines.append((row, boxes, choice))

    def _choice(self, number: int, chosen: Sequence[str]) -> Choice:
        choice = Choice(self._choices)
        choice.setObjectName(f"{self._name}{number}C")
        if chosen:
            choice.setCurrentIndex(choice.findData(chosen[0]))
        choice.currentIndexChanged.connect(self.changed)
        return choice

    def _name_box(self, box: QLineEdit, name: str, number: int) -> None:
        box.setPlaceholderText(name)
        box.setAccessibleName(f"第 {number} 项{name}")
