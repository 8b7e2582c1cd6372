"""How far contribution years are met, in one line, and what is still to be filled in."""

from yibao.calculation.contribution import ContributionOutcome, Shortfall
from yibao.calculation.contribution_answer import ContributionAnswer
from yibao.policy.rules.contribution_rules import NoYearsRequired, Sex, YearsByStartOfWork
from yibao.presenters import formats, words
from yibao.presenters.rules.requirement_text import COUNTED, requirement_text


def result_text(outcome: ContributionOutcome, sex: Sex | None) -> str:
    """What is asked, and how far it is met where that is known."""
    if outcome.shortfall is None:
        return requirement_headline(outcome, sex)
    return "年限够了" if outcome.status == "met" else short_headline(outcome.shortfall)


def is_open(outcome: ContributionOutcome) -> bool:
    """Whether it depends on the begin of work how many years are asked, and that is not known."""
    by_start = isinstance(outcome.requirement, YearsByStartOfWork)
    return by_start and outcome.required_cumulative is None


def requirement_headline(outcome: ContributionOutcome, sex: Sex | None = None) -> str:
    """How many years, for this person where that is known."""
    months = outcome.required_cumulative
    if months is None:
        return f"要{requirement_text(outcome.requirement, sex)}"
    return f"要累计交满 {formats.duration(months)}"


def short_headline(shortfall: Shortfall) -> str:
    if shortfall.cumulative:
        return f"还差 {formats.duration(shortfall.cumulative)}"
    return f"实际缴费还差 {formats.duration(shortfall.actual)}"


def names_missing(answer: ContributionAnswer) -> str:
    """What is to be filled in, the actual years with the place where they count."""
    requirement = answer.outcome.requirement if answer.outcome else None
    actual = None if isinstance(requirement, NoYearsRequired | None) else requirement.actual
    where = COUNTED[actual.counted] if actual else ""
    return "、".join(
        f"{where if name == 'actual_years' else ''}{words.FIELDS[name]}" for name in answer.missing
    )
