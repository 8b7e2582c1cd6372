"""Days of birth that ask the same, as far as that is proven."""

from collections.abc import Iterator
from datetime import date

from yibao.calculation.ages import month_end
from yibao.policy.rules.credit_rules import CreditRule
from yibao.policy.rules.kinds import AveragePensionRule
from yibao.policy.rules.periods import Period
from yibao.policy.store import PolicyStore
from yibao.presenters.asking.entries import EntryError, read_birth


class Births:
    """Knows in which months a day makes a difference."""

    def __init__(self, store: PolicyStore, on: date) -> None:
        self._on = on
        self._uneven = frozenset(_uneven_months(store, on))

    def alike(self, typed: str) -> str:
        """A day of birth as another of its month that asks the same, where no day is special."""
        if not typed:
            return typed
        try:
            born, until = read_birth(typed, self._on)
        except EntryError:
            return typed
        if born != until or (born.month, born.day) == (2, 29) or born.month in self._uneven:
            return typed
        has_come = born.month != self._on.month or born.day <= self._on.day
        return born.replace(day=1 if has_come else self._on.day + 1).isoformat()


def _uneven_months(store: PolicyStore, on: date) -> Iterator[int]:
    """Months in which a credit's rule begins or ends on another day than the first or the last.

    A birthday before such a day and one after it may lead to different rules.
    """
    if store.beneath:
        yield from _uneven_months(store.beneath, on)
    asked = (r for r in store.rules.values() if isinstance(r, CreditRule | AveragePensionRule))
    for rule in asked:
        for period in rule.periods:
            for figure in (period, *getattr(period, "deductions", ())):
                yield from _uneven(figure, on)


def _uneven(period: Period, on: date) -> Iterator[int]:
    start, end = period.start_date, period.end_date
    if start and start >= on and start.day != 1:
        yield start.month
    if end and end >= on and end != month_end(end):
        yield end.month
