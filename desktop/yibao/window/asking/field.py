"""One field of the form: its name, its editor, a quiet hint, and what is wrong with it."""

from typing import Generic, TypeVar

from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from yibao.window.kit.labels import fill, plain, with_key
from yibao.window.kit.look import em, say_as

Editor = TypeVar("Editor", bound=QWidget)


class Field(QWidget, Generic[Editor]):
    """An editor that says its own name to the eye and to a screen reader."""

    def __init__(self, label: str, editor: Editor, name: str, key: str) -> None:
        """`key` goes to the editor from anywhere, together with Alt."""
        super().__init__()
        self.editor = editor
        self._own_label = label
        self._key = key
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setBuddy(editor)
        self._hint = plain(role="quiet")
        self._error = plain(role="error")
        editor.setObjectName(name)
        self.set_label(None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(self, 0.2))
        for widget in (self._label, editor, self._hint, self._error):
            layout.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.set_remarks("", "")

    @property
    def error(self) -> str:
        """What is wrong, with the name of the field before it; empty where nothing is."""
        error = self._error.text()
        return f"{self.editor.accessibleName()}：{error}" if error else ""

    def set_label(self, label: str | None) -> None:
        """Call the field by another name; by its own where there is none."""
        name = label or self._own_label
        self._label.setText(with_key(name, self._key))
        self.editor.setAccessibleName(name)

    def set_remarks(self, hint: str, error: str) -> None:
        """Say what helps, or what is wrong; an error hides the hint."""
        fill(self._error, error)
        fill(self._hint, "" if error else hint)
        self.editor.setAccessibleDescription(error or hint)
        if isinstance(self.editor, QLineEdit):
            say_as(self.editor, "wrong" if error else "")
