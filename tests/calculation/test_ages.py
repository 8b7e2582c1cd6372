"""Ages in completed years."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from yibao.calculation.ages import completed_years, month_end, reaches
from yibao.calculation.inquiry import Inquiry


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        (date(1955, 12, 20), date(2025, 12, 19), 69),
        (date(1955, 12, 20), date(2025, 12, 20), 70),
        (date(1956, 2, 29), date(2026, 2, 28), 69),
        (date(1956, 2, 29), date(2026, 3, 1), 70),
        (date(1956, 2, 29), date(2024, 2, 29), 68),
        (date(2025, 12, 20), date(2025, 12, 20), 0),
    ],
)
def test_completed_years(born: date, on: date, age: int) -> None:
    assert completed_years(born, on) == age


@given(st.dates(date(1900, 1, 1), date(2020, 12, 31)), st.integers(0, 120))
@example(date(1956, 2, 29), 70)
def test_an_age_is_reached_on_its_day_and_not_a_day_before(born: date, age: int) -> None:
    day = reaches(born, age)

    assert completed_years(born, day) == age
    if age:
        before = date.fromordinal(day.toordinal() - 1)
        assert completed_years(born, before) == age - 1


@pytest.mark.parametrize(
    ("born", "until", "on", "ages"),
    [
        (date(1955, 12, 1), date(1955, 12, 31), date(2025, 11, 30), (69,)),
        (date(1955, 12, 1), date(1955, 12, 31), date(2025, 12, 1), (69, 70)),
        (date(1955, 12, 1), date(1955, 12, 31), date(2025, 12, 30), (69, 70)),
        (date(1955, 12, 1), date(1955, 12, 31), date(2025, 12, 31), (70,)),
        (date(1956, 2, 1), date(1956, 2, 29), date(2026, 1, 31), (69,)),
        (date(1956, 2, 1), date(1956, 2, 29), date(2026, 2, 28), (69, 70)),
        (date(1956, 2, 1), date(1956, 2, 29), date(2026, 3, 1), (70,)),
        (date(1956, 2, 1), date(1956, 2, 29), date(2024, 2, 29), (68,)),
        (date(1956, 2, 29), None, date(2026, 2, 28), (69,)),
        (date(1956, 2, 29), None, date(2026, 3, 1), (70,)),
    ],
)
def test_a_month_of_birth_leaves_two_ages_open_until_it_is_over(
    born: date, until: date | None, on: date, ages: tuple[int, ...]
) -> None:
    assert Inquiry(region="110105", born=born, born_until=until).ages_on(on) == ages


def test_an_age_without_a_birth_and_neither() -> None:
    assert Inquiry(region="110105", age=71).ages_on(date(2025, 12, 10)) == (71,)
    assert Inquiry(region="110105").ages_on(date(2025, 12, 10)) == ()


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2025, 12, 1), date(2025, 12, 31)),
        (date(2025, 2, 10), date(2025, 2, 28)),
        (date(1956, 2, 29), date(1956, 2, 29)),
        (date(9999, 12, 5), date(9999, 12, 31)),
    ],
)
def test_the_last_day_of_a_month(day: date, end: date) -> None:
    assert month_end(day) == end
