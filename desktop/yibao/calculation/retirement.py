"""The statutory retirement age: when, how early, how late, and with how many pension years."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from yibao.calculation.inquiry import Inquiry
from yibao.calculation.quantities import (
    Quantity,
    calendar_year,
    first_day,
    month_of,
    months,
    years,
)
from yibao.calculation.trace import PeriodOfRule, Step, Trace
from yibao.policy.references import Reference
from yibao.policy.rules.contribution_rules import Sex
from yibao.policy.rules.retirement_rules import (
    RetirementAgeRule,
    RetirementGroup,
    RetirementInput,
    RetirementPeriod,
    WorkerCategory,
)
from yibao.policy.store import EVERYBODY, PolicyStore
from yibao.policy.terms import NATION

TWELVE = Quantity(Decimal(12), "times")


class RetirementDates(Struct, frozen=True, kw_only=True):
    """What follows from a birth and a group; each month by its first day."""

    group: RetirementGroup
    age_months: int
    """Age at the statutory retirement, in months."""
    month: date
    earliest: date
    """Earliest month that one may choose, with enough pension years."""
    latest: date | None
    """Latest month that one may agree on with the employer; None for those who had reached the old
    age before the rule came into force."""
    pension_years: Decimal
    """Least years of pension insurance in the year of the statutory retirement."""
    earliest_pension_years: Decimal
    """The same in the year of the earliest month."""
    steps: tuple[Step, ...]


class RetirementAnswer(Struct, frozen=True, kw_only=True):
    """When somebody retires by law, as far as that can be said."""

    status: Literal["known", "missing", "not_applicable"]
    dates: RetirementDates | None = None
    possible: tuple[RetirementDates, ...] = ()
    """What each group would get, where nothing but the group is open."""
    missing: tuple[RetirementInput, ...] = ()
    notices: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def every(self) -> tuple[RetirementDates, ...]:
        """What the person gets, or may get."""
        return (self.dates,) if self.dates else self.possible


def answer_retirement(store: PolicyStore, inquiry: Inquiry, on: date) -> RetirementAnswer:
    """The retirement of a person of the employee scheme."""
    rule = next(store.around(RetirementAgeRule, NATION, EVERYBODY), None)
    if inquiry.status == "resident" or rule is None:
        return RetirementAnswer(status="not_applicable")
    period = next((p for p in rule.periods if p.holds_on(on)), rule.periods[0])
    references = store.cited(period.references)
    groups = retirement_groups(period, inquiry.sex, inquiry.worker_category)
    possible: tuple[RetirementDates, ...] = ()
    if inquiry.born:
        possible = tuple(retirement_dates(rule, period, group, inquiry.born) for group in groups)
    if len(possible) != 1:
        return RetirementAnswer(
            status="missing",
            possible=possible,
            missing=_missing(inquiry, groups),
            references=references,
        )
    (dates,) = possible
    return RetirementAnswer(
        status="known",
        dates=dates,
        notices=period.notices + (period.elective_notices if dates.month > on else ()),
        references=references,
    )


def _missing(inquiry: Inquiry, groups: Sequence[RetirementGroup]) -> tuple[RetirementInput, ...]:
    missing: list[RetirementInput] = []
    if inquiry.born is None:
        missing.append("born")
    if inquiry.sex is None:
        missing.append("sex")
    if len(groups) > 1:
        missing.append("worker_category")
    return tuple(missing)


def retirement_groups(
    period: RetirementPeriod, sex: Sex | None, category: WorkerCategory | None
) -> list[RetirementGroup]:
    """The groups that a person may belong to, as far as known."""
    return [
        group
        for group in period.groups
        if group.sex == sex
        and (group.worker_category is None or category in (None, group.worker_category))
    ]


def retirement_dates(
    rule: RetirementAgeRule, period: RetirementPeriod, group: RetirementGroup, born: date
) -> RetirementDates:
    """The computation of article 1 and 3 of the decision of 13 September 2024, by months."""
    trace = Trace(PeriodOfRule(rule.id, period.start_date))
    birth, elective = month_of(born), months(period.elective_months)
    old_age = trace.do("in_months", years(group.old_age), TWELVE, label="old_age")
    put_off = trace.do(
        "delay",
        birth,
        month_of(group.first_birth),
        Quantity(Decimal(group.births_a_month), "months"),
        months(group.most),
        label="delay",
    )
    age = trace.do("sum", old_age, put_off, label="retirement_age")
    month = trace.do("month_after", birth, age, label="retirement_month")
    not_before = trace.do("month_after", birth, old_age, label="old_month")
    early = trace.do("month_before", month, elective, label="early_month")
    earliest = trace.do("later_month", early, not_before, label="earliest_month")
    latest = None
    if period.start_date is None or period.start_date <= first_day(not_before):
        latest = first_day(trace.do("month_after", month, elective, label="latest_month"))
    pension_years = _pension_years(period, month, trace, "pension_years")
    earliest_pension_years = pension_years
    if first_day(earliest).year < first_day(month).year:
        earliest_pension_years = _pension_years(period, earliest, trace, "early_pension_years")
    return RetirementDates(
        group=group,
        age_months=int(age.value),
        month=first_day(month),
        earliest=first_day(earliest),
        latest=latest,
        pension_years=pension_years,
        earliest_pension_years=earliest_pension_years,
        steps=trace.steps,
    )


def _pension_years(period: RetirementPeriod, month: Quantity, trace: Trace, label: str) -> Decimal:
    """Least years of pension insurance of those who retire in a month."""
    least = period.minimum_pension_years
    return trace.do(
        "pension_years",
        calendar_year(first_day(month).year),
        years(least.years),
        calendar_year(least.first_rise),
        years(least.yearly_rise),
        years(least.most),
        label=label,
    ).value
