"""The same person in a second place, for families who move."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from yibao.policy.places.region_search import RegionSearch
from yibao.policy.places.regions import RegionTable
from yibao.presenters.answer.comparison_view import COMPARED, ComparisonView
from yibao.presenters.answer.consultation import Consultation
from yibao.window.answer.answer_card import AnswerCard
from yibao.window.asking.field import Field
from yibao.window.asking.region_picker import RegionPicker
from yibao.window.kit import rich_text
from yibao.window.kit.announce import Standing
from yibao.window.kit.labels import READING, fill, plain, rich
from yibao.window.kit.look import BESIDE, card, em, say_as, set_beside


class Compared(NamedTuple):
    """What is entered of the other place."""

    region: str
    """Its code; empty while none is settled."""
    average_pension: str


class ComparePanel(QWidget):
    """Asks for the other place, and shows what the same person gets there."""

    changed = Signal()

    def __init__(self, regions: RegionTable, search: RegionSearch) -> None:
        super().__init__()
        self.setObjectName("comparePanel")
        self._picker = RegionPicker(regions, search, "另一个地方", "other", "2")
        self._average = Field("当地月人均基本养老金", QLineEdit(), "otherAveragePensionField", "3")
        self._average.editor.setPlaceholderText("元／月")
        self._moving = plain(name="compareMoving")
        self._moving.setMaximumWidth(em(self._moving, READING))
        self._difference = plain(name="comparisonHeadline")
        self._steps = rich(name="comparisonSteps")
        self._credit = AnswerCard("other", "6")
        self._premium = AnswerCard("otherPremium", "0")
        self._contribution = AnswerCard("otherContribution", "7")
        self._lay_out()
        self._picker.chosen.connect(self.changed)
        self._picker.searching.connect(self.changed)
        self._average.editor.textChanged.connect(self.changed)

    @property
    def region(self) -> str:
        """Code of the other place; empty while none is settled."""
        return "" if self._picker.is_searching else self._picker.region

    @property
    def average_pension(self) -> str:
        """What was typed as the other place's average pension."""
        return self._average.editor.text()

    @property
    def entered(self) -> Compared:
        """All that is entered of the other place."""
        return Compared(self.region, self.average_pension)

    def enter(self, compared: Compared) -> None:
        """Compare with another place, as if it had been entered."""
        if compared.region:
            self._picker.choose(compared.region)
        self._average.editor.setText(compared.average_pension)

    @property
    def standing(self) -> Standing:
        """The difference, or what is still to be done before there is one."""
        return {self._difference.text(): self._difference, **self._picker.found}

    def start(self) -> None:
        """Go to the search box."""
        self._picker.start()

    def take_over(self, old: "ComparePanel") -> None:
        """Show what stands in another panel."""
        self._picker.take_over(old._picker)
        self._average.editor.setText(old.average_pension)

    def show_questions(self, there: Consultation) -> None:
        """Ask for the other place's average pension where its rule needs that."""
        name = "average_pension"
        self._average.set_label(there.questions.labels.get(name))
        hint = there.questions.hints.get(name, "")
        self._average.set_remarks(hint, there.reading.errors.get(name, ""))
        self._average.setVisible(name in there.questions.shown)

    def show_view(self, view: ComparisonView) -> None:
        """Show the other place's answers, and the difference."""
        say_as(self._difference, "title")
        fill(self._difference, view.difference)
        fill(self._moving, view.moving)
        fill(self._steps, rich_text.steps(view.steps) if view.steps else "")
        there = view.there
        self._credit.setAccessibleName(there.place)
        self._credit.show_view(there.place, there.credit, "result")
        self._credit.show()
        for shown, answer in (
            (self._premium, there.premium),
            (self._contribution, there.contribution),
        ):
            if answer:
                whose = f"{there.place} · {answer.title}"
                shown.setAccessibleName(whose)
                shown.show_view(whose, answer, "result")
            shown.setVisible(answer is not None)

    def show_waiting(self, how: str) -> None:
        """Say what is to be done before the places can be compared."""
        say_as(self._difference, "")
        fill(self._difference, how)
        fill(self._moving, "")
        fill(self._steps, "")
        for answer in (self._credit, self._premium, self._contribution):
            answer.show_waiting("", "")
            answer.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the difference beside the question, or under it where there is too little room."""
        set_beside(self._halves, event.size().width() >= em(self, BESIDE))
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        asking = card()
        margin = em(self, 1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, asking)
        self._halves.setContentsMargins(margin, margin, margin, margin)
        self._halves.setSpacing(em(self, 1))
        self._halves.addLayout(_column(self._picker, self._average), 1)
        told = _column(plain(COMPARED, role="heading"), self._difference, self._moving, self._steps)
        self._halves.addLayout(told, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(self, 0.5))
        for widget in (asking, self._credit, self._premium, self._contribution):
            layout.addWidget(widget)
        self._average.hide()


def _column(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch()
    return column
