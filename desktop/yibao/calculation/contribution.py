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
    YearsBySex,
    YearsByStartOfWork,
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

    @property
    def months_to_buy(self) -> int:
        """Months that will have to be made up: those missing at retirement, else those now."""
        return self.months_to_pay if self.left_at_retirement is None else self.left_at_retirement


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
    asked, missing = years_for(requirement, inquiry)
    cumulative = _cumulative(asked, inquiry, trace) if asked else None
    actual = _actual(requirement, inquiry, trace)
    paid = _counted(asked, inquiry, trace) if asked else None
    if asked and cumulative is None:
        missing.append("sex")
    if inquiry.paid_months is None:
        missing.append("paid_years")
    if (actual and actual.held is None) or (inquiry.paid_months and asked and not paid):
        missing.append("actual_years")
    shortfall = None
    if asked and cumulative is not None and paid is not None and not missing:
        short = _short_cumulative(asked, cumulative, paid, inquiry, trace)
        shortfall = _shortfall(short, actual, life, trace)
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


def years_for(
    requirement: YearsRequired | YearsByStartOfWork, inquiry: Inquiry
) -> tuple[YearsRequired | None, list[ContributionInput]]:
    """The years asked of a person, or what is missing to say which."""
    if isinstance(requirement, YearsRequired):
        return requirement, []
    start = inquiry.work_start
    if start is None:
        return None, ["work_start"]
    needed = next(s.years for s in requirement.stretches if s.until is None or start <= s.until)
    if needed == requirement.stretches[0].years:
        if inquiry.scheme_start is None:
            return None, ["scheme_start"]
        if start < inquiry.scheme_start:
            needed = requirement.before_scheme
    both = YearsBySex(men=needed, women=needed)
    return YearsRequired(cumulative=both, actual=requirement.actual), []


def _counted(requirement: YearsRequired, inquiry: Inquiry, trace: Trace) -> Quantity | None:
    """Months that count in all; None where they, or the deemed ones among them, are not known."""
    paid, most = inquiry.paid_months, requirement.deemed_at_most
    if paid is None:
        return None
    if most is None or inquiry.deemed_included is False:
        return months(paid)
    if inquiry.actual_months is None or inquiry.sex is None:
        return None
    cap = years(most.women if inquiry.sex == "female" else most.men)
    actual = months(inquiry.actual_months)
    deemed = trace.do("shortfall", months(paid), actual, label="deemed")
    cap_months = trace.do("in_months", cap, TWELVE, label="deemed_at_most")
    counted = trace.do("shorter", deemed, cap_months, label="deemed_counted")
    return trace.do("sum", actual, counted, label="counted")


def _short_cumulative(
    requirement: YearsRequired,
    cumulative: Quantity,
    paid: Quantity,
    inquiry: Inquiry,
    trace: Trace,
) -> Quantity:
    """What is missing in all; by the unbroken years where that is less."""
    short = trace.do("shortfall", cumulative, paid, label="short_cumulative")
    if requirement.unbroken is None or inquiry.unbroken_months is None or not short.value:
        return short
    unbroken = trace.do("in_months", years(requirement.unbroken), TWELVE, label="unbroken")
    held = months(inquiry.unbroken_months)
    other = trace.do("shortfall", unbroken, held, label="short_unbroken")
    return trace.do("shorter", short, other, label="short_either")


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


def _actual(
    requirement: YearsRequired | YearsByStartOfWork, inquiry: Inquiry, trace: Trace
) -> ActualMonths | None:
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


def _shortfall(short: Quantity, actual: ActualMonths | None, life: Life, trace: Trace) -> Shortfall:
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
