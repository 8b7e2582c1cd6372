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
220100 108.22 2023-01-01
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
350200 103.00 2023-01-01
360000 77 2023-01-01
410100 95 2022-07-01
410200 60 2023-01-01
410500 60 2023-01-01
410600 60 2023-01-01
411000 60 2023-01-01
410700 65 2023-01-01
130200 59 2023-01-01
130800 57 2023-01-01
131100 58 2023-01-01
130400 50 2023-01-01
130500 50 2023-01-01
420100 83 2023-02-01
420700 71 2023-01-01
420200 72 2023-01-01
420600 95 2023-01-01
421300 70 2023-01-01
420800 70 2023-01-01
429005 66 2023-01-01
421000 70 2023-01-01
420500 70 2023-01-01
420581 70 2023-01-01
430000 75 2023-01-01
440600 158.20 2022-11-01
440300 251 2022-12-01
440700 126.80 2022-12-01
511000 105.39 2023-01-01
610403 100 2023-01-01
650100 80 2022-05-01
659001 80 2023-01-01
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
"""Area, yuan a month that reach the account, first day, last day."""

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
410000 2% 74.27 2022-07-01 2021
441800 2.8% 103.98 2022-12-01 2021
441900 2.8% 103.98 2022-12-01 2021
450200 2.5% 92.84 2023-01-01 2022
513300 2.8% 103.98 2023-01-01 2022
510000-direct 2.8% 103.98 2023-01-01 None
630000 2% 74.27 2022-01-01 2021
520100 3% 111.41 2023-01-01 2022
520200 3% 111.41 2023-01-01 2022
520500 3% 111.41 2023-01-01 2022
520300 3% 111.41 2023-01-01 2021
520400 3% 111.41 2023-01-01 2023
520600 3% 111.41 2023-01-01 2023
640000 2.8% 103.98 2023-06-01 2023
"""
"""Area, share, what it makes of an average pension of 3,713.70, first day, base year, last day."""

BANDS = """
110000 70 97.00 107.00 -
120000 70 40.00 50.00 2022-01-01
310000 75 140.00 157.50 2023-07-01 2026-06-30
370000 70 100.00 125.00 2024-01-01
370600 70 100.00 125.00 2024-01-01
371400 70 100.00 125.00 2024-01-01
460000 70 60.00 72.00 -
"""
"""Area, age, yuan a month below it and from it on, first day, last day."""

OF_SOME = """
420100 66 2023-02-01 retired_from flexible
430000 75 2023-01-01 retired_from flexible
421000 30 2023-01-01 plan pooled_only
"""
"""Area, yuan a month, first day, and what sets these people apart."""

INDIVIDUAL = """
320000 2023-01-01
320200 2024-01-01
320600 2023-01-01
320700 2023-01-01
330000 2024-01-01
330100 2024-01-01
330200 2024-01-01
"""
"""Area, first day."""

CONTESTED = """
620600 120 90 2023-01-01
210800 62 65 2023-01-01
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
    "370000": "370200",
    "410000": "410300",
    "460000": "460100",
    "630000": "630100",
    "650000": "650200",
    "440000": "440500",
    "450000": "450300",
}
"""A place that takes the province's rule, where the first of its cities has one of its own."""

CONFIRMED = """
2026-02-01 110000
2025-12-29 440300
2025-12-27 500000
2025-12-20 620000-direct
2025-10-01 370000
2025-02-10 320500
2025-01-18 210100
2025-01-06 120000
2024-08-06 340000 340300
2024-07-01 330000
2024-05-21 410100
2024-02-21 140000 610100 210200 650000 440700 511000 460000
2024-01-01 210300 210400 210500 210600 210700 210800 210900 211000 211100 211200 211300 211400
2023-10-01 230100 620100
2023-06-14 410000 410200 410700
2023-05-31 430000
2023-05-14 610700 610403
2023-05-01 420700
2023-04-21 130000 130200
2023-02-24 360000
2023-01-18 420500 420581
2023-01-11 350200
2023-01-05 450000 450000-direct
2023-01-04 220100 510100
2022-12-09 513300
2022-02-11 630000
"""
"""The newest day on which a source gives the rule as in force, and the areas."""

