"""The fields in which an office enters a rule, and which of them stand side by side."""

from collections.abc import Mapping
from typing import cast

from PySide6.QtWidgets import QLineEdit

from yibao.presenters.desk.form_fields import CREDITED, KINDS, MOVES, PAID, SHARE_OF
from yibao.window.asking.field import Field
from yibao.window.kit.choice import Choice

TEXTS: Mapping[str, tuple[str, str, str]] = {
    "amount": ("多少元", "如 68.50", "A"),
    "rate": ("百分之几", "如 2.8", "R"),
    "base_year": ("哪个年度的平均养老金", "如 2021", "Y"),
    "men": ("男要交满几年", "如 30", "X"),
    "women": ("女要交满几年", "如 25", "W"),
    "base": ("什么的比例", "如 退休前最后一个月的缴费基数", "J"),
    "start": ("从哪天起执行", "如 2025-01-01", "F"),
    "end": ("到哪天为止", "不知道就空着", "T"),
    "document": ("根据哪份文件", "如 关于…的通知", "D"),
    "number": ("文号", "没有就空着", "H"),
    "issuer": ("哪个单位发的", "如 益阳市医疗保障局", "I"),
    "issued": ("哪天发的", "如 2024-12-20", "Q"),
    "confirmed": ("哪天核实的", "如 2025-12-20", "V"),
    "note": ("说明", "没有就空着", "O"),
}
CHOICES: Mapping[str, tuple[str, Mapping[str, str], str]] = {
    "kind": ("录什么", cast(Mapping[str, str], KINDS), "N"),
    "status": ("给哪些人", {}, "S"),
    "method": ("怎么定的", {}, "M"),
    "share_of": ("什么的比例", SHARE_OF, "B"),
    "credited": ("多久划一次", CREDITED, "C"),
    "paid": ("怎么补", PAID, "P"),
    "moves": ("多久会变", MOVES, "G"),
}
WHAT = (("kind", "status"), ("method", "share_of"), ("amount", "rate"), ("base", "base_year"))
WHEN = (("men", "women"), ("credited", "paid", "moves"), ("start", "end"))
SOURCE = (("document", "number"), ("issuer", "issued"), ("confirmed", "note"))
"""Which fields stand side by side."""


def text_field(name: str) -> Field[QLineEdit]:
    """Where something is typed."""
    label, placeholder, key = TEXTS[name]
    editor = QLineEdit()
    editor.setPlaceholderText(placeholder)
    return Field(label, editor, _object_name(name), key)


def choice_field(name: str) -> Field[Choice]:
    """Where something is chosen."""
    label, choices, key = CHOICES[name]
    return Field(label, Choice(choices), _object_name(name), key)


def _object_name(name: str) -> str:
    """deskBaseYear"""
    return "desk" + "".join(part.capitalize() for part in name.split("_"))


def offer(choice: Choice, offered: Mapping[str, str]) -> None:
    """Offer these and no others; what is chosen stays so where it is among them."""
    if [choice.itemData(index) for index in range(choice.count())] == [*offered]:
        return
    chosen = choice.currentData()
    blocked = choice.blockSignals(True)
    choice.clear()
    for value, text in offered.items():
        choice.addItem(text, value)
    put(choice, chosen)
    choice.blockSignals(blocked)


def put(choice: Choice, value: object) -> None:
    """Choose a value; the first one where it is not offered."""
    choice.setCurrentIndex(max(0, choice.findData(value)))
