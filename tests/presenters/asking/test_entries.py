"""What a person types is read as what it means, or refused with a sentence."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yibao.presenters.asking.entries import (
    EntryError,
    read_age,
    read_amount,
    read_average,
    read_base,
    read_birth,
    read_day,
    read_day_asked,
    read_day_of_life,
    read_duration,
    read_past_day,
)

ON = date(2025, 12, 20)


@pytest.mark.parametrize(
    ("typed", "age"),
    [("71", 71), (" 71 ", 71), ("７１", 71), ("71岁", 71), ("71 周岁", 71), ("0", 0), ("130", 130)],
)
def test_ages(typed: str, age: int) -> None:
    assert read_age(typed) == age


@pytest.mark.parametrize(
    "typed",
    [
        "七十一",
        "abc",
        "-5",
        "71.5",
        "1e2",
        "NaN",
        "Infinity",
        "200",
        "131",
        "²",
        "٧١",
        "7 1",
        "0x47",
    ],
)
def test_ages_that_cannot_be(typed: str) -> None:
    with pytest.raises(EntryError):
        read_age(typed)


def test_an_age_below_nothing_is_told_as_what_it_is() -> None:
    with pytest.raises(EntryError, match="不能是负数"):
        read_age("-5")


@pytest.mark.parametrize(
    ("typed", "yuan"),
    [
        ("3700", "3700"),
        ("3700.5", "3700.5"),
        ("3700.", "3700"),
        ("3,700.50", "3700.50"),
        ("1,234,567", None),
        ("３７００．５", "3700.5"),
        ("¥3700", "3700"),
        ("3700元", "3700"),
        ("3700 元", "3700"),
        ("1", "1"),
        ("1000000", "1000000"),
    ],
)
def test_amounts(typed: str, yuan: str | None) -> None:
    if yuan is None:
        with pytest.raises(EntryError):
            read_amount(typed)
    else:
        assert read_amount(typed) == Decimal(yuan)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("三千七", "数字"),
        ("-3700", "负数"),
        ("－3700", "负数"),
        ("NaN", "数字"),
        ("Infinity", "数字"),
        ("-Infinity", "负数"),
        ("1e5", "数字"),
        ("3700.505", "分"),
        ("0", "1 元"),
        ("0.99", "1 元"),
        ("1000000.01", "1 元到 100 万元"),
        ("37,00", "数字"),
        ("110105195512200011", "身份证"),
        ("11010519551220001x", "身份证"),
    ],
)
def test_amounts_that_cannot_be(typed: str, told: str) -> None:
    with pytest.raises(EntryError, match=told):
        read_amount(typed)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1955-12-20", date(1955, 12, 20)),
        ("1955-12", date(1955, 12, 1)),
        ("1955-2-3", date(1955, 2, 3)),
        ("1955/12/20", date(1955, 12, 20)),
        ("1955.12.20", date(1955, 12, 20)),
        ("1955年12月20日", date(1955, 12, 20)),
        ("1955年12月", date(1955, 12, 1)),
        ("1955 年", None),
        ("19551220", date(1955, 12, 20)),
        ("195512", date(1955, 12, 1)),
        ("１９５５－１２－２０", date(1955, 12, 20)),
        ("1956-02-29", date(1956, 2, 29)),
    ],
)
def test_days(typed: str, day: date | None) -> None:
    if day is None:
        with pytest.raises(EntryError):
            read_day(typed)
    else:
        assert read_day(typed) == day


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("1955-13", "月份"),
        ("1955-00-10", "月份"),
        ("1955-02-31", "2 月没有 31 日"),
        ("1957-02-29", "2 月没有 29 日"),
        ("1955", "1955-12-20"),
        ("55-12-20", "1955-12-20"),
        ("昨天", "1955-12-20"),
        ("0000-01-01", "没有"),
    ],
)
def test_days_that_cannot_be(typed: str, told: str) -> None:
    with pytest.raises(EntryError, match=told):
        read_day(typed)


@pytest.mark.parametrize(
    ("typed", "told"),
    [("2025-12-21", "还晚"), ("9999-12", "还晚"), ("1800-01-01", "130"), ("1955-13-01", "月份")],
)
def test_births_that_cannot_be(typed: str, told: str) -> None:
    with pytest.raises(EntryError, match=told):
        read_birth(typed, ON)


def test_births_up_to_the_day_and_as_far_back_as_an_age_may_go() -> None:
    assert read_birth("2025-12-20", ON) == (ON, ON)
    assert read_birth("1895-12-20", ON) == (date(1895, 12, 20), date(1895, 12, 20))
    with pytest.raises(EntryError, match="130"):
        read_birth("1894-12-31", ON)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("1955-12-20", (date(1955, 12, 20), date(1955, 12, 20))),
        ("1955-12", (date(1955, 12, 1), date(1955, 12, 31))),
        ("1955年12月", (date(1955, 12, 1), date(1955, 12, 31))),
        ("195602", (date(1956, 2, 1), date(1956, 2, 29))),
        ("1956-02-29", (date(1956, 2, 29), date(1956, 2, 29))),
        ("2025-12", (date(2025, 12, 1), ON)),
    ],
)
def test_a_birth_by_month_may_be_on_every_day_of_it(typed: str, days: tuple[date, date]) -> None:
    assert read_birth(typed, ON) == days


@pytest.mark.parametrize("typed", ["1989-12-31", "2101-01-01", "0001-01-01"])
def test_days_that_nobody_asks_about(typed: str) -> None:
    with pytest.raises(EntryError, match="1990"):
        read_day_asked(typed)


@pytest.mark.parametrize("day", [ON, date(1990, 1, 1), date(2100, 12, 31)])
def test_days_that_somebody_may_ask_about(day: date) -> None:
    assert read_day_asked(day.isoformat()) == day


@given(st.text(max_size=30))
def test_nothing_typed_is_ever_a_crash_or_no_number(typed: str) -> None:
    for reader in (
        read_age,
        read_amount,
        read_day,
        read_day_asked,
        read_day_of_life,
        read_duration,
    ):
        try:
            value = reader(typed)
        except EntryError as error:
            assert str(error).endswith("。")
        else:
            assert not isinstance(value, Decimal) or value.is_finite()


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("20", 240),
        ("20年", 240),
        ("20-06", 246),
        ("20-6", 246),
        ("20 年 6 个月", 246),
        ("０-11", 11),
        ("0", 0),
        ("69-11", 839),
    ],
)
def test_lengths_of_time(typed: str, months: int) -> None:
    assert read_duration(typed) == months


@pytest.mark.parametrize(
    ("typed", "told"),
    [("20.5", "20-06"), ("二十", "20-06"), ("20-12", "0 到 11"), ("70", "70"), ("-5", "20-06")],
)
def test_lengths_of_time_that_cannot_be(typed: str, told: str) -> None:
    with pytest.raises(EntryError, match=told):
        read_duration(typed)


def test_days_of_a_working_life() -> None:
    assert read_past_day("2025-12-20", ON) == ON
    with pytest.raises(EntryError, match="还晚"):
        read_past_day("2025-12-21", ON)
    assert read_day_of_life("2031-11") == date(2031, 11, 1)
    for first_or_last in (date(1949, 10, 1), date(2100, 12, 31)):
        assert read_day_of_life(first_or_last.isoformat()) == first_or_last
    for outside in ("1949-09-30", "2101-01-01"):
        with pytest.raises(EntryError, match="1949"):
            read_day_of_life(outside)


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("246个月", 246),
        ("246 个月", 246),
        ("246月", 246),
        ("246", 246),
        ("２４６", 246),
        ("7个月", 7),
        ("24个月", 24),
        ("839", 839),
        ("24", 288),
        ("020", 240),
    ],
)
def test_months_are_months(typed: str, months: int) -> None:
    assert read_duration(typed) == months


@pytest.mark.parametrize("typed", ["840", "840个月", "999月", "246年", "70"])
def test_more_months_than_a_life_has(typed: str) -> None:
    with pytest.raises(EntryError, match="不会有 70 年"):
        read_duration(typed)


@pytest.mark.parametrize("typed", ["20.5", "20.5年", "２０．５"])
def test_half_a_year_or_five_months_is_asked(typed: str) -> None:
    with pytest.raises(EntryError) as asked:
        read_duration(typed)
    assert str(asked.value) == "20 年 6 个月，还是 20 年 5 个月？请写成 20-06 或者 20-05。"


@pytest.mark.parametrize("typed", ["20.3", "20.25", "20.10"])
def test_other_parts_of_a_year_are_not_guessed_either(typed: str) -> None:
    with pytest.raises(EntryError, match="小数看不出是几个月"):
        read_duration(typed)


@pytest.mark.parametrize("typed", ["50", "37000", "999.99", "20000.01"])
def test_an_average_far_from_any_place_s_is_not_computed(typed: str) -> None:
    with pytest.raises(EntryError, match="1000 元到 20000 元之间"):
        read_average(typed)


@pytest.mark.parametrize("typed", ["1000", "2598", "8964", "20000"])
def test_averages_that_may_be(typed: str) -> None:
    assert read_average(typed) == Decimal(typed)


@pytest.mark.parametrize("typed", ["50", "999.99", "100000.01"])
def test_a_base_that_nobody_has_is_not_computed(typed: str) -> None:
    with pytest.raises(EntryError, match="缴费基数，一个月总在 1000 元到 100000 元之间"):
        read_base(typed)


@pytest.mark.parametrize("typed", ["1000", "4416", "37731", "100000"])
def test_bases_that_may_be(typed: str) -> None:
    assert read_base(typed) == Decimal(typed)


def test_eight_digits_are_told_to_be_a_birth() -> None:
    with pytest.raises(EntryError, match="像是出生日期"):
        read_age("19551320")
