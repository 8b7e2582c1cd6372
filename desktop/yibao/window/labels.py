"""Labels: plain text stays plain, and only `rich_text` makes rich text."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from yibao.window.look import say_as
from yibao.window.wrapped_label import WrappedLabel

UNIT = re.compile("(?<=[0-9%]) (?=[元岁年月日个])|(?<=元) (?=[×÷−=≈→])")


def plain(text: str = "", role: str = "", name: str = "") -> QLabel:
    """A wrapping label that shows its text as it is, whatever stands in it."""
    return _label(Qt.TextFormat.PlainText, text, role, name)


def rich(text: str = "", role: str = "", name: str = "") -> QLabel:
    """A wrapping label for what `rich_text` made."""
    return _label(Qt.TextFormat.RichText, text, role, name)


def fill(label: QLabel, text: str) -> None:
    """Show a text, or nothing at all where it is empty; no line ends before a unit."""
    label.setText(UNIT.sub("\u00a0", text))
    label.setVisible(bool(text))


def with_key(text: str, key: str) -> str:
    """A label's text with its access key behind it, as Chinese programs write it: 年龄(A)."""
    return f"{text}(&{key})"


def _label(form: Qt.TextFormat, text: str, role: str, name: str) -> QLabel:
    label = WrappedLabel()
    label.setTextFormat(form)
    label.setText(text)
    label.setObjectName(name)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        say_as(label, role)
    return label
