"""Draw the pictures in docs/: the window of the README, and one visit from its start to its end.

.venv/bin/python packaging/make_pictures.py
"""

import collections
import csv
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget

from yibao.program import bootstrap
from yibao.system import fonts
from yibao.system.folders import Folders, resources_folder
from yibao.system.settings import SettingsFile
from yibao.window.counter.counter import Counter
from yibao.window.kit import look
from yibao.window.kit.palettes import DARK, LIGHT, Colours
from yibao.window.roster.roster_page import RosterPage
from yibao.window.visitor.visitor_window import VisitorWindow

DOCS = Path(__file__).parents[1] / "docs"
DAY = date(2026, 11, 24)
SIZE = (1280, 720)
SHARING, CODE, AGE = 3, "110105", "64"
"""The panel that is shown, the visitor's place and age."""


@contextmanager
def opened(text_size: str, colours: Colours) -> Iterator[Counter]:
    """The program in its window, with folders that are gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder)
        folders = Folders(resources=resources_folder(), settings=own / "settings", log=own / "log")
        SettingsFile(folders.settings).change(text_size=text_size)
        look.colours = lambda contrast: colours
        application = bootstrap.build(["yibao"], folders, lambda: DAY)
        application.window.resize(*SIZE)
        application.window.show()
        yield application.counter
        application.close()


def take(widget: QWidget, path: Path) -> None:
    """Keep a picture of the window that a widget is in, once everything in it stands."""
    QTest.qWait(100)
    path.parent.mkdir(parents=True, exist_ok=True)
    flattened(widget.window().grab().toImage()).save(str(path), None, 0)  # 0: as small as possible
    print(path.relative_to(DOCS.parent))


def flattened(picture: QImage) -> QImage:
    """In its 256 most frequent colours, which is half the size and looks the same."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = collections.Counter(memoryview(plain.constBits()).cast("I"))
    table = [colour for colour, _ in counted.most_common(256)]
    flat = Qt.ImageConversionFlag.ThresholdDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, flat)


def types(counter: Counter, name: str, text: str) -> None:
    """Type into a field."""
    field = counter.findChild(QLineEdit, name)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, text)


def press(counter: Counter, name: str) -> None:
    """Press a button."""
    button = counter.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    button.click()


def arrives(counter: Counter) -> QWidget:
    return counter


def searches(counter: Counter) -> QWidget:
    types(counter, "regionSearch", "bjcy")
    return counter


def answers(counter: Counter) -> QWidget:
    counter.choose_region(CODE)
    types(counter, "ageField", AGE)
    return counter


def explains(counter: Counter) -> QWidget:
    press(counter, "resultSourcesButton")
    return counter


def shows_visitor(counter: Counter) -> QWidget:
    press(counter, "visitorViewButton")
    shown = QApplication.topLevelWidgets()
    return next(w for w in shown if isinstance(w, VisitorWindow) and w.isVisible())


def guides(counter: Counter) -> QWidget:
    press(counter, "resultSourcesButton")
    counter.show_panel(SHARING)
    return counter


def prints(counter: Counter) -> QWidget:
    counter.print_handout()
    dialog = counter.findChild(QDialog, "handoutDialog")
    assert isinstance(dialog, QDialog)
    return dialog


def says_goodbye(counter: Counter) -> QWidget:
    counter.next_visitor()
    return counter


PEOPLE = (
    ("退休", "1956-12-20", "男", ""),
    ("退休", "1960-03", "女", ""),
    ("在职", "1970-06-01", "男", "20-06"),
    ("退休", "很老", "女", ""),
)


def answers_many(counter: Counter, folder: Path) -> QWidget:
    """A list of people, as it is looked at before all of them are answered."""
    path = folder / "名单.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = ((number, "北京市朝阳区", *told) for number, told in enumerate(PEOPLE, 1))
        headings = ("序号", "地区", "身份", "出生日期", "性别", "累计缴费年限")
        csv.writer(file).writerows([headings, *rows])
    action = counter.findChild(QAction, "rosterAction")
    assert isinstance(action, QAction)
    action.trigger()
    page = counter.findChild(QWidget, "rosterPage")
    assert isinstance(page, RosterPage)
    page.open_file(path)
    start = counter.findChild(QAbstractButton, "rosterStart")
    assert isinstance(start, QAbstractButton)
    while not start.isVisible():
        QTest.qWait(50)
    return counter


VISIT: tuple[tuple[str, Callable[[Counter], QWidget]], ...] = (
    ("1-empty", arrives),
    ("2-search", searches),
    ("3-answer", answers),
    ("4-sources", explains),
    ("5-visitor-view", shows_visitor),
    ("6-guide", guides),
    ("7-handout", prints),
    ("8-next-visitor", says_goodbye),
)


def main() -> None:
    """Draw every picture."""
    fonts.system_family = lambda _: None  # alike on every machine
    with opened("standard", LIGHT) as shown:
        shown.show_demo(CODE, "71")
        take(shown, DOCS / "window.png")
    with opened("standard", LIGHT) as shown, tempfile.TemporaryDirectory() as folder:
        take(answers_many(shown, Path(folder)), DOCS / "roster.png")
    for theme, colours in (("light", LIGHT), ("dark", DARK)):
        for text_size in ("standard", "elder"):
            with opened(text_size, colours) as shown:
                for name, step in VISIT:
                    take(step(shown), DOCS / "visit" / f"{theme}-{text_size}-{name}.png")


if __name__ == "__main__":
    main()
