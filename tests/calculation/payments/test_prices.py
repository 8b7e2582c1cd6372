"""What a month costs where a base is typed, where none is held, and where none can be."""

from datetime import date
from decimal import Decimal

import pytest

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
