"""What a person typed, read as what it means, or refused with a sentence that helps."""

import re
from datetime import date
from decimal import Decimal

from yibao.calculation.ages import month_end

AGE_LIMIT = 130
AMOUNT_LIMIT = Decimal(1_000_000)
AVERAGES = Decimal(1_000), Decimal(20_000)
"""No place's average pension a month lies outside: the lowest known is 2,598 (a city of 河北), the
highest about 8,964 (behind 深圳's credit); so wide that only a slip falls out, one digit too many
or too few."""
BASES = Decimal(1_000), Decimal(100_000)
"""Nor does a contribution base: those that are published go from 4,416 (山东) to 37,731 (上海)."""
EARLIEST_WORK = date(1949, 10, 1)
EARLIEST_DAY, LATEST_DAY = date(1990, 1, 1), date(2100, 12, 31)

FULL_WIDTH = str.maketrans("０１２３４５６７８９．，－／　", "0123456789.,-/ ")
AGE = re.compile(r"(?P<years>[0-9]{1,6}) ?(?:岁|周岁)?")
AMOUNT = re.compile(r"[¥￥]?(?P<yuan>[0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3})+)(?P<fen>\.[0-9]*)? ?元?")
DAY = re.compile(
    r"(?P<year>[0-9]{4})(?:[-./年] ?(?P<month>[0-9]{1,2})(?:[-./月] ?(?:(?P<day>[0-9]{1,2})日?)?)?"
    r"|(?P<compact_month>[0-9]{2})(?P<compact_day>[0-9]{2})?)"
)
DURATION = re.compile(
    r"(?P<years>[0-9]{1,3})(?:年|-|年-)?(?:(?<=[-年])(?P<months>[0-9]{1,2})(?:个月|月)?)?"
)
DURATION_LIMIT = 70
ONLY_MONTHS = re.compile(r"(?P<months>[0-9]{1,3}(?=个?月)|[1-9][0-9]{2})(?:个?月)?")
"""246个月; of 246 alone, too, because nobody pays for so many years."""
PART_OF_A_YEAR = re.compile(r"(?P<years>[0-9]{1,2})\.(?P<part>[0-9]+)年?")
COMPACT_DAY = re.compile(r"[0-9]{8}")
IDENTITY_NUMBER = re.compile(r"[0-9]{15}|[0-9]{17}[0-9Xx]")


class EntryError(ValueError):
    """An entry that cannot be used; its text is a sentence for the person who typed it."""


def read_age(typed: str) -> int:
    """Completed years; raises EntryError."""
    plain = _plain(typed)
    found = AGE.fullmatch(plain)
    if not found:
        if plain.startswith("-"):
            raise EntryError("年龄请填整数，不能是负数。")
        if COMPACT_DAY.fullmatch(plain):
            raise EntryError("这里只填年龄；八位数像是出生日期，请填在出生日期那一格，并且核对。")
        raise EntryError("年龄请填整数，比如 71。")
    age = int(found["years"])
    if age > AGE_LIMIT:
        raise EntryError(f"年龄不会超过 {AGE_LIMIT} 岁，请核对。")
    return age


def read_amount(typed: str) -> Decimal:
    """Yuan; raises EntryError."""
    plain = _plain(typed)
    found = AMOUNT.fullmatch(plain)
    if not found:
        if plain.startswith("-"):
            raise EntryError("金额不能是负数，请核对。")
        raise EntryError("金额请填数字，比如 3700 或 3700.50。")
    fen = (found["fen"] or "").removeprefix(".")
    if len(fen) > 2:
        raise EntryError("金额最多写到分，小数点后面两位。")
    amount = Decimal(f"{found['yuan'].replace(',', '')}.{fen or '0'}")
    if not 1 <= amount <= AMOUNT_LIMIT:
        raise EntryError(f"金额要在 1 元到 {AMOUNT_LIMIT / 10_000} 万元之间，请核对。")
    return amount


def read_average(typed: str) -> Decimal:
    """An area's average pension, yuan a month; raises EntryError."""
    return _between(read_amount(typed), AVERAGES, "当地的平均养老金")


def read_base(typed: str) -> Decimal:
    """A contribution base, yuan a month; raises EntryError."""
    return _between(read_amount(typed), BASES, "缴费基数")


