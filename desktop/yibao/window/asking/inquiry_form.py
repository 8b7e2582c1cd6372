"""The form under the region picker: what a clerk asks a visitor."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton

from yibao.presenters.asking.inquiry_form import CHOICES, OPEN_CHOICES, Entries
from yibao.presenters.asking.inquiry_form import Field as FieldName
from yibao.presenters.asking.questions import Questions
from yibao.window.asking.field import Field
from yibao.window.kit.announce import Standing
from yibao.window.kit.arranged import Column, Row
from yibao.window.kit.choice import Choice
from yibao.window.kit.labels import plain, with_key
from yibao.window.kit.look import em, say_as
from yibao.window.kit.telling import show

AnyField = Field[QLineEdit] | Field[Choice]

TEXT_FIELDS: Mapping[FieldName, tuple[str, str, str, str]] = {
    "age": ("年龄", "ageField", "周岁，如 71", "A"),
    "born": ("或出生日期", "bornField", "如 1955-12", "B"),
    "average_pension": ("当地月人均基本养老金", "averagePensionField", "元／月，当地公布的数", "V"),
    "base": ("缴费基数", "baseField", "元／月", "J"),
    "pension": ("本人每月养老金", "pensionField", "元／月", "P"),
    "paid_years": ("累计缴费年限", "paidYearsField", "如 20 或 20-06", "Y"),
    "actual_years": ("其中实际缴费年限", "actualYearsField", "如 12 或 12-06", "L"),
    "enrolled": ("首次参保日期", "enrolledField", "如 2010-03", "E"),
    "retires_on": ("退休日期", "retiresOnField", "如 2031-11", "R"),
    "shortfall_base": ("补缴的基数", "shortfallBaseField", "元／月", "1"),
    "account_years": ("其中有个人账户", "accountYearsField", "如 12 或 12-06", ","),
    "unbroken_years": ("最长连续缴费", "unbrokenYearsField", "如 15 或 15-06", "."),
    "work_start": ("参加工作", "workStartField", "如 1995-07", ";"),
    "scheme_start": ("当地职工医保开始", "schemeStartField", "如 2001-01", "/"),
    "on": ("查哪一天", "asOfField", "今天", "Q"),
}
CHOICE_FIELDS: Mapping[FieldName, tuple[str, str, str]] = {
    "status": ("参加哪种医保", "statusChoice", "S"),
    "plan": ("参保方式", "planChoice", "N"),
    "retirement_completed": ("医保退休手续", "retirementCompletedChoice", "T"),
    "retired_from": ("从哪里退休", "retiredFromChoice", "F"),
    "sex": ("性别", "sexChoice", "X"),
    "worker_category": ("原来是干部还是工人", "workerCategoryChoice", "G"),
    "deemed": ("累计里有视同缴费吗", "deemedChoice", "D"),
}
NOT_CHOSEN = "还没选"
ABOUT_THE_CREDIT: tuple[tuple[FieldName, ...], ...] = (
    ("status", "on"),
    ("age", "born"),
    ("average_pension",),
    ("base",),
    ("pension",),
    ("plan", "retirement_completed"),
    ("retired_from",),
)
ABOUT_THE_YEARS: tuple[tuple[FieldName, ...], ...] = (
    ("sex",),
    ("worker_category",),
    ("paid_years", "actual_years"),
    ("deemed",),
    ("account_years",),
    ("unbroken_years",),
    ("work_start", "scheme_start"),
    ("enrolled", "retires_on"),
    ("shortfall_base",),
)
"""Which fields stand side by side, in the order of a conversation."""
WIDER: Mapping[FieldName, int] = {"status": 5}
"""Of fields side by side, those that need more room; three parts are what each of them has."""
YEARS, WITH_YEARS = "缴费年限和退休", "还要算缴费年限和退休时间"


class InquiryForm(Column):
    """Shows the fields that matter and tells whenever anything in them changes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._texts: dict[FieldName, Field[QLineEdit]] = {
            name: Field(label, _line_edit(placeholder), object_name, key)
            for name, (label, object_name, placeholder, key) in TEXT_FIELDS.items()
        }
        choices = CHOICES | {name: {"": NOT_CHOSEN, **of} for name, of in OPEN_CHOICES.items()}
        self._choices: dict[FieldName, Field[Choice]] = {
            name: Field(label, Choice(choices[name]), object_name, key)
            for name, (label, object_name, key) in CHOICE_FIELDS.items()
        }
        self._years = plain(YEARS, role="heading")
        self._years_button = QPushButton(with_key(WITH_YEARS, "-"))
        self._years_button.setObjectName("yearsButton")
        self._years_button.setAccessibleName(WITH_YEARS)
        self._years_button.setCheckable(True)
        say_as(self._years_button, "link")
        self._first: FieldName = "age"
        self._lay_out()
        for text in self._texts.values():
            text.editor.textChanged.connect(self.changed)
        for choice in self._choices.values():
            choice.editor.currentIndexChanged.connect(self.changed)
        self._years_button.toggled.connect(self.changed)

    def entries(self, region: str) -> Entries:
        """What stands in the form, hidden fields included, for a region."""
        texts = {name: field.editor.text() for name, field in self._texts.items()}
        choices = {name: field.editor.currentData() for name, field in self._choices.items()}
        with_years = self._years_button.isChecked()
        return Entries(region=region, with_years=with_years, **texts, **choices)

    def show_questions(self, questions: Questions, errors: Mapping[FieldName, str]) -> None:
        """Show the fields that matter, with their names, hints and errors."""
        for name, field in self._all().items():
            field.set_label(questions.labels.get(name))
            field.set_remarks(questions.hints.get(name, ""), errors.get(name, ""))
            field.setVisible(name in questions.shown)
        for name, names in questions.choices.items():
            self._choices[name].editor.rename(names)
        self._years.setVisible(questions.years == "needed")
        show(self._years_button, questions.years in ("offered", "chosen"))
        blocked = self._years_button.blockSignals(True)
        self._years_button.setChecked(questions.years == "chosen")
        self._years_button.blockSignals(blocked)
        self._first = questions.first

    @property
    def errors(self) -> Standing:
        """What is wrong, and in which field."""
        return {field.error: field.editor for field in self._all().values() if field.error}

    def enter(self, name: FieldName, text: str) -> None:
        """Write into a field, as if it had been typed."""
        self._texts[name].editor.setText(text)

    def correct(self, entries: Entries) -> None:
        """Write what differs into the texts, as typing would: their own undo takes it back."""
        blocked = self.blockSignals(True)
        for name, text in self._texts.items():
            if text.editor.text() != getattr(entries, name):
                text.editor.selectAll()
                text.editor.insert(getattr(entries, name))
        self.blockSignals(blocked)

    def show_entries(self, entries: Entries) -> None:
        """Fill in all fields at once, and signal the change once."""
        blocked = self.blockSignals(True)
        for name, text in self._texts.items():
            text.editor.setText(getattr(entries, name))
        for name, choice in self._choices.items():
            choice.editor.setCurrentIndex(choice.editor.findData(getattr(entries, name)))
        self._years_button.setChecked(entries.with_years)
        self.blockSignals(blocked)
        self.changed.emit()

    def start(self) -> None:
        """Go to the field that comes first in the conversation."""
        first = self._texts[self._first].editor
        (first if first.isVisibleTo(self) else self._choices["status"].editor).setFocus()

    def _all(self) -> dict[FieldName, AnyField]:
        return {**self._texts, **self._choices}

    def _lay_out(self) -> None:
        self._spacing = em(self, 0.45)
        for names in ABOUT_THE_CREDIT:
            self.add(self._line(names))
        self.add(self._years, self._years_button)
        for names in ABOUT_THE_YEARS:
            self.add(self._line(names))

    def _line(self, names: Sequence[FieldName]) -> Row:
        line = Row(em(self, 0.7))
        fields = self._all()
        line.add(*(fields[name] for name in names))
        for name in names:
            line.share(fields[name], WIDER.get(name, 3))
        return line


def _line_edit(placeholder: str) -> QLineEdit:
    editor = QLineEdit()
    editor.setPlaceholderText(placeholder)
    return editor
