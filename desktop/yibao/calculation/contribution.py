"""What a requirement of contribution years makes of what is known of a person."""

from datetime import date
from decimal import Decimal

from msgspec import Struct

from yibao.calculation.inquiry import Inquiry
from yibao.calculation.quantities import Quantity, first_day, month_of, months, years
from yibao.calculation.trace import PeriodOfRule, Step, Trace
from yibao.policy.references import Reference
from yibao.policy.rules.contribution_rules import (
    ActualYears,
    ContributionInput,
    ContributionStatus,
    NoYearsRequired,
    Requirement,
    YearsRequired,
)

TWELVE = Quantity(Decimal(12), "times")


class Life(Struct, frozen=True):
    """The day asked about, and the day of retirement as far as known."""

    on: date
    retires: date | None


class Shortfall(Struct, frozen=True):
    """Months that are still missing."""

    cumulative: int
    actual: int
    months_to_pay: int
    """How long to pay on: the longer of the two, because each month paid counts for both."""
    met_in: date
    """First day of the month in which all is met by paying on from the day asked about."""
    left_at_retirement: int | None
    """Months still missing after paying on until retirement; None where that is past or open."""


class ContributionOutcome(Struct, frozen=True, kw_only=True):
    """How far a person meets one requirement."""

    requirement: Requirement
    status: ContributionStatus
    required_cumulative: int | None = None
    """Months; None where they cannot be said."""
    required_actual: int | None = None
    """Months; None where nothing of the kind is asked, or cannot be said."""
    shortfall: Shortfall | None = None
    missing: tuple[ContributionInput, ...] = ()
    steps: tuple[Step, ...] = ()
    references: tuple[Reference, ...] = ()


class ActualMonths(Struct, frozen=True):
    """Months that must have been paid, and those that have been, as far as known."""

    required: Quantity
    held: int | None


def apply_requirement(
    requirement: Requirement,
    inquiry: Inquiry,
    life: Life,
    period: PeriodOfRule,
    references: tuple[Reference, ...],
) -> ContributionOutcome:
    """What one requirement makes of an inquiry."""
    if isinstance(requirement, NoYearsRequired):
        return ContributionOutcome(
            requirement=requirement, status="not_applicable", references=references
        )
    trace = Trace(period)
    cumulative = _cumulative(requirement, inquiry, trace)
    actual = _actual(requirement, inquiry, trace)
    paid = inquiry.paid_months
    missing: list[ContributionInput] = []
    if cumulative is None:
        missing.append("sex")
    if paid is None:
        missing.append("paid_years")
    if actual and actual.held is None:
        missing.append("actual_years")
    shortfall = None
    if cumulative is not None and paid is not None and not missing:
        shortfall = _shortfall(cumulative, paid, actual, life, trace)
    return ContributionOutcome(
        requirement=requirement,
        status=_status(shortfall),
        required_cumulative=None if cumulative is None else int(cumulative.value),
        required_actual=int(actual.required.value) if actual else None,
        shortfall=shortfall,
        missing=tuple(missing),
        steps=trace.steps,
        references=references,
    )


def _status(shortfall: Shortfall | None) -> ContributionStatus:
    if shortfall is None:
        return "missing"
    return "short" if shortfall.months_to_pay else "met"


def _cumulative(requirement: YearsRequired, inquiry: Inquiry, trace: Trace) -> Quantity | None:
    """Months required in all; None where that depends on a sex that is not known."""
    by_sex = requirement.cumulative
    if inquiry.sex is None and by_sex.men != by_sex.women:
        return None
    needed = by_sex.women if inquiry.sex == "female" else by_sex.men
    return trace.do("in_months", years(needed), TWELVE, label="required_cumulative")


def _actual(requirement: YearsRequired, inquiry: Inquiry, trace: Trace) -> ActualMonths | None:
    """Months that must have been paid; None where nothing of the kind is asked."""
    actual = requirement.actual
    if actual is None or not _applies(actual, inquiry):
        return None
    held = inquiry.actual_months
    if held is None and inquiry.deemed_included is False and actual.counted == "anywhere":
        held = inquiry.paid_months
    required = trace.do("in_months", years(actual.years), TWELVE, label="required_actual")
    return ActualMonths(required, held)


def _applies(actual: ActualYears, inquiry: Inquiry) -> bool:
    """Whether actual years are asked of this person.

    Where they are asked only of those with deemed years, fewer months actually paid than there
    are in all mean deemed ones, unless it is said that there are none.
    """
    if not actual.only_with_deemed or inquiry.deemed_included:
        return True
    if inquiry.deemed_included is False:
        return False
    paid, held = inquiry.paid_months, inquiry.actual_months
    return paid is None or held is None or held < paid


def _shortfall(
    cumulative: Quantity, paid: int, actual: ActualMonths | None, life: Life, trace: Trace
) -> Shortfall:
    short = trace.do("shortfall", cumulative, months(paid), label="short_cumulative")
    short_actual = months(0)
    if actual and actual.held is not None:
        held = months(actual.held)
        short_actual = trace.do("shortfall", actual.required, held, label="short_actual")
    to_pay = short
    if short_actual.value:
        to_pay = trace.do("longer", short, short_actual, label="months_to_pay")
    met_in = month_of(life.on)
    left = None
    if to_pay.value:
        met_in = trace.do("month_after", met_in, to_pay, label="met_in")
        left = _left_at_retirement(to_pay, life, trace)
    return Shortfall(
        cumulative=int(short.value),
        actual=int(short_actual.value),
        months_to_pay=int(to_pay.value),
        met_in=first_day(met_in),
        left_at_retirement=left,
    )


def _left_at_retirement(to_pay: Quantity, life: Life, trace: Trace) -> int | None:
    if life.retires is None or life.retires <= life.on:
        return None
    until, now = month_of(life.retires), month_of(life.on)
    time = trace.do("months_between", until, now, label="until_retirement")
    return int(trace.do("shortfall", to_pay, time, label="left_at_retirement").value)
