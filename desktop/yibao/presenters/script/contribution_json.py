"""The contribution years as JSON: what is asked, what is missing, what another day would ask."""

from yibao.calculation.assessment import Assessment
from yibao.calculation.contribution import ContributionOutcome
from yibao.policy.store import PolicyStore
from yibao.presenters.payments.contribution_view import present_contribution
from yibao.presenters.script import json_parts
from yibao.presenters.script.json_parts import Json
from yibao.presenters.script.price_json import cost_json


def contribution_json(store: PolicyStore, assessment: Assessment) -> Json:
    """What `yibao assess --json` prints of the years, months as numbers."""
    answer = assessment.contribution
    outcome, rule = answer.outcome, answer.rule
    view = present_contribution(store, assessment)
    return {
        "status": answer.status,
        "stale": answer.stale,
        **_years(outcome, can_pay_on=answer.can_pay_on),
        "options": list(answer.ways_out),
        "cost": cost_json(store, assessment),
        "alternatives": [
            {
                "status": other.outcome.status,
                **_years(other.outcome, can_pay_on=answer.can_pay_on),
                "note": other.note,
                "references": json_parts.references(other.outcome.references),
            }
            for other in answer.others
        ],
        "other_days": [
            {
                "because": other.day.because,
                "on": json_parts.month(other.day.on),
                "status": other.outcome.status,
                **_years(other.outcome, can_pay_on=answer.can_pay_on),
                "rule": json_parts.rule(other.rule),
                "references": json_parts.references(other.outcome.references),
            }
            for other in answer.other_days
        ],
        "missing": list(answer.missing),
        "rule": json_parts.rule(rule),
        "replaced": _replaced(assessment),
        "steps": json_parts.steps(outcome.steps) if outcome else [],
        "references": json_parts.references(outcome.references) if outcome else [],
        "notices": [*view.to_know, *view.warnings],
    }


def _replaced(assessment: Assessment) -> Json | None:
    """What the program asks without the office's rule; null where none answered."""
    before = json_parts.replaced(assessment.contribution.rule, assessment)
    if before is None:
        return None
    answer = before.contribution
    return {
        "status": answer.status,
        **_years(answer.outcome, can_pay_on=answer.can_pay_on),
        "rule": json_parts.rule(answer.rule),
    }


def _years(outcome: ContributionOutcome | None, *, can_pay_on: bool) -> Json:
    short = outcome and outcome.shortfall
    required = outcome and outcome.required_cumulative
    return {
        "required": {
            "cumulative_months": required,
            "actual_months": outcome.required_actual,
        }
        if outcome and required is not None
        else None,
        "shortfall": {
            "cumulative_months": short.cumulative,
            "actual_months": short.actual,
        }
        if short
        else None,
        "met_in": json_parts.month(short.met_in) if short and can_pay_on else None,
        "left_at_retirement_months": short.left_at_retirement if short else None,
    }
