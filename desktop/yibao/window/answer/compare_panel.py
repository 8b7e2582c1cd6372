"""The same person in a second place, for families who move."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from yibao.policy.places.region_search import RegionSearch
from yibao.policy.places.regions import RegionTable
from yibao.presenters.answer.comparison_view import COMPARED, ComparisonView
from yibao.presenters.answer.consultation import Consultation
from yibao.window.answer.answer_card import AnswerCard
from yibao.window.asking.field import Field
from yibao.window.asking.region_picker import RegionPicker
from yibao.window.kit import rich_text
from yibao.window.kit.announce import Standing
from yibao.window.kit.arranged import Column, Row
from yibao.window.kit.labels import fill, plain, readable, rich
from yibao.window.kit.look import BESIDE, em, say_as


class Compared(NamedTuple):
    """What is entered of the other place."""

    region: str
    """Its code; empty while none is settled."""
    average_pension: str


class ComparePanel(Column):
    """Asks for the other place, and shows what the same person gets there."""

    changed = Signal()

    def __init__(self, regions: RegionTable, search: RegionSearch) -> None:
        super().__init__()
        self.setObjectName("comparePanel")
        self._picker = RegionPicker(regions, search, "另一个地方", "other", "2")
        self._average = Field("当地月人均基本养老金", QLineEdit(), "otherAveragePensionField", "3")
        self._average.editor.setPlaceholderText("元／月")
        self._moving = readable(plain(name="compareMoving"))
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
        self._credit.show_view(there.place, there.credit)
        for shown, answer in (
            (self._premium, there.premium),
            (self._contribution, there.contribution),
        ):
            if answer:
                shown.show_view(f"{there.place} · {answer.title}", answer)
            else:
                shown.show_nothing()

    def show_waiting(self, how: str) -> None:
        """Say what is to be done before the places can be compared."""
        say_as(self._difference, "")
        fill(self._difference, how)
        fill(self._moving, "")
        fill(self._steps, "")
        for answer in (self._credit, self._premium, self._contribution):
            answer.show_nothing()

    def _lay_out(self) -> None:
        told = Column(em(self, 0.4))
        told.add(plain(COMPARED, role="heading"), self._difference, self._moving, self._steps)
        asked = Column(em(self, 0.4))
        asked.add(self._picker, self._average)
        margin = em(self, 1)
        asking = Row(margin, (margin, margin, margin, margin), least=em(self, BESIDE / 2))
        asking.setProperty("role", "card")
        asking.add(asked, told)
        self._spacing = em(self, 0.5)
        self.add(asking, self._credit, self._premium, self._contribution)
        self._average.hide()
