"""What is asked before something is done to a rule: a day, a source, or only whether."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton

from yibao.window.asking.field import Field
from yibao.window.desk.doing import Errors
from yibao.window.kit.announce import say
from yibao.window.kit.arranged import Column, Row
from yibao.window.kit.flow import Flow
from yibao.window.kit.labels import fill, plain
from yibao.window.kit.look import em, say_as


class AskedFirst(Column):
    """A question with some fields, and a button that says what is done."""

    done = Signal()
    left = Signal()

    def __init__(
        self,
        question: str,
        fields: Mapping[str, tuple[str, str, str]],
        button: str,
        act: Callable[[Mapping[str, str]], Errors],
    ) -> None:
        """Of each field: its label, its key, and what stands in it; `act` gets what was entered."""
        super().__init__()
        self.setAccessibleName(question)
        self._act = act
        self._spacing = em(self, 0.4)
        self._fields = {
            name: Field(label, QLineEdit(text), f"asked{name.capitalize()}", key)
            for name, (label, key, text) in fields.items()
        }
        self._do, self._leave = QPushButton(button), QPushButton("算了")
        self._do.setObjectName("askedButton")
        self._leave.setObjectName("askedLeaveButton")
        say_as(self._do, "primary")
        self._do.clicked.connect(self._answer)
        self._leave.clicked.connect(self.left)
        line, buttons = Row(em(self, 0.7)), Flow(em(self, 0.5))
        line.add(*self._fields.values())
        buttons.add(self._do, self._leave)
        self._told = plain(role="error")
        fill(self._told, "")
        self.add(plain(question), line, self._told, buttons)
        for field in self._fields.values():
            field.editor.returnPressed.connect(self._answer)

    def start(self) -> None:
        """Go to the first field, or to the button where there is none."""
        first = next(iter(self._fields.values()), None)
        (first.editor if first else self._do).setFocus()

    def _answer(self) -> None:
        typed = {name: field.editor.text().strip() for name, field in self._fields.items()}
        empty = {name: "请填写。" for name, text in typed.items() if not text}
        errors = empty or self._act(typed)
        self._show_errors(errors)
        if not errors:
            self.done.emit()

    def _show_errors(self, errors: Errors) -> None:
        for name, field in self._fields.items():
            field.set_remarks("", errors.get(name, ""))
        fill(self._told, errors.get("", ""))
        for error in errors.values():
            say(error, self)
