"""The credit of every area, row by row: at the edges of its bands and of its periods.

The figures are written down here a second time, on purpose, and are compared with what the whole
way from the place to the answer gives.
"""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from yibao.calculation.assess import assess
from yibao.calculation.assessment import CreditAnswer
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.trace import replay
from yibao.policy.rules.credit_rules import CreditRule
from yibao.policy.store import PolicyStore
from yibao.policy.terms import NATION

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
220200 88.20 2023-01-01 2023-12-31
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
340300 70 2022-07-01
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
"""Area, yuan a month, first day, last day."""

YEARLY = """
421200 840 70.00 2023-01-01
422800 1200 100.00 2023-01-01
522700 1200 100.00 2023-01-01
522600 1200 100.00 2023-09-01
"""
"""Area, yuan a year, its twelfth, first day."""

SHARES = """
130000 2% 74.27 2023-01-01 2022
150000 3% 111.41 2022-10-01 2021 2022-12-31
150000 2% 74.27 2023-01-01 2021
210000 2% 74.27 2023-01-01 2022
220000 2.8% 103.98 2024-01-01 2021
230000 2% 74.27 2023-01-01 None
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
"""Area, share, what it makes of an average pension of 3,713.70, first day, base year, last day."""

BANDS = """
110000 70 97.00 107.00 -
120000 70 40.00 50.00 2022-01-01
310000 75 140.00 157.50 2023-07-01
370000 70 74.27 92.84 2024-01-01 2023
370600 70 74.27 92.84 2024-01-01 2023
500000 70 105.00 115.00 2024-01-01
"""
"""Area, age, yuan a month below it and from it on, first day, base year of a share."""

OF_SOME = """
420100 66 2023-02-01 retired_from flexible
430000 75 2023-01-01 retired_from flexible
421000 30 2023-01-01 plan pooled_only
"""
"""Area, yuan a month, first day, and what sets these people apart."""

INDIVIDUAL = """
320000 2023-01-01
320500 2025-01-01
330000 2024-01-01
330100 2024-01-01
330200 2024-01-01
"""
"""Area, first day."""

CONTESTED = """
620600 120 90 2023-01-01
210800 62 65 2023-01-01
420500 70 92.84 2023-01-01
"""
"""Area, yuan a month by the one source and by the other, first day."""

INHERITING = {
    "130000": "130100",
    "150000": "150100",
    "220000": "220300",
    "230000": "232700",
    "320000": "320100",
    "330000": "330300",
    "340000": "340100",
    "350000": "350100",
    "370000": "370100",
    "440000": "440500",
    "450000": "450100",
}
"""A place that takes the province's rule, where the first of its cities has one of its own."""

CONFIRMED = """
2025-12-20 110000 440300 620000-direct
2024-08-06 340000 340300
2024-01-01 210300 210400 210500 210600 210700 210800 210900 211000 211100 211200 211300 211400
"""
"""The areas whose sources are later than the first day of the rule."""

NOTICES = """
120000 建国前 60
120000 不能取现金
230100 2021 补发差额
230000-direct 2021 补发差额
231100 2021 补发差额
310000 7 月 1 日 一次
320000 2022 2.5% 泰州 无锡 苏州
320500 2025 每月 1 日
330100 1 月一次
330200 1 月一次
340000 不因为年纪大多划
360000 不因为年纪大多划
410100 不因为年纪大多划
340300 灵活就业 2024 46.56
370600 1 月 66 36 30
420500 2023 70 ÷
421000 比例折算
430000 灵活就业
430000 退休手续 下一个月
440000 2022 并不一样
440300 一档 二档
450000 2022 没有再调整
510100 0.3%
"""
"""Area, and what one of its notices must say."""


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


def holds(answer: CreditAnswer, area: str, start: str) -> bool:
    """Whether the area's period that begins then is the one that answers."""
    rule = answer.rule
    first = None if start == "-" else date.fromisoformat(start)
    return rule is not None and (rule.rule.area, rule.period.start_date) == (area, first)


@pytest.mark.parametrize("row", rows(FIXED), ids=" ".join)
def test_an_amount_for_all_ages(credit: Any, edges: Any, row: list[str]) -> None:
    area, amount, *period = row
    place, days = INHERITING.get(area, area), edges(*period)
    for on in days.inside:
        for age in (None, 50, 69, 70, 90):
            answer = credit(place, on, age=age, average_pension=None)
            assert (area_of(answer), month(answer)) == (area, f"{Decimal(amount):.2f}"), on
    assert not any(holds(credit(place, on), area, period[0]) for on in days.outside)


