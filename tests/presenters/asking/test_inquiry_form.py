"""From the form to an inquiry."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yibao.calculation.inquiry import Inquiry
from yibao.presenters.asking.inquiry_form import Entries, read_entries

TODAY = date(2025, 12, 20)


def test_everything_that_was_typed_is_read() -> None:
    entries = Entries(
        region="110105",
        status="in_service",
        retirement_completed="no",
        plan="pooled_only",
        retired_from="flexible",
        age="70",
        born="1955-12-20",
        pension="4000",
        average_pension="3700.50",
        base="8123.45",
    )

    reading = read_entries(entries, TODAY)

    assert reading.errors == {}
    assert reading.on == TODAY
    assert reading.inquiry == Inquiry(
        region="110105",
        status="in_service",
        retirement_completed=False,
        plan="pooled_only",
        retired_from="flexible",
        age=70,
        born=date(1955, 12, 20),
        pension=Decimal(4000),
        average_pension=Decimal("3700.50"),
        base=Decimal("8123.45"),
    )


def test_what_was_left_open_is_not_known() -> None:
    assert read_entries(Entries(region="110105", age=" "), TODAY).inquiry == Inquiry(
        region="110105"
    )


def test_without_a_region_there_is_no_inquiry_and_nothing_wrong() -> None:
    reading = read_entries(Entries(age="71"), TODAY)

    assert (reading.inquiry, reading.errors) == (None, {})


def test_the_day_asked_about_decides_the_age() -> None:
    entries = Entries(region="110105", age="69", born="1955-12-20", on="2025-12-19")

    reading = read_entries(entries, TODAY)

    assert reading.on == date(2025, 12, 19)
    assert reading.inquiry is not None


@pytest.mark.parametrize(
    ("age", "born", "until"),
    [
        ("", date(1955, 12, 1), date(1955, 12, 31)),
        ("69", date(1955, 12, 21), date(1955, 12, 31)),
        ("70", date(1955, 12, 1), date(1955, 12, 20)),
    ],
)
def test_an_age_beside_a_month_of_birth_tells_on_which_days_it_can_have_been(
    age: str, born: date, until: date
) -> None:
    inquiry = read_entries(Entries(region="110105", age=age, born="1955-12"), TODAY).inquiry

    assert inquiry is not None
    assert (inquiry.born, inquiry.born_until) == (born, until)
    assert inquiry.ages_on(TODAY) == ((int(age),) if age else (69, 70))


def test_an_age_on_a_birthday_leaves_one_day_of_birth() -> None:
    entries = Entries(region="110105", age="70", born="1955-12", on="2025-12-01")
    inquiry = read_entries(entries, TODAY).inquiry

    assert inquiry is not None
    assert (inquiry.born, inquiry.born_until) == (date(1955, 12, 1), None)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"age": "abc"}, "age"),
        ({"age": "68", "born": "1955-12"}, "age"),
        ({"age": "71", "born": "1955-12"}, "age"),
        ({"age": "69", "born": "1955-11"}, "age"),
        ({"born": "19551200"}, "born"),
        ({"age": "71", "born": "1955-12-20"}, "age"),
        ({"born": "2025-12-21"}, "born"),
        ({"born": "1955-13"}, "born"),
        ({"pension": "-1"}, "pension"),
        ({"average_pension": "NaN"}, "average_pension"),
        ({"base": "1e5"}, "base"),
        ({"on": "2025-02-30"}, "on"),
        ({"status": "king"}, "status"),
        ({"plan": ""}, "plan"),
        ({"retired_from": "x"}, "retired_from"),
        ({"retirement_completed": "maybe"}, "retirement_completed"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(typed: dict[str, Any], field: str) -> None:
    reading = read_entries(Entries(region="110105", **typed), TODAY)

    assert reading.inquiry is None
    assert list(reading.errors) == [field]


def test_all_years_may_have_been_paid_and_no_more_than_all() -> None:
    def wrong(paid: str, actual: str) -> list[str]:
        entries = Entries(region="110105", paid_years=paid, actual_years=actual)
        return list(read_entries(entries, TODAY).errors)

    assert wrong("0", "20") == ["actual_years"]
    assert wrong("20", "") == []
    assert wrong("20", "20") == []
    assert wrong("20", "20-01") == ["actual_years"]
    assert wrong("", "20") == []


def test_a_place_alone_is_nobody_yet() -> None:
    assert not Entries(region="110105").has_person
    assert Entries(region="110105", age="7").has_person
