"""What assistive technology sees: every part of every window, in every state, by name and role."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTabBar,
    QTabWidget,
    QTreeWidget,
    QWidget,
)
from tests.window import waiting

from yibao.window.sheets.crash import show_crash

Role, Text = QAccessible.Role, QAccessible.Text
CHINESE = re.compile("[\u4e00-\u9fff]")
MARKUP = re.compile("&|</?[a-z]")
ROLES: Mapping[type, set[Role]] = {
    QLineEdit: {Role.EditableText},
    QAbstractButton: {Role.Button, Role.ButtonMenu, Role.CheckBox},
    QComboBox: {Role.ComboBox},
    QLabel: {Role.StaticText, Role.Graphic},
    QListWidget: {Role.List},
    QTreeWidget: {Role.Tree},
    QTabBar: {Role.PageTabList},
    QDialog: {Role.Dialog, Role.AlertMessage},
}
TEXTS = {Role.StaticText, Role.Graphic}


def parts(root: QWidget) -> Iterator[QAccessibleInterface]:
    """Everything that is shown of a window, in the order in which it is read."""
    waiting = [QAccessible.queryAccessibleInterface(root)]
    while waiting:
        part = waiting.pop()
        if part is None or not part.isValid() or part.state().invisible:
            continue
        yield part
        waiting += [part.child(index) for index in reversed(range(part.childCount()))]


def name(part: QAccessibleInterface) -> str:
    """Its name; that of a combo box is its label's, because its own says what is chosen."""
    if part.role() != Role.ComboBox:
        return part.text(Text.Name)
    related = part.relations(QAccessible.RelationFlag.Label)
    return "".join(label.text(Text.Name) for label, _ in related)


def place(part: QAccessibleInterface) -> str:
    """The name of the nearest thing around it that has one."""
    around = part.parent()
    while around and not around.text(Text.Name):
        around = around.parent()
    return around.text(Text.Name) if around else ""


def is_control(part: QAccessibleInterface) -> bool:
    """Whether something can be done with it, other than to mark its text."""
    return part.role() not in TEXTS and (part.state().focusable or part.role() == Role.Button)


def faults(root: QWidget) -> list[str]:
    """What somebody who does not see the window would miss in it."""
    waiting.rested(root)
    found = [*parts(root)]
    controls = [part for part in found if is_control(part)]
    addresses = [(part.role(), name(part), place(part)) for part in controls]
    told = [f"no Chinese name: {a}" for a in addresses if not CHINESE.search(a[1])]
    told += [f"twice: {a}" for a in set(addresses) if addresses.count(a) > 1]
    for part in found:
        said = (part.text(Text.Name), part.text(Text.Description))
        told += [f"markup: {text}" for text in said if MARKUP.search(text)]
        if part.role() in TEXTS and not said[0].strip():
            told.append(f"no text: {part.object()}")
        roles = [roles for kind, roles in ROLES.items() if isinstance(part.object(), kind)]
        if roles and part.role() not in roles[0]:
            told.append(f"{part.role()}: {part.object()}")
    return told


def choose(person: Any, box_name: str, value: str) -> None:
    box = person.find(box_name, QComboBox)
    box.setCurrentIndex(box.findData(value))


def answer(person: Any) -> None:
    person.picks("110105")
    person.types("69", into="ageField")


def sources(person: Any) -> None:
    answer(person)
    person.clicks("resultSourcesButton")


def tree(person: Any) -> None:
    person.clicks("regionBrowseButton")
    regions = person.find("regionTree", QTreeWidget)
    regions.topLevelItem(2).setExpanded(True)
    regions.setCurrentItem(regions.topLevelItem(2))


def years(person: Any) -> None:
    person.picks("110105")
    choose(person, "statusChoice", "in_service")
    choose(person, "sexChoice", "male")
    choose(person, "workerCategoryChoice", "worker")
    for text, field in (("8000", "base"), ("1970-06", "born"), ("20-06", "paidYears")):
        person.types(text, into=f"{field}Field")


def comparing(person: Any) -> None:
    years(person)
    person.clicks("compareButton")
    person.types("kmpl", into="otherSearch")
    person.presses(Qt.Key.Key_Return, "otherSearch")


def next_visitor(person: Any) -> None:
    sources(person)
    person.clicks("nextVisitorButton")


STATES: Mapping[str, Callable[[Any], None]] = {
    "empty": lambda person: None,
    "message": lambda person: person.counter.tell("一句话"),
    "hits": lambda person: person.types("cy", into="regionSearch"),
    "nothing found": lambda person: person.types("qqq", into="regionSearch"),
    "tree": tree,
    "answer": answer,
    "sources": sources,
    "missing": lambda person: person.picks("510302"),
    "error": lambda person: (answer(person), person.types("abc", into="ageField")),
    "years": years,
    "comparing": comparing,
    "next visitor": next_visitor,
}


