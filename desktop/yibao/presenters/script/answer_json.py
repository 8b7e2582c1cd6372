"""Answers as JSON for scripts: names that stay, amounts as text, null where nothing applies."""

from collections.abc import Iterator, Sequence

from yibao.calculation.account.credit_deductions import Taken
from yibao.calculation.assessment import Assessment, CreditOutcome
from yibao.calculation.retirement import RetirementDates
from yibao.policy.places.regions import RegionTable
from yibao.policy.store import CreditRuleInForce, PolicyStore
from yibao.presenters import formats
from yibao.presenters.account.credit_view import present_credit
from yibao.presenters.account.years_first import before_the_amount
from yibao.presenters.payments.retirement_view import present_retirement
from yibao.presenters.script import json_parts
from yibao.presenters.script.contribution_json import contribution_json
from yibao.presenters.script.json_parts import Json
from yibao.presenters.script.price_json import premium_json

DATES = (
    "age",
    "month",
    "earliest",
    "latest",
    "minimum_pension_years",
    "earliest_minimum_pension_years",
)
"""What is said of one retirement, besides its steps."""


def answer_json(store: PolicyStore, assessment: Assessment) -> Json:
    """The object that `yibao assess --json` prints."""
    return {
        "on": assessment.on.isoformat(),
        "region": _region(store.regions, assessment.inquiry.region),
        "ages": list(assessment.inquiry.ages_on(assessment.on)),
        "credit": _credit(store, assessment),
        "contribution": contribution_json(store, assessment),
        "premium": premium_json(store, assessment),
        "retirement": _retirement(assessment),
    }


def _region(regions: RegionTable, code: str) -> Json:
    """The division whose rules were used, and the zone or town that was meant, if one was."""
    division = regions.division(code)
    zone = {"code": code, "name": regions[code].name} if division != code else None
    return {"code": division, "name": regions.full_name(division), "zone": zone}


def _credit(store: PolicyStore, assessment: Assessment) -> Json:
    credit = assessment.credit
    outcome, rule = credit.outcome, credit.rule
    amounts = outcome and outcome.amounts
    view = present_credit(store, assessment)
    return {
        "status": credit.status,
        "stale": credit.stale,
        **_amounts(outcome),
        "credited": outcome.credited if outcome and amounts else None,
        **_months(outcome),
        "before_deductions": json_parts.span(amounts.before_deductions) if amounts else None,
        "deductions": _deductions(outcome.taken) if outcome else [],
        "missing": list(outcome.missing) if outcome else [],
        "under_conditions": _under_conditions(outcome),
        "last_known": _last_known(outcome, rule),
        "rule": json_parts.rule(rule),
        "replaced": _replaced(assessment),
        "steps": json_parts.steps(outcome.steps) if outcome else [],
        "references": json_parts.references(outcome.references) if outcome else [],
        "notices": [*_first(assessment), *view.to_know, *view.warnings],
        "alternatives": [
            {
                "status": other.outcome.status,
                **_amounts(other.outcome),
                "missing": list(other.outcome.missing),
                "note": other.note,
                "steps": json_parts.steps(other.outcome.steps),
                "references": json_parts.references(other.outcome.references),
            }
            for other in credit.others
        ],
        "changes": [
            {
                "because": change.because,
                "worker_category": change.worker_category,
                "age": change.age,
                "on": json_parts.month(change.on),
                "status": change.outcome.status if change.outcome else "no_rule",
                **_amounts(change.outcome),
                **_months(change.outcome),
            }
            for change in credit.changes
        ],
    }


def _first(assessment: Assessment) -> Iterator[str]:
    """That the amount comes only once the years are enough."""
    first = before_the_amount(assessment)
    if first:
        yield f"{first}才有这个数。"


def _amounts(outcome: CreditOutcome | None) -> Json:
    amounts = outcome and outcome.amounts
    return {
        "per_month": json_parts.span(amounts.per_month) if amounts else None,
        "per_year": json_parts.span(amounts.per_year) if amounts else None,
    }


def _months(outcome: CreditOutcome | None) -> Json:
    """When in the year, and from when after retirement, as far as a source says it."""
    return {
        "credited_in": outcome and outcome.credited_in,
        "first_month": outcome and outcome.first_month,
    }


def _replaced(assessment: Assessment) -> Json | None:
    """What the program says without the office's rule; null where none answered."""
    before = json_parts.replaced(assessment.credit.rule, assessment)
    if before is None:
        return None
    credit = before.credit
    return {
        "status": credit.status,
        **_amounts(credit.outcome),
        "rule": json_parts.rule(credit.rule),
    }


def _under_conditions(outcome: CreditOutcome | None) -> list[Json]:
    """What is left for those of whom something more is taken."""
    return [
        {
            "condition": case.deduction.condition,
            "deduction": case.deduction.name,
            "amount": formats.amount(case.taken.amount) if case.taken else None,
            "per_month": json_parts.span(case.amounts.per_month) if case.amounts else None,
            "missing": list(case.missing),
        }
        for case in (outcome.under_conditions if outcome else ())
    ]


def _last_known(outcome: CreditOutcome | None, rule: CreditRuleInForce | None) -> Json | None:
    """What held until the rule ran out."""
    if outcome is None or outcome.last_known is None or rule is None:
        return None
    last = outcome.last_known
    return {
        "status": last.status,
        **_amounts(last),
        "ended_on": json_parts.day(rule.period.end_date),
        "steps": json_parts.steps(last.steps),
    }


def _deductions(taken: Sequence[Taken]) -> list[Json]:
    return [
        {
            "name": part.deduction.name,
            "amount": formats.amount(part.amount),
            "taken": part.deduction.taken,
            "month": part.deduction.month,
        }
        for part in taken
    ]


def _retirement(assessment: Assessment) -> Json:
    answer, view = assessment.retirement, present_retirement(assessment)
    return {
        "status": answer.status,
        "missing": list(answer.missing),
        **_dates(answer.dates),
        "references": json_parts.references(answer.references),
        "notices": [*view.to_know, *view.warnings] if view else [],
        "alternatives": [
            {"worker_category": dates.group.worker_category, **_dates(dates)}
            for dates in answer.possible
        ],
    }


def _dates(dates: RetirementDates | None) -> Json:
    if dates is None:
        return {**dict.fromkeys(DATES), "steps": []}
    years, months = divmod(dates.age_months, 12)
    return {
        "age": {"years": years, "months": months},
        "month": json_parts.month(dates.month),
        "earliest": json_parts.month(dates.earliest),
        "latest": json_parts.month(dates.latest),
        "minimum_pension_years": formats.number(dates.pension_years),
        "earliest_minimum_pension_years": formats.number(dates.earliest_pension_years),
        "steps": json_parts.steps(dates.steps),
    }
