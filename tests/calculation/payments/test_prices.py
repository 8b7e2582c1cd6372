"""What a month costs where a base is typed, where none is held, and where none can be."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yibao.calculation.assess import assess
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.payments.prices import price_on
from yibao.calculation.trace import PeriodOfRule
from yibao.policy.rules.prices import (
    AddedShare,
    BasePeriod,
    Offer,
    PublishedBase,
    RateOfBase,
    StatedSum,
)
from yibao.policy.store import PolicyStore

ORIGIN = PeriodOfRule("r", None)
DAY = date(2026, 6, 1)


def offer(*periods: BasePeriod) -> Offer:
    return Offer(price=RateOfBase(rate="8%", base=PublishedBase(what="基数", periods=periods)))


def held(year: int) -> BasePeriod:
    return BasePeriod(
        start_date=date(year, 1, 1),
        end_date=date(year, 12, 31),
        confirmed_on=None,
        references=("a",),
        moves="yearly",
        amount="5000",
    )


@pytest.mark.parametrize(
    ("periods", "typed", "own_first", "status", "per_month"),
    [
        ((held(2026),), None, False, "exact", Decimal(400)),
        ((held(2026),), Decimal(6000), False, "exact", Decimal(400)),
        ((held(2026),), Decimal(6000), True, "exact", Decimal(480)),
        ((held(2025),), None, False, "ended", Decimal(400)),
        ((held(2025),), Decimal(6000), False, "exact", Decimal(480)),
        ((held(2027),), None, False, "missing", None),
        ((), None, False, "missing", None),
        ((), Decimal(6000), False, "exact", Decimal(480)),
    ],
)
def test_which_base_is_taken(
    periods: tuple[BasePeriod, ...],
    typed: Decimal | None,
    own_first: bool,
    status: str,
    per_month: Decimal | None,
) -> None:
    got = price_on(offer(*periods), typed, DAY, ORIGIN, own_goes_first=own_first)

    assert (got.status, got.per_month) == (status, per_month)
    assert got.ended_on == (date(2025, 12, 31) if status == "ended" else None)


def test_a_share_of_no_base_is_a_programming_error() -> None:
    without = Offer(price=StatedSum(amount="300"), added=(AddedShare(name="大额", rate="0.1%"),))

    with pytest.raises(ValueError, match="has no base"):
        price_on(without, None, DAY, ORIGIN)


@pytest.mark.parametrize(
    ("region", "status", "on", "stale"),
    [
        ("510302", "resident", date(2025, 8, 26), False),
        ("510302", "resident", date(2025, 8, 27), True),
        ("210202", "resident", date(2026, 12, 1), False),
        ("440305", "flexible", date(2026, 12, 29), False),
        ("440305", "flexible", date(2026, 12, 30), True),
    ],
)
def test_a_sum_is_stale_where_the_rule_or_its_base_is_and_never_where_it_has_ended(
    store: PolicyStore, region: str, status: Any, on: date, stale: bool
) -> None:
    assert assess(store, Inquiry(region=region, status=status), on).premium.stale is stale


def test_the_cost_of_a_shortfall_is_stale_where_its_base_is(store: PolicyStore) -> None:
    asked = Inquiry(region="440305", status="in_service", sex="male", paid_months=240)

    def stale(on: date) -> bool:
        return assess(store, asked, on).contribution.cost.stale

    assert not stale(date(2026, 12, 29))
    assert stale(date(2026, 12, 30))


def test_a_shortfall_is_paid_on_the_published_base_whatever_is_typed(store: PolicyStore) -> None:
    def months_price(**known: Any) -> list[Decimal | None]:
        asked = Inquiry(region="440305", status="in_service", sex="male", paid_months=240, **known)
        costs = assess(store, asked, date(2026, 11, 24)).contribution.cost.costs
        return [cost.price.per_month for cost in costs]

    assert months_price() == [Decimal("403.62"), Decimal("134.54")]
    assert months_price(shortfall_base=Decimal(20000)) == months_price()


def test_a_resident_may_be_in_either_group_in_the_month_of_a_birthday(store: PolicyStore) -> None:
    asked = Inquiry(
        region="310101",
        status="resident",
        born=date(1956, 11, 1),
        born_until=date(1956, 11, 30),
    )

    sums = assess(store, asked, date(2026, 11, 24)).premium.sums

    assert [paid.premium.people for paid in sums] == ["满 70 岁的", "60 到 69 岁的"]
