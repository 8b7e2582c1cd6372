"""Where a file is to be saved, as a person says it."""

import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from shiboken6 import isValid

from yibao.presenters.notices import OTHER_NAME, REPLACE, REPLACE_IT
from yibao.window.kit.labels import name_icon


def ask_where(parent: QWidget, title: str, name: str, kind: str) -> Path | None:
    """A name with the ending of its kind ("pdf"), which may be replaced; None where it was left.

    The ending is added to whatever was typed without it: a date with dots has none.
    """
    while isValid(parent):  # what was begun goes with its visitor
        typed, _ = QFileDialog.getSaveFileName(parent, title, name, f"{kind.upper()} (*.{kind})")
        if not typed:
            return None
        name = with_ending(typed, f".{kind}")
        asked_already = name == typed  # by the dialog itself
        if asked_already or not os.path.lexists(name) or _may_replace(Path(name), parent):
            return Path(name)
    return None


def with_ending(name: str, ending: str) -> str:
    """The name as it was typed, and the ending where it lacks it."""
    return name if name.lower().endswith(ending) else name + ending


def _may_replace(path: Path, parent: QWidget) -> bool:
    box = QMessageBox(parent)
    box.setObjectName("replaceDialog")
    box.setIcon(QMessageBox.Icon.Question)
    name_icon(box, "问题")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(REPLACE.format(path.name))
    replace = box.addButton(REPLACE_IT, QMessageBox.ButtonRole.AcceptRole)
    other = box.addButton(OTHER_NAME, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(other)
    box.setEscapeButton(other)
    box.exec()
    return isValid(box) and box.clickedButton() is replace
