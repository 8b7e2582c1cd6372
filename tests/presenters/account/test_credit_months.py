"""What is said of the month in which money begins or changes: only what a source says."""

from datetime import date
from typing import Any

import pytest

from yibao.policy.store import PolicyStore
from yibao.presenters.answer.answer_text import answer_text
from yibao.presenters.answer.consultation import consult
from yibao.presenters.answer.visit_view import present_visit
from yibao.presenters.asking.inquiry_form import Entries
from yibao.presenters.parts.views import VisitView

TODAY = date(2026, 11, 25)
OPEN = "满 70 岁当月起还是下个月起，看当地。"


@pytest.fixture
def visit(store: PolicyStore) -> Any:
    def told(today: date = TODAY, **entries: str) -> VisitView:
        assessment = consult(Entries(**entries), store, today).assessment
        assert assessment
        return present_visit(store, assessment)

    return told


@pytest.mark.parametrize("born", ["1956-11-01", "1956-11-25", "1956-11-26", "1956-11"])
def test_in_the_month_of_the_birthday_it_is_open_from_which_month_it_holds(
    visit: Any, born: str
) -> None:
    assert OPEN in visit(region="110105", born=born).credit.details


@pytest.mark.parametrize("born", ["1956-10-31", "1956-12-01", "1946-11-12"])
def test_in_other_months_nothing_is_open(visit: Any, born: str) -> None:
    assert "当月起" not in answer_text(visit(region="110105", born=born))


def test_where_age_plays_no_part_a_birthday_does_not_either(visit: Any) -> None:
    assert "当月起" not in answer_text(visit(region="420702", born="1956-11-10"))


def test_the_amount_follows_the_completed_age(visit: Any) -> None:
    before, after = (
        visit(region="110105", born=born).credit.headline for born in ("1956-11-26", "1956-11-25")
    )
    assert (before, after) == ("每月 97.00 元", "每月 107.00 元")


def test_the_time_of_a_change_is_a_month_and_no_promise(visit: Any) -> None:
    coming = visit(region="110105", born="1957-05-09").credit.events[1]

    assert (coming.when, coming.what) == ("满 70 岁（2027 年 5 月）", "每月 107.00 元")


@pytest.mark.parametrize(
    ("region", "said"),
    [
        ("430102", "每月 75.00 元（从医保退休手续办好的下个月起）"),
        ("620102", "每月 90.00 元（从退休的下个月起）"),
        ("110105", "每月 97.00 元（具体哪个月起，问当地）"),
        ("421202", "每年 840.00 元（退休当年划多少，问当地）"),
    ],
)
def test_the_first_month_after_retirement_is_said_only_where_a_rule_says_it(
    visit: Any, region: str, said: str
) -> None:
    known = {"status": "in_service", "born": "1970-06", "sex": "male", "base": "6000"}
    events = visit(region=region, paid_years="35", actual_years="35", **known).credit.events

    assert next(event.what for event in events if "退休" in event.when) == said


def test_the_retired_read_it_among_what_they_should_know(visit: Any) -> None:
    assert "从医保退休手续办好的下个月起划。" in visit(region="430102").credit.conditions
    assert "从退休的下个月起划。" in visit(region="620102").credit.conditions
    assert "下个月起" not in "".join(visit(region="110105", age="71").credit.to_know)


IN_SHANGHAI = {"region": "310101", "today": date(2026, 3, 1)}
BY_AGE_THEN = "7 月那一次，是按那时候的年龄划的。"


@pytest.mark.parametrize(
    ("known", "is_open"),
    [
        ({"born": "1950-12-20"}, True),  # 74 in July 2025
        ({"born": "1951-02"}, True),
        ({"born": "1950-06-30"}, False),
        ({"born": "1951-03-02"}, False),
        ({"age": "75"}, True),
        ({"age": "76"}, False),
        ({"age": "74"}, False),
    ],
)
def test_a_yearly_credit_went_by_the_age_on_its_day(
    visit: Any, known: dict[str, str], is_open: bool
) -> None:
    credit = visit(**IN_SHANGHAI, **known).credit

    assert (BY_AGE_THEN in credit.details) == is_open


def test_between_july_and_the_end_of_the_year_it_is_this_year_s_credit(visit: Any) -> None:
    for born, is_open in (("1950-09-01", True), ("1950-06-30", False)):
        credit = visit(date(2025, 10, 1), region="310101", born=born).credit
        assert (BY_AGE_THEN in credit.details) == is_open


def test_who_retires_in_the_middle_of_shanghai_s_year(visit: Any) -> None:
    known = {"status": "in_service", "born": "1965-12", "retires_on": "2026-05", "base": "9000"}
    credit = visit(**IN_SHANGHAI, paid_years="30", **known).credit

    assert credit.events[1].what == "每年 1680.00 元（每年 7 月划，退休当年划多少，问当地）"


def test_no_text_of_an_answer_names_the_day_of_a_change(visit: Any) -> None:
    for born in ("1956-11-10", "1957-05-09"):
        events = visit(region="110105", born=born).credit.events
        assert not any("日" in event.when + event.what for event in events)


def test_paying_on_says_whether_this_month_is_counted(visit: Any) -> None:
    known = {"region": "110105", "status": "flexible", "sex": "female", "born": "1980-03"}
    contribution = visit(**known, paid_years="19-06").contribution

    assert contribution
    assert (
        "从下个月起每月都交（这个月算已经交过的），交到 2027 年 5 月就够了。"
        in contribution.details
    )
