"""Many visits leave the program as it was; tests/benchmarks/visits.py makes thousands."""

import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from tests.window import waiting

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
import visits

SELDOM = (
    visits.compare,
    visits.change_text_size,
    visits.look_at_print,
    visits.change_text_size,
    visits.show_visitor,
    visits.change_text_size,
    visits.look_at_dialogs,
    visits.browse,
)
"""Used one after the other; in the end the text is as large as at first."""
EVERY = 3
ROUND = EVERY * len(SELDOM)
"""So many visits come by every place, status and panel, and use everything."""


def make_round(person: Any) -> None:
    """The same visits each time, so that whatever is more in the end was left behind."""
    for number in range(ROUND):
        visits.greet(person.window, number)
        if number % EVERY == 0:
            SELDOM[number // EVERY](person.window, number)
        person.clicks("nextVisitorButton")
        person.clicks("undoButton")
        person.clicks("nextVisitorButton")
        waiting.settled()


def test_visits_leave_no_widget_behind(person: Any) -> None:
    make_round(person)
    before = visits.measure()

    make_round(person)

    after = visits.measure()
    assert after["widgets"] == before["widgets"]
    assert after["wrappers"] == before["wrappers"]
    assert after["objects"] < before["objects"] + 20 * visits.ROUND


@pytest.mark.parametrize("name", ["settingsAction", "helpAction", "aboutAction"])
def test_a_dialog_that_was_closed_is_gone(person: Any, name: str) -> None:
    before = len(QApplication.allWidgets())
    person.chooses(name)
    for dialog in person.window.findChildren(QDialog):
        dialog.reject()
    waiting.settled()

    assert len(QApplication.allWidgets()) == before
