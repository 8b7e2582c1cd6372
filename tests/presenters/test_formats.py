"""Numbers and days as they are written for people."""

from datetime import date
from decimal import Decimal

import pytest

from yibao.calculation.quantities import Quantity, Span
from yibao.presenters import formats


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("107", "107.00"),
        ("158.2", "158.20"),
        ("162.469", "162.469"),
        ("157.50", "157.50"),
        ("157.5000", "157.50"),
        ("1680", "1680.00"),
        ("1E+3", "1000.00"),
        ("0.01", "0.01"),
    ],
)
def test_amounts(value: str, written: str) -> None:
    assert formats.amount(Decimal(value)) == written


def test_percentages_and_spans() -> None:
    assert formats.percent(Decimal("0.028")) == "2.8%"
    assert formats.percent(Decimal("0.02")) == "2%"
    assert formats.percent(Decimal("0.1")) == "10%"
    assert formats.span(Span(Decimal(74), Decimal(111))) == "74.00 到 111.00 元"
    assert formats.span(Span(Decimal(97), Decimal(97))) == "97.00 元"


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("97", "yuan", "97.00 元"),
        ("0.02", "rate", "2%"),
        ("71", "age", "71 岁"),
        ("12", "times", "12"),
    ],
)
def test_quantities(value: str, unit: str, written: str) -> None:
    assert formats.quantity(Quantity(Decimal(value), unit)) == written


def test_days() -> None:
    assert formats.day(date(2025, 12, 3)) == "2025 年 12 月 3 日"
    assert formats.month(date(2031, 5, 3)) == "2031 年 5 月"
