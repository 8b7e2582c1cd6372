"""What flexible workers and residents pay now, and the terms that are said beside it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from yibao.calculation.freshness import is_stale
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.payments.prices import PriceOutcome, open_offers, price_on
from yibao.calculation.quantities import yuan
from yibao.calculation.trace import PeriodOfRule, Step, Trace
from yibao.policy.rules import figures
from yibao.policy.rules.premium_rules import (
    FlexiblePremiumPeriod,
    FlexiblePremiumRule,
    IncentiveRule,
    ResidentPremium,
    ResidentPremiumPeriod,
    ResidentPremiumRule,
    TermsPeriod,
    WaitingPeriodRule,
)
from yibao.policy.rules.prices import PriceInput, PriceStatus
from yibao.policy.store import EVERYBODY, PolicyStore, RuleInForce

BEST_FIRST: tuple[PriceStatus, ...] = ("exact", "ended", "missing", "amount_unknown")


class ResidentSum(Struct, frozen=True):
    """What one group of residents pays for the year."""

    premium: ResidentPremium
    per_year: Decimal
    """Yuan, with what is paid with it."""
    steps: tuple[Step, ...]


class PremiumAnswer(Struct, frozen=True, kw_only=True):
    """What is paid now; each kind of rule that takes part, as far as one is held."""

    status: PriceStatus
    flexible: RuleInForce[FlexiblePremiumPeriod] | None = None
    prices: tuple[PriceOutcome, ...] = ()
    """A flexible worker's ways to pay."""
    resident: RuleInForce[ResidentPremiumPeriod] | None = None
    sums: tuple[ResidentSum, ...] = ()
    """A resident's sums: of the person's age where that is known, else of all."""
    stale: bool = False
    missing: tuple[PriceInput, ...] = ()
    terms: tuple[RuleInForce[TermsPeriod], ...] = ()
    """Waiting periods and incentives."""

    @property
    def rule(
        self,
    ) -> RuleInForce[FlexiblePremiumPeriod] | RuleInForce[ResidentPremiumPeriod] | None:
        """The rule on the sum."""
        return self.flexible or self.resident


def answer_premium(store: PolicyStore, inquiry: Inquiry, on: date) -> PremiumAnswer:
    """What a flexible worker or a resident pays; not applicable to others."""
    if inquiry.status == "flexible":
        return _flexible(store, inquiry, on)
    if inquiry.status == "resident":
        return _resident(store, inquiry, on)
    return PremiumAnswer(status="not_applicable")


def _flexible(store: PolicyStore, inquiry: Inquiry, on: date) -> PremiumAnswer:
    terms = _terms(store, inquiry, on)
    held = store.in_force(FlexiblePremiumRule, inquiry.region, EVERYBODY, on)
    if held is None:
        return PremiumAnswer(status="no_rule", terms=terms)
    prices = flexible_prices(held, inquiry, on)
    status = best([price.status for price in prices])
    used = [price.base.held for price in prices if price.base and price.base.held]
    return PremiumAnswer(
        status=status,
        flexible=held,
        prices=prices,
        stale=status == "exact" and any(is_stale(figure, on) for figure in (held.period, *used)),
        missing=("base",) if any(price.status == "missing" for price in prices) else (),
        terms=terms,
    )


def flexible_prices(
    held: RuleInForce[FlexiblePremiumPeriod], inquiry: Inquiry, on: date
) -> tuple[PriceOutcome, ...]:
    """Each way to pay that is open to the person; on the own base where that is known."""
    origin = PeriodOfRule(held.rule.id, held.period.start_date)
    ended_on = held.period.end_date if held.ended else None
    return tuple(
        price_on(
            offer, inquiry.base, ended_on or on, origin, own_goes_first=True, ended_on=ended_on
        )
        for offer in open_offers(held.period.offers, inquiry.plan)
    )


def best(statuses: Sequence[PriceStatus]) -> PriceStatus:
    """Of several ways to pay the one status to say: an amount where there is any."""
    for status in BEST_FIRST:
        if status in statuses:
            return status
    return "no_rule"


def _resident(store: PolicyStore, inquiry: Inquiry, on: date) -> PremiumAnswer:
    terms = _terms(store, inquiry, on)
    held = store.in_force(ResidentPremiumRule, inquiry.region, EVERYBODY, on)
    if held is None:
        return PremiumAnswer(status="no_rule", terms=terms)
    sums = resident_sums(held, inquiry.ages_on(on))
    status: PriceStatus = "ended" if held.ended else "exact" if sums else "amount_unknown"
    return PremiumAnswer(
        status=status,
        resident=held,
        sums=sums,
        stale=status == "exact" and is_stale(held.period, on),
        terms=terms,
    )


def resident_sums(
    held: RuleInForce[ResidentPremiumPeriod], ages: Sequence[int]
) -> tuple[ResidentSum, ...]:
    """The sums of the groups to which somebody of these ages may belong."""
    origin = PeriodOfRule(held.rule.id, held.period.start_date)
    possible = [premium for premium in held.period.premiums if _may_be(premium, ages)]
    by_age = [premium for premium in possible if premium.from_age is not None]
    fitting = by_age if ages and by_age else possible
    return tuple(_sum(premium, origin) for premium in fitting)


def _may_be(premium: ResidentPremium, ages: Sequence[int]) -> bool:
    """Whether the person may be in the group; in one without ages, unless one with ages fits."""
    first, last = premium.from_age, premium.to_age
    if not ages or first is None:
        return True
    return any(first <= age and (last is None or age < last) for age in ages)


def _sum(premium: ResidentPremium, origin: PeriodOfRule) -> ResidentSum:
    trace = Trace(origin)
    total = trace.do("amount", yuan(figures.yuan(premium.amount)), label="resident_premium")
    for added in premium.added:
        more = trace.do("amount", yuan(figures.yuan(added.amount)), label=added.name)
        total = trace.do("sum", total, more, label="with_added")
    return ResidentSum(premium, total.value, trace.steps)


def _terms(store: PolicyStore, inquiry: Inquiry, on: date) -> tuple[RuleInForce[TermsPeriod], ...]:
    kinds = (WaitingPeriodRule, IncentiveRule)
    found = (store.in_force(kind, inquiry.region, (inquiry.status,), on) for kind in kinds)
    return tuple(held for held in found if held and not held.ended)