def _between(amount: Decimal, limits: tuple[Decimal, Decimal], what: str) -> Decimal:
    low, high = limits
    if not low <= amount <= high:
        raise EntryError(f"{what}，一个月总在 {low} 元到 {high} 元之间，请核对。")
    return amount


def read_duration(typed: str) -> int:
    """Months of contributions, from years, years and months, or months; raises EntryError."""
    plain = _plain(typed).replace(" ", "")
    part = PART_OF_A_YEAR.fullmatch(plain)
    if part:
        raise EntryError(_which_months(part["years"], part["part"]))
    only_months = ONLY_MONTHS.fullmatch(plain)
    if only_months:
        return _of_a_life(int(only_months["months"]))
    found = DURATION.fullmatch(plain)
    if not found:
        raise EntryError("年限请写成 20，或者 20-06（20 年 6 个月），或者 246个月。")
    years, months = int(found["years"]), int(found["months"] or 0)
    if months > 11:
        raise EntryError("月数只有 0 到 11，满 12 个月请算一年。")
    return _of_a_life(years * 12 + months)


def _of_a_life(months: int) -> int:
    if months >= DURATION_LIMIT * 12:
        raise EntryError(f"年限不会有 {DURATION_LIMIT} 年，请核对。")
    return months


def _which_months(years: str, part: str) -> str:
    """What to ask about 20.5, which is half a year to some and five months to others."""
    if part == "5":
        return f"{years} 年 6 个月，还是 {years} 年 5 个月？请写成 {years}-06 或者 {years}-05。"
    return f"小数看不出是几个月。{years} 年 6 个月，请写成 {years}-06。"


def read_day(typed: str) -> date:
    """A day; the first of the month where only the month is given; raises EntryError."""
    return _days(typed)[0]


def _days(typed: str) -> tuple[date, date]:
    """The first and the last day that are meant: all days of a month where no day is given."""
    found = DAY.fullmatch(_plain(typed))
    if not found:
        raise EntryError("日期请写成 1955-12-20；只知道月份就写 1955-12。")
    year, month = int(found["year"]), int(found["month"] or found["compact_month"])
    typed_day = found["day"] or found["compact_day"]
    day = int(typed_day or 1)
    if not 1 <= month <= 12:
        raise EntryError("月份只有 1 到 12，请核对。")
    try:
        first = date(year, month, day)
    except ValueError:
        raise EntryError(f"{year} 年 {month} 月没有 {day} 日，请核对。") from None
    return first, first if typed_day else month_end(first)


def read_birth(typed: str, on: date) -> tuple[date, date]:
    """The first and the last day on which somebody may be born who lives on the day asked about.

    Raises EntryError.
    """
    born, until = _days(typed)
    if born > on:
        raise EntryError("出生日期比要查的那一天还晚，请核对。")
    if on.year - born.year > AGE_LIMIT:
        raise EntryError(f"按这个日期已经超过 {AGE_LIMIT} 岁，请核对。")
    return born, min(until, on)


def read_past_day(typed: str, on: date) -> date:
    """A day of somebody's working life, not after the day asked about; raises EntryError."""
    day = read_day_of_life(typed)
    if day > on:
        raise EntryError("这个日期比要查的那一天还晚，请核对。")
    return day


def read_day_of_life(typed: str) -> date:
    """A day of somebody's working life, past or to come; raises EntryError."""
    day = read_day(typed)
    if not EARLIEST_WORK <= day <= LATEST_DAY:
        raise EntryError(f"年份要在 {EARLIEST_WORK.year} 到 {LATEST_DAY.year} 之间，请核对。")
    return day


def read_day_asked(typed: str) -> date:
    """The day for which the answer shall hold; raises EntryError."""
    day = read_day(typed)
    if not EARLIEST_DAY <= day <= LATEST_DAY:
        raise EntryError(f"日期要在 {EARLIEST_DAY.year} 年到 {LATEST_DAY.year} 年之间，请核对。")
    return day


def _plain(typed: str) -> str:
    plain = typed.translate(FULL_WIDTH).strip()
    if IDENTITY_NUMBER.fullmatch(plain):
        raise EntryError("请不要输入身份证号，这里只需要年龄或者出生日期。")
    return plain
