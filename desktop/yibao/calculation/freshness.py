"""Whether a figure was confirmed lately enough."""

from collections.abc import Mapping
from datetime import date

from yibao.policy.rules.periods import Moves, Period

GOOD_FOR: Mapping[Moves, int | None] = {"yearly": 1, "seldom": 3, "never": None}
"""Years from the newest confirmation; None: for good."""


def is_stale(period: Period, on: date) -> bool:
    """Whether no source gave it as in force within the time for which such figures are good."""
    years = GOOD_FOR[period.moves]
    return years is not None and not period.confirmed_since(_years_before(on, years))


def _years_before(day: date, years: int) -> date:
    """The same day some years earlier; 28 February for 29 February."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)
