"""A second place beside the first."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from tests.window import waiting


def picks_other(person: Any, query: str) -> None:
    person.types(query, into="otherSearch")
    person.presses(Qt.Key.Key_Return, "otherSearch")


@pytest.fixture
def comparing(person: Any) -> Any:
    """A visitor of 71 from Beijing who thinks of moving."""
    person.picks("110105")
    person.types("71", into="ageField")
    person.clicks("compareButton")
    return person


@pytest.mark.screen
def test_the_difference_is_named(comparing: Any) -> None:
    waiting.focused(comparing.find("otherSearch"))
    assert "再选一个地方" in comparing.reads("comparisonHeadline")

    picks_other(comparing, "440305")

    assert comparing.reads("comparisonHeadline") == "比北京市朝阳区每月多 144.00 元。"
    assert comparing.reads("otherHeadline") == "每月 251.00 元"
    assert comparing.reads("otherWhose") == "广东省深圳市南山区"
    assert "251.00 元 − 107.00 元 = 144.00 元" in comparing.reads("comparisonSteps")
    assert comparing.reads("resultHeadline") == "每月 107.00 元"


def test_the_difference_follows_what_is_typed_on_the_left(comparing: Any) -> None:
    picks_other(comparing, "440305")

    comparing.types("69", into="ageField")

    assert comparing.reads("comparisonHeadline") == "比北京市朝阳区每月多 154.00 元。"
    comparing.types("x", into="ageField")
    assert "先把左边填好" in comparing.reads("comparisonHeadline")
    assert comparing.reads("otherHeadline") == ""


def test_the_other_place_is_asked_for_its_own_average_pension(comparing: Any) -> None:
    picks_other(comparing, "510302")
    field = comparing.find("otherAveragePensionField", QLineEdit)

    assert field.isVisibleTo(comparing.window)
    assert field.accessibleName() == "自贡市月人均基本养老金"
    assert "没法比" in comparing.reads("comparisonHeadline")
    comparing.types("3700", into="otherAveragePensionField")
    assert "可能少 33.00 元" in comparing.reads("comparisonHeadline")
    comparing.types("abc", into="otherAveragePensionField")
    assert "金额请填数字" in comparing.reads("comparisonHeadline")
    picks_other(comparing, "440305")
    assert not field.isVisibleTo(comparing.window)


def test_the_first_place_s_average_pension_is_not_taken_along(person: Any) -> None:
    person.picks("510302")
    person.types("3700", into="averagePensionField")
    person.clicks("compareButton")

    picks_other(person, "510402")

    assert person.reads("otherHeadline").startswith("请再填：攀枝花市")


def test_the_years_of_the_other_place_stand_beside_it_where_they_are_asked(person: Any) -> None:
    person.picks("110105")
    box = person.find("sexChoice", QComboBox)
    box.setCurrentIndex(box.findData("male"))
    person.types("26", into="paidYearsField")
    person.clicks("compareButton")

    picks_other(person, "500103")

    assert person.reads("contributionHeadline") == "年限够了"
    assert person.reads("otherContributionWhose") == "重庆市渝中区 · 缴费年限"
    assert person.reads("otherContributionHeadline") == "要累计交满 30 年"


def test_while_another_place_is_searched_for_none_is_compared(comparing: Any) -> None:
    picks_other(comparing, "440305")

    comparing.types("zigong", into="otherSearch")

    assert comparing.reads("otherHeadline") == ""
    comparing.presses(Qt.Key.Key_Escape, "otherSearch")
    assert comparing.reads("otherHeadline") == "每月 251.00 元"


@pytest.mark.screen
def test_it_is_copied_with_the_answer(comparing: Any, clipboard: Callable[[], str]) -> None:
    picks_other(comparing, "440305")
    comparing.clicks("copyButton")

    assert "【换个地方比一比】广东省深圳市南山区：每月 251.00 元" in clipboard()
    assert "比北京市朝阳区每月多 144.00 元" in clipboard()


def test_another_click_or_the_next_visitor_puts_it_away(comparing: Any) -> None:
    picks_other(comparing, "440305")
    comparing.clicks("compareButton")
    waiting.settled()
    assert comparing.window.findChild(QLineEdit, "otherSearch") is None

    comparing.clicks("compareButton")
    assert comparing.reads("otherHeadline") == ""
    comparing.clicks("nextVisitorButton")
    waiting.settled()
    assert comparing.window.findChild(QLineEdit, "otherSearch") is None


def test_another_text_size_loses_nothing_of_it(comparing: Any) -> None:
    picks_other(comparing, "510302")
    comparing.types("3700", into="otherAveragePensionField")
    box = comparing.find("textSizeChoice", QComboBox)

    box.setCurrentIndex(box.findData("elder"))
    box.activated.emit(box.currentIndex())
    waiting.settled()

    assert "可能少 33.00 元" in comparing.reads("comparisonHeadline")
    assert comparing.find("otherAveragePensionField", QLineEdit).text() == "3700"
