"""The credit of every area, row by row: at the edges of its bands and of its periods.

The figures are written down here a second time, on purpose, and are compared with what the whole
way from the place to the answer gives.
"""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from yibao.calculation.ages import year_before
from yibao.calculation.assess import assess
from yibao.calculation.assessment import CreditAnswer
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.trace import replay
from yibao.policy.store import PolicyStore

TODAY = date(2026, 11, 24)
AVERAGE = Decimal("3713.70")

FIXED = """
140000 85 2023-01-01
210100 80 2024-01-01
210200 80 2023-01-01
211300 65 2023-01-01
211100 65 2023-01-01
211400 65 2023-01-01
210800 62 2023-01-01
210300 60 2023-01-01
210400 60 2023-01-01
210500 60 2023-01-01
210600 60 2023-01-01
210700 60 2023-01-01
210900 60 2023-01-01
211000 60 2023-01-01
211200 60 2023-01-01
220100 111 2023-01-01
220200 72.60 2024-01-01
230100 90 2023-01-01
230000-direct 90 2023-01-01
230200 55 2023-01-01
230300 55 2023-01-01
230400 56 2023-01-01
230500 54 2023-01-01
230600 73 2023-01-01
230800 62 2023-01-01
230900 54 2023-01-01
231000 57 2023-01-01
231100 58.88 2023-01-01
231200 56 2023-01-01
340000 70 2022-07-01
350200 110 2023-01-01
360000 77 2023-01-01
410100 95 2023-01-01
420100 83 2023-02-01
420700 71 2023-01-01
420200 72 2023-01-01
420600 95 2023-01-01
421300 70 2023-01-01
420800 70 2023-01-01
429005 66 2023-01-01
421000 70 2023-01-01
420500 70 2023-01-01
430000 75 2023-01-01
440600 158.20 2022-11-01
440300 251 2022-12-01
450000-direct 120 2023-01-01
522300 85 2023-01-01
610100 100 2023-01-01
610200 75 2023-01-01
610300 70 2023-01-01
610400 75 2023-01-01
610500 68 2023-01-01
610900 90 2023-01-01
611000 90 2023-01-01
620000-direct 120 2023-01-01
623000 120 2023-01-01
620600 120 2023-01-01
622900 100 2023-01-01
620100 90 2023-01-01
620200 90 2023-01-01
620300 90 2023-01-01
620700 90 2023-01-01
620800 90 2023-01-01
620900 90 2023-01-01
621000 90 2023-01-01
621100 90 2023-01-01
621200 90 2023-01-01
620500 85 2023-01-01
620400 80 2023-01-01
650000 80 2023-01-01
"""
"""Area, yuan a month, first day."""

YEARLY = """
421200 840 70.00 2023-01-01
422800 1200 100.00 2023-01-01
522700 1200 100.00 2023-01-01
522600 1200 100.00 2023-09-01
"""
"""Area, yuan a year, its twelfth, first day."""

SHARES = """
130000 2% 74.27 2023-01-01 2022
150000 2% 74.27 2023-01-01 2021
210000 2% 74.27 2023-01-01 2022
220000 2.8% 103.98 2024-01-01 2021
230000 2% 74.27 2023-01-01
350000 2.5% 92.84 2023-12-31 reform_year
350500 2.5% 92.84 2023-12-01 2023
420900 2.5% 92.84 2023-01-01 2021
420300 2.5% 92.84 2023-01-01 2021
429006 2.5% 92.84 2023-01-01 2021
429021 2.5% 92.84 2023-01-01 2021
429004 2.5% 92.84 2023-01-01 2021
440000 2.8% 103.98 2022-12-01 2021
450000 2.5% 92.84 2023-01-01 2022
510100 2.8% 103.98 2023-01-01 2022
520100 3% 111.41 2023-01-01 2022
520200 3% 111.41 2023-01-01 2022
520500 3% 111.41 2023-01-01 2022
520300 3% 111.41 2023-01-01 2021
520400 3% 111.41 2023-01-01 2023
520600 3% 111.41 2023-01-01 2023
610800 3% 111.41 2023-01-01 reform_year
610600 2.8% 103.98 2023-01-01 reform_year
640000 2.8% 103.98 2023-06-01 2023
"""
"""Area, share, what it makes of an average pension of 3,713.70, first day, base year."""

BANDS = """
110000 70 97.00 107.00 -
120000 70 40.00 50.00 2022-01-01
310000 75 140.00 157.50 2023-07-01
370000 70 74.27 92.84 2024-01-01
500000 70 105.00 115.00 2024-01-01
"""
"""Area, age, yuan a month below it and from it on, first day."""


def rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.split("\n") if line]


@pytest.fixture
def credit(store: PolicyStore) -> Any:
    def of(area: str, on: date = TODAY, **known: Any) -> CreditAnswer:
        place = next((r.code for r in store.regions.children(area) if r.level == "county"), area)
        known.setdefault("average_pension", AVERAGE)
        answer = assess(store, Inquiry(region=place, **known), on).credit
        for outcome in answer.outcomes:
            replay(outcome.steps)
        return answer

    return of


def month(answer: CreditAnswer) -> str:
    assert answer.outcome
    assert answer.outcome.amounts
    span = answer.outcome.amounts.per_month
    assert span.low == span.high
    return f"{span.low:.2f}"


def area_of(answer: CreditAnswer) -> str:
    assert answer.rule
    return answer.rule.rule.area


def around(start: date) -> list[date]:
    """Days on which a rule holds that begins then: the first, the next, a year later, today."""
    return [start, start + timedelta(days=1), start.replace(year=start.year + 1), TODAY]


def before(start: date) -> list[date]:
    """Days on which it does not hold yet: the eve, and a year before."""
    return [start - timedelta(days=1), year_before(start)]


def holds(answer: CreditAnswer, area: str, start: date) -> bool:
    """Whether the area's period that begins then is the one that answers."""
    rule = answer.rule
    return rule is not None and (rule.rule.area, rule.period.start_date) == (area, start)


@pytest.mark.parametrize(("area", "amount", "since"), rows(FIXED))
def test_an_amount_for_all_ages(credit: Any, area: str, amount: str, since: str) -> None:
    start = date.fromisoformat(since)
    for on in around(start):
        for age in (None, 50, 69, 70, 90):
            answer = credit(area, on, age=age, average_pension=None)
            assert (area_of(answer), month(answer)) == (area, f"{Decimal(amount):.2f}"), on
    assert not any(holds(credit(area, on), area, start) for on in before(start))


@pytest.mark.parametrize(("area", "year", "twelfth", "since"), rows(YEARLY))
def test_a_sum_a_year(credit: Any, area: str, year: str, twelfth: str, since: str) -> None:
    start = date.fromisoformat(since)
    for on in around(start):
        answer = credit(area, on)
        assert answer.outcome.credited == "yearly"
        assert answer.outcome.amounts.per_year.low == Decimal(year)
        assert month(answer) == twelfth
    assert not any(holds(credit(area, on), area, start) for on in before(start))


@pytest.mark.parametrize("row", rows(SHARES), ids=lambda row: row[0])
def test_a_share_of_an_average_pension(credit: Any, row: list[str]) -> None:
    area, rate, amount, since, *base_year = row
    start = date.fromisoformat(since)
    asked = int(base_year[0]) if base_year and base_year[0].isdigit() else None
    # A prefecture with a figure of its own does not take the province's share.
    own = {"130000": "130100", "150000": "150100", "210000": "210000", "220000": "220300"}
    own |= {"230000": "232700", "350000": "350100", "440000": "440500", "450000": "450100"}
    place = own.get(area, area)
    for on in around(start):
        answer = credit(place, on)
        assert (area_of(answer), month(answer)) == (area, amount)
        assert answer.outcome.method.rate == rate
        if base_year:
            assert answer.outcome.method.of.base_year == (asked or "reform_year")
        missing = credit(place, on, average_pension=None)
        assert (missing.status, missing.outcome.missing) == ("missing", ("average_pension",))
    assert not any(holds(credit(place, on), area, start) for on in before(start))


@pytest.mark.parametrize(("area", "edge", "younger", "older", "since"), rows(BANDS))
def test_a_credit_that_rises_with_age(
    credit: Any, area: str, edge: str, younger: str, older: str, since: str
) -> None:
    age = int(edge)
    starts = [] if since == "-" else around(date.fromisoformat(since))
    for on in [*starts, TODAY]:
        for below in (age - 10, age - 1):
            assert month(credit(area, on, age=below)) == younger
        for above in (age, age + 1, age + 20):
            assert month(credit(area, on, age=above)) == older
        birthday = on.replace(year=on.year - age)
        assert month(credit(area, on, born=birthday)) == older
        assert month(credit(area, on, born=birthday - timedelta(days=1))) == older
        assert month(credit(area, on, born=birthday + timedelta(days=1))) == younger
        assert credit(area, on).outcome.missing == ("age",)
    for on in before(date.fromisoformat(since)) if starts else []:
        assert not holds(credit(area, on, age=age), area, date.fromisoformat(since))


