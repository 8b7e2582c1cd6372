"""The same person in two places: how much more or less reaches the account."""

from decimal import Decimal

from msgspec import Struct

from yibao.calculation.account.credit import CreditAmounts
from yibao.calculation.assessment import Assessment, CreditOutcome
from yibao.calculation.quantities import Span, yuan
from yibao.calculation.trace import PeriodOfRule, Step, Trace

BOTH_ENDS = ("difference_low", "difference_high")


class Difference(Struct, frozen=True):
    """How much more reaches the account there than here, yuan a month; less than 0: less."""

    span: Span
    steps: tuple[Step, ...]
    depends_on_birthday: bool
    """Whether it is one of the two, and the day of birth says which."""


def compare(here: Assessment, there: Assessment) -> Difference | None:
    """The difference of the monthly amounts; None where either is not known."""
    own, other = here.credit.outcome, there.credit.outcome
    rule = there.credit.rule
    if not (own and own.amounts and other and other.amounts and rule):
        return None
    by_age = own.depends_on_birthday and other.depends_on_birthday
    pairs = (_by_age if by_age else _ends)(own.amounts, other.amounts)
    labels = BOTH_ENDS if len(pairs) > 1 and not by_age else ("difference",) * len(pairs)
    trace = Trace(PeriodOfRule(rule.rule.id, rule.period.start_date))
    found = [
        trace.do("difference", yuan(far), yuan(near), label=label).value
        for (near, far), label in zip(pairs, labels, strict=True)
    ]
    return Difference(
        Span(min(found), max(found)),
        trace.steps,
        all(_is_settled_by_birthday(outcome) for outcome in (own, other)),
    )


def _by_age(near: CreditAmounts, far: CreditAmounts) -> list[tuple[Decimal, Decimal]]:
    """Here and there at each age that is possible."""
    return list(zip(near.months, far.months, strict=True))


def _ends(near: CreditAmounts, far: CreditAmounts) -> list[tuple[Decimal, Decimal]]:
    """Here and there where the difference is least and where it is most; once if that is one."""
    here, there = near.per_month, far.per_month
    return list(dict.fromkeys(((here.high, there.low), (here.low, there.high))))


def _is_settled_by_birthday(outcome: CreditOutcome) -> bool:
    return outcome.status == "exact" or outcome.depends_on_birthday
