"""The amount of one credit: a rule's method applied to what is known of a person."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from yibao.calculation.quantities import Quantity, Span, age, rate, yuan
from yibao.calculation.trace import Trace
from yibao.policy.rules import figures
from yibao.policy.rules.credit_rules import CreditInput, CreditPeriod, Rounding
from yibao.policy.rules.methods import (
    AmountByAge,
    AveragePension,
    CreditMethod,
    FixedAmount,
    OwnPension,
    Share,
    ShareBasis,
    ShareByAge,
    ShareRange,
)

Inputs = Mapping[CreditInput, Sequence[int | Decimal]]
"""What is possible of the person, by the names of an inquiry's fields: nothing where it is not
known, two ages where the day of birth decides."""

TWELVE = Quantity(Decimal(12), "times")


class CreditAmounts(Struct, frozen=True):
    """What a credit comes to, in yuan."""

    per_month: Span
    """What reaches the account; a twelfth of the year's sum where it is credited yearly."""
    per_year: Span
    before_deductions: Span
    """A month's amount before anything is taken off."""
    months: tuple[Decimal, ...]
    """Each amount a month that is possible: by age from the youngest on, or the ends of a range."""


def inputs_of(method: CreditMethod) -> tuple[CreditInput, ...]:
    """What the method must know of a person."""
    if isinstance(method, AmountByAge):
        return ("age",)
    if isinstance(method, Share | ShareRange):
        return (_input_of(method.of),)
    if isinstance(method, ShareByAge):
        return ("age", _input_of(method.of))
    return ()


def _input_of(basis: ShareBasis) -> CreditInput:
    if isinstance(basis, AveragePension):
        return "average_pension"
    return "pension" if isinstance(basis, OwnPension) else "base"


def compute_credit(
    method: CreditMethod,
    rounding: Rounding | None,
    period: CreditPeriod,
    inputs: Inputs,
    trace: Trace,
) -> CreditAmounts:
    """Carry out a method that gives an amount, with the rhythm and deductions of its period.

    All of `inputs_of(method)` must be known. Only monthly credits have deductions.
    """
    gross = [_rounded(amount, rounding, trace) for amount in _amounts(method, inputs, trace)]
    net = [_less_deductions(amount, period, trace) for amount in gross]
    if period.credited == "monthly":
        yearly = [trace.do("whole_year", amount, TWELVE, label="per_year") for amount in net]
        return CreditAmounts(_span(net), _span(yearly), _span(gross), _values(net))
    monthly = [trace.do("twelfth", amount, TWELVE, label="per_month") for amount in net]
    return CreditAmounts(_span(monthly), _span(net), _span(monthly), _values(monthly))


def _amounts(method: CreditMethod, inputs: Inputs, trace: Trace) -> Sequence[Quantity]:
    """One amount a credit, one for each age that is possible, or the two ends of a range."""
    match method:
        case FixedAmount():
            return [trace.do("amount", _amount(method.amount), label="amount")]
        case AmountByAge():
            table = [(band.from_age, _amount(band.amount)) for band in method.bands]
            return _by_age(table, inputs, trace, "amount_for_age")
        case Share():
            return [_share(method.of, _rate(method.rate), inputs, trace, "share")]
        case ShareRange():
            low = _share(method.of, _rate(method.low), inputs, trace, "share_low")
            return [low, _share(method.of, _rate(method.high), inputs, trace, "share_high")]
        case ShareByAge():
            table = [(band.from_age, _rate(band.rate)) for band in method.bands]
            parts = _by_age(table, inputs, trace, "rate_for_age")
            return [_share(method.of, part, inputs, trace, "share") for part in parts]
        case _:
            raise ValueError(f"{type(method).__name__} gives no amount")


def _by_age(
    table: Sequence[tuple[int, Quantity]], inputs: Inputs, trace: Trace, label: str
) -> Sequence[Quantity]:
    """The figure of each age that is possible; once where they have the same."""
    (_, youngest), *bands = table
    older = [cell for lower, figure in bands for cell in (age(lower), figure)]
    figures_found = (
        trace.do("by_age", age(int(own)), youngest, *older, label=label) for own in inputs["age"]
    )
    return tuple(dict.fromkeys(figures_found))


def _share(basis: ShareBasis, part: Quantity, inputs: Inputs, trace: Trace, label: str) -> Quantity:
    return trace.do("share", yuan(_known(inputs, _input_of(basis))), part, label=label)


def _rounded(amount: Quantity, rounding: Rounding | None, trace: Trace) -> Quantity:
    if rounding is None:
        return amount
    quantum = _amount(rounding.quantum)
    if rounding.mode == "half_up":
        return trace.do("round_half_up", amount, quantum, label="rounded")
    if rounding.mode == "down":
        return trace.do("round_down", amount, quantum, label="rounded")
    return trace.do("round_up", amount, quantum, label="rounded")


def _less_deductions(amount: Quantity, period: CreditPeriod, trace: Trace) -> Quantity:
    for deduction in period.deductions:
        amount = trace.do("deduct", amount, _amount(deduction.amount), label=deduction.name)
    return amount


def _known(inputs: Inputs, name: CreditInput) -> Decimal:
    if not inputs[name]:
        raise ValueError(f"{name} is not known")
    return Decimal(inputs[name][0])


def _span(possible: Sequence[Quantity]) -> Span:
    values = _values(possible)
    return Span(min(values), max(values))


def _values(possible: Sequence[Quantity]) -> tuple[Decimal, ...]:
    return tuple(quantity.value for quantity in possible)


def _amount(text: str) -> Quantity:
    return yuan(figures.yuan(text))


def _rate(text: str) -> Quantity:
    return rate(figures.rate(text))
