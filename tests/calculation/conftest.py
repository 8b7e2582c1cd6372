"""What the tables share: the days at and beside the edges of a period."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

import pytest

TODAY = date(2026, 11, 24)
LONG_AGO, FAR_AHEAD = date(2001, 1, 1), date(2041, 1, 1)


class Edges(NamedTuple):
    """Days on which a period holds, and days on which it does not."""

    inside: list[date]
    outside: list[date]


@pytest.fixture
def edges() -> Callable[[str, str], Edges]:
    """Both ends of a period, and a day and a year to both sides of each; "-" is an open end."""

    def around(first: str, last: str = "-") -> Edges:
        ends = [date.fromisoformat(end) for end in (first, last) if end != "-"]
        beside = [day for end in ends for day in _beside(end)]
        known = [*ends, *beside, TODAY, *([LONG_AGO] if first == "-" else [])]
        known += [FAR_AHEAD] if last == "-" else []
        holds = [
            (first == "-" or date.fromisoformat(first) <= day)
            and (last == "-" or day <= date.fromisoformat(last))
            for day in known
        ]
        return Edges(
            [day for day, inside in zip(known, holds, strict=True) if inside],
            [day for day, inside in zip(known, holds, strict=True) if not inside],
        )

    return around


def _beside(day: date) -> list[date]:
    return [
        day - timedelta(days=1),
        day + timedelta(days=1),
        day.replace(year=day.year - 1),
        day.replace(year=day.year + 1),
    ]
