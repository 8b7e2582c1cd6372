"""Contribution years and the credit never contradict each other, and enough is not stop paying."""

import json
from datetime import date
from typing import Any

import pytest

from yibao.calculation.assess import assess
from yibao.calculation.inquiry import Inquiry
from yibao.policy.store import PolicyStore
from yibao.presenters.answer.consultation import consult, consult_elsewhere
from yibao.presenters.answer.visit_view import present_visit
from yibao.presenters.answer.visitor_view import present_visitor
from yibao.presenters.asking.inquiry_form import Entries
from yibao.presenters.parts.views import AnswerView, VisitView
from yibao.presenters.script.answer_json import answer_json

TODAY = date(2026, 11, 25)
IN_WUHAN = {"region": "420100", "age": "61", "sex": "male", "paid_years": "24", "actual_years": "8"}


@pytest.fixture
def visit(store: PolicyStore) -> Any:
    def of(**typed: str) -> VisitView:
        assessment = consult(Entries(**typed), store, TODAY).assessment
        assert assessment is not None
        return present_visit(store, assessment)

    return of


def what(credit: AnswerView) -> list[str]:
    return [event.what for event in credit.events]


def test_a_retired_man_of_wuhan_reads_first_that_years_are_missing(visit: Any) -> None:
    got = visit(**IN_WUHAN)

    assert got.credit.headline == "年限还差 6 年，补够以后每月 83.00 元"
    assert got.contribution.headline == "还差 6 年"
    assert present_visitor(got).headline == got.credit.headline


def test_a_worker_of_beijing_reads_it_of_the_time_after_retirement(visit: Any) -> None:
    worker = {"region": "110105", "status": "in_service", "sex": "male", "born": "1967-03"}
    got = visit(**worker, paid_years="10", base="8000")

    assert got.credit.headline == "每月 160.00 元"
    _, retired, at_70 = what(got.credit)
    assert retired.startswith("年限补够以后，每月 97.00 元")
    assert at_70 == "年限补够以后，每月 107.00 元"
    enough = visit(**worker, paid_years="30", base="8000")
    assert not any("年限" in told for told in what(enough.credit))


def test_where_the_rule_says_what_missing_years_cost_that_is_what_is_said(visit: Any) -> None:
    hainan = visit(region="460105", age="66", sex="male", paid_years="28", retires_on="2024-01")
    yidu = visit(region="420581", age="66", sex="male", paid_years="10", actual_years="10")

    assert hainan.credit.headline == "每月 56.40 元"
    assert hainan.contribution.headline == "还差 2 年"
    assert "年限" not in yidu.credit.headline
    woman = {"region": "460105", "status": "in_service", "born": "1972-03", "base": "6000"}
    in_work = visit(**woman, sex="female", worker_category="cadre", paid_years="5")
    assert "照现在的年限，每月 24.00 元" in "".join(what(in_work.credit))


def test_where_one_source_says_enough_and_the_other_not_both_are_said(visit: Any) -> None:
    got = visit(region="120101", age="66", sex="male", paid_years="26", actual_years="6")

    assert got.credit.headline == "年限够不够有两种算法，够了的话，每月 40.00 元"


def test_whoever_may_be_cadre_or_worker_is_told_of_both_and_of_the_years_first(visit: Any) -> None:
    woman = {"region": "120101", "status": "in_service", "sex": "female", "base": "6000"}
    years = {"paid_years": "20", "actual_years": "15"}
    got = visit(**woman, **years, born="1974-03").credit  # may go as a worker since 2024

    first = "年限够不够有两种算法，够了的话，每月 40.00 元"
    assert [event.when for event in got.events] == [
        "现在",
        "工人，医保退休手续办好以后",
        "干部，2030 年 4 月到法定退休年龄，56 岁",
        "满 70 岁（2044 年 3 月）",
    ]
    assert all(told.startswith(first) for told in what(got)[1:3])
    assert visit(**woman, paid_years="30", actual_years="15", born="1974-03").credit.events[
        1
    ].what == ("每月 40.00 元")


