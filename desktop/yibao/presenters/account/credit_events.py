"""What becomes of the credit on retirement and with age, point by point."""

from collections.abc import Iterator

from yibao.calculation.assessment import Assessment, CreditChange
from yibao.presenters import formats
from yibao.presenters.account.credit_details import either_amount
from yibao.presenters.account.years_first import before_the_amount_then
from yibao.presenters.asking.worker_category import wording
from yibao.presenters.parts.views import EventView
from yibao.presenters.rules.credit_months import since_retirement

ONCE_DONE = "医保退休手续办好以后"


def credit_events(assessment: Assessment, headline: str) -> Iterator[EventView]:
    """What holds now, and what it becomes; nothing where nothing is known to change."""
    if assessment.credit.changes:
        yield EventView("现在", headline)
        yield from (_event(change, assessment) for change in assessment.credit.changes)


def _event(change: CreditChange, assessment: Assessment) -> EventView:
    """A yearly sum changes with a later credit, so that the month of the birthday says nothing."""
    outcome, status = change.outcome, assessment.inquiry.status
    what = _what_then(change, assessment)
    category = change.worker_category
    whose = f"{wording(status).names[category]}，" if category else ""
    if change.because == "procedure":
        return EventView(f"{whose}{ONCE_DONE}", what, is_one_of_two=bool(category))
    month = formats.month(change.on) if change.on else ""
    if change.because == "retirement":
        age = "" if change.age is None else f"，{change.age} 岁"
        if outcome and outcome.amounts:
            what = f"{what}（{since_retirement(outcome)}）"
        return EventView(
            f"{whose}{month}{'到法定退休年龄' if change.by_law else '办退休'}{age}",
            what,
            f"{whose}退休以后",
            is_one_of_two=bool(category),
        )
    yearly = outcome is not None and outcome.credited == "yearly"
    if yearly or not month:
        return EventView(f"满 {change.age} 岁以后", what)
    return EventView(f"满 {change.age} 岁（{month}）", what, f"满 {change.age} 岁以后")


def _what_then(change: CreditChange, assessment: Assessment) -> str:
    """The amount that it will be; a standard that ran out already is not one that runs out then."""
    outcome = change.outcome
    if outcome is None:
        return "没有收录那时候的规定"
    if outcome.status == "ended":
        return "那时候多少，要问当地"
    first = before_the_amount_then(assessment, outcome) if outcome.amounts else ""
    return f"{first}{either_amount(change.outcomes)}"
