"""For how long a confirmation is good, by how soon a figure of its kind may change."""

from datetime import date

import pytest

from yibao.calculation.freshness import is_stale
from yibao.policy.rules.periods import Moves, Period

CONFIRMED = date(2024, 5, 1)


def figure(moves: Moves, confirmed: date | None = CONFIRMED) -> Period:
    return Period(
        start_date=None, end_date=None, confirmed_on=confirmed, references=("a",), moves=moves
    )


@pytest.mark.parametrize(
    ("moves", "good_until"), [("yearly", date(2025, 5, 1)), ("seldom", date(2027, 5, 1))]
)
def test_a_confirmation_is_good_until_the_same_day_of_a_later_year(
    moves: Moves, good_until: date
) -> None:
    day_after = date.fromordinal(good_until.toordinal() + 1)

    assert not is_stale(figure(moves), good_until)
    assert is_stale(figure(moves), day_after)


def test_a_law_is_never_stale_and_what_was_never_confirmed_always() -> None:
    assert not is_stale(figure("never", None), date(2099, 1, 1))
    assert is_stale(figure("yearly", None), CONFIRMED)
    assert is_stale(figure("seldom", None), CONFIRMED)


def test_on_a_leap_day_the_28th_of_february_counts() -> None:
    assert not is_stale(figure("yearly", date(2023, 2, 28)), date(2024, 2, 29))
    assert is_stale(figure("yearly", date(2023, 2, 27)), date(2024, 2, 29))
