"""The same person in two places: how much more or less reaches the account."""

from decimal import Decimal

from msgspec import Struct

from yibao.calculation.account.credit import CreditAmounts
from yibao.calculation.assessment import Assessment, CreditAnswer, CreditOutcome
from yibao.calculation.quantities import Span, yuan
from yibao.calculation.trace import PeriodOfRule, Step, Trace

BOTH_ENDS, ALIKE = ("difference_low", "difference_high"), ("difference",)
Known = tuple[CreditOutcome, CreditAmounts]


class Difference(Struct, frozen=True):
    """How much more reaches the account there than here, yuan a month; less than 0: less."""

    span: Span
    steps: tuple[Step, ...]
    is_either: bool
    """Whether it is one of the two and nothing between: the day of birth says which, or sources
    contradict each other."""


def compare(here: Assessment, there: Assessment) -> Difference | None:
    """The difference of the monthly amounts; None where either is not known."""
    near, far = _known(here.credit), _known(there.credit)
    rule = there.credit.rule
    if not (near and far and rule):
        return None
    contested = len(near) + len(far) > 2
    pairs = list(dict.fromkeys(p for one in near for other in far for p in _pairs(one, other)))
    by_age = all(outcome.depends_on_birthday for outcome, _ in (*near, *far))
    labels = BOTH_ENDS if len(pairs) == 2 and not by_age and not contested else ALIKE * len(pairs)
    trace = Trace(PeriodOfRule(rule.rule.id, rule.period.start_date))
    found = [
        trace.do("difference", yuan(other), yuan(one), label=label).value
        for (one, other), label in zip(pairs, labels, strict=True)
    ]
    settled = all(_is_settled_by_birthday(outcome) for outcome, _ in (*near, *far))
    return Difference(Span(min(found), max(found)), trace.steps, settled)


def _known(credit: CreditAnswer) -> tuple[Known, ...]:
    """What each source gives, if they all give an amount."""
    known = tuple((outcome, outcome.amounts) for outcome in credit.outcomes if outcome.amounts)
    return known if len(known) == len(credit.outcomes) else ()


def _pairs(near: Known, far: Known) -> list[tuple[Decimal, Decimal]]:
    """Here and there by one source each."""
    by_age = near[0].depends_on_birthday and far[0].depends_on_birthday
    return (_by_age if by_age else _ends)(near[1], far[1])


def _by_age(near: CreditAmounts, far: CreditAmounts) -> list[tuple[Decimal, Decimal]]:
    """Here and there at each age that is possible."""
    return list(zip(near.months, far.months, strict=True))


def _ends(near: CreditAmounts, far: CreditAmounts) -> list[tuple[Decimal, Decimal]]:
    """Here and there where the difference is least and where it is most; once if that is one."""
    here, there = near.per_month, far.per_month
    return list(dict.fromkeys(((here.high, there.low), (here.low, there.high))))


def _is_settled_by_birthday(outcome: CreditOutcome) -> bool:
    return outcome.status == "exact" or outcome.depends_on_birthday
