"""Every prefecture and every status: no answer contradicts itself, nothing is kept from a visitor."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from yibao.calculation.assessment import Assessment
from yibao.policy.rules.periods import Period
from yibao.policy.store import PolicyStore
from yibao.presenters.answer.consultation import Consultation, consult
from yibao.presenters.answer.visit_view import present_visit
from yibao.presenters.answer.visitor_view import present_visitor
from yibao.presenters.asking.inquiry_form import Entries
from yibao.presenters.parts.views import VisitView

TODAY = date(2026, 11, 25)
MAN = {"sex": "male", "average_pension": "3700", "pension": "3500"}
SHORT = {"paid_years": "5", "actual_years": "5"}
ENOUGH = {"paid_years": "41", "actual_years": "41"}
PEOPLE: dict[str, dict[str, str]] = {
    "retired": {"age": "71", **MAN},
    "retired, short of years": {"age": "66", **MAN, **SHORT, "retires_on": "2020-05"},
    "retired, enough years": {"age": "66", **MAN, **ENOUGH, "retires_on": "2020-05"},
    "procedure pending": {"retirement_completed": "no", "born": "1965-03", **MAN, **SHORT},
    "pooled only": {"plan": "pooled_only", "age": "66", **MAN},
    "in service, short": {"status": "in_service", "born": "1967-03", "base": "8000", **MAN, **SHORT},
    "in service, enough": {
        "status": "in_service", "born": "1967-03", "base": "8000", **MAN, **ENOUGH,
    },
    "in service past the age": {
        "status": "in_service", "born": "1965-03", "base": "8000", **MAN, **ENOUGH,
    },
    "flexible woman": {"status": "flexible", "born": "1978-03", "sex": "female", **ENOUGH},
    "resident": {"status": "resident", "age": "66"},
}  # fmt: skip

A_BARE_AMOUNT = "^每月划入：每(月|年) [0-9.]+ 元$"
CONTRADICTIONS: tuple[tuple[str, str], ...] = (
    ("就不用再交|^缴费年限：年限够了$", "^缴费年限：还差"),
    ("^缴费年限：年限够了$", "一直交到退休，还会差"),
    ("医保退休手续已办好", "还没办完|才开始划"),
    ("已到法定退休年龄；", "自己可以选"),
    ("没有个人账户，多数|^每月划入：没有个人账户$", "^现在：每月 "),
    ("不分年龄，填不填|和年龄没有关系", "^按年龄对照"),
    ("现在没有钱划入，填不填", "^每月划入：每"),
    ("^每月划入：每月", "一年划一次"),
    ("一次补齐，按月接着交，改参加", "^一次补齐：把"),
    ("灵活就业$", "和单位商量|和单位约定"),
    ("划入规定，所以不给数字", "^每月划入：每"),
    ("与个人养老金多少无关", ""),
    ("只算在那里真正交了钱", "在哪里交的都算"),
    ("这个月算已经交过的", "一直交到退休，还会差"),
)
"""Sentences of which one answer and its form never hold both; an empty one: not even the first."""


@pytest.fixture(params=PEOPLE)
def everywhere(request: pytest.FixtureRequest, store: PolicyStore) -> Iterator[Consultation]:
    """One kind of person in every prefecture, and in what stands beside them."""
    typed = PEOPLE[request.param]
    places = [place.code for place in store.regions if place.level in ("prefecture", "direct")]
    assert len(places) > 333
    return (consult(Entries(region=code, **typed), store, TODAY) for code in places)


def sentences(consultation: Consultation, visit: VisitView) -> list[str]:
    """Everything that is said on the screen, line by line."""
    said = [visit.assumptions, *consultation.questions.hints.values()]
    for answer in visit.answers:
        said += [f"{answer.title}：{answer.headline}", *answer.details, *answer.to_know]
        said += [*answer.warnings, *(step.title for step in answer.steps)]
        said += [f"{event.when}：{event.what}" for event in answer.events]
    return said


def test_no_answer_contradicts_itself(everywhere: Any, store: PolicyStore) -> None:
    for consultation in everywhere:
        visit = present_visit(store, consultation.assessment)
        said = sentences(consultation, visit)
        for one, other in CONTRADICTIONS:
            first = [line for line in said if re.search(one, line)]
            second = [line for line in said if re.search(other, line)] if other else first
            assert not (first and second), (visit.place, first, second)


def test_no_bare_amount_stands_beside_missing_years(everywhere: Any, store: PolicyStore) -> None:
    for consultation in everywhere:
        assessment = consultation.assessment
        if assessment.inquiry.status != "retired" or assessment.credit.rule is None:
            continue
        visit = present_visit(store, assessment)
        own_rule = assessment.credit.rule.period.adjustment is not None
        if assessment.contribution.status == "short" and not own_rule:
            assert not re.match(A_BARE_AMOUNT, f"每月划入：{visit.credit.headline}"), visit.place


def test_whatever_changes_the_amount_reaches_the_visitor(
    everywhere: Any, store: PolicyStore
) -> None:
    for consultation in everywhere:
        visit = present_visit(store, consultation.assessment)
        view = present_visitor(visit)
        if view is None:
            continue
        seen = "".join((*view.conditions, *view.why, view.headline, view.next_change, view.caution))
        for period in periods_of(consultation.assessment, visit):
            for condition in getattr(period, "conditions", ()):
                assert condition in view.conditions, visit.place
            if period.provisional:
                assert "先发的数" in seen, visit.place


def periods_of(assessment: Assessment, visit: VisitView) -> Iterator[Period]:
    if assessment.credit.rule:
        yield assessment.credit.rule.period
    if visit.contribution and assessment.contribution.rule:
        yield assessment.contribution.rule.period
