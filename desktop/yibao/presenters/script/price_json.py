"""What is to be paid, as JSON for scripts."""

from yibao.calculation.assessment import Assessment
from yibao.calculation.payments.premium import PremiumAnswer, ResidentSum
from yibao.calculation.payments.prices import PriceOutcome
from yibao.calculation.payments.shortfall_cost import Cost, CostAnswer
from yibao.policy.rules.shortfall_rules import Payment
from yibao.policy.store import PolicyStore
from yibao.presenters import formats
from yibao.presenters.payments.cost_text import cost_references, standard_text
from yibao.presenters.payments.premium_view import premium_references, present_premium
from yibao.presenters.script import json_parts
from yibao.presenters.script.json_parts import Json


def cost_json(store: PolicyStore, assessment: Assessment) -> Json:
    """What the missing months cost: at once and by the month; null where that is not known."""
    answer = assessment.contribution.cost
    before = json_parts.replaced(answer.rule, assessment)
    return {
        "status": answer.status,
        "stale": answer.stale,
        "missing_months": answer.missing_months,
        **_ways(store, answer),
        "replaced": before and _ways(store, before.contribution.cost),
        "missing": list(answer.missing),
    }


def _ways(store: PolicyStore, answer: CostAnswer) -> Json:
    return {
        "lump_sum": _way(store, answer, "lump_sum"),
        "monthly": _way(store, answer, "monthly"),
    }


def _way(store: PolicyStore, answer: CostAnswer, paid: Payment) -> Json | None:
    """The first way to pay like that, and under `others` those for other tiers."""
    if answer.rule is None:
        return None
    known = [c for c in answer.costs if paid in c.paid and c.price.per_month is not None]
    if not known:
        return None
    first, *others = (_cost(cost, answer) for cost in known)
    return first | {
        "others": others,
        "rule": json_parts.rule(answer.rule),
        "references": json_parts.references(cost_references(store, answer)),
    }


def _cost(cost: Cost, answer: CostAnswer) -> Json:
    price, rule = cost.price, answer.rule
    return {
        "name": price.offer.name,
        "status": price.status,
        "per_month": _yuan(price),
        "total": None if cost.total is None else formats.amount(cost.total),
        "standard": standard_text(price, rule.period) if rule else None,
        "ended_on": json_parts.day(price.ended_on),
        "steps": json_parts.steps(cost.steps),
    }


def premium_json(store: PolicyStore, assessment: Assessment) -> Json:
    """What a flexible worker pays a month, a resident a year."""
    answer = assessment.premium
    view = present_premium(store, assessment)
    before = json_parts.replaced(answer.rule, assessment)
    return {
        "stale": answer.stale,
        **_sums(answer),
        "replaced": before and _sums(before.premium),
        "missing": list(answer.missing),
        "terms": [sentence for term in answer.terms for sentence in term.period.says],
        "references": json_parts.references(premium_references(store, answer)),
        "notices": [*view.to_know, *view.warnings] if view else [],
    }


def _sums(answer: PremiumAnswer) -> Json:
    return {
        "status": answer.status,
        "monthly": [_price(price) for price in answer.prices],
        "yearly": [_resident(paid) for paid in answer.sums],
        "at_least": bool(answer.resident and answer.resident.period.at_least),
        "rule": json_parts.rule(answer.rule),
    }


def _price(price: PriceOutcome) -> Json:
    return {
        "name": price.offer.name,
        "status": price.status,
        "per_month": _yuan(price),
        "base": json_parts.quantity(price.base.amount) if price.base else None,
        "ended_on": json_parts.day(price.ended_on),
        "steps": json_parts.steps(price.steps),
    }


def _resident(paid: ResidentSum) -> Json:
    return {
        "people": paid.premium.people,
        "from_age": paid.premium.from_age,
        "to_age": paid.premium.to_age,
        "per_year": formats.amount(paid.per_year),
        "steps": json_parts.steps(paid.steps),
    }


def _yuan(price: PriceOutcome) -> str | None:
    return None if price.per_month is None else formats.amount(price.per_month)