def test_what_beijing_and_guangzhou_take_off(credit: Any) -> None:
    beijing, guangzhou = credit("110000", age=71), credit("440100")

    assert beijing.outcome.amounts.before_deductions.low == Decimal(110)
    assert [d.name for d in beijing.rule.period.deductions] == ["大额医疗互助"]
    assert guangzhou.outcome.amounts.before_deductions.low == Decimal("169.08")
    assert month(guangzhou) == "160.42"
    assert [d.name for d in guangzhou.rule.period.deductions] == ["长期护理保险"]
    for on in around(date(2022, 12, 1)):
        assert month(credit("440100", on)) == "160.42"
    assert not any(
        holds(credit("440100", on), "440100", date(2022, 12, 1)) for on in before(date(2022, 12, 1))
    )


def test_periods_that_follow_one_another(credit: Any) -> None:
    assert month(credit("220200", date(2023, 1, 1))) == "88.20"
    assert month(credit("220200", date(2023, 12, 31))) == "88.20"
    assert month(credit("220200", date(2024, 1, 1))) == "72.60"
    for on, rate in (
        (date(2022, 10, 1), "3%"),
        (date(2022, 12, 31), "3%"),
        (date(2023, 1, 1), "2%"),
    ):
        assert credit("150100", on).outcome.method.rate == rate
    assert area_of(credit("150100", date(2022, 9, 30))) == "000000"


@pytest.mark.parametrize(
    ("age", "year"), [(59, 500), (60, 700), (69, 700), (70, 1400), (79, 1400), (80, 1600)]
)
def test_a_yearly_sum_by_age_and_its_end(credit: Any, age: int, year: int) -> None:
    last = credit("522600", date(2023, 8, 31), age=age)
    after = credit("522600", date(2023, 9, 1), age=age)

    assert last.outcome.amounts.per_year.low == year
    assert after.outcome.amounts.per_year.low == 1200


@pytest.mark.parametrize(
    ("area", "first", "other"), [("620600", "120", "90"), ("210800", "62", "65")]
)
def test_both_amounts_where_sources_disagree(
    credit: Any, area: str, first: str, other: str
) -> None:
    answer = credit(area)
    (otherwise,) = answer.others

    assert month(answer) == f"{first}.00"
    assert otherwise.outcome.amounts.per_month.low == Decimal(other)
    assert otherwise.outcome.references


def test_yichang_s_other_source_gives_a_share(credit: Any) -> None:
    (otherwise,) = credit("420500").others

    assert otherwise.outcome.amounts.per_month.low == Decimal("92.84")
    assert otherwise.outcome.method.of.base_year == 2021


def test_the_retired_from_flexible_employment_and_the_pooled_only_plan(credit: Any) -> None:
    assert month(credit("420100", retired_from="flexible")) == "66.00"
    assert month(credit("430000", retired_from="flexible")) == "75.00"
    assert month(credit("421000", plan="pooled_only")) == "30.00"
    assert credit("420100", plan="pooled_only").status == "no_account"


@pytest.mark.parametrize("area", ["320100", "320500", "330100", "330200"])
def test_where_everyone_keeps_an_amount_of_their_own(credit: Any, area: str) -> None:
    assert credit(area, age=70).status == "individual"


@pytest.mark.parametrize(
    "area",
    ["460100", "530100", "540100", "630100", "510300", "410200", "620000", "419001"],
)
def test_where_nothing_is_settled_the_national_range_answers(credit: Any, area: str) -> None:
    answer = credit(area, age=70)

    assert area_of(answer) == "000000"
    assert answer.status == "range"
    span = answer.outcome.amounts.per_month
    assert (span.low, span.high) == (Decimal("74.27"), Decimal("111.41"))
    assert credit(area, age=70, average_pension=None).status == "missing"


def test_what_is_credited_to_the_province_s_own_people_is_not_inherited(credit: Any) -> None:
    assert month(credit("450000-direct")) == "120.00"
    assert area_of(credit("450100")) == "450000"
    assert area_of(credit("232700")) == "230000"


@pytest.mark.parametrize("base", ["3000", "8123.45", "20000"])
def test_those_in_service_get_two_per_cent_of_their_base(credit: Any, base: str) -> None:
    for area in ("110000", "210100", "650100"):
        answer = credit(area, status="in_service", base=Decimal(base))
        cents = (Decimal(base) * 2).quantize(Decimal(1), "ROUND_HALF_UP") / 100
        assert answer.outcome.amounts.per_month.low == cents
