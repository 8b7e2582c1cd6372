"""Parts of the JSON that answers share: rules, steps, references, amounts, months."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from yibao.calculation.assessment import Assessment
from yibao.calculation.quantities import Quantity, Span, first_day
from yibao.calculation.trace import Step
from yibao.policy.references import Reference
from yibao.policy.rules.periods import Period
from yibao.policy.store import RuleInForce
from yibao.presenters import formats
from yibao.presenters.parts import step_text

Json = dict[str, Any]


def span(value: Span) -> dict[str, str]:
    """From low to high, in yuan."""
    return {"low": formats.amount(value.low), "high": formats.amount(value.high)}


def month(day: date | None) -> str | None:
    """A calendar month as 2031-05."""
    return f"{day:%Y-%m}" if day else None


def day(value: date | None) -> str | None:
    """A day as 2031-05-03."""
    return value.isoformat() if value else None


def rule(held: RuleInForce[Period] | None) -> Json | None:
    """The rule that answered, with its period; null where there is none."""
    if held is None:
        return None
    period = held.period
    return {
        "id": held.rule.id,
        "area": held.rule.area,
        "layer": held.layer,
        "kept_in": held.kept_in,
        "base_changed": held.base_changed,
        "start_date": day(period.start_date),
        "end_date": day(period.end_date),
        "confirmed_on": day(period.confirmed_on),
        "provisional": period.provisional,
        "ended": held.ended,
        "note": period.note,
    }


def replaced(held: RuleInForce[Period] | None, assessment: Assessment) -> Assessment | None:
    """What there would be to say without the office's rule, where one of its rules answered."""
    return assessment.replaced if held and held.layer == "office" else None


def steps(done: Sequence[Step]) -> list[Json]:
    """The computation, every step of it."""
    return [
        {
            "operation": step.operation,
            "label": step_text.title(step),
            "operands": [quantity(operand) for operand in step.operands],
            "result": quantity(step.result),
            "text": step_text.text(step),
        }
        for step in done
    ]


def quantity(value: Quantity) -> str:
    """A quantity as text, without its unit."""
    match value.unit:
        case "yuan":
            return formats.amount(value.value)
        case "rate":
            return formats.percent(value.value)
        case "calendar_month":
            return f"{first_day(value):%Y-%m}"
        case _:
            return formats.number(value.value)


def references(cited: Iterable[Reference]) -> list[Json]:
    """The sources."""
    return [
        {
            "id": reference.id,
            "title": reference.title,
            "number": reference.number,
            "issuer": reference.issuer,
            "level": reference.level,
            "issued_on": day(reference.issued_on),
            "issued_about": reference.issued_about,
            "link": reference.link,
        }
        for reference in cited
    ]
