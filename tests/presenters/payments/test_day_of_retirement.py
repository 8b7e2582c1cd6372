"""Reached the age and not yet retired is one case; another month may ask for other years."""

from datetime import date
from typing import Any

import pytest

from yibao.policy.store import PolicyStore
from yibao.presenters.answer.consultation import consult
from yibao.presenters.answer.visit_view import present_visit
from yibao.presenters.asking.inquiry_form import Entries
from yibao.presenters.parts.views import AnswerView, VisitView
from yibao.presenters.script.answer_json import answer_json

TODAY = date(2026, 11, 25)
OF_QINGDAO = {"region": "370202", "sex": "male", "born": "1965-03", "paid_years": "26"}
WAITING = ({"status": "in_service"}, {"retirement_completed": "no"})


@pytest.fixture
def visit(store: PolicyStore) -> Any:
    def of(**typed: str) -> VisitView:
        assessment = consult(Entries(**typed), store, TODAY).assessment
        assert assessment is not None
        return present_visit(store, assessment)

    return of


@pytest.mark.parametrize("how", WAITING)
def test_reached_the_age_and_not_retired_is_one_answer(visit: Any, how: dict[str, str]) -> None:
    got = visit(**OF_QINGDAO, **how)

    assert got.contribution.headline == "按现在的规定还差 4 年，按到年龄时的规定够了"
    details = got.contribution.details
    assert "按现在（2026 年 11 月）办手续算：要累计 30 年，还差 4 年。" in details
    assert "按 2025 年 4 月到法定退休年龄算：要累计 25 年，够了。" in details
    assert any("看当地" in line for line in details)
    assert got.retirement.headline == "2025 年 4 月已到法定退休年龄"
    done = next(event for event in got.credit.events if "办好" in event.when)
    assert done.what == "年限够不够有两种算法，够了的话，每月 100.00 元"


def test_the_steps_of_the_other_day_are_shown_with_it(visit: Any) -> None:
    steps = visit(**OF_QINGDAO, status="in_service").contribution.steps

    titles = [step.title for step in steps]
    assert "按 2025 年 4 月到法定退休年龄算，累计还差" in titles


def test_enough_by_either_day_needs_no_second_word(visit: Any) -> None:
    enough = {**OF_QINGDAO, "paid_years": "31"}
    got = visit(**enough, status="in_service").contribution

    assert got.headline == "年限够了"
    assert "按 2025 年 4 月到法定退休年龄算：要累计 25 年，够了。" in got.details


def test_a_pending_procedure_tells_when_and_how_much_there_will_be(visit: Any) -> None:
    got = visit(region="430102", sex="male", born="1966-10", retirement_completed="no")

    assert got.credit.headline == "医保退休手续办好后才开始划"
    assert got.credit.details[0] == (
        "医保退休手续办好以后：每月 75.00 元（从医保退休手续办好的下个月起）"
    )
    assert "办了领养老金，不等于医保这边也办好了。" in got.credit.details
    assert got.retirement.headline == "2027 年 4 月到法定退休年龄"


def test_who_will_never_have_an_account_is_promised_nothing(visit: Any) -> None:
    got = visit(region="220102", plan="pooled_only", retirement_completed="no", age="61")

    assert (got.credit.headline, got.credit.events) == ("没有个人账户", ())


def test_nobody_is_asked_for_what_is_filled_in(visit: Any) -> None:
    woman = {"region": "440305", "status": "retired", "sex": "female", "born": "1970-06"}
    got = visit(**woman, paid_years="20", actual_years="12").contribution

    assert got.headline == "请再填：退休日期"
    assert got.details[0] == (
        "不同时间退休，要求的年限不一样。选好按 55 岁还是 50 岁办的退休，或者填退休日期。"
    )


def test_a_woman_in_flexible_employment_sees_each_age(visit: Any) -> None:
    woman = {"region": "440305", "status": "flexible", "sex": "female", "born": "1970-06"}
    got = visit(**woman, paid_years="20", actual_years="12")

    said = "".join(got.contribution.details)
    assert "按 50 岁退的，按 2020 年 6 月到法定退休年龄算：要累计 15 年" in said
    assert "单位" not in "".join((*got.retirement.details, *got.retirement.notices))


def lines_by_day(answer: AnswerView) -> list[str]:
    return [line for line in answer.details if "办：" in line or "算：" in line]


@pytest.mark.parametrize(
    ("region", "born", "asked"),
    [
        (
            "210102",
            "1967-06",
            ["2028 年 2 月到法定退休年龄算：要累计 30 年", "2027 年 6 月办：要累计 29 年"],
        ),
        (
            "441802",
            "1968-08",
            [
                "2029 年 7 月到法定退休年龄算：要累计 27 年",
                "2028 年 8 月办：要累计 25 年",
                "推迟到最晚的 2032 年 7 月办：要累计 30 年",
            ],
        ),
        (
            "440103",
            "1968-10",
            ["2029 年 10 月到法定退休年龄算：要累计 10 年", "2032 年 10 月办：要累计 30 年"],
        ),
    ],
)
def test_every_month_that_may_be_chosen_says_what_it_asks(
    visit: Any, region: str, born: str, asked: list[str]
) -> None:
    typed = {"region": region, "status": "in_service", "sex": "male", "born": born}
    got = visit(**typed, paid_years="9", actual_years="9", enrolled="2010-01")

    lines = lines_by_day(got.contribution)
    assert len(lines) == len(asked)
    assert all(part in line for part, line in zip(asked, lines, strict=True)), lines


