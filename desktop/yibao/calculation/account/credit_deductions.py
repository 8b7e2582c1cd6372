"""What is taken off a credit on a day, as sums."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from yibao.calculation.account.credit import TWELVE, Inputs, basis_inputs, known, share_basis
from yibao.calculation.operations import FEN
from yibao.calculation.quantities import Quantity, rate, yuan
from yibao.calculation.trace import Trace
from yibao.policy.rules import figures
from yibao.policy.rules.credit_rules import CreditInput, CreditPeriod
from yibao.policy.rules.deductions import CreditBasis, Deduction, ShareTaken, YearlySum
from yibao.policy.rules.methods import CreditMethod, FixedAmount


class Taken(Struct, frozen=True):
    """A deduction with what it comes to."""

    deduction: Deduction
    amount: Decimal
    """Yuan each time."""


def taken_on(period: CreditPeriod, on: date) -> tuple[Deduction, ...]:
    """What is taken off everybody's account on a day."""
    return tuple(d for d in _off_account(period) if d.holds_on(on) and d.condition is None)


def taken_of_some(period: CreditPeriod, on: date) -> tuple[Deduction, ...]:
    """What is taken off the account on a day of those only who meet its condition."""
    return tuple(d for d in _off_account(period) if d.holds_on(on) and d.condition)


def lapsed(period: CreditPeriod, on: date) -> tuple[Deduction, ...]:
    """What was taken off until its sum ran out, and of which nothing newer is known."""
    current = {d.name for d in period.deductions if d.holds_on(on)}
    over = (d for d in _off_account(period) if d.end_date and d.end_date < on)
    last = {d.name: d for d in over if d.name not in current}
    return tuple(last.values())


def inputs_taken(deductions: Sequence[Deduction]) -> tuple[CreditInput, ...]:
    """What deductions must know of a person; not what the credit itself must know."""
    return tuple(dict.fromkeys(name for d in deductions for name in _inputs(d)))


def sum_taken(deduction: Deduction, method: CreditMethod, inputs: Inputs, trace: Trace) -> Taken:
    """What a deduction comes to each time."""
    takes = deduction.takes
    if isinstance(takes, FixedAmount):
        return Taken(deduction, figures.yuan(takes.amount))
    part = _share(takes, deduction, method, inputs, trace)
    return Taken(deduction, part.value)


def _off_account(period: CreditPeriod) -> Iterator[Deduction]:
    return (deduction for deduction in period.deductions if deduction.off == "account")


def _inputs(deduction: Deduction) -> tuple[CreditInput, ...]:
    takes = deduction.takes
    if isinstance(takes, FixedAmount) or isinstance(takes.of, CreditBasis | YearlySum):
        return ()
    return basis_inputs(takes.of)


def _share(
    takes: ShareTaken, deduction: Deduction, method: CreditMethod, inputs: Inputs, trace: Trace
) -> Quantity:
    """A share to the fen; of a sum raised for the year, what falls on each time."""
    part = rate(figures.rate(takes.rate))
    if isinstance(takes.of, YearlySum):
        whole = yuan(figures.yuan(takes.of.amount))
        of_year = trace.do("share", whole, part, label=deduction.name)
        if deduction.taken == "yearly":
            return of_year
        return trace.do("twelfth", of_year, TWELVE, label="deduction_month")
    basis = share_basis(method) if isinstance(takes.of, CreditBasis) else takes.of
    whole = yuan(Decimal(known(inputs, basis_inputs(basis)[-1])))
    exact = trace.do("share", whole, part, label=deduction.name)
    return trace.do("round_half_up", exact, yuan(FEN), label="rounded")
