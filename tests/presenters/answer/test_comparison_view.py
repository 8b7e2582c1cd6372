"""The same person in two places."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yibao.calculation.assess import assess
from yibao.calculation.comparison import Difference, compare
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.trace import replay
from yibao.policy.store import PolicyStore
from yibao.presenters.answer.comparison_view import comparison_text, present_comparison

TODAY = date(2026, 11, 24)
BEIJING, SHENZHEN, KUNMING, QUJING, HAIKOU = "110105", "440305", "510302", "530302", "460105"


@pytest.fixture
def places(store: PolicyStore) -> Any:
    def of(here: str, there: str, near: str = "", far: str = "", **known: Any) -> Any:
        def answer(region: str, average: str) -> Any:
            pension = Decimal(average) if average else None
            inquiry = Inquiry(region=region, average_pension=pension, **known)
            return assess(store, inquiry, TODAY)

        return answer(here, near), answer(there, far)

    return of


def ends(difference: Difference | None) -> tuple[str, str] | None:
    if difference is None:
        return None
    replay(difference.steps)
    return f"{difference.span.low:.2f}", f"{difference.span.high:.2f}"


@pytest.mark.parametrize(
    ("asked", "difference", "told"),
    [
        ((BEIJING, SHENZHEN), ("144.00", "144.00"), "比北京市朝阳区每月多 144.00 元。"),
        ((SHENZHEN, BEIJING), ("-144.00", "-144.00"), "比广东省深圳市南山区每月少 144.00 元。"),
        ((BEIJING, "110101"), ("0.00", "0.00"), "和北京市朝阳区一样多。"),
        (
            ("620602", SHENZHEN),
            ("131.00", "161.00"),
            "比甘肃省武威市凉州区每月多 131.00 或 161.00 元。",
        ),
        (
            (KUNMING, BEIJING, "3700"),
            ("-4.00", "33.00"),
            "和四川省自贡市自流井区比，每月可能少 4.00 元，也可能多 33.00 元。",
        ),
        (
            (BEIJING, KUNMING, "", "6000"),
            ("13.00", "73.00"),
            "比北京市朝阳区每月多 13.00 到 73.00 元。",
        ),
        (
            (BEIJING, KUNMING, "", "3000"),
            ("-47.00", "-17.00"),
            "比北京市朝阳区每月少 17.00 到 47.00 元。",
        ),
        (
            (BEIJING, KUNMING, "", "5350"),
            ("0.00", "53.50"),
            "比北京市朝阳区每月多 0.00 到 53.50 元。",
        ),
        (
            (BEIJING, KUNMING, "", "3566.70"),
            ("-35.67", "0.00"),
            "比北京市朝阳区每月少 0.00 到 35.67 元。",
        ),
        (
            (BEIJING, KUNMING, "", "3583.33"),
            ("-35.33", "0.50"),
            "和北京市朝阳区比，每月可能少 35.33 元，也可能多 0.50 元。",
        ),
        ((BEIJING, KUNMING), None, "有一边还算不出数目，没法比。"),
        ((KUNMING, BEIJING), None, "有一边还算不出数目，没法比。"),
    ],
)
def test_the_difference_is_named(
    places: Any,
    store: PolicyStore,
    asked: tuple[str, ...],
    difference: tuple[str, str] | None,
    told: str,
) -> None:
    here, there = places(*asked, age=71)

    assert ends(compare(here, there)) == difference
    view = present_comparison(store, here, there)
    assert view.difference == told
    assert told in comparison_text(view)
    assert view.there.place in comparison_text(view)


@pytest.mark.parametrize(
    ("here", "there", "told"),
    [
        (BEIJING, "500103", "比北京市朝阳区每月多 2.50 元。"),
        (BEIJING, "430102", "比北京市朝阳区每月少 22.00 或 32.00 元。"),
        (BEIJING, "370102", "比北京市朝阳区每月多 3.00 或 18.00 元。"),
        (BEIJING, KUNMING, "和北京市朝阳区比，每月可能少 27.00 元，也可能多 23.00 元。"),
        (KUNMING, "430102", "比四川省自贡市自流井区每月少 5.00 到 45.00 元。"),
    ],
)
def test_in_the_month_of_a_birth_each_age_is_compared_with_itself(
    store: PolicyStore, here: str, there: str, told: str
) -> None:
    month: dict[str, Any] = {"born": date(1955, 12, 1), "born_until": date(1955, 12, 31)}
    month["average_pension"] = Decimal(4000)
    near, far = (
        assess(store, Inquiry(region=region, **month), date(2025, 12, 10))
        for region in (here, there)
    )

    assert present_comparison(store, near, far).difference == told


def test_the_steps_of_the_difference_are_shown(places: Any, store: PolicyStore) -> None:
    view = present_comparison(store, *places(BEIJING, SHENZHEN, age=71))

    assert [(step.title, step.text) for step in view.steps] == [
        ("每月相差", "251.00 元 − 107.00 元 = 144.00 元")
    ]
    assert "251.00 元 − 107.00 元 = 144.00 元" in comparison_text(view)


def test_of_a_range_both_ends_are_told_by_name(places: Any, store: PolicyStore) -> None:
    view = present_comparison(store, *places(BEIJING, KUNMING, "", "3000", age=71))

    assert [step.title for step in view.steps] == ["每月相差（低的一头）", "每月相差（高的一头）"]


def test_a_yearly_credit_is_compared_by_its_twelfth(places: Any) -> None:
    here, there = places(BEIJING, "421202", age=71)

    assert ends(compare(here, there)) == ("-37.00", "-37.00")


def test_a_place_without_a_rule_is_not_compared(places: Any) -> None:
    here, there = places(BEIJING, SHENZHEN, status="flexible")

    assert compare(here, there) is None


def test_what_is_paid_and_what_the_years_cost_there_is_told_too(
    places: Any, store: PolicyStore
) -> None:
    man = {"sex": "male", "paid_months": 240, "actual_months": 200, "retires_on": date(2026, 1, 1)}
    years = present_comparison(store, *places(BEIJING, SHENZHEN, age=71, **man))
    flexible = present_comparison(store, *places(BEIJING, SHENZHEN, status="flexible"))

    assert "缴费年限：还差 5 年" in years.also
    assert any("60 个月 × 403.62 元 = 24217.20 元" in line for line in years.also)
    assert "60 个月 × 403.62 元" in comparison_text(years)
    assert flexible.also[0] == "每月要交：每月最少 538.16 元"
