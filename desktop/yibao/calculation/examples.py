"""Whether every rule gives what its own examples say."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

import msgspec
from msgspec import Struct

from yibao.calculation.contribution import Life, apply_requirement
from yibao.calculation.credit_answer import apply_rule
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.retirement import retirement_dates, retirement_groups
from yibao.calculation.trace import PeriodOfRule, replay
from yibao.policy.loading.problems import Placed, PolicyProblem
from yibao.policy.rules.contribution_rules import (
    ContributionExample,
    ContributionExpected,
    ContributionPeriod,
    ContributionRule,
)
from yibao.policy.rules.credit_rules import CreditExample, CreditPeriod, CreditRule, Expected
from yibao.policy.rules.kinds import Rule
from yibao.policy.rules.retirement_rules import (
    RetirementAgeRule,
    RetirementExample,
    RetirementExpected,
    RetirementPeriod,
)
from yibao.policy.store import CreditRuleInForce, PolicyStore

ANY_DAY = date(2025, 1, 1)
"""For what no day decides."""


class Result(Struct, frozen=True):
    """What one example says, and what comes out."""

    path: str
    expected: Struct
    got: Struct


def check_examples(store: PolicyStore, rules: Iterable[Placed[Rule]]) -> Iterator[PolicyProblem]:
    """The examples that do not come out, with what comes out instead."""
    for placed in rules:
        for result in _results(store, placed.record):
            if result.got != result.expected:
                yield PolicyProblem(
                    placed.file,
                    placed.path + result.path,
                    "example",
                    found=_as_json(result.expected),
                    allowed=(_as_json(result.got),),
                )


def _results(store: PolicyStore, rule: Rule) -> Iterator[Result]:
    for i, period in enumerate(rule.periods):
        at = f".periods[{i}].examples"
        if isinstance(rule, CreditRule) and isinstance(period, CreditPeriod):
            for j, credit in enumerate(period.examples):
                got = _credit(store, rule, period, credit)
                yield Result(f"{at}[{j}].expected", credit.expected, got)
        elif isinstance(rule, ContributionRule) and isinstance(period, ContributionPeriod):
            for j, years in enumerate(period.examples):
                yield Result(f"{at}[{j}].expected", years.expected, _years(rule, period, years))
        elif isinstance(rule, RetirementAgeRule) and isinstance(period, RetirementPeriod):
            for j, age in enumerate(period.examples):
                yield Result(f"{at}[{j}].expected", age.expected, _retirement(rule, period, age))


def _credit(
    store: PolicyStore, rule: CreditRule, period: CreditPeriod, example: CreditExample
) -> Expected:
    given = example.given
    inquiry = Inquiry(
        region=rule.area,
        age=given.age,
        average_pension=_decimal(given.average_pension),
        pension=_decimal(given.pension),
        base=_decimal(given.base),
    )
    day = period.start_date or period.end_date or period.confirmed_on or ANY_DAY
    outcome = apply_rule(store, CreditRuleInForce(rule, period), None, inquiry, day)
    replay(outcome.steps)
    amounts = outcome.amounts
    if amounts is None:
        return Expected(status=outcome.status, missing=outcome.missing)
    credit = amounts.per_year if period.credited == "yearly" else amounts.per_month
    high = f"{credit.high:.2f}" if outcome.status == "range" else None
    return Expected(status=outcome.status, low=f"{credit.low:.2f}", high=high)


def _years(
    rule: ContributionRule, period: ContributionPeriod, example: ContributionExample
) -> ContributionExpected:
    given = example.given
    inquiry = Inquiry(
        region=rule.area,
        sex=given.sex,
        paid_months=given.paid_months,
        actual_months=given.actual_months,
        deemed_included=given.deemed_included,
    )
    origin = PeriodOfRule(rule.id, period.start_date)
    outcome = apply_requirement(
        period.requirement, inquiry, Life(ANY_DAY, None), origin, references=()
    )
    replay(outcome.steps)
    short = outcome.shortfall
    return ContributionExpected(
        status=outcome.status,
        cumulative_short=short.cumulative if short else 0,
        actual_short=short.actual if short else 0,
        missing=outcome.missing,
    )


def _retirement(
    rule: RetirementAgeRule, period: RetirementPeriod, example: RetirementExample
) -> RetirementExpected:
    given = example.given
    groups = retirement_groups(period, given.sex, given.worker_category)
    dates = retirement_dates(rule, period, groups[0], given.born)
    replay(dates.steps)
    years, months = divmod(dates.age_months, 12)
    return RetirementExpected(age_years=years, age_months=months, month=dates.month)


def _decimal(amount: str | None) -> Decimal | None:
    return None if amount is None else Decimal(amount)


def _as_json(expected: Struct) -> str:
    given = {key: value for key, value in msgspec.structs.asdict(expected).items() if value}
    return msgspec.json.encode(given).decode()
