"""What a shortfall costs and what is paid now, row by row, at the edges of every period.

The figures are written down here a second time, on purpose, and are compared with what the whole
way from the place to the answer gives.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yibao.calculation.assess import assess
from yibao.calculation.assessment import Assessment
from yibao.calculation.inquiry import Inquiry
from yibao.policy.rules.premium_rules import FlexiblePremiumRule, ResidentPremiumRule
from yibao.policy.rules.shortfall_rules import ShortfallRule
from yibao.policy.store import PolicyStore
from yibao.policy.terms import NATION

SHORTFALLS = """
440300 一档 lump_sum 403.98 2025-01-01 2025-12-31
440300 一档 lump_sum 403.62 2026-01-01 2026-12-31
440300 二档 lump_sum 134.54 2026-01-01 2026-12-31
500000 一档 lump_sum 305.30 2025-01-01 2025-12-31
500000 一档 monthly 305.30 2025-01-01 2025-12-31
500000 二档 lump_sum 671.66 2025-01-01 2025-12-31
330100 - lump_sum 665.86 2024-01-01 2024-12-31
330100 - monthly 397.12 2024-01-01 2024-12-31
441322 统账结合 monthly 316.18 2025-07-01 -
441322 统账结合 lump_sum 391.46 2025-07-01 -
"""
"""Area, which of several, how it is paid, yuan a month, first day, last day."""

ON_A_BASE = """
320100 450.00
370600 450.00
410100 280.00
"""
"""Area, what a month costs on a base of 5,000 that the form asks for."""

RATE_NOT_HELD = "120000 210200 430000 460000 630100"

PREMIUMS = """
110000 - 584.92 2025-07-01 2026-06-30
310000 - 746.00 2025-07-01 2026-02-28
440300 - 471.31 2025-01-01 2025-12-31
440300 - 538.16 2026-01-01 2026-12-31
120000 - 435.54 2025-07-01 2026-06-30
500000 一档 256.25 2025-01-01 2025-12-31
500000 二档 563.75 2025-01-01 2025-12-31
510100 - 571.42 2024-07-01 2025-09-30
510100 - 581.12 2025-10-01 -
330100 - 423.89 2024-01-01 2024-12-31
320500 - 364.52 2024-01-01 2024-12-31
210200 - 499.59 2025-01-01 2025-12-31
370000 没有个人账户 315.28 2026-01-01 2026-09-30
370000 带个人账户 405.36 2026-01-01 2026-09-30
513400 带个人账户（8.5%） 519.93 2026-01-01 2026-12-31
350900 - 443.30 2024-07-01 2025-06-30
420581 - 341.66 - -
"""
"""Area, which of several, yuan a month at the lowest base, first day, last day."""

OWN_BASES = """
320100 400.00 2023-04-01
420100 300.00 2022-11-26
440100 325.00 2025-12-31
440100 400.00 2026-01-01
310000 500.00 2024-03-01
330100 475.00 2023-01-01
"""
"""Area, yuan a month on an own base of 5,000, a day."""

RESIDENTS = """
000000 - 400 2025-01-01 2025-12-31
000000 - 400 2026-01-01 2026-12-31
130000 - 400 2026-01-01 2026-12-31
310000 70 655 2025-01-01 2025-12-31
310000 69 825 2025-01-01 2025-12-31
310000 59 995 2025-01-01 2025-12-31
310000 17 355 2025-01-01 2025-12-31
310000 70 700 2026-01-01 2026-12-31
310000 69 870 2026-01-01 2026-12-31
310000 60 870 2026-01-01 2026-12-31
310000 59 1040 2026-01-01 2026-12-31
310000 18 1040 2026-01-01 2026-12-31
310000 17 400 2026-01-01 2026-12-31
110000 60 460 2026-01-01 2026-12-31
350200 - 450 2026-01-01 2026-12-31
321181 30 480 2026-01-01 2026-12-31
210200 18 460 2025-01-01 2025-12-31
210200 17 400 2025-01-01 2025-12-31
"""
"""Area, age, yuan a year, first day, last day."""

SEVERAL = {
    ("500000", "2026-06-01"): ["400.00", "775.00"],
    ("340100", "2025-06-01"): ["400.00", "40.00", "80.00", "200.00", "350.00"],
    ("110000", "2026-06-01"): ["460.00", "795.00", "435.00"],
}
TERMS = """
110000 resident 3 个月
530100 resident 4000
370100 resident 3000
360100 resident 3000
130100 resident 2000
310000 flexible 6 个月
420100 flexible 第 7 个月
120000 flexible 利息
320100 flexible 最多等 3 个月
320200 flexible 不报
321200 flexible 也报
510300 flexible 最长 6 个月
"""


def rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.split("\n") if line]


@pytest.fixture
def ask(store: PolicyStore) -> Any:
    def of(area: str, on: date, **known: Any) -> Assessment:
        place = next((r.code for r in store.regions.children(area) if r.level == "county"), area)
        place = {NATION: "510302", "370000": "370200", "130000": "130700"}.get(area, place)
        answered = assess(store, Inquiry(region=place, **known), on)
        answered.replay()
        return answered

    return of


@pytest.fixture
def costs(store: PolicyStore) -> Any:
    """What a month costs, by what sets the way to pay apart, whatever is missing."""
    from yibao.calculation.payments.shortfall_cost import answer_cost

    def of(area: str, on: date, **known: Any) -> Any:
        return answer_cost(store, Inquiry(region=area, **known), 10, on)

    return of


def amounts(answer: Any, name: str, paid: str, status: str = "exact") -> list[str]:
    return [
        f"{cost.price.per_month:.2f}"
        for cost in answer.costs
        if paid in cost.paid and (cost.price.offer.name or "-") == name
        if cost.price.status == status
    ]


@pytest.mark.parametrize("row", rows(SHORTFALLS), ids=" ".join)
def test_what_a_missing_month_costs(costs: Any, edges: Any, row: list[str]) -> None:
    area, name, paid, amount, *period = row
    days = edges(*period)
    for on in days.inside:
        answer = costs(area, on)
        assert amounts(answer, name, paid) == [amount]
        assert [c.total for c in answer.costs if c.total == 10 * Decimal(amount)]
    for on in days.outside:
        assert amounts(costs(area, on), name, paid) != [amount]
    if period[1] != "-":
        after = date.fromisoformat(period[1]).replace(year=2028)
        last = amounts(costs(area, after), name, paid, "ended")
        assert last == [amount] or (area, period[1]) == ("440300", "2025-12-31")


def test_chongqing_54_months_at_once(ask: Any) -> None:
    man = {"sex": "male", "paid_months": 306, "actual_months": 240}
    man["retires_on"] = date(2025, 6, 1)
    then, today = (
        ask("500000", on, **man).contribution.cost for on in (date(2025, 12, 1), date(2026, 11, 25))
    )

    assert (then.status, then.missing_months) == ("exact", 54)
    assert then.costs[0].total == Decimal("16486.20")
    assert then.costs[0].price.offer.name == "一档"
    assert (today.status, today.costs[0].total) == ("ended", Decimal("16486.20"))
    assert today.costs[0].price.ended_on == date(2025, 12, 31)


@pytest.mark.parametrize(("area", "amount"), rows(ON_A_BASE))
def test_where_the_base_is_asked_for(costs: Any, area: str, amount: str) -> None:
    on = date(2026, 11, 24)
    without = costs(area, on)

    assert (without.status, without.missing) == ("missing", ("shortfall_base",))
    assert costs(area, on, shortfall_base=Decimal(5000)).costs[0].price.per_month == Decimal(amount)


@pytest.mark.parametrize("area", RATE_NOT_HELD.split())
def test_where_no_rate_is_held(costs: Any, area: str) -> None:
    answer = costs(area, date(2026, 11, 24), shortfall_base=Decimal(5000))

    assert (answer.status, answer.costs[0].total) == ("amount_unknown", None)


def test_the_pooled_only_plan_has_its_own_ways(costs: Any) -> None:
    answer = costs("441322", date(2025, 7, 1), plan="pooled_only")

    assert amounts(answer, "单建统筹", "monthly") == ["233.37"]
    assert amounts(answer, "单建统筹", "lump_sum") == ["271.01"]


def test_what_is_missing_only_at_retirement_is_what_it_costs(ask: Any) -> None:
    man = {"status": "in_service", "sex": "male", "actual_months": 200}
    later = {"paid_months": 240, "retires_on": date(2028, 6, 1)}
    enough = {"paid_months": 260, "retires_on": date(2029, 12, 1)}
    on = date(2026, 6, 1)

    assert ask("440300", on, **man, **later).contribution.cost.missing_months == 36
    assert ask("440300", on, **man, **enough).contribution.cost.status == "not_applicable"
    assert ask("110000", on, **man, paid_months=240).contribution.cost.status == "no_rule"


@pytest.mark.parametrize("row", rows(PREMIUMS), ids=" ".join)
def test_what_flexible_workers_pay(ask: Any, edges: Any, row: list[str]) -> None:
    area, name, amount, *period = row
    days = edges(*period)

    def paid(on: date, status: str) -> list[str]:
        prices = ask(area, on, status="flexible").premium.prices
        return [
            f"{price.per_month:.2f}"
            for price in prices
            if (price.offer.name or "-") == name and price.status == status
        ]

    assert all(paid(on, "exact") == [amount] for on in days.inside)
    assert all(paid(on, "exact") != [amount] for on in days.outside)
    if period[1] != "-" and (area, period[1]) not in {
        ("440300", "2025-12-31"),
        ("510100", "2025-09-30"),
    }:
        assert paid(date(2028, 1, 1), "ended") == [amount]


@pytest.mark.parametrize(("area", "amount", "day"), rows(OWN_BASES))
def test_an_own_base_goes_before_the_lowest(ask: Any, area: str, amount: str, day: str) -> None:
    on = date.fromisoformat(day)
    answer = ask(area, on, status="flexible", base=Decimal(5000)).premium
    asked = ask(area, on, status="flexible").premium

    assert answer.prices[0].per_month == Decimal(amount)
    assert (asked.status, asked.missing) == ("missing", ("base",))


def test_the_pooled_only_way_of_liangshan(ask: Any) -> None:
    answer = ask("513400", date(2026, 6, 1), status="flexible", plan="pooled_only").premium

    assert [price.per_month for price in answer.prices] == [Decimal("397.59")]


def test_elsewhere_no_premium_is_held(ask: Any) -> None:
    assert ask("530100", date(2026, 6, 1), status="flexible").premium.status == "no_rule"
    assert ask("530100", date(2026, 6, 1)).premium.status == "not_applicable"


@pytest.mark.parametrize("row", rows(RESIDENTS), ids=" ".join)
def test_what_residents_pay(ask: Any, edges: Any, row: list[str]) -> None:
    area, age, amount, *period = row
    days, person = edges(*period), {"status": "resident", "age": None if age == "-" else int(age)}

    def held(on: date) -> tuple[str, str | None, list[str]]:
        answer = ask(area, on, **person).premium
        resident = answer.resident
        first = str(resident.period.start_date) if resident and not resident.ended else None
        sums = [f"{paid.per_year:.0f}" for paid in answer.sums]
        return resident.rule.area if resident else "", first, sums

    assert all(held(on) == (area, period[0], [amount]) for on in days.inside)
    assert all(held(on)[:2] != (area, period[0]) for on in days.outside)


@pytest.mark.parametrize(("asked", "told"), SEVERAL.items())
def test_where_it_is_open_who_somebody_is(ask: Any, asked: Any, told: list[str]) -> None:
    area, day = asked
    sums = ask(area, date.fromisoformat(day), status="resident").premium.sums

    assert [f"{paid.per_year:.2f}" for paid in sums] == told


def test_the_nation_s_floor_is_only_the_least_and_2027_is_not_held(ask: Any) -> None:
    floor = ask("530100", date(2026, 6, 1), status="resident").premium
    next_year = ask("530100", date(2027, 1, 1), status="resident").premium
    after = ask("350200", date(2027, 1, 1), status="resident").premium

    assert floor.resident.period.at_least
    assert floor.resident.period.subsidy == "724"
    assert (next_year.status, next_year.sums) == ("amount_unknown", ())
    assert (after.status, after.sums[0].per_year) == ("ended", Decimal(450))


@pytest.mark.parametrize("row", rows(TERMS), ids=" ".join)
def test_waiting_periods_and_incentives(ask: Any, row: list[str]) -> None:
    area, status, *said = row
    answer = ask(area, date(2026, 6, 1), status=status).premium
    told = [sentence for term in answer.terms for sentence in term.period.says]

    assert any(" ".join(said) in sentence for sentence in told), told


def test_every_rule_has_its_row(store: PolicyStore) -> None:
    def areas(kind: type) -> set[str]:
        return {rule.area for rule in store.rules.values() if isinstance(rule, kind)}

    in_rows = {
        ShortfallRule: {row[0] for row in (*rows(SHORTFALLS), *rows(ON_A_BASE))}
        | set(RATE_NOT_HELD.split())
        | {"320500"},
        FlexiblePremiumRule: {row[0] for row in (*rows(PREMIUMS), *rows(OWN_BASES))},
        ResidentPremiumRule: {row[0] for row in rows(RESIDENTS)} | {area for area, _ in SEVERAL},
    }
    for kind, found in in_rows.items():
        assert areas(kind) == found
