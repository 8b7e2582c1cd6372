"""Which column of the file is what, as it was understood, and as a clerk may change it."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal

from yibao.presenters.asking.inquiry_form import Field
from yibao.presenters.roster import words
from yibao.presenters.roster.outcome import Columns
from yibao.window.kit.arranged import Column, Row
from yibao.window.kit.choice import Choice
from yibao.window.kit.labels import plain
from yibao.window.kit.look import em

UNUSED = "照抄，不用来查"
BESIDE = 3
"""Columns in a line, where there is room."""
LONGEST = 24
"""Characters of a heading; some hold a whole instruction."""
FIELDS: tuple[Field, ...] = (
    *("region", "status", "age", "born", "sex", "pension", "average_pension", "base"),
    *("paid_years", "actual_years", "worker_category", "retires_on", "retirement_completed"),
    *("plan", "retired_from", "deemed", "enrolled", "account_years", "unbroken_years"),
    *("work_start", "scheme_start", "shortfall_base"),
)
"""As they are offered, the usual ones first."""


class ColumnList(Column):
    """A row for each column of the file: its heading, and what it is."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._spacing = em(self, 0.3)
        self._choices: list[Choice] = []
        self._lines: list[Row] = []

    def show_columns(self, columns: Columns) -> None:
        """Show how a file was understood."""
        self.clear()
        known: dict[int, Field] = {column: field for field, column in columns.mapped.items()}
        for number, name in enumerate(columns.names):
            if number % BESIDE == 0:
                line = Row(em(self, 1.2), least=em(self, 18))
                self._lines.append(line)
                self.add(line)
            self._lines[-1].add(self._pair(number, name, known.get(number)))
        for _ in range(-len(columns.names) % BESIDE):
            self._lines[-1].add(Row())

    def clear(self) -> None:
        """Show nothing."""
        for line in self._lines:
            self.remove(line)
            line.deleteLater()
        self._lines, self._choices = [], []

    @property
    def mapped(self) -> Mapping[Field, int]:
        """The column of each field."""
        chosen = enumerate(choice.currentData() for choice in self._choices)
        return {field: column for column, field in chosen if field}

    def _choose(self, column: int, index: int) -> None:
        """What was chosen for one column is none of the others any more."""
        for number, choice in enumerate(self._choices):
            if number != column and choice.currentIndex() == index:
                choice.setCurrentIndex(choice.findData(""))
        self.changed.emit()

    def _pair(self, number: int, name: str, field: Field | None) -> Row:
        heading = _brief(name) or f"第 {number + 1} 列"
        choice = Choice({"": UNUSED} | {f: words.column_name(f) for f in FIELDS})
        choice.setObjectName(f"rosterColumn{number}")
        choice.setCurrentIndex(choice.findData(field or ""))
        choice.activated.connect(partial(self._choose, number))
        label = plain(heading)
        label.setBuddy(choice)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        pair = Row(em(self, 0.5), least=em(self, 4), even=True)
        pair.add(label, choice)
        pair.share(choice, 2)
        self._choices.append(choice)
        return pair


def _brief(heading: str) -> str:
    words = " ".join(heading.split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
