"""What comes out of the examples of premiums and of the cost of a shortfall."""

from collections.abc import Sequence
from decimal import Decimal

from yibao.calculation.inquiry import Inquiry
from yibao.calculation.payments.premium import best, flexible_prices, resident_sums
from yibao.calculation.payments.prices import PriceOutcome
from yibao.calculation.payments.shortfall_cost import costs_of
from yibao.calculation.proving.example_parts import day_of, decimal_of
from yibao.calculation.trace import replay
from yibao.policy.rules.premium_rules import (
    FlexiblePremiumPeriod,
    FlexiblePremiumRule,
    ResidentExample,
    ResidentExpected,
    ResidentPremiumPeriod,
    ResidentPremiumRule,
)
from yibao.policy.rules.prices import PriceExample, PriceExpected, PriceInput
from yibao.policy.rules.shortfall_rules import ShortfallPeriod, ShortfallRule
from yibao.policy.store import PolicyStore, RuleInForce


def flexible_example(
    _: PolicyStore,
    rule: FlexiblePremiumRule,
    period: FlexiblePremiumPeriod,
    example: PriceExample,
) -> PriceExpected:
    """What a flexible worker pays a month."""
    given = example.given
    inquiry = Inquiry(
        region=rule.area, status="flexible", plan=given.plan, base=decimal_of(given.base)
    )
    prices = flexible_prices(RuleInForce(rule, period), inquiry, given.on or day_of(period))
    return _price_expected([(price, None) for price in prices], "base")


def shortfall_example(
    _: PolicyStore, rule: ShortfallRule, period: ShortfallPeriod, example: PriceExample
) -> PriceExpected:
    """What a missing month costs, and all of them."""
    given = example.given
    inquiry = Inquiry(region=rule.area, plan=given.plan, shortfall_base=decimal_of(given.base))
    held, day = RuleInForce(rule, period), given.on or day_of(period)
    costs = costs_of(held, inquiry, given.missing_months, day)
    for cost in costs:
        replay(cost.steps)
    totals = [(cost.price, cost.total) for cost in costs]
    return _price_expected(totals, "shortfall_base")


def _price_expected(
    prices: Sequence[tuple[PriceOutcome, Decimal | None]], asked: PriceInput
) -> PriceExpected:
    for price, _ in prices:
        replay(price.steps)
    return PriceExpected(
        status=best([price.status for price, _ in prices]),
        per_month=tuple(f"{p.per_month:.2f}" for p, _ in prices if p.per_month is not None),
        totals=tuple(f"{total:.2f}" for _, total in prices if total is not None),
        missing=(asked,) if any(price.status == "missing" for price, _ in prices) else (),
    )


def resident_example(
    _: PolicyStore,
    rule: ResidentPremiumRule,
    period: ResidentPremiumPeriod,
    example: ResidentExample,
) -> ResidentExpected:
    """What a resident pays a year."""
    age = example.given.age
    sums = resident_sums(RuleInForce(rule, period), () if age is None else (age,))
    for each in sums:
        replay(each.steps)
    return ResidentExpected(amounts=tuple(f"{each.per_year:.2f}" for each in sums))
