"""Somebody who keeps the office's own rules at the policy desk."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from tests.window import waiting
from tests.window.person import Person

from yibao.window.desk.rule_fields import TEXTS

FROM_2025 = {
    "amount": "68.50",
    "start": "2025-01-01",
    "document": "关于划入标准的通知",
    "issuer": "益阳市医疗保障局",
    "issued": "2024-12-20",
    "confirmed": "2025-12-18",
}


class Officer(Person):
    """Goes to the desk from the menu, and back with Esc."""

    def at_desk(self, query: str = "") -> "Officer":
        """Open the desk, and choose a place by the keyboard."""
        self.chooses("deskAction")
        waiting.rested(self.window)
        if query:
            self.types(query, into="deskSearch")
            self.presses(Qt.Key.Key_Return, "deskSearch")
        waiting.rested(self.window)
        return self

    def fills(self, **typed: str) -> None:
        """Type into the fields of the form, by their names."""
        for name, text in typed.items():
            field = self.find(object_name(name), QLineEdit)
            waiting.until(field.isVisible, name)
            if text.isascii():
                self.types(text, into=field.objectName())
            else:
                self.composes(text, into=field.objectName())

    def chooses_in(self, name: str, value: str) -> None:
        """Take a choice out of a box of the form."""
        box = self.find(object_name(name), QComboBox)
        box.setCurrentIndex(box.findData(value))

    def enters(self, **typed: str) -> None:
        """Enter what was laid down for 益阳, or something else, and keep it."""
        self.clicks("newRuleButton")
        self.fills(**{**FROM_2025, **typed})
        self.clicks("keepRuleButton")
        self.waits()

    def leaves(self) -> None:
        """Go back to the window."""
        self.presses(Qt.Key.Key_Escape)
        waiting.settled()
        assert self.window.findChild(QWidget, "deskPage") is None

    def answers(self, age: str = "66") -> str:
        """What the counter answers to somebody in 益阳."""
        self.picks("430900")
        self.types(age, into="ageField")
        return self.reads("resultHeadline")

    def sees(self, root: str = "deskPage") -> str:
        """Everything that is to be read in a part of the window."""
        there = self.find(root) if root else self.window
        labels: list[Any] = there.findChildren(QLabel)
        shown = [label.text() for label in labels if label.isVisibleTo(self.window)]
        return "\n".join(shown).replace("\u00a0", " ")

    def clicks(self, name: str) -> None:
        """Click on a button, scrolled to where it can be clicked on."""
        waiting.rested(self.window)
        button = self.find(name)
        waiting.until(button.isVisible, name)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        waiting.settled()


def object_name(name: str) -> str:
    """deskBaseYear"""
    assert name in TEXTS or name in ("kind", "status", "method", "share_of", "place")
    return "desk" + "".join(part.capitalize() for part in name.split("_"))
