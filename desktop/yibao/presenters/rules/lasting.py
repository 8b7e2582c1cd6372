"""For how long a period holds, and how lately somebody saw it in force."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from yibao.policy.references import Reference
from yibao.policy.rules.periods import Period
from yibao.presenters import formats


class Sighting(Struct, frozen=True):
    """When a source last said so, as exactly as that is known."""

    when: str
    """2025 年 12 月 20 日, 2026 年 2 月, or 2023 年"""
    is_dated: bool
    """Whether a source of that time was seen; otherwise the year is all there is."""


def sighting(period: Period, cited: Sequence[Reference]) -> Sighting | None:
    """When a source last said so; None where none has a date.

    Where no source was issued on that day, a day that is the first of the period, or a first of a
    month that no source names as its own, only stands for its year: an undated report of what
    holds "from 2023 on" was seen at some time after.
    """
    day = period.confirmed_on
    if day is None:
        return None
    if any(source.issued_on == day or source.level == "office" for source in cited):
        return Sighting(formats.day(day), is_dated=True)
    if day == period.start_date:
        return Sighting(formats.year(day), is_dated=False)
    if day.day > 1:
        return Sighting(formats.day(day), is_dated=True)
    if any(_is_of_month(source, day) for source in cited):
        return Sighting(formats.month(day), is_dated=True)
    return Sighting(formats.year(day), is_dated=False)


def _is_of_month(source: Reference, day: date) -> bool:
    """Whether a source is dated to a month; "讲的是 … 起" and the like date what it speaks of."""
    about = source.issued_about or ""
    return formats.month(day) in about and "起" not in about


def confirmed(period: Period, cited: Sequence[Reference]) -> str:
    """When a source last said so, as a remark."""
    seen = sighting(period, cited)
    if seen is None:
        return "核对日期没有记录"
    return f"{seen.when}核对" if seen.is_dated else f"最近一次见到这个说法：{seen.when}"


def lasting(period: Period) -> str:
    """From when to when a period lasts."""
    start = f"{formats.day(period.start_date)}起" if period.start_date else "起始日期来源没有写"
    end = f"，到 {formats.day(period.end_date)}为止" if period.end_date else ""
    return start + end
