"""Hundreds of visits leave the program as it was; tests/benchmarks/visits.py makes thousands."""

import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QDialog

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
import visits

ROUND = 60
"""After so many visits everything has been used, and the text is as large as at first."""


def test_visits_leave_no_widget_behind(person: Any) -> None:
    work = visits.make_visits(person.window)
    visits.pass_time(work, ROUND)
    before = visits.measure()

    visits.pass_time(work, ROUND)

    after = visits.measure()
    assert after["widgets"] == before["widgets"]
    assert after["wrappers"] == before["wrappers"]
    assert after["objects"] < before["objects"] + 20 * ROUND


@pytest.mark.parametrize("name", ["settingsAction", "helpAction", "aboutAction"])
def test_a_dialog_that_was_closed_is_gone(person: Any, name: str) -> None:
    before = len(QApplication.allWidgets())
    person.chooses(name)
    for dialog in person.window.findChildren(QDialog):
        dialog.reject()
    visits.settle()

    assert len(QApplication.allWidgets()) == before
