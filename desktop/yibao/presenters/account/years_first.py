"""What is said before an amount that comes only once the contribution years are enough."""

from collections.abc import Iterator, Sequence

from yibao.calculation.assessment import Assessment, CreditOutcome
from yibao.calculation.contribution import ContributionOutcome
from yibao.policy.rules.credit_rules import LessForMissingYears
from yibao.presenters import formats

BY_RETIREMENT = "年限补够以后，"
BY_YEARS_NOW = "照现在的年限，"
CONTESTED = "年限够不够有两种算法，够了的话，"


def before_the_amount(assessment: Assessment) -> str:
    """年限还差 6 年，补够以后, where years are missing; nothing where the amount stands by itself.

    An area whose rule says what is credited to those with missing years is computed by that.
    """
    if assessment.inquiry.status != "retired":
        return ""
    short = tuple(_missing_now(assessment))
    if not any(short) or _has_rule_for_missing_years(assessment):
        return ""
    if not all(short):
        return CONTESTED
    lengths = " 或 ".join(dict.fromkeys(formats.duration(months) for months in short))
    return f"年限还差 {lengths}，补够以后"


def before_the_amount_then(assessment: Assessment, then: CreditOutcome) -> str:
    """The same of what comes with the retirement of somebody still in work."""
    if _has_rule_for_missing_years(assessment):
        return ""
    if _is_less_for_years(then):
        return BY_YEARS_NOW
    in_work = assessment.inquiry.status != "retired"
    waits = assessment.waits_for_procedure
    short = tuple((_missing_now if waits or not in_work else _missing_then)(assessment))
    if not any(short):
        return ""
    return BY_RETIREMENT if all(short) else CONTESTED


def _missing_now(assessment: Assessment) -> Iterator[int]:
    """Months that are missing now, by each source and each day that may decide."""
    yield from (o.shortfall.months_to_pay for o in _deciding(assessment) if o.shortfall)


def _missing_then(assessment: Assessment) -> Iterator[int]:
    """Months that will be missing at retirement, by each source; of an open month, those now."""
    yield from (o.shortfall.months_to_buy for o in _deciding(assessment) if o.shortfall)


def _deciding(assessment: Assessment) -> Sequence[ContributionOutcome]:
    answer = assessment.contribution
    own = (answer.outcome,) if answer.outcome else ()
    others = tuple(other.outcome for other in answer.others)
    if not assessment.waits_for_procedure:
        return (*own, *others)
    return (*own, *others, *(other.outcome for other in answer.other_days))


def _is_less_for_years(outcome: CreditOutcome) -> bool:
    return any(step.label == "less_for_years" for step in outcome.steps)


def _has_rule_for_missing_years(assessment: Assessment) -> bool:
    rule = assessment.credit.rule
    return rule is not None and isinstance(rule.period.adjustment, LessForMissingYears)
