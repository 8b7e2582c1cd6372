"""A day at the counter, in a program of its own: every feature, unusual values, one crash.

    python counter_day.py PDF

Prints everything that was answered and that the crash dialog said, for the test to compare.
"""

import sys
import traceback
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QWidget,
)

sys.path.insert(0, str(Path(__file__).parents[3]))
from tests.window import waiting
from tests.window.person import Person

from yibao.program.groundwork import Groundwork
from yibao.program.running import Running
from yibao.system.folders import user_folders
from yibao.system.single_instance import SingleInstance
from yibao.window.counter import counter_page

TYPED = {
    "bornField": "1947-03-19",
    "pensionField": "4321.07",
    "averagePensionField": "3917.63",
    "baseField": "8123.45",
    "paidYearsField": "27-11",
    "actualYearsField": "13-07",
    "enrolledField": "1998-08-23",
    "retiresOnField": "2009-02-17",
    "asOfField": "2025-11-13",
}
WRONG = {
    "ageField": "琥珀七十有三",
    "bornField": "110105194912310021",
    "pensionField": "一共7359块",
    "averagePensionField": "紫檀算盘",
    "baseField": "8.8.8.17",
    "paidYearsField": "二十七年半",
    "actualYearsField": "13-47",
    "enrolledField": "1998-08-53",
    "retiresOnField": "晌午退休那天",
    "asOfField": "2025-31-13",
}
SEARCHED, SEARCHED_TOO, OTHER_AVERAGE = "翡翠弄堂口", "珊瑚桥东堍", "3654.98"
ASKED_FOR = "玛瑙镯子"
AGE = "103"
LOOK_AGAIN = 100
"""Milliseconds."""


def main() -> int:
    folders = user_folders()
    instance = SingleInstance(folders.settings)
    assert instance.is_first()
    groundwork = Groundwork("yibao", folders)
    running = Running(groundwork, instance)
    failed: list[str] = []

    def work() -> None:
        if running.application is None:
            QTimer.singleShot(LOOK_AGAIN, work)
            return
        try:
            Day(running.application).pass_()
        except Exception:
            failed.append(traceback.format_exc())
        groundwork.qt.exit()

    QTimer.singleShot(LOOK_AGAIN, work)
    running.run()
    groundwork.close()
    print("\n".join(failed))
    return len(failed)


class Day:
    """What a clerk does from morning to evening."""

    def __init__(self, application: Any) -> None:
        self.person = Person(application)
        self.window = application.window

    def pass_(self) -> None:
        self.one_visit()
        self.wrong_entries()
        self.a_crash()
        self.preferences()
        self.person.clicks("nextVisitorButton")
        waiting.settled()

    def one_visit(self) -> None:
        person = self.person
        person.composes(SEARCHED, "regionSearch")
        person.picks("510302")
        for status in ("in_service", "flexible", "resident", "retired"):
            self.choose("statusChoice", status)
            self.type_all(TYPED)
        person.find("bornField", QLineEdit).selectAll()
        person.presses(Qt.Key.Key_Backspace, on="bornField")
        person.types(AGE, "ageField")
        self.say_answer()
        person.clicks("visitorViewButton")
        person.clicks("resultSourcesButton")
        self.compare()
        self.hand_out()
        for number in range(7):
            QTest.keyClick(self.window, Qt.Key.Key_1 + number, Qt.KeyboardModifier.ControlModifier)
            waiting.settled()
        person.composes(ASKED_FOR, "guideSearch")
        waiting.settled()
        person.clicks("nextVisitorButton")
        person.clicks("undoButton")
        assert person.find("ageField", QLineEdit).text() == AGE

    def wrong_entries(self) -> None:
        for status in ("in_service", "retired"):
            self.choose("statusChoice", status)
            self.type_all(WRONG)
        self.person.clicks("nextVisitorButton")
        self.type_all(TYPED)

    def compare(self) -> None:
        person = self.person
        person.clicks("compareButton")
        person.composes(SEARCHED_TOO, "otherSearch")
        person.types("530302", "otherSearch")
        person.presses(Qt.Key.Key_Return, on="otherSearch")
        person.types(OTHER_AVERAGE, "otherAveragePensionField")
        self.say_answer()

    def hand_out(self) -> None:
        """Leave the preview, then save a PDF under a name of the visitor's."""
        self.person.clicks("printButton")
        self.window.findChild(QDialog, "handoutDialog").close()
        waiting.settled()
        self.person.clicks("printButton")
        with waiting.as_soon_as(QApplication.activeModalWidget, save_as):
            self.person.clicks("savePdfButton")
        assert Path(sys.argv[1]).exists()
        self.window.findChild(QDialog, "handoutDialog").close()

    def a_crash(self) -> None:
        real = counter_page.present_visit

        def fail(*parts: Any) -> None:
            raise ValueError(f"cannot show {parts}")

        counter_page.present_visit = fail
        self.person.types("4321.07", "pensionField")
        counter_page.present_visit = real
        box = self.window.findChild(QMessageBox, "crashDialog")
        print(box.text(), box.informativeText(), box.detailedText())
        box.close()

    def preferences(self) -> None:
        person = self.person
        for size in ("elder", "large", "standard"):
            self.choose("textSizeChoice", size)
            box = person.find("textSizeChoice", QComboBox)
            box.activated.emit(box.currentIndex())
            waiting.settled()
        person.chooses("settingsAction")
        person.clicks("useRegionButton")
        person.clicks("contrastChoice")
        person.chooses("helpAction")
        person.chooses("aboutAction")
        for dialog in self.window.findChildren(QDialog):
            dialog.close()

    def type_all(self, entries: dict[str, str]) -> None:
        for name, text in entries.items():
            self.person.composes(text, name)

    def choose(self, name: str, value: str) -> None:
        box = self.person.find(name, QComboBox)
        box.setCurrentIndex(box.findData(value))

    def say_answer(self) -> None:
        self.person.clicks("copyButton")
        print(QGuiApplication.clipboard().text())


def save_as(dialog: QWidget) -> None:
    assert isinstance(dialog, QFileDialog)
    dialog.findChild(QLineEdit).setText(sys.argv[1])
    dialog.accept()


if __name__ == "__main__":
    sys.exit(main())
