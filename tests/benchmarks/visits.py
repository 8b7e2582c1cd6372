"""Whether the program is after thousands of visits what it was after the first ones.

Real visits through the window, offscreen: the widgets that live, the objects that Python keeps, and the
memory that each visit adds.

.venv/bin/python tests/benchmarks/visits.py [VISITS]
"""

import gc
import os
import sys
import tempfile
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QMainWindow, QWidget

from yibao.program import bootstrap
from yibao.system.folders import Folders, resources_folder

VISITS, WARM_UP = 5040, 1020
"""So many visits it takes until every font, size and answer has been met."""
ROUND = 60
"""After so many visits everything has been used, and the text is as large, the place and the guide
panel are the same as at first."""
PAGE = os.sysconf("SC_PAGE_SIZE")
PLACES = ("bjcy", "510302", "shanghai", "nanshan", "wuchang", "211321", "gansu", "310101")
STATUSES = ("retired", "in_service", "flexible", "resident")
FIELDS = {
    "averagePensionField": "3700.50",
    "baseField": "8123.45",
    "pensionField": "4321",
    "paidYearsField": "20-06",
    "bornField": "1961-05",
}


def main() -> None:
    visits = int(sys.argv[1]) if len(sys.argv) > 1 else VISITS
    with tempfile.TemporaryDirectory() as folder:
        folders = Folders(resources_folder(), Path(folder) / "settings", Path(folder) / "log")
        application = bootstrap.build(["yibao"], folders)
        application.window.show()
        work = make_visits(application.window)
        pass_time(work, WARM_UP)
        before = measure()
        pass_time(work, visits)
        after = measure()
        application.close()
    growth = (after["bytes"] - before["bytes"]) / visits / 1024
    for name in ("widgets", "wrappers", "objects"):
        print(f"{name}: {before[name]} after {WARM_UP} visits, {after[name]} after {visits} more")
    print(f"memory: {growth:.3f} KiB a visit; ratio {growth:.2f} to 1 KiB (at most 1)")


def pass_time(work: Iterator[None], visits: int) -> None:
    for _ in islice(work, visits):
        settle()


def settle() -> None:
    """Let everything that was put off happen."""
    for _ in range(2):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def measure() -> dict[str, int]:
    """What lives now: widgets, Python's wrappers of widgets, Python's objects, bytes in memory."""
    settle()
    gc.collect()
    objects = gc.get_objects()
    return {
        "widgets": len(QApplication.allWidgets()),
        "wrappers": sum(isinstance(one, QWidget) for one in objects),
        "objects": len(objects),
        "bytes": int(Path("/proc/self/statm").read_text().split()[1]) * PAGE,
    }


def make_visits(window: QMainWindow) -> Iterator[None]:
    """One visit after the other, each a little different; seldom used things now and then."""
    for number in count():
        greet(window, number)
        seldom = SELDOM.get(number % 20)
        if seldom:
            seldom(window, number)
        press(window, "nextVisitorButton")
        if number % 7 == 0:
            press(window, "undoButton")
            press(window, "nextVisitorButton")
        yield


def greet(window: QMainWindow, number: int) -> None:
    """Region, status, age, whatever else is asked for, and the answer copied."""
    search(window, "regionSearch", PLACES[number % ROUND % len(PLACES)])
    box = find(window, "statusChoice", QComboBox)
    box.setCurrentIndex(box.findData(STATUSES[number // 3 % len(STATUSES)]))
    write(window, "ageField", str(50 + number % 45))
    for name, text in FIELDS.items():
        if find(window, name, QLineEdit).isVisible() and number % 3:
            write(window, name, text)
    find(window, "guideTabs").setCurrentIndex(number % ROUND % 7)
    if find(window, "copyButton").isVisible():
        press(window, "copyButton")


def compare(window: QMainWindow, number: int) -> None:
    if find(window, "compareButton").isVisible():
        press(window, "compareButton")
        search(window, "otherSearch", PLACES[(number + 3) % len(PLACES)])


def change_text_size(window: QMainWindow, number: int) -> None:
    box = find(window, "textSizeChoice", QComboBox)
    box.setCurrentIndex((box.currentIndex() + 1) % box.count())
    box.activated.emit(box.currentIndex())


def look_at_print(window: QMainWindow, number: int) -> None:
    if find(window, "printButton").isVisible():
        press(window, "printButton")
        for dialog in window.findChildren(QDialog, "handoutDialog"):
            settle()
            dialog.close()


def show_visitor(window: QMainWindow, number: int) -> None:
    press(window, "visitorViewButton")
    settle()
    press(window, "visitorViewButton")


def look_at_dialogs(window: QMainWindow, number: int) -> None:
    for name in ("settingsAction", "helpAction", "aboutAction"):
        window.findChild(QAction, name).trigger()
        settle()
        for dialog in window.findChildren(QDialog):
            dialog.close()


def browse(window: QMainWindow, number: int) -> None:
    press(window, "regionBrowseButton")
    settle()
    press(window, "regionBrowseButton")


SELDOM = {
    2: compare,
    5: change_text_size,
    8: look_at_print,
    11: show_visitor,
    14: look_at_dialogs,
    17: browse,
}


def find(window: QMainWindow, name: str, kind: type = QWidget) -> QWidget:
    return window.findChild(kind, name)


def press(window: QMainWindow, name: str) -> None:
    find(window, name).click()


def write(window: QMainWindow, name: str, text: str) -> None:
    field = find(window, name, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def search(window: QMainWindow, name: str, query: str) -> None:
    write(window, name, query)
    QTest.keyClick(find(window, name), Qt.Key.Key_Return)


if __name__ == "__main__":
    main()
