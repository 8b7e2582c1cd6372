"""What it costs to make up the months that are missing."""

from datetime import date
from decimal import Decimal

from msgspec import Struct

from yibao.calculation.freshness import is_stale
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.payments.premium import best
from yibao.calculation.payments.prices import PriceOutcome, open_offers, price_on
from yibao.calculation.quantities import months, yuan
from yibao.calculation.trace import PeriodOfRule, Step, Trace
from yibao.policy.rules.prices import PriceInput, PriceStatus
from yibao.policy.rules.shortfall_rules import (
    Payment,
    ShortfallOffer,
    ShortfallPeriod,
    ShortfallRule,
)
from yibao.policy.store import PolicyStore, RuleInForce


class Cost(Struct, frozen=True):
    """One way to make up the missing months."""

    price: PriceOutcome
    paid: tuple[Payment, ...]
    total: Decimal | None
    """Yuan for all missing months; None where they, or a month's price, are not known."""
    steps: tuple[Step, ...]
    """From the base to the total."""


class CostAnswer(Struct, frozen=True, kw_only=True):
    """What the missing months cost, as far as that can be said."""

    status: PriceStatus
    missing_months: int | None = None
    """None where it is not known how many, so that only a month's price can be told."""
    costs: tuple[Cost, ...] = ()
    rule: RuleInForce[ShortfallPeriod] | None = None
    stale: bool = False
    missing: tuple[PriceInput, ...] = ()


def answer_cost(
    store: PolicyStore, inquiry: Inquiry, missing_months: int | None, on: date
) -> CostAnswer:
    """The cost on a day of so many missing months; not applicable where none are missing."""
    if missing_months == 0:
        return CostAnswer(status="not_applicable")
    statuses = inquiry.contribution_statuses
    held = store.in_force(ShortfallRule, inquiry.region, statuses, on)
    if held is None:
        return CostAnswer(status="no_rule", missing_months=missing_months)
    costs = costs_of(held, inquiry, missing_months, on)
    status = best([cost.price.status for cost in costs])
    used = [c.price.base.held for c in costs if c.price.base and c.price.base.held]
    open_base = any(cost.price.status == "missing" for cost in costs)
    return CostAnswer(
        status=status,
        missing_months=missing_months,
        costs=costs,
        rule=held,
        stale=status == "exact" and any(is_stale(figure, on) for figure in (held.period, *used)),
        missing=("shortfall_base",) if open_base else (),
    )


def costs_of(
    held: RuleInForce[ShortfallPeriod], inquiry: Inquiry, missing_months: int | None, on: date
) -> tuple[Cost, ...]:
    """Each way that is open to the person."""
    origin = PeriodOfRule(held.rule.id, held.period.start_date)
    ended_on = held.period.end_date if held.ended else None
    costs: list[Cost] = []
    for offer in open_offers(held.period.offers, inquiry.plan):
        price = price_on(offer, inquiry.shortfall_base, ended_on or on, origin, ended_on=ended_on)
        paid = offer.paid if isinstance(offer, ShortfallOffer) else ()
        if price.per_month is None or missing_months is None:
            costs.append(Cost(price, paid, None, price.steps))
            continue
        trace = Trace(origin)
        total = trace.do(
            "for_months", months(missing_months), yuan(price.per_month), label="cost_in_all"
        )
        costs.append(Cost(price, paid, total.value, (*price.steps, *trace.steps)))
    return tuple(costs)
