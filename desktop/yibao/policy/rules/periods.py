"""From when to when something holds, and how that is known."""

from datetime import date
from typing import Annotated, Generic, Literal, TypeVar

from msgspec import Meta

from yibao.policy.terms import Amount, AreaCode, Identifier, PolicyRecord, Text

References = Annotated[tuple[Identifier, ...], Meta(min_length=1)]
"""Ids of references; at least one."""

Moves = Literal["yearly", "seldom", "never"]
"""How soon a figure may have changed since it was confirmed: set anew every year · fixed by the
reform, or by an area's own rule · a law or a decision of the nation."""


class Period(PolicyRecord, frozen=True):
    """From when to when something holds, and how that is known."""

    start_date: date | None
    """First day; null where the source does not name it."""
    end_date: date | None
    """Last day; null while it goes on."""
    confirmed_on: date | None
    """The newest day on which a source gives it as in force; null where none has a date."""
    references: References
    note: Text | None = None
    """What a reader must know of how the period was read from its source."""
    after_gap: bool = False
    """Declares that no rule is held between the period before and this one."""
    moves: Moves = "seldom"
    provisional: bool = False
    """Whether it is a first payment to which a top-up was promised."""

    def confirmed_since(self, day: date) -> bool:
        """Whether a source says so for that day or a later one."""
        return self.confirmed_on is not None and self.confirmed_on >= day

    def holds_on(self, day: date) -> bool:
        """Whether the day lies inside; both ends belong to it."""
        return (self.start_date is None or self.start_date <= day) and (
            self.end_date is None or day <= self.end_date
        )

    def ran_out_before(self, day: date) -> bool:
        """Whether it ended before the day, and is of those that must be set anew."""
        return self.moves == "yearly" and self.end_date is not None and self.end_date < day


PeriodT_co = TypeVar("PeriodT_co", bound=Period, covariant=True)


class DatedRule(PolicyRecord, Generic[PeriodT_co], frozen=True):
    """What an area lays down, period by period."""

    id: Identifier
    area: AreaCode
    periods: Annotated[tuple[PeriodT_co, ...], Meta(min_length=1)]

    @property
    def whom(self) -> str:
        """Of the rules of one kind and area, whom this one is for; nothing where for all."""
        return ""


class ParameterPeriod(Period, frozen=True, kw_only=True):
    """The value of a published figure during a period, in yuan a month."""

    amount: Amount


class AveragePensionRule(
    DatedRule[ParameterPeriod], frozen=True, tag="average_pension", tag_field="kind"
):
    """An area's published average monthly pension of one base year."""

    base_year: int

    @property
    def whom(self) -> str:
        """The base year, of which each has a rule of its own."""
        return str(self.base_year)
