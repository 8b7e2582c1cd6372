"""From when to when something holds, and how that is known."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from yibao.policy.terms import Amount, AreaCode, Identifier, PolicyRecord, Text

References = Annotated[tuple[Identifier, ...], Meta(min_length=1)]
"""Ids of references; at least one."""


class Period(PolicyRecord, frozen=True):
    """From when to when something holds, and how that is known."""

    start_date: date | None
    """First day; null where the source does not name it."""
    end_date: date | None
    """Last day; null while it goes on."""
    confirmed_on: date | None
    """The latest day for which a source says so: its date, or the first day that it speaks of;
    null where the source has neither."""
    references: References
    note: Text | None = None
    """What a reader must know of how the period was read from its source."""
    after_gap: bool = False
    """Declares that no rule is held between the period before and this one."""

    def confirmed_since(self, day: date) -> bool:
        """Whether a source says so for that day or a later one."""
        return self.confirmed_on is not None and self.confirmed_on >= day

    def holds_on(self, day: date) -> bool:
        """Whether the day lies inside; both ends belong to it."""
        return (self.start_date is None or self.start_date <= day) and (
            self.end_date is None or day <= self.end_date
        )


class ParameterPeriod(Period, frozen=True, kw_only=True):
    """The value of a published figure during a period, in yuan a month."""

    amount: Amount


class AveragePensionRule(PolicyRecord, frozen=True, tag="average_pension", tag_field="kind"):
    """An area's published average monthly pension of one base year."""

    id: Identifier
    area: AreaCode
    base_year: int
    periods: Annotated[tuple[ParameterPeriod, ...], Meta(min_length=1)]
