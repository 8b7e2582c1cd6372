"""The statutory retirement age, against the published points and a second way to reckon it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yibao.calculation.assess import assess
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.retirement import RetirementAnswer
from yibao.calculation.trace import replay
from yibao.policy.store import PolicyStore

TODAY = date(2026, 11, 24)
MEN = {"sex": "male"}
CADRES = {"sex": "female", "worker_category": "cadre"}
WORKERS = {"sex": "female", "worker_category": "worker"}


@pytest.fixture
def ask(store: PolicyStore) -> Any:
    def of(**known: Any) -> RetirementAnswer:
        known.setdefault("status", "in_service")
        inquiry = Inquiry(region="110105", **known)
        return assess(store, inquiry, TODAY).retirement

    return of


def month_later(year: int, month: int, months: int) -> tuple[int, int]:
    """Counted on by single months, on purpose: the program reckons in numbers of months."""
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return year, month


def delays(first_year: int, births: int, most: int) -> dict[tuple[int, int], int]:
    """The table as it is published: from the first births on, a month more for each group."""
    table: dict[tuple[int, int], int] = {}
    birth, delay, left = (first_year, 1), 1, births
    while birth < (1996, 1):
        table[birth] = delay
        birth = month_later(*birth, 1)
        left -= 1
        if not left:
            delay, left = min(delay + 1, most), births
    return table


@pytest.mark.parametrize(
    ("person", "old_age", "first_year", "births", "most", "full_from"),
    [
        (MEN, 60, 1965, 4, 36, (1976, 9)),
        (CADRES, 55, 1970, 4, 36, (1981, 9)),
        (WORKERS, 50, 1975, 2, 60, (1984, 11)),
    ],
)
def test_every_birth_from_1950_to_1995(
    ask: Any,
    person: dict[str, str],
    old_age: int,
    first_year: int,
    births: int,
    most: int,
    full_from: tuple[int, int],
) -> None:
    table = delays(first_year, births, most)
    assert min(birth for birth, delay in table.items() if delay == most) == full_from
    pension_years = {
        year: Decimal(15) + Decimal("0.5") * (year - 2029) for year in range(2030, 2040)
    }
    for year in range(1950, 1996):
        for month in range(1, 13):
            delay = table.get((year, month), 0)
            retires = month_later(year, month, old_age * 12 + delay)
            dates = ask(born=date(year, month, 15), **person).dates

            assert dates.age_months == old_age * 12 + delay, (year, month)
            assert (dates.month.year, dates.month.month) == retires
            assert dates.month.day == 1
            earliest = month_later(year, month, max(old_age * 12, old_age * 12 + delay - 36))
            latest = month_later(*retires, 36)
            assert (dates.earliest.year, dates.earliest.month) == earliest
            if retires < (2025, 1):
                assert dates.latest is None
            else:
                assert (dates.latest.year, dates.latest.month) == latest
            least = [
                pension_years.get(going, Decimal(15 if going < 2030 else 20))
                for going in (retires[0], earliest[0])
            ]
            assert [dates.pension_years, dates.earliest_pension_years] == least
            replay(dates.steps)


@pytest.mark.parametrize(
    ("born", "person", "age", "month"),
    [
        (date(1964, 12, 31), MEN, (60, 0), date(2024, 12, 1)),
        (date(1965, 1, 1), MEN, (60, 1), date(2025, 2, 1)),
        (date(1970, 6, 30), MEN, (61, 5), date(2031, 11, 1)),
        (date(1976, 8, 31), MEN, (62, 11), date(2039, 7, 1)),
        (date(1976, 9, 1), MEN, (63, 0), date(2039, 9, 1)),
        (date(1969, 12, 31), CADRES, (55, 0), date(2024, 12, 1)),
        (date(1981, 9, 1), CADRES, (58, 0), date(2039, 9, 1)),
        (date(1974, 12, 31), WORKERS, (50, 0), date(2024, 12, 1)),
        (date(1984, 11, 1), WORKERS, (55, 0), date(2039, 11, 1)),
    ],
)
def test_the_published_points(
    ask: Any, born: date, person: dict[str, str], age: tuple[int, int], month: date
) -> None:
    dates = ask(born=born, **person).dates

    assert divmod(dates.age_months, 12) == age
    assert dates.month == month


@pytest.mark.parametrize(
    ("known", "missing"),
    [
        ({}, ("born", "sex")),
        ({"age": 55}, ("born", "sex")),
        ({"sex": "male"}, ("born",)),
        ({"born": date(1970, 1, 1)}, ("sex",)),
        ({"born": date(1970, 1, 1), "sex": "female"}, ("worker_category",)),
        ({"sex": "female"}, ("born", "worker_category")),
    ],
)
def test_what_is_missing_is_named(
    ask: Any, known: dict[str, Any], missing: tuple[str, ...]
) -> None:
    answer = ask(**known)

    assert (answer.status, answer.missing) == ("missing", missing)
    assert answer.dates is None
    assert bool(answer.possible) == (missing == ("worker_category",))
    assert answer.references


@pytest.mark.parametrize(
    ("born", "person", "latest"),
    [
        (date(1964, 12, 31), MEN, None),
        (date(1965, 1, 1), MEN, date(2028, 2, 1)),
        (date(1969, 12, 31), CADRES, None),
        (date(1970, 1, 1), CADRES, date(2028, 2, 1)),
        (date(1974, 12, 31), WORKERS, None),
        (date(1975, 1, 1), WORKERS, date(2028, 2, 1)),
    ],
)
def test_whoever_reached_the_old_age_before_the_rule_has_no_later_choice(
    ask: Any, born: date, person: dict[str, str], latest: date | None
) -> None:
    answer = ask(born=born, **person)

    assert answer.dates.latest == latest


def test_where_the_group_is_open_both_months_are_computed_and_neither_is_picked(ask: Any) -> None:
    born = date(1978, 3, 1)
    answer = ask(status="flexible", born=born, sex="female")

    assert answer.dates is None
    assert answer.every == answer.possible
    for dates, person in zip(answer.possible, (CADRES, WORKERS), strict=True):
        assert dates == ask(status="flexible", born=born, **person).dates
        replay(dates.steps)


def test_both_groups_are_on_the_line_of_time_and_one_that_may_go_at_once_with_its_procedure(
    store: PolicyStore,
) -> None:
    def changes(born: date) -> list[tuple[str, date | None, str | None]]:
        woman = Inquiry(region="110105", status="flexible", born=born, sex="female")
        answered = assess(store, woman, date(2025, 12, 10))
        answered.replay()
        return [(c.because, c.on, c.worker_category) for c in answered.credit.changes]

    assert changes(date(1978, 3, 1)) == [
        ("retirement", date(2029, 11, 1), "worker"),
        ("retirement", date(2035, 4, 1), "cadre"),
        ("age", date(2048, 3, 1), None),
    ]
    assert changes(date(1972, 3, 1)) == [
        ("procedure", None, "worker"),
        ("retirement", date(2027, 10, 1), "cadre"),
        ("age", date(2042, 3, 1), None),
    ]


def test_a_month_that_is_open_decides_no_period_of_a_requirement(store: PolicyStore) -> None:
    woman: dict[str, Any] = {"status": "flexible", "born": date(1972, 3, 1), "sex": "female"}
    known = Inquiry(region="430102", **woman, worker_category="cadre")

    assert assess(store, known, TODAY).contribution.missing == ("paid_years", "actual_years")
    unknown = assess(store, Inquiry(region="430102", **woman), TODAY)
    assert unknown.contribution.missing == ("retires_on",)


def test_residents_have_no_retirement_age(ask: Any) -> None:
    assert ask(status="resident", born=date(1970, 1, 1), sex="male").status == "not_applicable"


def test_a_store_without_the_rule_says_nothing_of_it(make_store: Any) -> None:
    inquiry = Inquiry(region="130102", born=date(1970, 1, 1), sex="male")

    assert assess(make_store(), inquiry, TODAY).retirement.status == "not_applicable"
