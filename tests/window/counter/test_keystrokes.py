"""What a key may have the window do; tests/benchmarks/keystrokes.py measures what it takes."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
import keystrokes

from yibao.window.guides import following_guides
from yibao.window.kit.wrapped_label import WrappedLabel

ENDLESS = 1_000_000
"""Milliseconds."""
PLACES = ("110105", "620602", "320102")


@pytest.fixture
def counting() -> Iterator[keystrokes.Counting]:
    """Counts in every widget that is made afterwards."""
    with keystrokes.counted() as counting:
        yield counting


@pytest.fixture
def counted(counting: keystrokes.Counting, person: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Somebody before a window in which is counted, whose keys do not rest meanwhile."""
    person.sizes(*keystrokes.SIZE)
    monkeypatch.setattr(following_guides, "REST", ENDLESS)
    return person


def test_a_key_lays_out_twice_at_most_and_asks_for_few_heights(
    counted: Any, counting: keystrokes.Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keystrokes, "PLACES", PLACES)
    clerk = keystrokes.Clerk(counted.window)
    clerk.work(counting)  # what is made only once is not what a key costs

    costs = clerk.work(counting)

    assert any(cost.asked for cost in costs)
    assert max(cost.rounds for cost in costs) <= keystrokes.MOST_ROUNDS
    assert [cost for cost in costs if cost.asked > keystrokes.MOST_ASKED] == []


@pytest.mark.parametrize("place", PLACES)
def test_another_status_or_tile_is_as_cheap(
    counted: Any, counting: keystrokes.Counting, place: str
) -> None:
    counted.picks(place)
    box = counted.find("statusChoice", QComboBox)

    def press(widget: QWidget, key: Qt.Key, modifier: Any) -> keystrokes.Cost:
        return counting(counted.window, "", lambda: QTest.keyClick(widget, key, modifier))

    none, ctrl = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    costs = []
    there_and_back = (*[Qt.Key.Key_Down] * 3, *[Qt.Key.Key_Up] * 3)
    for key in there_and_back:  # what was never shown has yet to be measured once
        press(box, key, none)
    for key in there_and_back:
        box.setFocus()
        costs.append(press(box, key, none))
        costs.append(press(box, Qt.Key.Key_Right, ctrl))

    assert any(cost.asked for cost in costs)
    assert max(cost.rounds for cost in costs) <= keystrokes.MOST_ROUNDS
    assert [cost.asked for cost in costs if cost.asked > keystrokes.MOST_ASKED] == []


def test_every_label_that_breaks_its_lines_is_one_that_is_counted(counted: Any) -> None:
    page = counted.counter._page
    wrapped = [label for label in page.findChildren(QLabel) if label.wordWrap()]

    assert wrapped
    assert [label for label in wrapped if not isinstance(label, WrappedLabel)] == []
