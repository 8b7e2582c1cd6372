"""An office's rules as a file for another computer, and one from there; both are asked for."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from yibao.policy.office.exchange import export
from yibao.policy.office.office_file import OfficeFile, encode
from yibao.policy.timeline import KeptIn
from yibao.presenters import notices
from yibao.window.desk.parts import DeskParts
from yibao.window.kit.saving import ask_where

NAME, KIND = "本单位的规定.json", "规定 (*.json)"
NOTHING_TO_EXPORT = "这里还没有本单位的规定，没有可以导出的。"


class NotExportedError(Exception):
    """Its text says why."""


def export_rules(parts: DeskParts, place: KeptIn, asking: QWidget) -> str:
    """Write them where somebody says; returns what to tell of it, nothing where it was left.

    Raises NotExportedError.
    """
    file = parts.kept[place].read()
    if not file.rules:
        raise NotExportedError(NOTHING_TO_EXPORT)
    path = ask_where(asking, "导出成文件", NAME, "json")
    if path is None:
        return ""
    try:
        parts.save_file(path, encode(export(file, parts.below)))
    except OSError as error:
        raise NotExportedError(notices.NOT_SAVED.format(path.name)) from error
    return notices.SAVED.format(path.name)


def rules_of_others(parts: DeskParts, asking: QWidget) -> OfficeFile | None:
    """The file that somebody chooses, or None; raises InputError for one that is not sound."""
    name, _ = QFileDialog.getOpenFileName(asking, "从文件导入", "", KIND)
    return parts.read_given(Path(name)) if name else None
