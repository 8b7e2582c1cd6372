"""One field of the form: its name, its editor, a quiet hint, and what is wrong with it."""

from typing import Generic, TypeVar

from PySide6.QtWidgets import QLineEdit, QWidget

from yibao.window.kit.arranged import Column
from yibao.window.kit.labels import fill, plain, with_key
from yibao.window.kit.look import em, say_as
from yibao.window.kit.wrapped_label import WrappedLabel

Editor = TypeVar("Editor", bound=QWidget)


class Field(Column, Generic[Editor]):
    """An editor that says its own name to the eye and to a screen reader."""

    def __init__(self, label: str, editor: Editor, name: str, key: str) -> None:
        """`key` goes to the editor from anywhere, together with Alt."""
        super().__init__()
        self.editor = editor
        self._own_label = label
        self._name = ""
        self._remarks: tuple[str, str] | None = None
        self._key = key
        self._label = WrappedLabel()
        self._label.setBuddy(editor)
        self._hint = plain(role="quiet")
        self._error = plain(role="error")
        editor.setObjectName(name)
        self.set_label(None)
        self._spacing = em(self, 0.2)
        self.add(self._label, editor, self._hint, self._error)
        self.set_remarks("", "")

    @property
    def error(self) -> str:
        """What is wrong, with the name of the field before it; empty where nothing is."""
        error = self._error.text()
        return f"{self.editor.accessibleName()}：{error}" if error else ""

    def set_label(self, label: str | None) -> None:
        """Call the field by another name; by its own where there is none."""
        name = label or self._own_label
        if name != self._name:
            self._name = name
            self._label.setText(with_key(name, self._key))
            self.editor.setAccessibleName(name)

    def set_remarks(self, hint: str, error: str) -> None:
        """Say what helps, or what is wrong; an error hides the hint."""
        if (hint, error) == self._remarks:
            return
        self._remarks = (hint, error)
        fill(self._error, error)
        fill(self._hint, "" if error else hint)
        self.editor.setAccessibleDescription(error or hint)
        if isinstance(self.editor, QLineEdit):
            say_as(self.editor, "wrong" if error else "")