def test_what_a_later_month_asks_stands_where_the_statutory_one_is_still_open(visit: Any) -> None:
    typed = {"region": "440103", "status": "in_service", "sex": "male", "born": "1968-10"}
    got = visit(**typed, paid_years="20").contribution

    assert got.headline == "请再填：首次参保日期"
    assert [line[:20] for line in lines_by_day(got)] == ["推迟到最晚的 2032 年 10 月办："]


def test_where_years_are_not_known_the_requirements_of_the_days_stand_all_the_same(
    visit: Any,
) -> None:
    typed = {"region": "210102", "status": "in_service", "sex": "male", "born": "1967-06"}

    assert any("要累计 29 年" in line for line in lines_by_day(visit(**typed).contribution))


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("2025-06", "还早"),
        ("2035-06", "还晚"),
        ("2027-03", ""),
        ("2030-10", ""),
    ],
)
def test_a_day_outside_of_what_may_be_chosen_is_questioned(
    visit: Any, stated: str, told: str
) -> None:
    typed = {"region": "110105", "status": "in_service", "sex": "male", "born": "1967-03"}
    warnings = visit(**typed, retires_on=stated, paid_years="20").retirement.warnings

    questioned = [warning for warning in warnings if "填的退休日期" in warning]
    assert bool(questioned) == bool(told)
    assert all(told in warning for warning in questioned)


def test_it_is_questioned_where_no_rule_on_years_is_held_and_of_the_retired(visit: Any) -> None:
    person = {"sex": "male", "born": "1968-06", "retires_on": "2035-06"}
    lhasa = visit(region="540102", status="in_service", **person)
    retired = visit(region="110105", sex="male", born="1960-03", retires_on="2015-01")
    woman = {"sex": "female", "born": "1978-03", "retires_on": "2050-01"}
    open_ = visit(region="110105", status="flexible", **woman)

    assert any("还晚" in warning for warning in lhasa.retirement.warnings)
    assert any("还早" in warning for warning in retired.contribution.warnings)
    assert any("还晚" in warning for warning in open_.retirement.warnings)


def test_without_a_birth_no_day_is_questioned(visit: Any) -> None:
    got = visit(region="110105", status="in_service", retires_on="2035-06", paid_years="20")

    assert not any("填的退休日期" in warning for warning in got.contribution.warnings)


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("in_service", "已到法定退休年龄；没有约定延迟的，请尽快办手续"),
        ("flexible", "已到法定退休年龄；请尽快办手续"),
    ],
)
def test_a_month_that_is_past_is_no_choice_any_more(visit: Any, status: str, told: str) -> None:
    retirement = visit(region="110105", status=status, sex="male", born="1965-03").retirement

    assert retirement.details[0] == told
    assert "最早" not in "".join(retirement.details)


def test_where_the_earliest_month_is_past_one_may_go_now(visit: Any) -> None:
    got = visit(region="110105", status="in_service", sex="male", born="1966-10").retirement

    assert got.details[0] == "自己可以选：现在就可以办；和单位商量好，最晚 2030 年 4 月"


def test_whoever_asks_about_a_time_before_the_rule_has_no_other_month(store: PolicyStore) -> None:
    typed = {"region": "110105", "status": "in_service", "sex": "male", "born": "1963-03"}
    assessment = consult(Entries(**typed, on="2022-01-01"), store, TODAY).assessment
    assert assessment is not None

    (first, *_) = present_visit(store, assessment).retirement.details

    assert first == "延迟退休的规定施行以前就到了退休年龄，没有别的月份可选"


def test_whoever_retired_alone_has_no_employer_to_agree_with(visit: Any) -> None:
    pending = {"retirement_completed": "no", "retired_from": "flexible", "sex": "male"}

    for born in ("1966-10", "1965-03"):
        details = "".join(visit(region="110105", **pending, born=born).retirement.details)
        assert "单位" not in details
        assert "约定" not in details


def test_what_another_day_lacks_is_named(visit: Any) -> None:
    typed = {"region": "441802", "status": "in_service", "sex": "male", "born": "1968-08"}
    lines = lines_by_day(visit(**typed, paid_years="20").contribution)

    assert lines[-1].endswith("够不够还要填实际缴费年限。")


def test_a_stated_day_that_is_past_does_not_hide_what_comes(visit: Any) -> None:
    typed = {"region": "110105", "status": "in_service", "sex": "male", "born": "1965-03"}
    got = visit(**typed, retires_on="2025-06", base="8000", paid_years="30")

    assert [event.when for event in got.credit.events][1] == "医保退休手续办好以后"


def test_nobody_is_told_to_pay_on_beyond_the_retirement(visit: Any) -> None:
    typed = {"region": "441802", "status": "in_service", "sex": "male", "born": "1968-08"}
    details = visit(**typed, paid_years="20").contribution.details

    assert "2033" not in "".join(details)
    assert "一直交到退休，还会差 4 年 4 个月。" in details


def test_a_script_reads_what_other_days_ask(store: PolicyStore) -> None:
    assessment = consult(Entries(**OF_QINGDAO, status="in_service"), store, TODAY).assessment
    assert assessment is not None
    assessment.replay()

    years = answer_json(store, assessment)["contribution"]

    assert years["status"] == "short"
    (other,) = years["other_days"]
    assert (other["because"], other["on"], other["status"]) == ("statutory", "2025-04", "met")
    assert other["required"]["cumulative_months"] == 300
