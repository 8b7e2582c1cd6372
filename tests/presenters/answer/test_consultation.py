"""One turn of the conversation."""

from datetime import date

from yibao.policy.store import PolicyStore
from yibao.presenters.answer.consultation import consult, consult_elsewhere
from yibao.presenters.asking.inquiry_form import Entries

TODAY = date(2026, 11, 24)


def test_what_is_typed_is_read_and_answered(store: PolicyStore) -> None:
    got = consult(Entries(region="110105", age="71"), store, TODAY)

    assert got.reading.errors == {}
    assert got.assessment is not None
    assert got.assessment.credit.status == "exact"


def test_without_a_place_or_with_a_wrong_entry_there_is_no_answer(store: PolicyStore) -> None:
    assert consult(Entries(age="71"), store, TODAY).assessment is None
    wrong = consult(Entries(region="110105", age="abc"), store, TODAY)
    assert wrong.assessment is None
    assert set(wrong.reading.errors) == {"age"}


def test_an_entry_that_is_hidden_does_not_count(store: PolicyStore) -> None:
    got = consult(Entries(region="110105", age="71", enrolled="abc"), store, TODAY)

    assert got.reading.errors == {}


def test_what_belongs_to_the_first_place_is_not_taken_along(store: PolicyStore) -> None:
    entries = Entries(
        region="510302", age="71", average_pension="3700", paid_years="20", actual_years="5"
    )
    here = consult(entries, store, TODAY)

    unknown = consult_elsewhere(here, "510402", "", store, TODAY)
    known = consult_elsewhere(here, "510402", "3000", store, TODAY)

    assert unknown.assessment is not None
    assert unknown.assessment.inquiry.actual_months is None
    assert unknown.assessment.inquiry.paid_months == 240
    assert unknown.assessment.credit.status == "missing"
    assert known.assessment is not None
    assert known.assessment.inquiry.average_pension == 3000
    assert known.assessment.inquiry.age == 71
