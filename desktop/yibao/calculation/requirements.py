"""What is asked of one person, and what of it is held: in months."""

from msgspec import Struct

from yibao.calculation.inquiry import Inquiry
from yibao.calculation.quantities import Quantity, months, times, years
from yibao.calculation.trace import Trace
from yibao.policy.rules.contribution_rules import (
    ActualYears,
    ContributionInput,
    YearsBySex,
    YearsByStartOfWork,
    YearsRequired,
)

TWELVE = times(12)


class ActualMonths(Struct, frozen=True):
    """Months that must have been paid, and those that have been, as far as known."""

    required: Quantity
    held: int | None


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


def months_counted(requirement: YearsRequired, inquiry: Inquiry, trace: Trace) -> Quantity | None:
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


def short_in_all(
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


def months_required(requirement: YearsRequired, inquiry: Inquiry, trace: Trace) -> Quantity | None:
    """Months required in all; None where that depends on a sex that is not known."""
    by_sex = requirement.cumulative
    if inquiry.sex is None and by_sex.men != by_sex.women:
        return None
    needed = by_sex.women if inquiry.sex == "female" else by_sex.men
    return trace.do("in_months", years(needed), TWELVE, label="required_cumulative")


def actual_months(
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
