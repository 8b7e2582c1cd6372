"""What a tile says: a headline, and the one line that is asked for next."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace
from tests.presenters.people import DAY, IN_WORK

from yibao.calculation.assess import assess
from yibao.calculation.inquiry import Inquiry
from yibao.policy.store import PolicyStore
from yibao.presenters.answer.tiles import TileView, first_told, present_tiles
from yibao.presenters.answer.visit_view import present_visit

TODAY = date(2026, 11, 24)


@pytest.fixture
def tiles(store: PolicyStore) -> Any:
    def of(on: date = DAY, **known: Any) -> dict[str, TileView]:
        assessment = assess(store, Inquiry(**known), on)
        visit = present_visit(store, assessment)
        return {tile.name: tile for tile in present_tiles(assessment, visit)}

    return of


@pytest.fixture
def first(store: PolicyStore) -> Any:
    def of(on: date = TODAY, **known: Any) -> str:
        return first_told(present_visit(store, assess(store, Inquiry(**known), on)))

    return of


def worker(**known: Any) -> dict[str, Any]:
    """A man born in June 1970 who works, with what else is known of him."""
    return {**IN_WORK, "region": "110105", **known}


def test_each_answer_has_a_tile_always_in_the_same_order(tiles: Any) -> None:
    assert [*tiles(region="110105")] == ["credit"]
    assert [*tiles(**worker())] == ["credit", "contribution", "retirement"]
    assert [*tiles(**worker(status="flexible"))] == [
        "premium",
        "credit",
        "contribution",
        "retirement",
    ]
    assert [*tiles(region="420703", status="resident")] == ["premium", "credit"]


def test_a_tile_has_the_headline_of_its_answer(tiles: Any) -> None:
    shown = tiles(**worker())

    assert shown["credit"].title == "每月划入"
    assert shown["retirement"].title == "退休时间"
    assert shown["retirement"].headline == "2031 年 11 月到法定退休年龄"
    assert shown["retirement"].is_answer
    assert not tiles(region="440103", status="in_service")["credit"].is_answer


@pytest.mark.parametrize(
    ("region", "known", "line"),
    [
        ("110105", {"age": 71}, "一年合计 1284.00 元"),
        ("110105", {"born": date(1959, 12, 25)}, "一年合计 1164.00 元 · 满 70 岁 107.00 元"),
        ("310101", {"born": date(1951, 3, 1)}, "合每月 140.00 元 · 满 75 岁 1890.00 元"),
        ("510302", {"average_pension": Decimal(3700)}, "一年合计大约 888 到 1332 元"),
        ("510302", {}, "填上就能算"),
        ("530102", {}, "核实以后再答复"),
        ("320102", {}, "看个人账户明细"),
        ("110105", {"plan": "pooled_only"}, "核实以后再答复"),
        ("220102", {"plan": "pooled_only"}, ""),
    ],
)
def test_the_line_of_the_credit(tiles: Any, region: str, known: Any, line: str) -> None:
    assert tiles(region=region, **known)["credit"].line == line


def test_both_sides_of_what_is_contested_stand_in_the_tile(tiles: Any) -> None:
    shown = tiles(TODAY, region="620602", age=66)["credit"]

    assert shown.line == "有不同的说法，看下面"
    assert shown.headline == "每月 90.00 元或 120.00 元"


def test_both_sides_stand_for_what_comes_later_too(tiles: Any) -> None:
    line = tiles(**worker(region="620602", base=Decimal(6000)))["credit"].line

    assert line.endswith(" · 退休后每月 90.00 元或 120.00 元")


def test_what_comes_later_says_on_what_it_depends(tiles: Any) -> None:
    short = worker(paid_months=150)
    open_ = {"region": "110105", "retirement_completed": False, "sex": "male", "age": 64}

    assert tiles(**short)["credit"].line.endswith(" · 退休后年限够的话 97.00 元")
    assert tiles(**open_)["credit"].line == "手续办好后 97.00 元"
    assert tiles(**open_, paid_months=150)["credit"].line == "手续办好后年限够的话 97.00 元"


def test_what_comes_with_retirement_is_the_next_change_of_those_in_work(tiles: Any) -> None:
    assert tiles(**worker())["credit"].line == "一年合计 1440.00 元 · 退休后 97.00 元"
    nanjing = tiles(**worker(region="320102"))
    assert nanjing["credit"].line == "一年合计 1440.00 元"


@pytest.mark.parametrize(
    ("region", "known", "line"),
    [
        ("110105", {"paid_months": 246}, "2030 年 6 月交够"),
        ("110105", {"paid_months": 300}, "要求累计 25 年"),
        ("110105", {"paid_months": 150}, "交到退休还差 6 年 7 个月"),
        ("110105", {}, "填上年限就知道差多少"),
        ("110105", {"sex": None, "paid_months": 240}, "填上性别就知道差多少"),
        ("320102", {"paid_months": 246, "actual_months": 246}, "有不同的说法，看下面"),
        ("210102", {"born": None}, "填上就能算"),
        ("520102", {"paid_months": 246, "actual_months": 246}, "填上就能算"),
        ("420703", {}, "核实以后再答复"),
    ],
)
def test_the_line_of_the_years(tiles: Any, region: str, known: Any, line: str) -> None:
    person = worker(region=region, paid_months=None, actual_months=None)

    assert tiles(**{**person, **known})["contribution"].line == line


def test_the_retired_pay_on_only_where_the_area_lets_them(tiles: Any, store: PolicyStore) -> None:
    paid = {"sex": "male", "paid_months": 240, "actual_months": 240}
    assert tiles(region="110105", **paid)["contribution"].line == "2030 年 12 月交够"

    there = assess(store, Inquiry(region="120101", **paid), DAY)
    agreed = replace(there, contribution=replace(there.contribution, others=(), other_days=()))
    *_, years = present_tiles(agreed, present_visit(store, agreed))
    assert (years.name, years.line) == ("contribution", "")


def test_where_no_years_are_asked_for_the_headline_says_it_all(tiles: Any) -> None:
    shown = tiles(region="110105", status="resident", paid_months=100)["contribution"]

    assert shown.headline == "没有年限要求，年年都要交"
    assert shown.line == ""


def test_what_making_up_costs_stands_in_the_tile(tiles: Any) -> None:
    shown = tiles(
        TODAY, **worker(region="330102", born=date(1966, 1, 1), paid_months=150, actual_months=150)
    )

    line = shown["contribution"].line
    assert line == "2034 年 5 月交够 · 补齐约 35740.80 到 59927.40 元"


def test_the_line_of_the_retirement(tiles: Any) -> None:
    known = tiles(**worker())["retirement"]
    open_ = tiles(**worker(born=None, sex=None))["retirement"]
    past = tiles(**worker(born=date(1960, 1, 1)))["retirement"]
    soon = tiles(**worker(born=date(1966, 3, 1)))["retirement"]
    either = tiles(
        **worker(status="flexible", sex="female", worker_category=None, born=date(1978, 3, 1))
    )["retirement"]

    assert known.line == "最早 2030 年 6 月 · 最晚 2034 年 11 月"
    assert open_.line == "填上就能算"
    assert past.line == "请尽快办手续"
    assert soon.line == "最早 2026 年 3 月 · 最晚 2029 年 7 月"
    assert either.line == "要看按 55 岁还是 50 岁办退休"


def test_one_way_of_two_that_is_open_now_is_still_a_retirement(tiles: Any) -> None:
    woman = worker(sex="female", worker_category=None, born=date(1972, 3, 1))

    assert "退休后" in tiles(TODAY, **woman)["credit"].line


def test_who_may_go_at_once_reads_that(tiles: Any) -> None:
    shown = tiles(TODAY, **worker(born=date(1966, 10, 1)))["retirement"]

    assert shown.line == "现在就可以办 · 最晚 2030 年 4 月"


@pytest.mark.parametrize(
    ("region", "status", "on", "line"),
    [
        ("130102", "resident", date(2026, 2, 28), "集中参保到 2026 年 2 月 28 日"),
        ("130102", "resident", date(2026, 3, 1), "集中参保期已经过了"),
        ("420703", "resident", TODAY, ""),
        ("320102", "flexible", TODAY, "填上就能算"),
        ("110105", "flexible", TODAY, "核实以后再答复"),
        ("110105", "flexible", date(2026, 6, 1), ""),
        ("510302", "flexible", TODAY, "核实以后再答复"),
    ],
)
def test_the_line_of_what_is_to_be_paid(
    tiles: Any, region: str, status: str, on: date, line: str
) -> None:
    assert tiles(on, region=region, status=status)["premium"].line == line


def test_the_whole_tile_is_one_sentence(tiles: Any) -> None:
    assert tiles(region="110105", born=date(1959, 12, 25))["credit"].spoken == (
        "每月划入：每月 97.00 元，一年合计 1164.00 元，满 70 岁 107.00 元"
    )
    assert tiles(region="220102", plan="pooled_only")["credit"].spoken == "每月划入：没有个人账户"


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ({"region": "110105"}, "credit"),
        ({"region": "110105", "status": "flexible"}, "premium"),
        ({"region": "420703", "status": "resident"}, "premium"),
        (worker(status="flexible", region="420703"), "retirement"),
        (worker(region="110105"), "credit"),
    ],
)
def test_the_first_told_is_the_first_that_says_something(first: Any, known: Any, name: str) -> None:
    assert first(**known) == name
