"""What a screen reader is told without asking: new answers and wrong entries, each once."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot
from tests.window import waiting

from yibao.window.kit.announce import Announcer

BEIJING_69 = ("每月划入：每月 97.00 元", "answerTiles")
NOT_AN_AGE = ("年龄：年龄请填整数，比如 71。", "ageField")

Listen = Callable[[], list[tuple[str, str]]]


@pytest.fixture
def listen(monkeypatch: pytest.MonkeyPatch) -> Listen:
    """What was said since the last time, and at which widget, once things rest."""
    said: list[tuple[str, str]] = []

    def say(sentence: str, widget: QWidget) -> None:
        said.append((sentence.replace("\u00a0", " "), widget.objectName() or type(widget).__name__))

    def heard() -> list[tuple[str, str]]:
        waiting.settled()
        told = said[:]
        said.clear()
        return told

    monkeypatch.setattr("yibao.window.kit.announce.say", say)
    monkeypatch.setattr("yibao.window.kit.announce.REST", 0)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    return heard


@pytest.fixture
def answered(person: Any, listen: Listen) -> Any:
    """Somebody who has heard of 69 years in Beijing."""
    person.picks("110105")
    listen()
    person.types("69", into="ageField")
    assert listen() == [BEIJING_69]
    return person


def test_an_answer_is_said_once_the_keys_rest(answered: Any, listen: Listen) -> None:
    answered.types("71", into="ageField")

    assert listen() == [("每月划入：每月 107.00 元", "answerTiles")]


def test_an_answer_that_stays_is_not_said_again(answered: Any, listen: Listen) -> None:
    answered.types("68", into="ageField")
    answered.types("5000", into="pensionField")
    answered.clicks("resultSourcesButton")
    box = answered.find("textSizeChoice", QComboBox)
    box.setCurrentIndex(box.findData("large"))
    box.activated.emit(box.currentIndex())

    assert listen() == []


def test_a_wrong_entry_is_said_at_its_field_and_once(answered: Any, listen: Listen) -> None:
    answered.types("abc", into="ageField")
    assert listen() == [NOT_AN_AGE]
    answered.types("abcd", into="ageField")
    assert listen() == []

    answered.types("1x", into="bornField")
    assert [where for _, where in listen()] == ["bornField"]


def test_the_answer_is_said_again_after_it_had_gone(answered: Any, listen: Listen) -> None:
    answered.types("abc", into="ageField")
    listen()

    answered.types("69", into="ageField")

    assert listen() == [BEIJING_69]


def test_the_next_visitor_hears_the_same_answer(answered: Any, listen: Listen) -> None:
    answered.types("abc", into="ageField")
    answered.clicks("nextVisitorButton")
    listen()

    answered.types("69", into="ageField")

    assert BEIJING_69 in listen()


def test_what_is_still_missing_is_said(person: Any, listen: Listen) -> None:
    person.picks("510302")

    assert listen() == [("每月划入：请再填：自贡市月人均基本养老金", "answerTiles")]


def test_a_search_says_what_enter_takes(person: Any, listen: Listen) -> None:
    person.types("bjcy", into="regionSearch")
    assert listen() == [("查到 1 个地方，按回车选北京市朝阳区。", "regionSearch")]

    person.types("qqq", into="regionSearch")

    ((sentence, where),) = listen()
    assert sentence.startswith("没有找到")
    assert where == "regionSearch"


def test_a_comparison_says_the_difference(answered: Any, listen: Listen) -> None:
    answered.clicks("compareButton")
    listen()
    answered.types("440305", into="otherSearch")
    answered.presses(Qt.Key.Key_Return, "otherSearch")

    assert ("比北京市朝阳区每月多 154.00 元。", "comparisonHeadline") in listen()


def test_where_nobody_listens_nothing_is_gathered(
    qtbot: QtBot, listen: Listen, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def standing() -> dict[str, QWidget]:
        asked.append(True)
        return {}

    parent = QWidget()
    qtbot.addWidget(parent)
    announcer = Announcer(standing, parent)

    announcer.notice()
    listen()
    assert asked == [True]
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    announcer.notice()
    listen()
    assert asked == [True]
