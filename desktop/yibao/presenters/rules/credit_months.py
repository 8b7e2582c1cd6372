"""In which month a credit begins or changes, as far as a source says it.

An amount follows the completed age; no source says whether the money changes with the month of
the birthday or with the one after it.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from yibao.calculation.ages import reaches
from yibao.calculation.assessment import CreditOutcome
from yibao.calculation.inquiry import Inquiry
from yibao.policy.rules.credit_rules import CreditPeriod, FirstMonth
from yibao.policy.rules.methods import AmountByAge, ShareByAge

SINCE: Mapping[FirstMonth, str] = {
    "after_procedure": "从医保退休手续办好的下个月起",
    "after_retirement": "从退休的下个月起",
}


def since_retirement(outcome: CreditOutcome) -> str:
    """From when somebody who retires gets it."""
    if outcome.first_month:
        return SINCE[outcome.first_month]
    if outcome.credited == "monthly":
        return "具体哪个月起，问当地"
    month = f"每年 {outcome.credited_in} 月划，" if outcome.credited_in else ""
    return f"{month}退休当年划多少，问当地"


def month_lines(period: CreditPeriod) -> Iterator[str]:
    """What the sources of a rule say of the month."""
    if period.first_month:
        yield f"{SINCE[period.first_month]}划。"


def around_a_birthday(outcome: CreditOutcome, inquiry: Inquiry, on: date) -> Iterator[str]:
    """What is open about an amount whose age was reached this month, or since the year's credit."""
    method = outcome.method
    if not outcome.amounts or not isinstance(method, AmountByAge | ShareByAge):
        return
    for age in (band.from_age for band in method.bands[1:]):
        if outcome.credited == "monthly":
            if inquiry.born and _same_month(reaches(inquiry.born, age), on):
                yield f"满 {age} 岁当月起还是下个月起，看当地。"
        elif outcome.credited_in and _reached_since(inquiry, age, on, outcome.credited_in):
            yield f"{outcome.credited_in} 月那一次，是按那时候的年龄划的。"


def _same_month(one: date, other: date) -> bool:
    return (one.year, one.month) == (other.year, other.month)


def _reached_since(inquiry: Inquiry, age: int, on: date, month: int) -> bool:
    """Whether an age may have been reached since the last credit of a year."""
    if inquiry.born is None:
        return inquiry.age == age
    last = date(on.year if on.month >= month else on.year - 1, month, 1)
    return last <= reaches(inquiry.born_until or inquiry.born, age) and age in inquiry.ages_on(on)
