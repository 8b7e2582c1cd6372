"""Whether every rule gives what its own examples say."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, cast

import msgspec
from msgspec import Struct

from yibao.calculation.account.credit_outcome import apply_rule
from yibao.calculation.contribution import Life, apply_requirement
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.proving.example_parts import ANY_DAY, day_of, decimal_of
from yibao.calculation.proving.price_examples import (
    flexible_example,
    resident_example,
    shortfall_example,
)
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
from yibao.policy.rules.periods import Period
from yibao.policy.rules.premium_rules import (
    FlexiblePremiumPeriod,
    ResidentPremiumPeriod,
)
from yibao.policy.rules.retirement_rules import (
    RetirementAgeRule,
    RetirementExample,
    RetirementExpected,
    RetirementPeriod,
)
from yibao.policy.rules.shortfall_rules import ShortfallPeriod
from yibao.policy.store import CreditRuleInForce, PolicyStore


class Example(Protocol):
    """Inputs, and what must come out of them."""

    @property
    def expected(self) -> Struct: ...


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


def with_results(store: PolicyStore, rule: Rule) -> Rule:
    """The rule with what its examples give as what they expect; for one that is just being made."""
    periods: list[Period] = []
    for period in rule.periods:
        work_out = BY_KIND.get(type(period))
        if work_out is not None:
            worked = tuple(
                msgspec.structs.replace(e, expected=work_out(store, rule, period, e))
                for e in cast(Sequence[Struct], getattr(period, "examples", ()))
            )
            period = msgspec.structs.replace(period, examples=worked)  # noqa: PLW2901
        periods.append(period)
    return msgspec.structs.replace(rule, periods=tuple(periods))


def _results(store: PolicyStore, rule: Rule) -> Iterator[Result]:
    for i, period in enumerate(rule.periods):
        work_out = BY_KIND.get(type(period))
        examples = cast(Sequence[Example], getattr(period, "examples", ()))
        for j, example in enumerate(examples if work_out else ()):
            got = cast(WorkOut, work_out)(store, rule, period, example)
            yield Result(f".periods[{i}].examples[{j}].expected", example.expected, got)


def _credit(
    store: PolicyStore, rule: CreditRule, period: CreditPeriod, example: CreditExample
) -> Expected:
    given = example.given
    inquiry = Inquiry(
        region=rule.area,
        age=given.age,
        sex=given.sex,
        retired_from=given.retired_from,
        retires_on=given.retires_on,
        paid_months=given.paid_months,
        actual_months=given.actual_months,
        account_months=given.account_months,
        average_pension=decimal_of(given.average_pension),
        pension=decimal_of(given.pension),
        base=decimal_of(given.base),
    )
    day = given.on or day_of(period)
    outcome = apply_rule(store, CreditRuleInForce(rule, period), None, inquiry, day)
    replay(outcome.steps)
    amounts = outcome.amounts
    if amounts is None:
        return Expected(status=outcome.status, missing=outcome.missing)
    credit = amounts.per_year if period.credited == "yearly" else amounts.per_month
    high = f"{credit.high:.2f}" if outcome.status == "range" else None
    return Expected(status=outcome.status, low=f"{credit.low:.2f}", high=high)


def _years(
    _: PolicyStore,
    rule: ContributionRule,
    period: ContributionPeriod,
    example: ContributionExample,
) -> ContributionExpected:
    given = example.given
    inquiry = Inquiry(
        region=rule.area,
        sex=given.sex,
        paid_months=given.paid_months,
        actual_months=given.actual_months,
        deemed_included=given.deemed_included,
        unbroken_months=given.unbroken_months,
        work_start=given.work_start,
        scheme_start=given.scheme_start,
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
    _: PolicyStore,
    rule: RetirementAgeRule,
    period: RetirementPeriod,
    example: RetirementExample,
) -> RetirementExpected:
    given = example.given
    groups = retirement_groups(period, given.sex, given.worker_category)
    dates = retirement_dates(rule, period, groups[0], given.born)
    replay(dates.steps)
    years, months = divmod(dates.age_months, 12)
    return RetirementExpected(age_years=years, age_months=months, month=dates.month)


def _as_json(expected: Struct) -> str:
    given = {key: value for key, value in msgspec.structs.asdict(expected).items() if value}
    return msgspec.json.encode(given).decode()


WorkOut = Callable[..., Struct]
"""What comes out of an example, from the store, its rule, its period and itself."""

BY_KIND: Mapping[type[Period], WorkOut] = {
    CreditPeriod: _credit,
    ContributionPeriod: _years,
    ShortfallPeriod: shortfall_example,
    FlexiblePremiumPeriod: flexible_example,
    ResidentPremiumPeriod: resident_example,
    RetirementPeriod: _retirement,
}
