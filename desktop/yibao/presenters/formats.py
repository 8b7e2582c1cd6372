"""Numbers and days as they are written for people."""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from yibao.calculation.quantities import Quantity, Span, Unit, first_day


def amount(value: Decimal) -> str:
    """Yuan with at least two decimals, and every further one that is there: 107.00, 162.469."""
    decimals = -int(value.normalize().as_tuple().exponent)
    return f"{value:.{max(decimals, 2)}f}"


def percent(value: Decimal) -> str:
    """A share of one in per cent: 0.028 → 2.8%."""
    return f"{(value * 100).normalize():f}%"


def yuan(value: Decimal) -> str:
    """107.00 元"""
    return f"{amount(value)} 元"


def span(value: Span) -> str:
    """107.00 元, or 74.00 到 111.00 元"""
    if value.low == value.high:
        return yuan(value.low)
    return f"{amount(value.low)} 到 {yuan(value.high)}"


def either(value: Span) -> str:
    """97.00 或 107.00 元"""
    return f"{amount(value.low)} 或 {yuan(value.high)}"


def quantity(value: Quantity) -> str:
    """A quantity with its unit: 3700.00 元, 2.8%, 71 岁, 300 个月, 2031 年 11 月, 12"""
    match value.unit:
        case "yuan":
            return yuan(value.value)
        case "rate":
            return percent(value.value)
        case "calendar_month":
            return month(first_day(value))
        case _:
            return f"{number(value.value)}{UNITS[value.unit]}"


UNITS: Mapping[Unit, str] = {
    "age": " 岁",
    "years": " 年",
    "months": " 个月",
    "calendar_year": " 年",
    "times": "",
}


def rounded_text(how: str, quantum: Decimal) -> str:
    """四舍五入到分, or to another multiple of yuan."""
    return f"{how}到{COINS.get(quantum.normalize(), f' {yuan(quantum)}的整数倍')}"


COINS: Mapping[Decimal, str] = {Decimal("0.01"): "分", Decimal("0.1"): "角", Decimal(1): "元"}


def roughly(value: Span) -> str:
    """大约 74 到 111 元: an estimate, in whole yuan."""
    low = value.low.to_integral_value(ROUND_FLOOR)
    return f"大约 {low} 到 {value.high.to_integral_value(ROUND_CEILING)} 元"


def number(value: Decimal) -> str:
    """A plain number without needless zeros: 15.5, 16, 300"""
    return f"{value.normalize():f}"


def duration(months: int) -> str:
    """Months as years and months: 5 年 3 个月"""
    years, rest = divmod(months, 12)
    return _years_and_months(f"{years} 年", years, rest)


def age(months: int) -> str:
    """Months as an age: 61 岁 5 个月"""
    years, rest = divmod(months, 12)
    return _years_and_months(f"{years} 岁", years, rest)


def _years_and_months(whole: str, years: int, months: int) -> str:
    rest = f"{months} 个月"
    if not years:
        return rest
    return f"{whole} {rest}" if months else whole


def day(value: date) -> str:
    """2025 年 12 月 20 日"""
    return f"{value.year} 年 {value.month} 月 {value.day} 日"


def month(value: date) -> str:
    """2031 年 5 月"""
    return f"{value.year} 年 {value.month} 月"


def year(value: date) -> str:
    """2031 年"""
    return f"{value.year} 年"
