"""Everything that one visitor is told, on the screen and as text."""

from datetime import date
from typing import Any

import pytest
from tests.presenters.people import DAY, IN_WORK

from yibao.calculation.assess import assess
from yibao.calculation.inquiry import Inquiry
from yibao.policy.store import PolicyStore
from yibao.presenters.answer.answer_text import answer_text, spoken_text
from yibao.presenters.answer.visit_view import present_visit
from yibao.presenters.parts.timeline_text import timeline_text
from yibao.presenters.parts.views import VisitView


@pytest.fixture
def visit(store: PolicyStore) -> Any:
    def of(**known: Any) -> VisitView:
        return present_visit(store, assess(store, Inquiry(**known), DAY))

    return of


def test_the_person_and_the_place(visit: Any) -> None:
    got = visit(region="110105", born=date(1955, 12, 20))

    assert (got.place, got.person, got.day) == (
        "北京市朝阳区",
        "退休人员 · 70 岁",
        "2025 年 12 月 20 日",
    )
    assert visit(region="110105").person == "退休人员"


def test_the_age_in_the_month_of_a_birth(visit: Any) -> None:
    month = {"born": date(1955, 12, 1), "born_until": date(1955, 12, 31)}

    assert visit(region="110105", **month).person == "退休人员 · 69 或 70 岁"


def test_the_retired_are_told_of_years_only_where_they_ask(visit: Any) -> None:
    assert [answer.title for answer in visit(region="110105").answers] == ["每月划入"]
    asked = visit(region="110105", paid_months=240)
    assert [answer.title for answer in asked.answers] == ["每月划入", "缴费年限"]


def test_those_in_work_are_told_of_everything(visit: Any) -> None:
    titles = [answer.title for answer in visit(**IN_WORK).answers]

    assert titles == ["每月划入", "缴费年限", "退休时间"]


def test_the_retirement_is_kept_apart_from_the_years_of_medical_insurance(visit: Any) -> None:
    retirement = visit(**IN_WORK).retirement

    assert retirement.headline == "2031 年 11 月到法定退休年龄"
    assert retirement.age == "那时 61 岁 5 个月"
    assert retirement.details == (
        "自己可以选：最早 2030 年 6 月；和单位商量好，最晚 2034 年 11 月",
        "领养老金要交满养老保险 16 年；选最早那个月退，按那一年算，要满 15.5 年。"
        "这是养老保险，不是医保的缴费年限。",
    )
    assert retirement.sources[0].details.endswith("官方原文")
    unknown = visit(region="110105", status="in_service").retirement
    assert unknown.headline == "请再填：出生日期、性别"
    assert not unknown.is_answer


def test_the_years_of_the_pension_are_said_once_where_the_earliest_month_has_the_same(
    visit: Any,
) -> None:
    details = visit(**IN_WORK | {"born": date(1966, 6, 1)}).retirement.details

    assert details[1] == "领养老金要交满养老保险 15 年。这是养老保险，不是医保的缴费年限。"


def test_whoever_reached_the_old_age_before_the_rule_is_told_of_no_other_month(visit: Any) -> None:
    retirement = visit(**IN_WORK | {"born": date(1964, 12, 1)}).retirement

    assert retirement.headline == "2024 年 12 月已到法定退休年龄"
    assert retirement.details[0] == "已到法定退休年龄；请尽快办手续"
    assert "推迟" not in "".join(retirement.notices)


FLEXIBLE = {"region": "110105", "status": "flexible", "sex": "female", "born": date(1978, 3, 1)}


