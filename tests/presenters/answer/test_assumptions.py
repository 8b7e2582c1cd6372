"""What an answer takes for granted is said with it, wherever it goes."""

from datetime import date
from typing import Any

import pytest

from yibao.calculation.assess import assess
from yibao.calculation.inquiry import Inquiry
from yibao.policy.store import PolicyStore
from yibao.presenters.answer.answer_text import answer_text
from yibao.presenters.answer.assumptions import assumptions
from yibao.presenters.answer.visit_view import present_visit
from yibao.presenters.answer.visitor_view import present_visitor
from yibao.presenters.handout.handout import visit_handout


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({}, "按：职工医保（统账结合，有个人账户）、医保退休手续已办好"),
        (
            {"retirement_completed": False},
            "按：职工医保（统账结合，有个人账户）、医保退休手续还没办完",
        ),
        (
            {"plan": "pooled_only"},
            "按：职工医保（单建统筹，多数没有个人账户）、医保退休手续已办好",
        ),
        (
            {"retired_from": "flexible"},
            "按：职工医保（统账结合，有个人账户）、医保退休手续已办好、从灵活就业退休",
        ),
        ({"status": "in_service"}, "按：职工医保（统账结合，有个人账户）、在单位上班"),
        ({"status": "flexible"}, "按：职工医保（统账结合，有个人账户）、灵活就业"),
        ({"status": "resident"}, "按：城乡居民医保"),
    ],
)
def test_each_choice_is_in_the_line(known: dict[str, Any], said: str) -> None:
    assert assumptions(Inquiry(region="110105", **known)) == said


def test_it_goes_along_to_the_visitor_the_paper_and_the_clipboard(store: PolicyStore) -> None:
    asked = Inquiry(region="110105", age=71)
    visit = present_visit(store, assess(store, asked, date(2026, 11, 25)))
    line = assumptions(asked)
    view = present_visitor(visit)

    assert view is not None
    assert view.assumptions == line
    assert visit_handout(visit, ages=False).assumptions == line
    assert line in answer_text(visit)