@pytest.mark.parametrize(("area", "year", "twelfth", "since"), rows(YEARLY))
def test_a_sum_a_year(
    credit: Any, edges: Any, area: str, year: str, twelfth: str, since: str
) -> None:
    days = edges(since)
    for on in days.inside:
        answer = credit(area, on)
        assert answer.outcome.credited == "yearly"
        assert answer.outcome.amounts.per_year.low == Decimal(year)
        assert month(answer) == twelfth
    assert not any(holds(credit(area, on), area, since) for on in days.outside)


@pytest.mark.parametrize("row", rows(SHARES), ids=" ".join)
def test_a_share_of_an_average_pension(credit: Any, edges: Any, row: list[str]) -> None:
    area, rate, amount, since, base_year, *last = row
    place, days = INHERITING.get(area, area), edges(since, *last)
    for on in days.inside:
        answer = credit(place, on)
        assert (area_of(answer), month(answer)) == (area, amount)
        assert answer.outcome.method.rate == rate
        assert str(answer.outcome.method.of.base_year) == base_year
        missing = credit(place, on, average_pension=None)
        assert (missing.status, missing.outcome.missing) == ("missing", ("average_pension",))
    assert not any(holds(credit(place, on), area, since) for on in days.outside)


@pytest.mark.parametrize(
    ("area", "whose"), [("150100", "150000"), ("520100", "520000"), ("640100", "640000")]
)
def test_an_average_that_is_not_the_city_s_own(credit: Any, area: str, whose: str) -> None:
    assert credit(area).outcome.method.of.area == whose


@pytest.mark.parametrize("row", rows(BANDS), ids=" ".join)
def test_a_credit_that_rises_with_age(credit: Any, edges: Any, row: list[str]) -> None:
    area, edge, younger, older, since, *base_year = row
    age, place, days = int(edge), INHERITING.get(area, area), edges(since)
    for on in days.inside:
        for below in (age - 10, age - 1):
            assert month(credit(place, on, age=below)) == younger
        for above in (age, age + 1, age + 20):
            assert month(credit(place, on, age=above)) == older
        birthday = on.replace(year=on.year - age)
        assert month(credit(place, on, born=birthday)) == older
        assert month(credit(place, on, born=birthday - timedelta(days=1))) == older
        assert month(credit(place, on, born=birthday + timedelta(days=1))) == younger
        assert credit(place, on).outcome.missing == ("age",)
        assert area_of(credit(place, on)) == area
        method = credit(place, on).outcome.method
        assert [str(method.of.base_year)] == base_year if base_year else not hasattr(method, "of")
    assert not any(holds(credit(place, on, age=age), area, since) for on in days.outside)


def test_what_beijing_and_guangzhou_take_off(credit: Any, edges: Any) -> None:
    beijing, days = credit("110000", age=71), edges("2022-12-01")

    assert beijing.outcome.amounts.before_deductions.low == Decimal(110)
    assert [d.name for d in beijing.rule.period.deductions] == ["大额医疗互助"]
    for on in days.inside:
        guangzhou = credit("440100", on)
        assert month(guangzhou) == "160.42"
        assert guangzhou.outcome.amounts.before_deductions.low == Decimal("169.08")
        assert [d.name for d in guangzhou.rule.period.deductions] == ["长期护理保险"]
    assert not any(holds(credit("440100", on), "440100", "2022-12-01") for on in days.outside)


@pytest.mark.parametrize(
    ("ages", "year"),
    [
        ((50, 58, 59), 500),
        ((60, 61, 68, 69), 700),
        ((70, 71, 78, 79), 1400),
        ((80, 81, 95), 1600),
    ],
)
def test_a_yearly_sum_by_age_and_its_end(
    credit: Any, edges: Any, ages: tuple[int, ...], year: int
) -> None:
    days = edges("2023-01-01", "2023-08-31")
    for age in ages:
        for on in days.inside:
            assert credit("522600", on, age=age).outcome.amounts.per_year.low == year
        for on in days.outside:
            assert not holds(credit("522600", on, age=age), "522600", "2023-01-01")


@pytest.mark.parametrize(("area", "first", "other", "since"), rows(CONTESTED))
def test_both_amounts_where_sources_disagree(
    credit: Any, edges: Any, area: str, first: str, other: str, since: str
) -> None:
    days = edges(since)
    for on in days.inside:
        answer = credit(area, on)
        (otherwise,) = answer.others
        assert month(answer) == f"{Decimal(first):.2f}"
        assert otherwise.outcome.amounts.per_month.low == Decimal(other)
        assert otherwise.outcome.references
        assert otherwise.outcome.references != answer.outcome.references
    assert not any(credit(area, on).others for on in days.outside)