@pytest.fixture(params=STATES)
def busy(person: Any, request: pytest.FixtureRequest) -> Any:
    """Somebody before the window in one of its states."""
    STATES[request.param](person)
    return person


def test_everything_in_the_window_says_what_it_is(busy: Any) -> None:
    assert faults(busy.window) == []


@pytest.mark.parametrize("number", range(7))
def test_everything_in_a_guide_panel_says_what_it_is(person: Any, number: int) -> None:
    answer(person)
    person.find("guideTabs", QTabWidget).setCurrentIndex(number)

    assert faults(person.window) == []


@pytest.mark.screen
@pytest.mark.parametrize("action", ["settingsAction", "helpAction", "aboutAction"])
def test_everything_in_a_dialog_says_what_it_is(person: Any, action: str) -> None:
    answer(person)
    person.chooses(action)
    (dialog,) = open_dialogs(person)

    assert faults(dialog) == []
    assert ways_from(dialog) == focusable(dialog)


@pytest.mark.screen
def test_everything_in_the_handout_dialog_says_what_it_is(person: Any) -> None:
    answer(person)
    person.clicks("printButton")
    (dialog,) = open_dialogs(person)

    assert faults(dialog) == []
    assert ways_from(dialog) == focusable(dialog)


@pytest.mark.screen
def test_everything_in_the_crash_dialog_says_what_it_is(person: Any) -> None:
    show_crash("a report", person.window)
    (dialog,) = open_dialogs(person)

    assert faults(dialog) == []
    assert ways_from(dialog) == focusable(dialog)


def open_dialogs(person: Any) -> list[QDialog]:
    return [dialog for dialog in person.window.findChildren(QDialog) if dialog.isVisible()]


def test_everything_on_the_visitor_s_screen_says_what_it_is(person: Any) -> None:
    answer(person)
    person.clicks("visitorViewButton")
    (screen,) = (w for w in QApplication.topLevelWidgets() if w.objectName() == "visitorWindow")

    assert faults(screen) == []
    assert any("https://" in part.text(Text.Name) for part in parts(screen))


def test_the_answer_is_read_with_its_reason_and_its_changes(person: Any) -> None:
    sources(person)

    read = "\n".join(part.text(Text.Name) for part in parts(person.window)).replace("\u00a0", " ")
    for sentence in (
        "每月 97.00 元",
        "100.00 元 − 3.00 元 = 97.00 元",
        "以后的变化：现在：每月 97.00 元；满 70 岁以后：每月 107.00 元",
        "北京每月划入多少",
    ):
        assert sentence in read


def test_it_is_read_in_the_order_of_a_conversation(person: Any) -> None:
    comparing(person)

    read = [part.text(Text.Name) for part in parts(person.window)]
    tile = next(name for name in read if name.startswith("每月划入：每月 160.00 元"))
    order = ("参保地区", "年龄", tile, "另一个地方", "办事指南")
    assert order == tuple(sorted(order, key=read.index))


def test_what_is_wrong_is_read_with_the_field(person: Any) -> None:
    answer(person)
    person.types("abc", into="ageField")
    field = QAccessible.queryAccessibleInterface(person.find("ageField"))
    assert field.text(Text.Description) == "年龄请填整数，比如 71。"

    person.types("qqq", into="regionSearch")
    search = QAccessible.queryAccessibleInterface(person.find("regionSearch"))
    assert search.text(Text.Description).startswith("没有找到这个地方")


def focusable(root: QWidget) -> set[QWidget]:
    """Every widget that Tab has to come by."""
    return {
        widget
        for widget in root.findChildren(QWidget)
        if widget.window() is root
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    }


def ways_from(root: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> set[QWidget]:
    """Every widget that a key comes by, until it comes by one a second time."""
    waiting.active(root)
    passed: list[QWidget] = []
    while (widget := root.focusWidget()) not in passed:
        passed.append(widget)
        QTest.keyClick(widget, key)
    assert widget is passed[0], f"a dead end at {widget.objectName() or widget}"
    return set(passed)


@pytest.mark.screen
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_comes_by_everything_and_back(busy: Any, key: Qt.Key) -> None:
    busy.counter.find_region()

    assert ways_from(busy.window, key) == focusable(busy.window)


def test_every_picture_stands_beside_words(person: Any) -> None:
    answer(person)
    pictured = [b for b in person.window.findChildren(QPushButton) if not b.icon().isNull()]

    assert pictured
    assert [button.objectName() for button in pictured if not CHINESE.search(button.text())] == []
