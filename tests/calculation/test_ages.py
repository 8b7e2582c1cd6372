"""Ages in completed years."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from yibao.calculation.ages import completed_years, reaches, year_before


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


def test_a_year_before_a_leap_day() -> None:
    assert year_before(date(2024, 2, 29)) == date(2023, 2, 28)
    assert year_before(date(2025, 12, 20)) == date(2024, 12, 20)
