"""Entries that can hardly be right are questioned; those that make no sense are not computed."""

from datetime import date
from typing import Any

import pytest

from yibao.policy.store import PolicyStore
from yibao.presenters.answer.consultation import consult
from yibao.presenters.answer.visit_view import present_visit
from yibao.presenters.asking.inquiry_form import Entries
from yibao.presenters.parts.views import VisitView

TODAY = date(2026, 11, 25)


@pytest.fixture
def told(store: PolicyStore) -> Any:
    def of(today: date = TODAY, **entries: str) -> VisitView:
        assessment = consult(Entries(**entries), store, today).assessment
        assert assessment
        return present_visit(store, assessment)

    return of


@pytest.fixture
def errors(store: PolicyStore) -> Any:
    def of(**entries: str) -> dict[str, str]:
        here = consult(Entries(**entries), store, TODAY)
        assert (here.assessment is None) == bool(here.reading.errors)
        return {**here.reading.errors}

    return of


@pytest.mark.parametrize("average", ["50", "37000"])
def test_an_average_that_no_place_has_is_not_computed(errors: Any, average: str) -> None:
    assert errors(region="510302", average_pension=average).keys() == {"average_pension"}


@pytest.mark.parametrize(
    ("average", "is_doubtful"),
    [("1200", True), ("1299", False), ("3700", False), ("9500", False), ("9600", True)],
)
def test_one_far_from_those_that_are_known_is_questioned(
    told: Any, average: str, is_doubtful: bool
) -> None:
    credit = told(region="510302", average_pension=average).credit

    assert credit.is_answer
    doubt = "各地一般在 1299.00 到 9500.00 元，请核对。"
    assert any(doubt in warning for warning in credit.warnings) == is_doubtful


def test_where_the_place_s_own_range_is_known_that_is_said(told: Any) -> None:
    for average in ("2000", "5000"):
        first, *_ = told(region="130102", average_pension=average).credit.warnings
        assert "这里一般在 2598.00 到 3984.00 元，请核对。" in first


def test_a_store_that_knows_no_average_questions_none(make_store: Any, records: Any) -> None:
    of = {"type": "average_pension", "area": "pooling_area", "base_year": None}
    period = records.period(
        method={"type": "share", "of": of, "rate": "2%"},
        rounding={"quantum": "0.01", "mode": "half_up"},
        examples=[],
    )
    period["examples"] = [
        {"given": {"average_pension": "3000"}, "expected": {"status": "exact", "low": "60.00"}}
    ]
    store = make_store(records.rule(period))
    entries = Entries(region="130102", average_pension="1200", age="70")
    assessment = consult(entries, store, date(2024, 6, 1)).assessment
    assert assessment

    assert not any("核对。" in w for w in present_visit(store, assessment).credit.warnings)


@pytest.mark.parametrize(
    ("known", "field"),
    [
        ({"age": "20"}, "age"),
        ({"age": "39"}, "age"),
        ({"born": "2006-03"}, "born"),
        ({"age": "20", "retirement_completed": "no"}, "age"),
    ],
)
def test_retired_at_twenty_is_not_computed(errors: Any, known: dict[str, str], field: str) -> None:
    told = errors(region="110105", **known)

    assert told.keys() == {field}
    assert "退休的人不会只有" in told[field]


@pytest.mark.parametrize("known", [{"age": "7"}, {"age": "20", "status": "in_service"}, {}])
def test_the_first_digit_and_those_in_work_are_let_be(errors: Any, known: dict[str, str]) -> None:
    assert errors(**{"region": "110105"} | known) == {}


def test_retired_before_any_statutory_age_is_questioned(told: Any) -> None:
    doubt = "还不到 50 岁就退休的很少，请核对年龄，再问问是不是已经退休。"

    assert doubt in told(region="110105", age="46").credit.warnings
    assert doubt not in told(region="110105", age="50").credit.warnings
    young = told(region="110105", age="46", status="in_service", base="9000")
    assert doubt not in young.credit.warnings


@pytest.mark.parametrize(
    ("base", "doubt"),
    [
        ("7545", "填的缴费基数 7545.00 元，比收录的下限 7546.00 元还低，请核对。"),
        ("7546", None),
        ("37731", None),
        ("37732", "填的缴费基数 37732.00 元，比收录的上限 37731.00 元还高，请核对。"),
    ],
)
def test_a_base_outside_the_limits_is_questioned(told: Any, base: str, doubt: str | None) -> None:
    credit = told(region="310101", status="in_service", base=base).credit

    assert credit.is_answer
    assert [w for w in credit.warnings if "缴费基数" in w] == ([doubt] if doubt else [])


def test_the_limits_are_those_of_the_day(told: Any) -> None:
    then = told(date(2026, 6, 30), region="310101", status="in_service", base="7500")
    assert not any("缴费基数" in warning for warning in then.credit.warnings)


def test_a_base_of_the_self_employed_is_questioned_where_they_pay_by_it(told: Any) -> None:
    low = told(region="440303", status="flexible", base="3000").premium
    assert low
    assert any("比收录的下限 6727.00 元还低" in warning for warning in low.warnings)
    right = told(region="440303", status="flexible", base="8000").premium
    assert right
    assert not any("缴费基数" in warning for warning in right.warnings)


def test_where_only_a_lowest_base_of_the_self_employed_is_held_employees_are_let_be(
    told: Any,
) -> None:
    then = date(2025, 12, 20)
    credit = told(then, region="510104", status="in_service", base="5000").credit
    assert not any("缴费基数" in warning for warning in credit.warnings)
    flexible = told(then, region="510104", status="flexible", base="5000").premium
    assert flexible
    assert any("比收录的下限" in warning for warning in flexible.warnings)
    assert not any("上限" in warning for warning in flexible.warnings)


def test_where_nothing_is_held_nothing_is_questioned(told: Any) -> None:
    credit = told(region="110105", status="in_service", base="1500").credit
    assert not any("缴费基数" in warning for warning in credit.warnings)


@pytest.mark.parametrize("paid", ["246个月", "246", "20-06"])
def test_months_of_payment_are_months(told: Any, paid: str) -> None:
    known = {"region": "110105", "status": "flexible", "sex": "male", "born": "1980-03"}
    contribution = told(**known, paid_years=paid).contribution
    assert contribution
    assert contribution.headline == "还差 4 年 6 个月"
