"""What is shown of an answer: one shape for the credit, the years and the retirement."""

from msgspec import Struct


class StepView(Struct, frozen=True):
    """One step of the computation: what it is about, and the computation itself."""

    title: str
    text: str
    impersonal: str
    """The same without the person's age or birth; empty where nothing is left to say."""


class SourceView(Struct, frozen=True):
    """One source: what it is, and how far it may be trusted."""

    title: str
    details: str


class SideView(Struct, frozen=True):
    """What one of several sources that contradict each other says, and how it comes to that."""

    name: str
    headline: str
    details: tuple[str, ...]
    steps: tuple[StepView, ...]
    sources: tuple[SourceView, ...]


class EventView(Struct, frozen=True):
    """A point on the timeline: when it is, and what holds from then on."""

    when: str
    what: str
    impersonal: str = ""
    """When it is, without telling the person's age or birth; empty where `when` tells neither."""
    is_one_of_two: bool = False
    """Whether another event may come in its place."""


class AnswerView(Struct, frozen=True, kw_only=True):
    """One answer, ready to be shown, printed or copied."""

    title: str
    """What it is the answer to: 每月划入."""
    headline: str
    is_answer: bool
    """Whether the headline says what was asked, and is no question or refusal."""
    is_question: bool = False
    """Whether something is still to be filled in."""
    details: tuple[str, ...] = ()
    """What belongs to the headline."""
    age: str = ""
    """An age of the person that belongs to it: apart, because not every print may tell it."""
    personal: tuple[str, ...] = ()
    """Those of the details from which an age or a birth follows."""
    events: tuple[EventView, ...] = ()
    """What changes when; the first is what holds now."""
    basis: str = ""
    """Whose rule it is, of which kind its sources are, when it was confirmed."""
    warnings: tuple[str, ...] = ()
    """What weakens the answer: old, only reported, contested."""
    conditions: tuple[str, ...] = ()
    """What changes the amount, its time or its reason: the visitor is told of it too."""
    advice: str = ""
    """What the clerk does before this is told to anybody; empty where nothing is open."""
    notices: tuple[str, ...] = ()
    steps: tuple[StepView, ...] = ()
    sources: tuple[SourceView, ...] = ()
    rule: tuple[str, ...] = ()
    """Since when the rule holds, and what is known of how it was read."""
    sides: tuple[SideView, ...] = ()
    """Where sources of like standing contradict each other: each of them; else nothing."""

    @property
    def to_know(self) -> tuple[str, ...]:
        """Everything that belongs to the answer besides the figures."""
        return (*self.conditions, *self.notices)

    @property
    def says_something(self) -> bool:
        """Whether a rule stands behind it, or something is asked."""
        return bool(self.basis) or self.is_answer or self.is_question


class VisitView(Struct, frozen=True, kw_only=True):
    """Everything that one visitor is told."""

    place: str
    group: str
    """退休人员"""
    age: str
    """71 岁, or nothing where it is not known."""
    day: str
    assumptions: str
    """What was taken for granted: 按：职工医保（统账结合）、医保退休手续已办好"""
    credit: AnswerView
    premium: AnswerView | None
    """None for those of whom it is no question."""
    contribution: AnswerView | None
    """None where nobody asked for it."""
    retirement: AnswerView | None

    @property
    def person(self) -> str:
        """Group and age, as far as known: 退休人员 · 71 岁"""
        return " · ".join(filter(None, (self.group, self.age)))

    @property
    def answers(self) -> tuple[AnswerView, ...]:
        """The answers that there are; what is to be paid first, what nobody knows last."""
        asked = filter(None, (self.premium, self.credit, self.contribution, self.retirement))
        return tuple(sorted(asked, key=lambda answer: not answer.says_something))

    @property
    def each(self) -> tuple[AnswerView | None, ...]:
        """Every answer that there may be; the credit last, which is seldom not the first told."""
        return (self.premium, self.contribution, self.retirement, self.credit)
