"""What the examples of all kinds of rules need."""

from datetime import date
from decimal import Decimal

from yibao.policy.rules.periods import Period

ANY_DAY = date(2025, 1, 1)
"""For what no day decides."""


def day_of(period: Period) -> date:
    """A day of the period, for an example that names none."""
    return period.start_date or period.end_date or period.confirmed_on or ANY_DAY


def decimal_of(amount: str | None) -> Decimal | None:
    """An amount of an example, where it gives one."""
    return None if amount is None else Decimal(amount)
