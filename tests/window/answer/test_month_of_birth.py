"""A visitor in the month of the birthday, of whom the clerk knows no day of birth."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from tests.window.person import Person

from yibao.window.answer.timeline import Timeline
from yibao.window.visitor.visitor_window import VisitorWindow

BOTH = "每月 97.00 或 107.00 元，看生日是哪天"


@pytest.fixture
def turning_seventy(sit_down: Callable[..., Person]) -> Person:
    person = sit_down(today=date(2025, 12, 10))
    person.picks("110105")
    person.types("1955-12", into="bornField")
    return person


def test_both_amounts_are_shown_and_what_settles_it(turning_seventy: Person) -> None:
    assert turning_seventy.reads("resultHeadline") == BOTH
    assert "69 或 70 岁" in turning_seventy.reads("resultWhose")
    assert "看生日是哪天：" in turning_seventy.reads("resultWarnings")
    assert turning_seventy.find("timeline", Timeline).accessibleName() == (
        f"以后的变化：现在：{BOTH}；满 70 岁（2025 年 12 月）：每月 107.00 元"
    )


@pytest.mark.parametrize(
    ("field", "typed", "amount"),
    [
        ("ageField", "69", "每月 97.00 元"),
        ("ageField", "70", "每月 107.00 元"),
        ("bornField", "1955-12-20", "每月 97.00 元"),
        ("bornField", "1955-12-10", "每月 107.00 元"),
    ],
)
def test_the_age_or_the_day_settles_it(
    turning_seventy: Person, field: str, typed: str, amount: str
) -> None:
    turning_seventy.types(typed, into=field)

    assert turning_seventy.reads("resultHeadline") == amount
    assert "生日" not in turning_seventy.reads("resultWarnings")


def test_the_visitor_reads_both(turning_seventy: Person) -> None:
    turning_seventy.clicks("visitorViewButton")
    windows = turning_seventy.application.qt.topLevelWidgets()
    (screen,) = (w for w in windows if isinstance(w, VisitorWindow) and w.isVisible())

    headline: Any = screen.findChild(QLabel, "visitorHeadline")
    assert headline.text().replace("\u00a0", " ") == BOTH