LEVELS = """
official_text 440300 510100 420581 540000
official_media 110000 220100 310000 320500 350200 371400 410000 420100 430000 450000 460000 500000
official_media 530000 513300 630000 650000
published 130200 140000 370000 370300 410100 440700 441800 511000 610403 620100 640000 360000
"""
"""The highest level of a source, and the areas."""
RANKS = ("official_text", "official_media", "published")

UNKNOWN = """
320500 2025-01-01
530000 2024-11-01
530100 2024-11-01
540000 2023-01-01
"""
"""Areas whose sum nobody holds, first day."""

OF_GROUP = """
510100 2.5% 2022 2023-01-01
610700 2% reform_year 2023-01-01
610600 2.8% reform_year 2023-01-01
610800 3% reform_year 2023-01-01
"""
"""Area, what of the average of one's own group arrives, base year, first day."""

TAKEN = """
110000 大额医疗互助 3 monthly - - -
220100 长期护理保险 2.78 monthly - 2023-01-01 -
350200 大病保险 7 monthly - 2023-01-01 -
370300 大额医疗互助 6 monthly - 2025-01-01 -
370300 长期护理保险 35 yearly - 2025-01-01 -
370600 大额医疗互助 36 yearly 1 - -
370600 长期护理保险 30 yearly 1 - -
371400 大额医疗互助 30 yearly - 2025-01-01 -
440100 长期护理保险 8.66 monthly - 2021-01-01 -
441400 长期护理保险 3.00 monthly - 2025-07-01 2028-06-30
450100 长期护理保险 4.50 monthly - 2021-03-01 -
500000 长期护理保险 5.50 monthly - 2025-01-01 2025-12-31
510100 长期护理保险 12.00 monthly - - -
"""
"""Area, what is taken off, yuan with an own pension of 3,000 and an average of 4,000, how often,
month, first day, last day."""

OF_SOME_TAKEN = """
430000 单位 15 2023-01-01
130000 同意 4.50 2026-04-01
130200 同意 4.50 2026-04-01
460000 授权 4.50 2026-01-01
500000 二档 5 2024-01-01
"""
"""Area, a word of the condition, yuan with an own pension of 3,000, first day."""

PROVISIONAL = """
130200 130400 130500 130800 131100 230000-direct 230100 230200 230600 231200 650000 650100 659001
"""

