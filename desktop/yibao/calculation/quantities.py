"""Exact numbers with their units."""

from datetime import date
from decimal import (
    Context,
    Decimal,
    DivisionByZero,
    FloatOperation,
    InvalidOperation,
    Overflow,
)
from typing import Literal

from msgspec import Struct

Unit = Literal["yuan", "rate", "age", "years", "months", "calendar_month", "calendar_year", "times"]
"""`yuan`; `rate`: a share of one; `age`: completed years of age; `years`, `months`: lengths of
time; `calendar_month`: months since the year 0; `calendar_year`; `times`: a plain number."""

EXACT = Context(prec=50, traps=[FloatOperation, InvalidOperation, DivisionByZero, Overflow])
"""Where every computation is done: wide enough to be exact, and closed to binary floats."""


class Quantity(Struct, frozen=True, gc=False):
    """A number and what it counts."""

    value: Decimal
    unit: Unit


class Span(Struct, frozen=True):
    """From low to high, in yuan; the same number twice where an amount is exact."""

    low: Decimal
    high: Decimal


def yuan(value: Decimal) -> Quantity:
    return Quantity(value, "yuan")


def rate(value: Decimal) -> Quantity:
    return Quantity(value, "rate")


def age(value: int) -> Quantity:
    return Quantity(Decimal(value), "age")


def years(value: int | str) -> Quantity:
    return Quantity(Decimal(value), "years")


def times(value: int) -> Quantity:
    return Quantity(Decimal(value), "times")


def months(value: int) -> Quantity:
    return Quantity(Decimal(value), "months")


def calendar_year(value: int) -> Quantity:
    return Quantity(Decimal(value), "calendar_year")


def month_of(day: date) -> Quantity:
    """The calendar month in which a day lies."""
    return Quantity(Decimal(day.year * 12 + day.month - 1), "calendar_month")


def first_day(month: Quantity) -> date:
    """The first day of a calendar month."""
    year, index = divmod(int(month.value), 12)
    return date(year, index + 1, 1)
