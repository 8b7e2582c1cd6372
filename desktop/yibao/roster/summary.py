"""Counting what the rows came to."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from yibao.calculation.quantities import EXACT, Span
from yibao.presenters.roster.outcome import Columns, Kind, Summary
from yibao.roster.rows.people import Told

NOTHING = Span(Decimal(0), Decimal(0))


class Counting:
    """Takes each answer with its number of rows."""

    def __init__(self, on: date, until: date | None) -> None:
        self._counts: Counter[Kind] = Counter()
        self._month, self._year = NOTHING, NOTHING
        self._changes: Counter[str] = Counter()
        last = until or date(on.year + 1, on.month, 1)
        self._until = f"{last:%Y-%m}"

    def add(self, every: Iterable[Told]) -> None:
        """Count the rows of each answer."""
        for told in every:
            answer = told.answer
            self._counts[answer.kind] += told.rows
            self._month = _plus(self._month, answer.per_month, told.rows)
            self._year = _plus(self._year, answer.per_year, told.rows)
            month = f"{answer.changes_on:%Y-%m}" if answer.changes_on else ""
            if month and month <= self._until:
                self._changes[month] += told.rows

    def summary(self, columns: Columns, seconds: float) -> Summary:
        """Everything counted so far."""
        return Summary(
            columns=columns,
            rows=self._counts.total(),
            counts={kind: n for kind, n in self._counts.items() if n},
            per_month=(self._month.low, self._month.high),
            per_year=(self._year.low, self._year.high),
            changes={month: n for month, n in sorted(self._changes.items()) if n},
            seconds=seconds,
        )


def _plus(total: Span, each: Span | None, times: int) -> Span:
    if each is None:
        return total
    low = EXACT.add(total.low, EXACT.multiply(each.low, Decimal(times)))
    return Span(low, EXACT.add(total.high, EXACT.multiply(each.high, Decimal(times))))
