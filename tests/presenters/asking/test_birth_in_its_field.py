"""A date of birth typed as an age goes where it belongs, and nothing that was typed is lost."""

from datetime import date

import pytest

from yibao.policy.store import PolicyStore
from yibao.presenters.answer.consultation import consult
from yibao.presenters.asking.inquiry_form import Entries, birth_in_its_field, read_entries

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize("typed", ["19550301", " 19550301 ", "１９５５０３０１"])
def test_eight_digits_move_to_the_date_of_birth(store: PolicyStore, typed: str) -> None:
    moved = birth_in_its_field(Entries(region="110105", age=typed), TODAY)

    assert moved == Entries(region="110105", born="19550301")
    answer = consult(moved, store, TODAY).assessment
    assert answer
    assert answer.inquiry.born == date(1955, 3, 1)


@pytest.mark.parametrize(
    "entries",
    [
        Entries(age="71"),
        Entries(age="195503"),
        Entries(age="1955030"),
        Entries(age="19551301"),
        Entries(age="20270301"),
        Entries(age="18550301"),
        Entries(age="11010519"),
        Entries(age="19550301", born="1955"),
        Entries(age="19550301", born="19550301"),
        Entries(born="19550301"),
    ],
)
def test_everything_else_stays_where_it_was_typed(entries: Entries) -> None:
    assert birth_in_its_field(entries, TODAY) is entries


def test_one_that_stays_is_told_where_it_belongs() -> None:
    reading = read_entries(Entries(region="110105", age="19550301", born="1955-03-02"), TODAY)

    assert reading.inquiry is None
    assert "出生日期那一格" in reading.errors["age"]
