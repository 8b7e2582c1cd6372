"""The form in which an office enters a rule, with what it would give to somebody."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton

from yibao.presenters.desk.entered import DeskDeduction, DeskForm
from yibao.presenters.desk.form_fields import TAKEN, form_fields
from yibao.window.asking.field import Field
from yibao.window.desk.pairs import Pairs
from yibao.window.desk.rule_fields import (
    CHOICES,
    SOURCE,
    TEXTS,
    WHAT,
    WHEN,
    choice_field,
    offer,
    put,
    text_field,
)
from yibao.window.kit.arranged import Column, Row
from yibao.window.kit.flow import Flow
from yibao.window.kit.labels import fill, plain, with_key
from yibao.window.kit.look import em, say_as

REST = 150
"""Milliseconds without a key before the sample is worked out."""
FIELD = 12
"""Characters: what the longest choice needs; narrower fields stand one under the other."""
SIDE = 17
"""Characters: as wide as the form and the sample are at the least, side by side."""


class RuleForm(Column):
    """Tells when it is to be kept or left; it keeps nothing itself."""

    changed = Signal()
    kept = Signal()
    left = Signal()

    def __init__(
        self, title: str, form: DeskForm, preview: Callable[[DeskForm], Sequence[str]]
    ) -> None:
        """Begins with what stands in a form; `preview` says what one would give."""
        super().__init__()
        self.setObjectName("ruleForm")
        self.setAccessibleName(title)
        self._area, self._preview = form.area, preview
        self._texts = {name: text_field(name) for name in TEXTS}
        self._choices = {name: choice_field(name) for name in CHOICES}
        self._bands = Pairs(
            "从几岁起，是多少（第一段从 0 岁写起）",
            ("从几岁起", "多少元"),
            name="deskBand",
            more="再加一段年龄",
            least=2,
        )
        self._deductions = Pairs(
            "划入以前要扣的（没有就不用填）",
            ("扣什么", "多少元"),
            name="deskDeduction",
            more="加一项要扣的",
            choices=TAKEN,
        )
        self._sample = plain(name="rulePreview")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._show_sample)
        self._lay_out(title)
        self._show_form(form)
        self._began_with = self.form
        self._connect()
        self._show_sample()

    @property
    def form(self) -> DeskForm:
        """Everything as it stands there now, also what is hidden."""
        texts = {name: field.editor.text() for name, field in self._texts.items()}
        choices = {name: field.editor.currentData() or "" for name, field in self._choices.items()}
        told: dict[str, Any] = {**texts, **choices}
        return DeskForm(
            area=self._area,
            bands=tuple((age, value) for age, value in self._bands.values),
            deductions=tuple(DeskDeduction(*each) for each in self._deductions.values),
            **told,
        )

    @property
    def is_touched(self) -> bool:
        """Whether anything was entered."""
        return self.form != self._began_with

    def start(self) -> None:
        """Go to the first field."""
        self._choices["kind"].editor.setFocus()

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Say everything that is wrong at its field, and go to the first of them."""
        for name, field in self._fields.items():
            field.set_remarks("", errors.get(name, ""))
        self._bands.show_error(errors.get("bands", ""))
        self._deductions.show_error(errors.get("deductions", ""))
        if errors:
            self._go_to(next(name for name in (*self._order(), *errors) if name in errors))

    @property
    def _fields(self) -> Mapping[str, Field[Any]]:
        return {**self._texts, **self._choices}

    def _order(self) -> Sequence[str]:
        rows = (*WHAT, ("bands",), *WHEN, ("deductions",), *SOURCE)
        return [name for row in rows for name in row]

    def _go_to(self, name: str) -> None:
        pairs = {"bands": self._bands, "deductions": self._deductions}
        there = pairs[name].first if name in pairs else None
        (there or self._fields.get(name, self._texts["amount"]).editor).setFocus()

    def _connect(self) -> None:
        for field in self._texts.values():
            field.editor.textChanged.connect(partial(_drop_error, field))
            field.editor.textChanged.connect(self._change)
        for field in self._choices.values():
            field.editor.currentIndexChanged.connect(self._change)
        for pairs in (self._bands, self._deductions):
            pairs.changed.connect(partial(pairs.show_error, ""))
            pairs.changed.connect(self._change)

    def _change(self) -> None:
        self._show_fields()
        self.changed.emit()
        self._timer.start(REST)

    def _show_sample(self) -> None:
        fill(self._sample, "\n".join(self._preview(self.form)))

    def _show_form(self, form: DeskForm) -> None:
        """Fill in everything; what may be chosen depends on what is entered."""
        for name in ("kind", "status", "method"):
            put(self._choices[name].editor, getattr(form, name))
            self._show_fields()
        for name in ("share_of", "credited", "paid", "moves"):
            put(self._choices[name].editor, getattr(form, name))
        for name, field in self._texts.items():
            field.editor.setText(getattr(form, name))
        self._bands.show_values(form.bands)
        self._deductions.show_values(form.deductions)
        self._show_fields()

    def _show_fields(self) -> None:
        fields = form_fields(self.form)
        offer(self._choices["status"].editor, fields.statuses)
        offer(self._choices["method"].editor, fields.methods)
        fields = form_fields(self.form)
        for name, field in self._fields.items():
            field.setVisible(name == "kind" or name in fields.shown)
        self._bands.setVisible("bands" in fields.shown)
        self._deductions.setVisible("deductions" in fields.shown)
        self._texts["amount"].set_label(fields.amount)
        self._bands.call(fields.band)

    def _lay_out(self, title: str) -> None:
        self._spacing = em(self, 0.5)
        asked = Column(em(self, 0.5))
        asked.add(plain("规定", "heading"), *map(self._line, WHAT), self._bands)
        asked.add(*map(self._line, WHEN), self._deductions)
        asked.add(plain("出处（没有出处的数不能录）", "heading"), *map(self._line, SOURCE))
        sides = Row(em(self, 1), least=em(self, SIDE))
        side, end = em(self, 1), em(self, 0.8)
        sample = Column(em(self, 0.4), (side, end, side, end))
        sample.setProperty("role", "card")
        sample.add(plain("录进去以后，会得到什么", "heading"), self._sample)
        sides.add(asked, sample)
        sides.share(asked, 3)
        sides.share(sample, 2)
        keep, leave = QPushButton(with_key("存好", "L")), QPushButton("不录了")
        keep.setObjectName("keepRuleButton")
        leave.setObjectName("leaveRuleButton")
        say_as(keep, "primary")
        keep.clicked.connect(self.kept)
        leave.clicked.connect(self.left)
        buttons = Flow(em(self, 0.5))
        buttons.add(keep, leave)
        self.add(plain(title, "title"), sides, buttons)

    def _line(self, names: Sequence[str]) -> Row:
        line = Row(em(self, 0.7), least=em(self, FIELD))
        line.add(*(self._fields[name] for name in names))
        return line


def _drop_error(field: Field[QLineEdit], _typed: str) -> None:
    """Somebody mends it: what is still wrong is said when it is to be kept again."""
    field.set_remarks("", "")
