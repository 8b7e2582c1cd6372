"""What one visitor got: the answer, how it is read, and what is handed on of it."""

from msgspec import Struct

from yibao.calculation.assessment import Assessment
from yibao.presenters.answer.answer_text import answer_text, spoken_text
from yibao.presenters.answer.comparison_view import ComparisonView, comparison_text
from yibao.presenters.parts.views import VisitView


class Answered(Struct, frozen=True):
    """An answer that stands in the window."""

    assessment: Assessment
    visit: VisitView
    comparison: ComparisonView | None = None
    """With another place, where somebody asked for one."""

    @property
    def text(self) -> str:
        """All of it, line by line, for whoever it is handed on to."""
        own = answer_text(self.visit)
        return f"{own}\n\n{comparison_text(self.comparison)}" if self.comparison else own

    @property
    def spoken(self) -> tuple[str, ...]:
        """A sentence for each answer, to be heard."""
        return spoken_text(self.visit)
