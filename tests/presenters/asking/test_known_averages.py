"""A published average is typed once for the office's own region."""

from datetime import date

import pytest

from yibao.policy.store import PolicyStore
from yibao.presenters.asking.inquiry_form import Entries
from yibao.presenters.asking.known_averages import KnownAverages
from yibao.presenters.asking.questions import Questions, ask

TODAY = date(2026, 11, 25)
OFFICE = "420902"


@pytest.fixture
def questions(store: PolicyStore) -> Questions:
    return ask(Entries(region=OFFICE), store, TODAY)


def test_it_is_known_again_by_its_full_name(store: PolicyStore, questions: Questions) -> None:
    known = KnownAverages(store)

    assert known.of(questions) == ""
    known.learn(Entries(region=OFFICE, average_pension="3300"), questions, office="420900")
    assert known.of(questions) == "3300"
    assert known.of(ask(Entries(region="510302"), store, TODAY)) == ""
    assert known.of(ask(Entries(region="110105"), store, TODAY)) == ""


@pytest.mark.parametrize(
    ("typed", "office"),
    [("3300", ""), ("3300", "510302"), ("3300", "999999"), ("3300", "420000"), (" ", "420900")],
)
def test_nothing_else_is_remembered(
    store: PolicyStore, questions: Questions, typed: str, office: str
) -> None:
    known = KnownAverages(store)

    known.learn(Entries(region=OFFICE, average_pension=typed), questions, office)

    assert known.of(questions) == ""


def test_a_rule_without_an_average_teaches_nothing(store: PolicyStore) -> None:
    known, beijing = KnownAverages(store), ask(Entries(region="110105"), store, TODAY)

    known.learn(Entries(region="110105", average_pension="3300"), beijing, office="110105")

    assert known.of(beijing) == ""