def test_yichang_s_other_source_gives_a_share(credit: Any) -> None:
    (otherwise,) = credit("420500").others

    assert otherwise.outcome.method.of.base_year == 2021


@pytest.mark.parametrize(("area", "amount", "since", "name", "value"), rows(OF_SOME))
def test_those_who_get_something_else(
    credit: Any, edges: Any, area: str, amount: str, since: str, name: str, value: str
) -> None:
    days = edges(since)
    for on in days.inside:
        assert month(credit(area, on, **{name: value})) == f"{Decimal(amount):.2f}"
    assert not any(holds(credit(area, on, **{name: value}), area, since) for on in days.outside)


@pytest.mark.parametrize("area", ["110000", "420100", "430000", "510300"])
def test_elsewhere_the_pooled_only_plan_has_no_account(credit: Any, area: str) -> None:
    assert credit(area, plan="pooled_only").status == "no_account"


@pytest.mark.parametrize(("area", "since"), rows(INDIVIDUAL))
def test_where_everyone_keeps_an_amount_of_their_own(
    credit: Any, edges: Any, area: str, since: str
) -> None:
    place, days = INHERITING.get(area, area), edges(since)
    for on in days.inside:
        answer = credit(place, on, age=70)
        assert (area_of(answer), answer.status) == (area, "individual")
    assert not any(holds(credit(place, on, age=70), area, since) for on in days.outside)


@pytest.mark.parametrize(("area", "said"), [(area, said) for area, *said in rows(NOTICES)], ids=str)
def test_what_is_known_without_an_amount_is_a_notice(
    credit: Any, area: str, said: list[str]
) -> None:
    notices = credit(INHERITING.get(area, area), age=70).rule.period.notices

    assert any(all(part in notice for part in said) for notice in notices), notices


def local_rules(store: PolicyStore) -> list[CreditRule]:
    """The rules on what the retired of some area get."""
    return [
        rule
        for rule in store.rules.values()
        if isinstance(rule, CreditRule)
        and rule.area != NATION
        and rule.insurance_status != "retirement_pending"
    ]


def test_every_rule_has_its_row(store: PolicyStore) -> None:
    tables = (FIXED, YEARLY, SHARES, BANDS, INDIVIDUAL, CONTESTED)
    in_tables = {row[0] for table in tables for row in rows(table)}

    assert in_tables | {"440100"} == {rule.area for rule in local_rules(store)}


def test_a_rule_is_as_old_as_its_source_and_only_one_rests_on_more_than_reports(
    store: PolicyStore,
) -> None:
    confirmed = {area: day for day, *areas in rows(CONFIRMED) for area in areas}
    for rule in local_rules(store):
        for period in rule.periods:
            first = str(period.start_date)
            assert str(period.confirmed_on) == confirmed.get(rule.area, first), rule.id
            levels = {reference.level for reference in store.cited(period.references)}
            official = rule.id == "credit-420100-retired"
            assert levels == {"official_media" if official else "published"}, rule.id


@pytest.mark.parametrize(
    "area",
    ["460100", "510300", "540100", "630100", "510300", "410200", "620000", "419001"],
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


def test_the_national_principle_and_the_share_of_those_in_service_at_their_edge(
    credit: Any, edges: Any
) -> None:
    days = edges("2021-04-13")
    for on in days.inside:
        assert credit("510300", on).status == "range"
        assert credit("510300", on).outcome.method.of.base_year is None
        assert credit("510300", on, status="in_service", base=Decimal(5000)).status == "exact"
    for on in days.outside:
        assert credit("510300", on).status == "no_rule"
        assert credit("510300", on, status="in_service", base=Decimal(5000)).status == "no_rule"


@pytest.mark.parametrize(
    ("known", "group"),
    [
        ({"status": "resident"}, "resident"),
        ({"retirement_completed": False}, "retirement_pending"),
        ({"plan": "pooled_only"}, "retired_pooled_only"),
        ({"plan": "pooled_only", "status": "in_service"}, "paying_pooled_only"),
    ],
)
def test_who_has_no_account_in_the_whole_nation_and_always(
    credit: Any, known: dict[str, Any], group: str
) -> None:
    for on in (date(2001, 1, 1), TODAY, date(2041, 1, 1)):
        answer = credit("510300", on, **known)
        assert (answer.status, answer.rule.rule.insurance_status) == ("no_account", group)
        assert answer.rule.period.confirmed_on == date(2025, 12, 20)
