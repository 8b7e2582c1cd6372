"""One field of the form: its name, its editor, a quiet hint, and what is wrong with it."""

from typing import Generic, TypeVar

from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from yibao.window.labels import fill, plain
from yibao.window.look import em, say_as

Editor = TypeVar("Editor", bound=QWidget)


class Field(QWidget, Generic[Editor]):
    """An editor that says its own name to the eye and to a screen reader."""

    def __init__(self, label: str, editor: Editor, name: str) -> None:
        super().__init__()
        self.editor = editor
        self._own_label = label
        self._label = QLabel(label)
        self._label.setBuddy(editor)
        self._hint = plain(role="quiet")
        self._error = plain(role="error")
        editor.setObjectName(name)
        editor.setAccessibleName(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(self, 0.2))
        for widget in (self._label, editor, self._hint, self._error):
            layout.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.set_remarks("", "")

    def set_label(self, label: str | None) -> None:
        """Call the field by another name; by its own where there is none."""
        self._label.setText(label or self._own_label)
        self.editor.setAccessibleName(label or self._own_label)

    def set_remarks(self, hint: str, error: str) -> None:
        """Say what helps, or what is wrong; an error hides the hint."""
        fill(self._error, error)
        fill(self._hint, "" if error else hint)
        self.editor.setAccessibleDescription(error or hint)
        if isinstance(self.editor, QLineEdit):
            say_as(self.editor, "wrong" if error else "")