NOTICES = """
120000 建国前 60
120000 不能取现金
230100 2021 补发差额
230000-direct 2021 补发差额
231100 2021 补发差额
310000 7 月 1 日 一次
320000 2022 2.5% 泰州 无锡 苏州
320500 2025 每个月 1 日
320200 7% 4%
320600 210 120 30 60
320700 2.5%
330100 1 月一次
330200 1 月一次
340000 不因为年纪大多划
360000 不因为年纪大多划
410100 不因为年纪大多划
340300 灵活就业 2024 46.56
371400 70 95
370300 253
420581 2%
420100 7 元 13
420100 1954
421000 比例折算
430000 灵活就业
440000 2022 并不一样
440300 一档 二档
450000 2022 没有再调整
450000 草案 2028
500000 一档 自己交
530100 长期护理 补贴
540000 全区
650000 2% 补差
659001 50 元
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


def test_shanghai_s_share_of_those_in_service_stands_in_the_document(store: PolicyStore) -> None:
    (period,) = store.rules["credit-310000-in-service"].periods

    assert {r.level for r in store.cited(period.references)} == {"official_text"}


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
    ("area", "whose"),
    [("150100", "150000"), ("520100", "520000"), ("640100", "640000"), ("630100", "630000")],
)
def test_an_average_that_is_not_the_city_s_own(credit: Any, area: str, whose: str) -> None:
    assert credit(area).outcome.method.of.area == whose


@pytest.mark.parametrize(
    ("area", "low", "high"),
    [("130100", "2598", "3984"), ("630100", "4250", "4750"), ("640100", "3857", "4214")],
)
def test_what_an_average_is_questioned_by(credit: Any, area: str, low: str, high: str) -> None:
    plausible = credit(area).outcome.method.of.plausible

    assert (plausible.low, plausible.high) == (low, high)


@pytest.mark.parametrize("row", rows(BANDS), ids=" ".join)
def test_a_credit_that_rises_with_age(credit: Any, edges: Any, row: list[str]) -> None:
    area, edge, younger, older, *period = row
    age, place, days = int(edge), INHERITING.get(area, area), edges(*period)
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
    for on in days.outside:
        answer = credit(place, on, age=age)
        assert answer.status == "ended" or not holds(answer, area, period[0])


def test_shanghai_s_sum_runs_out_with_the_medical_year(credit: Any) -> None:
    last = credit("310000", date(2026, 6, 30), age=74)
    after = credit("310000", date(2026, 7, 1), age=74)
    later = credit("310000", date(2027, 7, 1), age=75)

    assert last.outcome.amounts.per_year.low == Decimal(1680)
    assert (after.status, after.outcome.amounts) == ("ended", None)
    assert after.outcome.last_known.amounts.per_year.low == Decimal(1680)
    assert later.outcome.last_known.amounts.per_year.low == Decimal(1890)
    assert after.changes == ()


def test_chongqing_s_care_premium_of_2026_is_not_held(credit: Any) -> None:
    before, last, after = (
        credit("500000", on, age=66)
        for on in (date(2024, 12, 31), date(2025, 12, 15), date(2026, 1, 1))
    )

    assert (month(before), month(last), month(after)) == ("105.00", "99.50", "105.00")
    assert last.outcome.amounts.before_deductions.low == Decimal(105)
    assert month(credit("500000", date(2025, 12, 31), age=70)) == "109.50"
    assert [deducted.name for deducted in after.outcome.lapsed] == ["长期护理保险"]
    (second_tier,) = last.outcome.under_conditions
    assert second_tier.amounts.per_month.low == Decimal("94.50")


@pytest.mark.parametrize(("age", "before", "after"), [(69, 100, "94.00"), (70, 125, "119.00")])
def test_zibo_s_large_sum_comes_off_each_month(
    credit: Any, age: int, before: int, after: str
) -> None:
    assert month(credit("370300", date(2024, 12, 31), age=age)) == f"{before}.00"
    assert month(credit("370300", date(2025, 1, 1), age=age)) == after


@pytest.mark.parametrize(
    ("known", "amount"),
    [
        ({"age": 66, "sex": "male", "paid_months": 360}, "60.00"),
        ({"age": 66, "sex": "male", "paid_months": 336}, "56.40"),
        ({"age": 70, "sex": "female", "paid_months": 276}, "67.68"),
        ({"age": 66}, "60.00"),
    ],
)
def test_hainan_s_credit_falls_with_missing_years(
    credit: Any, known: dict[str, Any], amount: str
) -> None:
    answer = credit("460100", **known)

    assert month(answer) == amount
    assert answer.outcome.adjustment_open is ("sex" not in known)
    (care,) = credit("460100", pension=Decimal(4000), age=66).outcome.under_conditions
    assert care.amounts.per_month.low == Decimal(54)


@pytest.mark.parametrize("area", ["420500", "420581"])
def test_yichang_s_credit_by_months(credit: Any, area: str) -> None:
    known = {"actual_months": 300, "account_months": 150}

    assert month(credit(area, retires_on=date(2023, 1, 1), **known)) == "35.00"
    assert month(credit(area, retires_on=date(2022, 12, 31), **known)) == "70.00"
    assert credit(area).outcome.adjustment_open
    assert credit(area).others == ()


def test_jinan_before_it_went_with_its_province(credit: Any) -> None:
    own = {"pension": Decimal(4000), "age": 69}

    assert month(credit("370100", date(2023, 12, 31), **own)) == "160.00"
    assert month(credit("370100", date(2024, 1, 1), **own)) == "100.00"
    assert area_of(credit("370100", age=70)) == "370000"


@pytest.mark.parametrize("row", rows(TAKEN), ids=" ".join)
def test_what_is_taken_off(credit: Any, edges: Any, row: list[str]) -> None:
    area, name, amount, rhythm, in_month, *period = row
    known = {"age": 66, "pension": Decimal(3000), "average_pension": Decimal(4000)}
    known["retired_from"] = "enterprise"
    days = edges(*period)

    def taken(on: date) -> list[tuple[str, Decimal, str, int | None]]:
        outcome = credit(area, on, **known).outcome
        return [
            (t.deduction.name, t.amount, t.deduction.taken, t.deduction.month)
            for t in (outcome.taken if outcome else ())
        ]

    expected = (name, Decimal(amount), rhythm, None if in_month == "-" else int(in_month))
    for on in days.inside:
        rule = credit(area, on, **known).rule
        if rule and rule.rule.area == area:
            assert expected in taken(on), on
    assert not any(expected in taken(on) for on in days.outside)


@pytest.mark.parametrize(("area", "word", "amount", "since"), rows(OF_SOME_TAKEN))
def test_what_is_taken_off_of_some_only(
    credit: Any, edges: Any, area: str, word: str, amount: str, since: str
) -> None:
    place, days = INHERITING.get(area, area), edges(since)
    known = {"age": 66, "pension": Decimal(3000)}

    def cases(on: date) -> list[Decimal]:
        outcome = credit(place, on, **known).outcome
        under = outcome.under_conditions if outcome else ()
        return [c.taken.amount for c in under if c.taken and word in c.deduction.condition]

    assert all(cases(on) == [Decimal(amount)] for on in days.inside)
    assert not any(cases(on) for on in days.outside)


def test_tianjin_s_large_sum_comes_off_the_pension(credit: Any) -> None:
    answer = credit("120000", age=66)

    assert month(answer) == "40.00"
    assert [(d.off, d.takes.amount) for d in answer.rule.period.deductions] == [("pension", "30")]


@pytest.mark.parametrize(("area", "arrives", "year", "since"), rows(OF_GROUP))
def test_the_average_of_one_s_own_group(
    credit: Any, edges: Any, area: str, arrives: str, year: str, since: str
) -> None:
    days, average = edges(since), {"average_pension": Decimal(4000)}
    share = Decimal(4000) * Decimal(arrives.rstrip("%")) / 100
    for on in days.inside:
        for group in ("institution", "enterprise", "flexible"):
            answer = credit(area, on, retired_from=group, **average)
            assert month(answer) == f"{share:.2f}"
            assert str(answer.outcome.method.of.base_year) == year
        assert credit(area, on).outcome.missing == ("retired_from",)
    assert not any(holds(credit(area, on), area, since) for on in days.outside)


@pytest.mark.parametrize(("area", "since"), rows(UNKNOWN))
def test_where_nobody_holds_the_sum(credit: Any, edges: Any, area: str, since: str) -> None:
    days, place = edges(since), {"530000": "530300"}.get(area, area)
    for on in days.inside:
        answer = credit(place, on, age=70)
        assert (area_of(answer), answer.status) == (area, "amount_unknown")
    assert not any(holds(credit(place, on, age=70), area, since) for on in days.outside)


def test_what_was_a_first_payment_says_so(store: PolicyStore) -> None:
    told = {rule.area for rule in local_rules(store) if rule.periods[-1].provisional}

    assert told >= {area for row in rows(PROVISIONAL) for area in row}
    assert {area[:2] for area in told} == {"13", "23", "65"}


@pytest.mark.parametrize("area", ["220100", "510100", "513300"])
def test_where_the_pooled_only_plan_surely_has_no_account(credit: Any, area: str) -> None:
    assert credit(area, plan="pooled_only").status == "no_account"


@pytest.mark.parametrize("area", ["210200", "420100", "460000", "460100", "620100"])
def test_where_flexible_workers_have_no_account_while_they_pay(credit: Any, area: str) -> None:
    assert credit(INHERITING.get(area, area), status="flexible").status == "no_account"


@pytest.mark.parametrize(
    ("age", "amount"), [(34, "280.00"), (35, "300.00"), (44, "300.00"), (45, "400.00")]
)
def test_beijing_s_bands_in_service_ended_with_the_reform(
    credit: Any, age: int, amount: str
) -> None:
    known = {"status": "in_service", "base": Decimal(10000), "age": age}

    assert month(credit("110000", date(2022, 8, 31), **known)) == amount
    assert month(credit("110000", date(2022, 9, 1), **known)) == "200.00"


def test_those_in_service_elsewhere(credit: Any) -> None:
    base = {"base": Decimal(5000)}

    assert month(credit("220100", status="in_service", **base)) == "95.00"
    assert month(credit("630100", status="in_service", **base)) == "100.00"
    assert month(credit("360100", status="flexible", **base)) == "100.00"
    assert month(credit("310000", status="in_service", **base)) == "100.00"


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


@pytest.mark.parametrize(("area", "amount", "since", "name", "value"), rows(OF_SOME))
def test_those_who_get_something_else(
    credit: Any, edges: Any, area: str, amount: str, since: str, name: str, value: str
) -> None:
    days = edges(since)
    for on in days.inside:
        assert month(credit(area, on, **{name: value})) == f"{Decimal(amount):.2f}"
    assert not any(holds(credit(area, on, **{name: value}), area, since) for on in days.outside)


def test_whose_first_credit_and_yearly_month_a_source_dates(store: PolicyStore) -> None:
    periods = [
        (rule.area, period)
        for rule in store.rules.values()
        if isinstance(rule, CreditRule)
        for period in rule.periods
    ]

    assert {(area, p.first_month) for area, p in periods if p.first_month} == {
        ("430000", "after_procedure"),
        ("620100", "after_retirement"),
    }
    assert {(area, p.credited_in) for area, p in periods if p.credited_in} == {("310000", 7)}


@pytest.mark.parametrize("area", ["110000", "420100", "430000", "510300"])
def test_elsewhere_nothing_is_known_of_the_retired_of_the_pooled_only_plan(
    credit: Any, area: str
) -> None:
    assert credit(area, plan="pooled_only").status == "no_rule"


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
    period = credit(INHERITING.get(area, area), age=70).rule.period
    told = (*period.conditions, *period.notices)

    assert any(all(part in notice for part in said) for notice in told), told


def local_rules(store: PolicyStore) -> list[CreditRule]:
    """The rules on what the retired of some area get."""
    return [
        rule
        for rule in store.rules.values()
        if isinstance(rule, CreditRule)
        and rule.area != NATION
        and rule.insurance_status == "retired"
    ]


def test_every_rule_has_its_row(store: PolicyStore) -> None:
    tables = (FIXED, YEARLY, SHARES, BANDS, INDIVIDUAL, CONTESTED, TAKEN, UNKNOWN, OF_GROUP)
    in_tables = {row[0] for table in tables for row in rows(table)}

    assert in_tables | {"370100"} == {rule.area for rule in local_rules(store)}


@pytest.mark.parametrize("row", rows(CONFIRMED), ids=" ".join)
def test_a_rule_is_as_old_as_its_newest_source(store: PolicyStore, row: list[str]) -> None:
    day, *areas = row
    found = {rule.area: str(rule.periods[-1].confirmed_on) for rule in local_rules(store)}

    assert {area: found[area] for area in areas} == dict.fromkeys(areas, day)


@pytest.mark.parametrize("row", rows(LEVELS), ids=" ".join)
def test_the_best_source_of_a_rule(store: PolicyStore, row: list[str]) -> None:
    level, *areas = row
    best = {
        rule.area: min((r.level for r in store.cited(rule.periods[-1].references)), key=RANKS.index)
        for rule in local_rules(store)
    }

    assert {area: best[area] for area in areas} == dict.fromkeys(areas, level)


@pytest.mark.parametrize(
    "area",
    ["510300", "620000", "513200"],
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
    assert area_of(credit("450300")) == "450000"
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
        ({"plan": "pooled_only", "status": "in_service"}, "paying_pooled_only"),
    ],
)
def test_who_has_no_account_in_the_whole_nation_and_always(
    credit: Any, known: dict[str, Any], group: str
) -> None:
    for on in (date(2001, 1, 1), TODAY, date(2041, 1, 1)):
        answer = credit("510300", on, **known)
        assert (answer.status, answer.rule.rule.whom) == ("no_account", group)
        assert answer.rule.period.confirmed_on == date(2025, 12, 20)
