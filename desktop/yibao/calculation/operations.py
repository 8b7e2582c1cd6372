"""The few operations of which every answer is made."""

from collections.abc import Callable, Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from typing import Literal

from yibao.calculation.quantities import EXACT, Quantity

Operation = Literal[
    "amount",
    "by_age",
    "share",
    "deduct",
    "round_half_up",
    "round_down",
    "round_up",
    "times",
    "less_share",
    "part_of",
    "whole_years",
    "years_begun",
    "twelfth",
    "for_months",
    "whole_year",
    "difference",
    "in_months",
    "sum",
    "shortfall",
    "longer",
    "shorter",
    "delay",
    "month_after",
    "month_before",
    "months_between",
    "later_month",
    "pension_years",
]

FEN = Decimal("0.01")


def amount(stated: Quantity) -> Quantity:
    """A figure as the rule states it."""
    return stated


def by_age(age: Quantity, youngest: Quantity, *older: Quantity) -> Quantity:
    """The figure for an age: that of the youngest, then pairs of a lower age and its figure."""
    figure = youngest
    for lower, next_figure in zip(older[::2], older[1::2], strict=True):
        if lower.value <= age.value:
            figure = next_figure
    return figure


def share(whole: Quantity, part: Quantity) -> Quantity:
    """A share of an amount, not rounded."""
    return Quantity(EXACT.multiply(whole.value, part.value), whole.unit)


def deduct(before: Quantity, taken: Quantity) -> Quantity:
    """What is left of a sum; nothing where more is owed than there is."""
    return Quantity(max(EXACT.subtract(before.value, taken.value), Decimal(0)), before.unit)


def multiplied(one: Quantity, how_many: Quantity) -> Quantity:
    """So many times one thing."""
    return Quantity(EXACT.multiply(one.value, how_many.value), one.unit)


def less_share(whole: Quantity, part: Quantity) -> Quantity:
    """What is left of an amount after a share of it; never less than nothing."""
    left = max(EXACT.subtract(Decimal(1), part.value), Decimal(0))
    return Quantity(EXACT.multiply(whole.value, left), whole.unit)


def part_of(whole: Quantity, some: Quantity, out_of: Quantity) -> Quantity:
    """An amount for some months out of all, to the ten-thousandth of a yuan."""
    of_all = EXACT.divide(EXACT.multiply(whole.value, some.value), out_of.value)
    return Quantity(of_all.quantize(Decimal("0.0001"), ROUND_HALF_UP, EXACT), whole.unit)


def whole_years(length: Quantity, twelve: Quantity) -> Quantity:
    """Months as whole years; a year begun does not count."""
    return Quantity(length.value // twelve.value, "years")


def years_begun(length: Quantity, twelve: Quantity) -> Quantity:
    """Months as years; a year begun counts."""
    return Quantity((length.value + twelve.value - 1) // twelve.value, "years")


def twelfth(year: Quantity, months: Quantity) -> Quantity:
    """A year's sum as an amount a month, to the fen, because a month's share is only shown."""
    return _round(Quantity(EXACT.divide(year.value, months.value), year.unit), FEN, ROUND_HALF_UP)


def whole_year(month: Quantity, months: Quantity) -> Quantity:
    """What a monthly amount makes in a year."""
    return Quantity(EXACT.multiply(month.value, months.value), month.unit)


def for_months(how_many: Quantity, price: Quantity) -> Quantity:
    """What so many months cost."""
    return Quantity(EXACT.multiply(how_many.value, price.value), price.unit)


def difference(there: Quantity, here: Quantity) -> Quantity:
    """How much more it is there than here; less than nothing where it is less."""
    return Quantity(EXACT.subtract(there.value, here.value), there.unit)


def in_months(length: Quantity, twelve: Quantity) -> Quantity:
    """Years as months."""
    return Quantity(EXACT.multiply(length.value, twelve.value), "months")


def total(first: Quantity, second: Quantity) -> Quantity:
    """Two lengths of time, or two sums, together."""
    return Quantity(EXACT.add(first.value, second.value), first.unit)


def shortfall(required: Quantity, held: Quantity) -> Quantity:
    """What is still missing; nothing where enough is held."""
    missing = EXACT.subtract(required.value, held.value)
    return Quantity(max(missing, Decimal(0)), required.unit)


def longer(first: Quantity, second: Quantity) -> Quantity:
    """The longer of two lengths of time."""
    return max(first, second, key=lambda length: length.value)


def shorter(first: Quantity, second: Quantity) -> Quantity:
    """The shorter of two lengths of time."""
    return min(first, second, key=lambda length: length.value)


def delay(born: Quantity, first: Quantity, births: Quantity, most: Quantity) -> Quantity:
    """Months by which retirement is put off.

    One month for every so many months of births from the first on, up to the most.
    """
    since = born.value - first.value
    steps = since // births.value + 1 if since >= 0 else Decimal(0)
    return Quantity(min(steps, most.value), "months")


def month_after(month: Quantity, length: Quantity) -> Quantity:
    """The calendar month so many months later."""
    return Quantity(EXACT.add(month.value, length.value), month.unit)


def month_before(month: Quantity, length: Quantity) -> Quantity:
    """The calendar month so many months earlier."""
    return Quantity(EXACT.subtract(month.value, length.value), month.unit)


def months_between(later: Quantity, earlier: Quantity) -> Quantity:
    """How many months one calendar month lies behind another."""
    return Quantity(EXACT.subtract(later.value, earlier.value), "months")


def later_month(first: Quantity, second: Quantity) -> Quantity:
    """The later of two calendar months."""
    return max(first, second, key=lambda month: month.value)


def pension_years(
    year: Quantity, before: Quantity, first_rise: Quantity, rise: Quantity, most: Quantity
) -> Quantity:
    """Least years of pension insurance in a calendar year, rising every year up to the most."""
    risen = max(year.value - first_rise.value + 1, Decimal(0))
    return Quantity(min(before.value + risen * rise.value, most.value), before.unit)


def _rounding(mode: str) -> Callable[[Quantity, Quantity], Quantity]:
    def rounded(exact: Quantity, quantum: Quantity) -> Quantity:
        return _round(exact, quantum.value, mode)

    return rounded


def _round(exact: Quantity, quantum: Decimal, mode: str) -> Quantity:
    multiples = EXACT.divide(exact.value, quantum).to_integral_value(mode)
    return Quantity(EXACT.multiply(multiples, quantum), exact.unit)


OPERATIONS: Mapping[Operation, Callable[..., Quantity]] = {
    "amount": amount,
    "by_age": by_age,
    "share": share,
    "deduct": deduct,
    "round_half_up": _rounding(ROUND_HALF_UP),
    "round_down": _rounding(ROUND_DOWN),
    "round_up": _rounding(ROUND_UP),
    "times": multiplied,
    "less_share": less_share,
    "part_of": part_of,
    "whole_years": whole_years,
    "years_begun": years_begun,
    "twelfth": twelfth,
    "for_months": for_months,
    "whole_year": whole_year,
    "difference": difference,
    "in_months": in_months,
    "sum": total,
    "shortfall": shortfall,
    "longer": longer,
    "shorter": shorter,
    "delay": delay,
    "month_after": month_after,
    "month_before": month_before,
    "months_between": months_between,
    "later_month": later_month,
    "pension_years": pension_years,
}
