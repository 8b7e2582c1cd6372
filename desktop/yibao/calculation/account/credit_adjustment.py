"""What makes a credit smaller for some: missing years, months without an account."""

from collections.abc import Sequence

from yibao.calculation.inquiry import Inquiry
from yibao.calculation.operations import FEN
from yibao.calculation.quantities import Quantity, months, rate, times, years, yuan
from yibao.calculation.trace import Trace
from yibao.policy.rules import figures
from yibao.policy.rules.credit_rules import Adjustment, ByMonthsWithAccount, LessForMissingYears

TWELVE = times(12)


def adjusted(
    adjustment: Adjustment, gross: Sequence[Quantity], inquiry: Inquiry, trace: Trace
) -> Sequence[Quantity] | None:
    """The ends of the credit after it; None where too little is known, so that it is only said."""
    if isinstance(adjustment, LessForMissingYears):
        return _less_for_years(adjustment, gross, inquiry, trace)
    return _by_months(adjustment, gross, inquiry, trace)


def _less_for_years(
    adjustment: LessForMissingYears, gross: Sequence[Quantity], inquiry: Inquiry, trace: Trace
) -> Sequence[Quantity] | None:
    """A share less for each missing year; of a year begun the source says nothing: both ends."""
    if inquiry.sex is None or inquiry.paid_months is None:
        return None
    required = adjustment.required
    needed = years(required.women if inquiry.sex == "female" else required.men)
    whole = trace.do("in_months", needed, TWELVE, label="required_cumulative")
    short = trace.do("shortfall", whole, months(inquiry.paid_months), label="short_cumulative")
    if not short.value:
        return gross
    fewest = trace.do("whole_years", short, TWELVE, label="years_missing")
    most = trace.do("years_begun", short, TWELVE, label="years_begun")
    counted = (fewest,) if fewest == most else (most, fewest)
    a_year = rate(figures.rate(adjustment.rate_a_year))
    return [_less(amount, a_year, n, trace) for amount in gross for n in counted]


def _less(amount: Quantity, a_year: Quantity, missing: Quantity, trace: Trace) -> Quantity:
    part = trace.do("times", a_year, missing, label="rate_missing")
    exact = trace.do("less_share", amount, part, label="less_for_years")
    return trace.do("round_half_up", exact, yuan(FEN), label="rounded")


def _by_months(
    adjustment: ByMonthsWithAccount, gross: Sequence[Quantity], inquiry: Inquiry, trace: Trace
) -> Sequence[Quantity] | None:
    if inquiry.retires_on and inquiry.retires_on < adjustment.retired_since:
        return gross
    paid, with_account = inquiry.actual_months, inquiry.account_months
    if inquiry.retires_on is None or not paid or with_account is None:
        return None
    exact = [
        trace.do("part_of", amount, months(with_account), months(paid), label="by_months")
        for amount in gross
    ]
    return [trace.do("round_half_up", amount, yuan(FEN), label="rounded") for amount in exact]
