"""A date of birth that was typed into the field for the age."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit


def texts(person: Any) -> tuple[str, str]:
    return tuple(person.find(name, QLineEdit).text() for name in ("ageField", "bornField"))


def test_it_goes_where_it_belongs_and_is_answered(person: Any) -> None:
    person.picks("110105")

    person.types("19550301", into="ageField")

    assert texts(person) == ("", "19550301")
    assert person.reads("resultHeadline") == "每月 107.00 元"
    assert person.find("ageField", QLineEdit).hasFocus()


def test_undo_brings_back_what_was_typed(person: Any) -> None:
    person.picks("110105")
    person.types("19550301", into="ageField")

    age = person.find("ageField", QLineEdit)
    QTest.keyClick(age, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert texts(person) == ("19550301", "19550301")
    assert "出生日期那一格" in age.accessibleDescription()

    QTest.keyClick(
        age, Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
    )
    assert texts(person) == ("", "19550301")
    assert person.reads("resultHeadline") == "每月 107.00 元"


def test_a_date_of_birth_that_is_there_is_not_written_over(person: Any) -> None:
    person.picks("110105")
    person.types("1956-02", into="bornField")

    person.types("19550301", into="ageField")

    assert texts(person) == ("19550301", "1956-02")
    assert "出生日期那一格" in person.find("ageField", QLineEdit).accessibleDescription()
