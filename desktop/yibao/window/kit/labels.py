"""Labels: plain text stays plain, and only `rich_text` makes rich text."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox

from yibao.window.kit.look import em
from yibao.window.kit.wrapped_label import WrappedLabel

UNIT = re.compile("(?<=[0-9%]) (?=[元岁年月日个])|(?<=元) (?=[×÷−=≈→])")

READING = 35
"""Most characters in a line of main text; of smaller text there are forty."""


def plain(text: str = "", role: str = "", name: str = "") -> QLabel:
    """A wrapping label that shows its text as it is, whatever stands in it."""
    return _label(Qt.TextFormat.PlainText, text, role, name)


def rich(text: str = "", role: str = "", name: str = "") -> QLabel:
    """A wrapping label for what `rich_text` made."""
    return _label(Qt.TextFormat.RichText, text, role, name)


def told(text: str, html: str = "", role: str = "") -> QLabel:
    """A wrapping label for one of many texts, as it is or in the form that `rich_text` gave it.

    It is quick to make because nothing can be selected in it.
    """
    label = WrappedLabel()
    label.setTextFormat(Qt.TextFormat.RichText if html else Qt.TextFormat.PlainText)
    label.setText(html or text)
    if role:
        label.setProperty("role", role)
    return label


def fill(label: QLabel, text: str) -> None:
    """Show a text, or nothing at all where it is empty; no line ends before a unit."""
    label.setText(UNIT.sub("\u00a0", text))
    label.setVisible(bool(text))


def readable(label: QLabel) -> QLabel:
    """The label, no wider than lines may be that are read with ease."""
    label.setMaximumWidth(em(label, READING))
    return label


def with_key(text: str, key: str) -> str:
    """A label's text with its access key behind it, as Chinese programs write it: 年龄(A)."""
    return f"{text}(&{key})"


def name_icon(box: QMessageBox, word: str) -> None:
    """Tell a screen reader what the picture in a message box means."""
    for icon in box.findChildren(QLabel, "qt_msgboxex_icon_label"):
        icon.setAccessibleName(word)


def _label(form: Qt.TextFormat, text: str, role: str, name: str) -> QLabel:
    label = WrappedLabel()
    label.setTextFormat(form)
    label.setText(text)
    label.setObjectName(name)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label
