"""The amount of one credit: a rule's method applied to what is known of a person."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from yibao.calculation.quantities import Quantity, Span, age, rate, times, yuan
from yibao.calculation.trace import Trace
from yibao.policy.rules import figures
from yibao.policy.rules.credit_rules import CreditInput, Rhythm, Rounding
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

Inputs = Mapping[CreditInput, Sequence[int | Decimal | str]]
"""What is possible of the person, by the names of an inquiry's fields: nothing where it is not
known, two ages where the day of birth decides."""

TWELVE = times(12)


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
    if isinstance(method, ShareByAge):
        return ("age", *basis_inputs(method.of))
    return basis_inputs(method.of) if isinstance(method, Share | ShareRange) else ()


def basis_inputs(basis: ShareBasis) -> tuple[CreditInput, ...]:
    """What one must know to take a share of something; the figure itself is the last."""
    if isinstance(basis, AveragePension):
        of_group = basis.people == "own_group"
        return ("retired_from", "average_pension") if of_group else ("average_pension",)
    return ("pension",) if isinstance(basis, OwnPension) else ("base",)


def for_each_hundred(method: Share | ShareRange | ShareByAge, trace: Trace) -> Span:
    """What 100 yuan of that of which a method takes a share bring."""
    match method:
        case Share():
            parts = [method.rate]
        case ShareRange():
            parts = [method.low, method.high]
        case _:
            parts = [band.rate for band in method.bands]
    hundred = yuan(Decimal(100))
    label = "for_each_hundred"
    return _span([trace.do("share", hundred, _rate(part), label=label) for part in parts])


def share_basis(method: CreditMethod) -> ShareBasis:
    """What a method takes a share of; raises ValueError where it takes none."""
    if isinstance(method, Share | ShareRange | ShareByAge):
        return method.of
    raise ValueError(f"{type(method).__name__} is no share")


def gross_credit(
    method: CreditMethod, rounding: Rounding | None, inputs: Inputs, trace: Trace
) -> Sequence[Quantity]:
    """What a method gives before anything is taken off: one amount, or the ends of a range.

    All of `inputs_of(method)` must be known.
    """
    return [_rounded(amount, rounding, trace) for amount in _amounts(method, inputs, trace)]


def net_credit(
    gross: Sequence[Quantity],
    credited: Rhythm,
    monthly: Mapping[str, Decimal],
    yearly: Mapping[str, Decimal],
    trace: Trace,
) -> CreditAmounts:
    """What reaches the account, after what is taken off each month and once a year, by name."""
    net = [_less(amount, monthly, trace) for amount in gross]
    if credited == "monthly":
        years = [trace.do("whole_year", amount, TWELVE, label="per_year") for amount in net]
        years = [_less(year, yearly, trace) for year in years]
        return CreditAmounts(_span(net), _span(years), _span(gross), _values(net))
    months = [trace.do("twelfth", amount, TWELVE, label="per_month") for amount in net]
    return CreditAmounts(_span(months), _span(net), _span(months), _values(months))


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
    whole = Decimal(known(inputs, basis_inputs(basis)[-1]))
    return trace.do("share", yuan(whole), part, label=label)


def _rounded(amount: Quantity, rounding: Rounding | None, trace: Trace) -> Quantity:
    if rounding is None:
        return amount
    quantum = _amount(rounding.quantum)
    if rounding.mode == "half_up":
        return trace.do("round_half_up", amount, quantum, label="rounded")
    if rounding.mode == "down":
        return trace.do("round_down", amount, quantum, label="rounded")
    return trace.do("round_up", amount, quantum, label="rounded")


def _less(amount: Quantity, taken: Mapping[str, Decimal], trace: Trace) -> Quantity:
    for name, part in taken.items():
        amount = trace.do("deduct", amount, yuan(part), label=name)
    return amount


def known(inputs: Inputs, name: CreditInput) -> int | Decimal | str:
    """What is known of a person; raises ValueError where it is not."""
    if not inputs[name]:
        raise ValueError(f"{name} is not known")
    return inputs[name][0]


def _span(possible: Sequence[Quantity]) -> Span:
    values = _values(possible)
    return Span(min(values), max(values))


def _values(possible: Sequence[Quantity]) -> tuple[Decimal, ...]:
    return tuple(quantity.value for quantity in possible)


def _amount(text: str) -> Quantity:
    return yuan(figures.yuan(text))


def _rate(text: str) -> Quantity:
    return rate(figures.rate(text))
