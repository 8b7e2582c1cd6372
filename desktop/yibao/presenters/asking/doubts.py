"""Entries that make sense and can hardly be right: questioned, and computed all the same."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from yibao.calculation.assessment import Assessment
from yibao.calculation.inquiry import Inquiry
from yibao.policy.rules import figures
from yibao.policy.rules.credit_rules import CreditRule
from yibao.policy.rules.methods import AveragePension
from yibao.policy.rules.premium_rules import FlexiblePremiumRule
from yibao.policy.rules.prices import BasePeriod, Per, PublishedBase, RateOfBase
from yibao.policy.rules.retirement_rules import RetirementAgeRule
from yibao.policy.store import EVERYBODY, PolicyStore
from yibao.policy.terms import NATION
from yibao.presenters import formats
from yibao.presenters.basis import basis_of

MONTHS: Mapping[Per, int] = {"monthly": 1, "yearly": 12}
AROUND = 2
"""How many times beyond the averages that are known another place's may lie."""


def doubtful_average(store: PolicyStore, assessment: Assessment) -> Iterator[str]:
    """An average pension that is far from what is known of the place, or of other places."""
    outcome, typed = assessment.credit.outcome, assessment.inquiry.average_pension
    basis = outcome and basis_of(outcome.method)
    if not isinstance(basis, AveragePension) or typed is None:
        return
    known = basis.plausible
    band = (figures.yuan(known.low), figures.yuan(known.high)) if known else _elsewhere(store)
    if band and not band[0] <= typed <= band[1]:
        between = f"{formats.amount(band[0])} 到 {formats.yuan(band[1])}"
        where = "这里一般" if known else "各地一般"
        yield f"填的平均养老金 {formats.yuan(typed)}不大像，{where}在 {between}，请核对。"


def _elsewhere(store: PolicyStore) -> tuple[Decimal, Decimal] | None:
    """From half the lowest average that is known of any place to twice the highest."""
    rules = (rule for rule in store.rules.values() if isinstance(rule, CreditRule))
    bases = (basis_of(period.method) for rule in rules for period in rule.periods)
    known = [b.plausible for b in bases if isinstance(b, AveragePension) and b.plausible]
    if not known:
        return None
    lowest = min(figures.yuan(plausible.low) for plausible in known)
    return lowest / AROUND, max(figures.yuan(plausible.high) for plausible in known) * AROUND


def doubtful_age(store: PolicyStore, assessment: Assessment) -> Iterator[str]:
    """Somebody who is retired and younger than any statutory age."""
    inquiry = assessment.inquiry
    if inquiry.status != "retired":
        return
    ages = inquiry.ages_on(assessment.on)
    rules = store.around(RetirementAgeRule, NATION, EVERYBODY)
    earliest = min((g.old_age for r in rules for p in r.periods for g in p.groups), default=0)
    if ages and ages[-1] < earliest:
        yield f"还不到 {earliest} 岁就退休的很少，请核对年龄，再问问是不是已经退休。"


def doubtful_base(store: PolicyStore, inquiry: Inquiry, on: date) -> Iterator[str]:
    """A contribution base outside the limits that are held for the day."""
    if inquiry.base is None:
        return
    for limits in _limits(store, inquiry, on):
        months = MONTHS[limits.per]
        low = figures.yuan(limits.amount) / months
        high = figures.yuan(limits.highest) / months if limits.highest else None
        typed = f"填的缴费基数 {formats.yuan(inquiry.base)}"
        if inquiry.base < low:
            yield f"{typed}，比收录的下限 {formats.yuan(low)}还低，请核对。"
        elif high and inquiry.base > high:
            yield f"{typed}，比收录的上限 {formats.yuan(high)}还高，请核对。"


def _limits(store: PolicyStore, inquiry: Inquiry, on: date) -> tuple[BasePeriod, ...]:
    """Those of the place; of employees only where both are held, which are those of everybody."""
    held = store.in_force(FlexiblePremiumRule, inquiry.region, EVERYBODY, on)
    limits = [
        period
        for offer in (held.period.offers if held else ())
        if isinstance(offer.price, RateOfBase) and isinstance(offer.price.base, PublishedBase)
        for period in offer.price.base.periods
        if period.holds_on(on) and (period.highest or inquiry.status == "flexible")
    ]
    return tuple({(p.amount, p.highest): p for p in limits}.values())