def test_two_sources_that_both_miss_years_name_both(visit: Any) -> None:
    got = visit(region="120101", age="66", sex="male", paid_years="20", actual_years="6")

    assert got.credit.headline == "年限还差 5 年 或 10 年，补够以后每月 40.00 元"


def test_a_script_is_told_too(store: PolicyStore) -> None:
    short = Inquiry(region="420100", age=61, sex="male", paid_months=288, actual_months=96)
    enough = Inquiry(region="420100", age=61, sex="male", paid_months=360, actual_months=120)
    first, then = (answer_json(store, assess(store, who, TODAY)) for who in (short, enough))

    assert first["credit"]["notices"][0] == "年限还差 6 年，补够以后才有这个数。"
    assert "补够" not in json.dumps(then, ensure_ascii=False)


def test_enough_years_are_no_reason_to_stop_paying(visit: Any) -> None:
    worker = {"region": "110105", "status": "in_service", "sex": "male", "born": "1970-06"}
    in_work = visit(**worker, paid_years="30").contribution
    retired = visit(region="110105", age="66", sex="male", paid_years="30").contribution

    assert (in_work.headline, retired.headline) == ("年限够了", "年限够了")
    assert in_work.details[0] == "现在还要接着交，交到办完医保退休手续为止，中间别停。"
    assert retired.details[0] == "不用再交职工医保费。"


def test_ways_out_are_named_where_something_will_be_missing_and_as_far_as_stated(
    visit: Any,
) -> None:
    def said(region: str, **known: str) -> str:
        known = {"status": "in_service", "sex": "male", "born": "1968-06", **known}
        got = visit(region=region, **known).contribution
        return "".join((*got.details, *(line for side in got.sides for line in side.details)))

    assert "常见的有三条路" in said("110105", paid_years="10")
    assert "常见的有" not in said("110105", paid_years="24")
    for region in ("210202", "120101"):
        text = said(region, paid_years="10", actual_years="10")
        assert "一次补齐" in text
        assert "按月接着交" not in text
        assert "从哪个月起享受、之前的费用能不能报，看当地" in text


def test_paying_on_is_no_promise_where_nobody_says_that_the_retired_may(visit: Any) -> None:
    def said(region: str) -> str:
        retired = {"age": "66", "sex": "male", "paid_years": "10", "actual_years": "10"}
        return "".join(visit(region=region, **retired).contribution.details)

    assert "当地让按月接着交的，从下个月起" in said("110105")
    assert "按月接着交的，从下个月起" in said("330102")
    assert "当地让" not in said("330102")
    assert "从下个月起" not in said("210202")


def test_only_one_s_own_sex_is_spoken_of(visit: Any) -> None:
    got = visit(region="110105", age="66", sex="female", paid_years="10").contribution
    open_ = visit(region="110105", age="66", paid_years="10").contribution

    assert "要求：累计 20 年" in got.details
    assert "要求：累计男 25 年、女 20 年" in open_.details


@pytest.mark.parametrize(
    ("here", "there", "kept"),
    [("120101", "500103", "12"), ("120101", "420100", ""), ("420100", "120101", "")],
)
def test_actual_years_go_along_where_they_count_anywhere(
    store: PolicyStore, here: str, there: str, kept: str
) -> None:
    typed = Entries(region=here, age="66", sex="male", paid_years="26", actual_years="12")

    elsewhere = consult_elsewhere(consult(typed, store, TODAY), there, "", store, TODAY)

    assert elsewhere.entries.actual_years == kept


def test_nothing_goes_along_from_a_form_with_an_error(store: PolicyStore) -> None:
    typed = Entries(region="120101", age="?", paid_years="26", actual_years="12")

    elsewhere = consult_elsewhere(consult(typed, store, TODAY), "500103", "", store, TODAY)

    assert elsewhere.entries.actual_years == ""


def test_the_actual_years_that_are_missing_say_where_they_count(visit: Any) -> None:
    wuhan = visit(region="420100", age="66", sex="male", paid_years="30").contribution
    tianjin = visit(region="120101", age="66", sex="male", paid_years="30", deemed="yes")

    assert "请再填：在本地实际缴费年限" in wuhan.details
    assert "请再填：实际缴费年限" in tianjin.contribution.details
