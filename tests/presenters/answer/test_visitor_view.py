"""What the visitor sees across the counter: an answer, and nothing before it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yibao.calculation.assess import assess
from yibao.calculation.inquiry import Inquiry
from yibao.policy.store import PolicyStore
from yibao.presenters.answer.visit_view import present_visit
from yibao.presenters.answer.visitor_view import VisitorView, present_visitor
from yibao.presenters.notices import SITE


@pytest.fixture
def seen(store: PolicyStore) -> Any:
    def by(**known: Any) -> VisitorView | None:
        visit = present_visit(store, assess(store, Inquiry(**known), date(2025, 12, 20)))
        return present_visitor(visit)

    return by


def test_place_amount_why_what_comes_next_and_a_site(seen: Any) -> None:
    view = seen(region="110105", born=date(1961, 5, 3))

    assert (view.place, view.headline) == ("北京市朝阳区", "每月 97.00 元")
    assert view.what == "医保个人账户到账"
    assert len(view.why) <= 3
    assert view.why[0] == "先划 100.00 元，扣大额医疗互助 3.00 元"
    assert view.next_change == "满 70 岁（2031 年 5 月）：每月 107.00 元"
    assert "核实" in view.caution
    assert view.site == SITE


def test_the_visitor_sees_both_amounts_in_the_month_of_a_birth(seen: Any) -> None:
    view = seen(region="110105", born=date(1955, 12, 1), born_until=date(1955, 12, 31))

    assert view.headline == "每月 97.00 或 107.00 元，看生日是哪天"
    assert view.next_change == "满 70 岁（2025 年 12 月）：每月 107.00 元"


def test_the_visitor_sees_both_months_where_the_group_is_open(seen: Any) -> None:
    woman = {"region": "110105", "status": "flexible", "sex": "female", "born": date(1978, 3, 1)}

    both = "退休时间：按 55 岁，2035 年 4 月到法定退休年龄；按 50 岁，2029 年 11 月到法定退休年龄"
    assert both in seen(**woman).why
    assert seen(**woman).next_change == (
        "按 50 岁，2029 年 11 月到法定退休年龄，51 岁：每月 97.00 元（具体哪个月起，问当地）；"
        "按 55 岁，2035 年 4 月到法定退休年龄，57 岁：每月 97.00 元（具体哪个月起，问当地）"
    )


def test_nothing_before_there_is_an_answer(seen: Any) -> None:
    assert present_visitor(None) is None
    assert seen(region="110105") is None
    assert seen(region="510302") is None


def test_that_there_is_no_account_is_an_answer_too(seen: Any) -> None:
    view = seen(region="220102", plan="pooled_only")

    assert view.headline == "没有个人账户"


def test_a_resident_sees_what_is_to_be_paid(seen: Any) -> None:
    view = seen(region="510302", status="resident")

    assert (view.what, view.headline) == ("每年要交", "2025 年至少 400.00 元")
    assert "每月划入：没有个人账户" in view.why


def test_where_nothing_is_known_to_change_nothing_is_said_of_it(seen: Any) -> None:
    assert seen(region="440305", age=66).next_change == ""


def test_the_years_come_first_where_they_were_asked_for(seen: Any) -> None:
    view = seen(
        region="110105", status="in_service", base=Decimal(6000), paid_months=240,
        born=date(1970, 6, 1), sex="male",
    )  # fmt: skip

    assert view.why == (
        "缴费年限：还差 5 年",
        "退休时间：2031 年 11 月到法定退休年龄",
        "一年合计 1440.00 元",
    )
    assert (
        view.next_change
        == "2031 年 11 月到法定退休年龄，61 岁：每月 97.00 元（具体哪个月起，问当地）"
    )


def test_an_answer_that_nobody_holds_or_that_is_still_open_is_no_reason(seen: Any) -> None:
    nothing_held = seen(region="510302", average_pension=Decimal(4000), paid_months=240)
    still_open = seen(region="110105", age=71, paid_months=240)

    for view in (nothing_held, still_open):
        assert not any("缴费年限" in line for line in view.why)


def test_a_few_lines_are_enough_and_the_layer_is_not_among_them(seen: Any) -> None:
    assert seen(region="440305", age=66).why == ("一年合计 3012.00 元",)
    assert seen(region="420703", age=66).why == (
        "一年合计 852.00 元",
        "按湖北省鄂州市的规定 · 网上文章 · 2023 年 5 月核对",
    )


def test_what_changes_the_amount_is_seen_and_the_source_gives_way(seen: Any) -> None:
    view = seen(region="440305", age=66)

    assert any("一档" in condition and "二档" in condition for condition in view.conditions)
    assert not any("核对" in line for line in view.why)
    assert view.assumptions == "按：职工医保（统账结合，有个人账户）、医保退休手续已办好"
