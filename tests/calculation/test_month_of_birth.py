"""Whoever gives the month of a birth alone may be of two ages: where that matters, both count."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yibao.calculation.ages import month_end
from yibao.calculation.assess import assess
from yibao.calculation.assessment import Assessment
from yibao.calculation.comparison import compare
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.quantities import Span
from yibao.calculation.trace import replay
from yibao.policy.store import PolicyStore

DAY = date(2025, 12, 10)
BEIJING, SHANGHAI, CHONGQING, CHANGSHA, KUNMING = "110105", "310101", "500103", "430102", "510302"
QIANDONGNAN, JINAN = "522601", "370102"


@pytest.fixture
def ask(store: PolicyStore) -> Any:
    def of(region: str, born: date, on: date = DAY, **known: Any) -> Assessment:
        month = {"born": born.replace(day=1), "born_until": month_end(born)}
        answered = assess(store, Inquiry(region=region, **{**month, **known}), on)
        answered.replay()
        return answered

    return of


def span(low: str, high: str) -> Span:
    return Span(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("region", "born", "on", "status", "per_month"),
    [
        (BEIJING, date(1955, 12, 1), DAY, "range", span("97", "107")),
        (BEIJING, date(1955, 12, 1), date(2025, 11, 30), "exact", span("97", "97")),
        (BEIJING, date(1955, 12, 1), date(2025, 12, 31), "exact", span("107", "107")),
        (BEIJING, date(1954, 12, 1), DAY, "exact", span("107", "107")),
        (BEIJING, date(1956, 12, 1), DAY, "exact", span("97", "97")),
        (BEIJING, date(1956, 2, 1), date(2026, 2, 28), "range", span("97", "107")),
        (BEIJING, date(1956, 2, 1), date(2026, 3, 1), "exact", span("107", "107")),
        (SHANGHAI, date(1950, 12, 1), DAY, "range", span("140", "157.50")),
        (SHANGHAI, date(1955, 12, 1), DAY, "exact", span("140", "140")),
        (CHANGSHA, date(1955, 12, 1), DAY, "exact", span("75", "75")),
    ],
)
def test_the_credit_in_the_month_of_birth(
    ask: Any, region: str, born: date, on: date, status: str, per_month: Span
) -> None:
    credit = ask(region, born, on).credit

    assert credit.status == status
    assert credit.outcome.amounts.per_month == per_month


def test_a_share_by_age_and_its_deductions_are_computed_for_both_ages(ask: Any) -> None:
    outcome = ask(JINAN, date(1955, 12, 1), average_pension=Decimal(4000)).credit.outcome

    assert outcome.status == "range"
    assert outcome.amounts.per_month == span("100", "125")
    assert [s.operands[0].value for s in outcome.steps if s.operation == "by_age"] == [69, 70]


def test_both_values_come_out_of_the_trace(ask: Any) -> None:
    outcome = ask(BEIJING, date(1955, 12, 1)).credit.outcome

    assert outcome.amounts.per_year == span("1164", "1284")
    assert outcome.amounts.before_deductions == span("100", "110")
    ages = [s for s in outcome.steps if s.operation == "by_age"]
    assert [(s.operands[0].value, s.result.value) for s in ages] == [(69, 100), (70, 110)]
    assert [s.result.value for s in outcome.steps if s.operation == "deduct"] == [97, 107]


def test_two_ages_of_one_band_are_both_looked_up_and_make_one_amount(ask: Any) -> None:
    steps = ask(BEIJING, date(1954, 12, 1)).credit.outcome.steps

    assert [s.operands[0].value for s in steps if s.operation == "by_age"] == [70, 71]
    assert [s.result.value for s in steps if s.operation == "deduct"] == [107]


def test_the_birthday_of_this_month_is_still_to_come_or_has_been(ask: Any) -> None:
    (change,) = ask(BEIJING, date(1955, 12, 1)).credit.changes

    assert (change.because, change.age) == ("age", 70)
    assert (change.on.year, change.on.month) == (2025, 12)
    assert change.outcome.status == "exact"
    assert change.outcome.amounts.per_month == span("107", "107")


def test_the_day_of_birth_plays_no_part_in_the_month_of_retirement(
    ask: Any, store: PolicyStore
) -> None:
    man: dict[str, Any] = {"status": "in_service", "sex": "male", "base": Decimal(6000)}
    by_month = ask(BEIJING, date(1976, 9, 1), **man)
    by_day = assess(store, Inquiry(region=BEIJING, born=date(1976, 9, 20), **man), DAY)

    assert by_month.retirement == by_day.retirement
    for answered in (by_month, by_day):
        retires, *_ = answered.credit.changes
        assert (retires.age, retires.on) == (63, date(2039, 9, 1))


def test_an_age_at_a_day_of_retirement_in_the_month_of_birth_is_left_open(ask: Any) -> None:
    man: dict[str, Any] = {"status": "in_service", "base": Decimal(6000)}
    changes = ask(BEIJING, date(1960, 12, 1), retires_on=date(2030, 12, 10), **man).credit.changes

    assert [(c.because, c.age) for c in changes] == [("retirement", None), ("age", 70)]
    assert changes[0].outcome.status == "range"


@pytest.mark.parametrize(
    ("here", "there", "difference"),
    [
        (BEIJING, CHONGQING, span("2.50", "2.50")),
        (BEIJING, CHANGSHA, span("-32", "-22")),
        (CHANGSHA, BEIJING, span("22", "32")),
        (BEIJING, SHANGHAI, span("33", "43")),
        (BEIJING, KUNMING, span("-33", "14")),
    ],
)
def test_two_places_are_compared_age_by_age(
    ask: Any, here: str, there: str, difference: Span
) -> None:
    known = {"average_pension": Decimal(3700)}
    near, far = (ask(region, date(1955, 12, 1), **known) for region in (here, there))

    told = compare(near, far)

    assert told.span == difference
    replay(told.steps)


@given(born=st.dates(date(1930, 1, 1), date(1990, 12, 31)), days=st.integers(0, 40_000))
def test_a_month_holds_what_every_day_of_it_would_give(
    store: PolicyStore, born: date, days: int
) -> None:
    first, last = born.replace(day=1), month_end(born)
    on = min(last + timedelta(days=days), date(2090, 1, 1))
    for region in (BEIJING, SHANGHAI, QIANDONGNAN):
        month = assess(store, Inquiry(region=region, born=first, born_until=last), on).credit
        lives = (first + timedelta(days=n) for n in range((last - first).days + 1))
        every = {
            assess(store, Inquiry(region=region, born=day), on).credit.outcome for day in lives
        }
        spans = [outcome.amounts.per_year for outcome in every if outcome and outcome.amounts]
        amounts = month.outcome and month.outcome.amounts
        assert bool(amounts) == bool(spans)
        if amounts:
            assert amounts.per_year.low == min(s.low for s in spans)
            assert amounts.per_year.high == max(s.high for s in spans)
