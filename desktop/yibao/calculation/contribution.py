"""What a requirement of contribution years makes of what is known of a person."""

from datetime import date
from decimal import Decimal

from msgspec import Struct

from yibao.calculation.inquiry import Inquiry
from yibao.calculation.quantities import Quantity, first_day, month_of, months
from yibao.calculation.requirements import (
    ActualMonths,
    actual_months,
    months_counted,
    months_required,
    short_in_all,
    years_for,
)
from yibao.calculation.trace import PeriodOfRule, Step, Trace
from yibao.policy.references import Reference
from yibao.policy.rules.contribution_rules import (
    ContributionInput,
    ContributionStatus,
    NoYearsRequired,
    Requirement,
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
    cumulative = months_required(asked, inquiry, trace) if asked else None
    actual = actual_months(requirement, inquiry, trace)
    paid = months_counted(asked, inquiry, trace) if asked else None
    if asked and cumulative is None:
        missing.append("sex")
    if inquiry.paid_months is None:
        missing.append("paid_years")
    if (actual and actual.held is None) or (inquiry.paid_months and asked and not paid):
        missing.append("actual_years")
    shortfall = None
    if asked and cumulative is not None and paid is not None and not missing:
        short = short_in_all(asked, cumulative, paid, inquiry, trace)
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


def _status(shortfall: Shortfall | None) -> ContributionStatus:
    if shortfall is None:
        return "missing"
    return "short" if shortfall.months_to_pay else "met"


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
