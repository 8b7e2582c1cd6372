"""The form at the size that most counters have: nothing to scroll for the retired."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from tests.window import waiting
from tests.window.pictures.scenes import choose

from yibao.window.counter.asking_side import AskingSide

COUNTER = (1366, 768)
ASKED_FOR_MORE = ("510104", "610702", "441402", "450102", "130102", "420502", "460105")
"""Where an average, one's own pension, or from what one retired is asked for besides."""


def overflow(person: Any) -> int:
    """How far the left side can be scrolled, in pixels."""
    waiting.rested(person.window)
    return person.window.findChild(AskingSide).verticalScrollBar().maximum()


def test_the_form_of_the_retired_has_no_scroll_bar_in_any_province(
    sit_down: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yibao.system.fonts.system_family", lambda _: None)
    person = sit_down(today=date(2026, 11, 25))
    person.sizes(*COUNTER)
    regions = person.counter._page._store.regions
    capitals = [f"{place.code[:2]}0100" for place in regions if place.level == "province"]
    places = [code for code in capitals if code in regions]
    assert len(places) > 25

    found = {}
    for code in (*places, *ASKED_FOR_MORE, "110105", "310101", "120101", "500103"):
        person.counter._page.choose_region(code)
        found[code] = overflow(person)

    assert not any(found.values()), {code: more for code, more in found.items() if more}


def test_years_are_behind_one_line_that_opens_by_itself_where_they_matter(person: Any) -> None:
    person.picks("110105")
    button = person.find("yearsButton", QPushButton)
    years = person.find("paidYearsField")

    assert button.isVisibleTo(person.window)
    assert not years.isVisibleTo(person.window)
    person.clicks("yearsButton")
    assert years.isVisibleTo(person.window)
    person.counter.next_visitor()
    assert not years.isVisibleTo(person.window)

    choose(person, "statusChoice", "in_service")
    assert years.isVisibleTo(person.window)
    assert not button.isVisibleTo(person.window)


def test_what_is_typed_there_is_not_hidden_again(person: Any) -> None:
    person.picks("110105")
    person.clicks("yearsButton")
    person.types("20", into="paidYearsField")

    person.clicks("yearsButton")

    assert person.find("paidYearsField").isVisibleTo(person.window)
    assert person.find("yearsButton", QPushButton).isChecked()


def test_an_average_is_typed_once_for_the_office_s_own_region(person: Any) -> None:
    person.counter._prefer("office_region", "420900")
    person.counter.next_visitor()
    person.picks("420902")
    person.types("3300", into="averagePensionField")
    headline = person.reads("resultHeadline")

    person.counter.next_visitor()
    person.counter._page.choose_region("420902")

    assert person.find("averagePensionField").text() == "3300"
    assert person.reads("resultHeadline") == headline
    person.counter._page.choose_region("510302")
    person.counter.next_visitor()
    person.counter._page.choose_region("510302")
    assert person.find("averagePensionField").text() == ""
