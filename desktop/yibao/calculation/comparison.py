"""The same person in two places: how much more or less reaches the account."""

from msgspec import Struct

from yibao.calculation.assessment import Assessment
from yibao.calculation.quantities import Span, yuan
from yibao.calculation.trace import PeriodOfRule, Step, Trace


class Difference(Struct, frozen=True):
    """How much more reaches the account there than here, yuan a month; less than 0: less."""

    span: Span
    steps: tuple[Step, ...]


def compare(here: Assessment, there: Assessment) -> Difference | None:
    """The difference of the monthly amounts; None where either is not known."""
    own, other = here.credit.outcome, there.credit.outcome
    rule = there.credit.rule
    if not (own and own.amounts and other and other.amounts and rule):
        return None
    near, far = own.amounts.per_month, other.amounts.per_month
    trace = Trace(PeriodOfRule(rule.rule.id, rule.period.start_date))
    if near.low == near.high and far.low == far.high:
        exact = trace.do("difference", yuan(far.low), yuan(near.low), label="difference").value
        return Difference(Span(exact, exact), trace.steps)
    least = trace.do("difference", yuan(far.low), yuan(near.high), label="difference_low")
    most = trace.do("difference", yuan(far.high), yuan(near.low), label="difference_high")
    return Difference(Span(least.value, most.value), trace.steps)