def test_a_woman_in_flexible_employment_is_told_both_months(visit: Any) -> None:
    retirement = visit(**FLEXIBLE).retirement

    assert (
        retirement.headline
        == "按 55 岁，2035 年 4 月到法定退休年龄；按 50 岁，2029 年 11 月到法定退休年龄"
    )
    assert retirement.is_answer
    assert not retirement.is_question
    assert retirement.age == "按 55 岁，那时 57 岁 1 个月；按 50 岁，那时 51 岁 8 个月"
    assert retirement.details[0] == (
        "按 55 岁：自己可以选：最早 2033 年 3 月；要推迟，先打 12333 问，最晚 2038 年 4 月；"
        "领养老金要交满养老保险 18 年；选最早那个月退，按那一年算，要满 17 年。"
    )
    (warning,) = retirement.warnings
    assert warning.startswith("还没选是按 55 岁还是 50 岁办退休。自己参保的一般按 55 岁")
    assert "12333" in warning
    assert {step.title.partition("，")[0] for step in retirement.steps} == {"按 55 岁", "按 50 岁"}
    assert [event.when for event in visit(**FLEXIBLE).credit.events] == [
        "现在",
        "按 50 岁，2029 年 11 月到法定退休年龄，51 岁",
        "按 55 岁，2035 年 4 月到法定退休年龄，57 岁",
        "满 70 岁（2048 年 3 月）",
    ]


def test_once_she_has_answered_one_month_is_said(visit: Any) -> None:
    for category, month in (
        ("cadre", "2035 年 4 月到法定退休年龄"),
        ("worker", "2029 年 11 月到法定退休年龄"),
    ):
        retirement = visit(**FLEXIBLE, worker_category=category).retirement
        assert (retirement.headline, retirement.warnings) == (month, ())


@pytest.mark.parametrize(
    ("status", "asked"),
    [("flexible", "按 55 岁还是 50 岁办退休"), ("in_service", "原来是干部还是工人")],
)
def test_what_is_still_open_is_asked_in_words_that_fit(visit: Any, status: str, asked: str) -> None:
    woman = {"region": "110105", "status": status, "sex": "female"}

    assert visit(**woman).retirement.headline == f"请再填：出生日期、{asked}"


def test_without_the_rule_nothing_is_said_of_retirement(make_store: Any) -> None:
    inquiry = Inquiry(region="130102", status="in_service")
    store = make_store()

    assert present_visit(store, assess(store, inquiry, DAY)).retirement is None


def test_residents_are_told_what_they_pay_and_that_they_have_no_account(visit: Any) -> None:
    answers = visit(region="110105", status="resident").answers

    assert [answer.title for answer in answers] == ["每年要交", "每月划入"]


def test_every_answer_can_be_heard_in_a_sentence(visit: Any) -> None:
    credit, years, retirement = spoken_text(visit(**IN_WORK))

    assert credit == "每月划入：每月 120.00 元"
    assert years.startswith("缴费年限：")
    assert retirement.startswith("退休时间：")


def test_the_timeline_as_a_sentence(visit: Any) -> None:
    assert timeline_text(visit(region="110105", age=69).credit.events) == (
        "现在：每月 97.00 元；满 70 岁以后：每月 107.00 元"
    )
    assert timeline_text(()) == ""


def test_the_answer_as_text_has_everything_to_hand_it_on(visit: Any) -> None:
    text = answer_text(visit(region="620602", age=66))

    for part in (
        "甘肃省武威市凉州区",
        "【每月划入】每月 90.00 元或 120.00 元",
        "120.00 元 × 12 = 1440.00 元",
        "另一种说法",
        "每月 90.00 元",
        "甘肃",
        "查询日期：2025 年 12 月 20 日",
        "仅供参考，以当地医保部门为准（12393）。",
    ):
        assert part in text


def test_the_text_of_somebody_in_work_has_the_years_and_the_changes(visit: Any) -> None:
    text = answer_text(visit(**IN_WORK))

    for part in (
        "【每月划入】每月 120.00 元",
        "2031 年 11 月到法定退休年龄，61 岁：每月 97.00 元",
        "【缴费年限】还差 5 年",
        "【退休时间】2031 年 11 月到法定退休年龄",
    ):
        assert part in text


def test_an_answer_without_a_rule_has_no_empty_headings(visit: Any) -> None:
    text = answer_text(visit(region="510302", status="in_service", plan="pooled_only"))
    nothing = answer_text(visit(region="110105", retirement_completed=False))

    assert "怎么算的" not in text
    assert "怎么算的" not in nothing
