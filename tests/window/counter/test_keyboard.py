"""A whole visit without the mouse; what was cleared too early; what nobody touches."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from yibao.window.asking.inquiry_form import CHOICE_FIELDS, TEXT_FIELDS
from yibao.window.counter.idle import Idle

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def keys(text: str) -> None:
    """Type into whatever has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, text)


def key(which: Any, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), which, modifier)


@pytest.fixture
def clerk(person: Any, qtbot: QtBot) -> Any:
    """Somebody whose hands stay on the keyboard."""
    person.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return person


@pytest.fixture
def answered(clerk: Any) -> Any:
    """In the middle of a visit from Beijing."""
    keys("bjcy")
    key(Qt.Key.Key_Return)
    keys("71")
    return clerk


def test_an_answer_in_seven_keystrokes(answered: Any) -> None:
    assert answered.reads("resultHeadline") == "每月 107.00 元"


@pytest.mark.parametrize(
    ("which", "modifier"), [(Qt.Key.Key_F, CTRL), (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)]
)
def test_back_to_the_region(answered: Any, which: Any, modifier: Any) -> None:
    key(which, modifier)

    assert answered.find("regionSearch", QLineEdit).hasFocus()


@pytest.mark.parametrize("number", range(7))
def test_the_panels_by_number(answered: Any, number: int) -> None:
    key(Qt.Key.Key_1 + number, CTRL)

    assert answered.find("guideTabs", QTabWidget).currentIndex() == number


def test_help_lists_the_keys(clerk: Any) -> None:
    key(Qt.Key.Key_F1)

    dialog = clerk.window.findChild(QDialog, "helpDialog")
    assert dialog.isVisible()
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    for word in ("Ctrl+F", "F2", "Ctrl+P", "Ctrl+D", "Esc", "Ctrl+Z", "Ctrl+1"):
        assert word in told
    dialog.close()


def test_every_labelled_field_has_a_key_of_its_own(clerk: Any) -> None:
    labels = [label for label in clerk.window.findChildren(QLabel) if label.buddy()]
    letters = [label.text().rpartition("(&")[2][0] for label in labels]

    assert all("(&" in label.text() for label in labels)
    assert len(letters) == len(set(letters))
    named = {label.buddy().objectName() for label in labels}
    assert named >= {fields[1] for fields in (*TEXT_FIELDS.values(), *CHOICE_FIELDS.values())}


def test_alt_and_a_letter_go_to_a_field(answered: Any, qtbot: QtBot) -> None:
    key(Qt.Key.Key_B, ALT)

    qtbot.waitUntil(lambda: answered.find("bornField", QLineEdit).hasFocus())


def test_tab_goes_as_the_conversation_goes(answered: Any) -> None:
    key(Qt.Key.Key_Tab)
    assert answered.find("bornField").hasFocus()
    key(Qt.Key.Key_Tab)
    assert answered.find("pensionField").hasFocus()


def test_esc_is_for_the_next_visitor_and_ctrl_z_takes_it_back(answered: Any) -> None:
    key(Qt.Key.Key_Escape)
    assert answered.find("ageField", QLineEdit).text() == ""
    assert answered.find("undoButton").isVisible()

    key(Qt.Key.Key_Z, CTRL)

    assert answered.find("ageField", QLineEdit).text() == "71"
    assert answered.reads("resultHeadline") == "每月 107.00 元"
    assert not answered.find("undoButton").isVisible()


def test_it_cannot_be_taken_back_once_the_next_visitor_is_typed(answered: Any) -> None:
    key(Qt.Key.Key_Escape)
    keys("65")
    key(Qt.Key.Key_Z, CTRL)

    assert answered.find("ageField", QLineEdit).text() != "71"
    assert not answered.find("undoButton").isVisible()


def test_after_ten_seconds_nothing_is_left_to_be_taken_back(
    answered: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yibao.window.counter.undo.SHORTLY", 30)
    key(Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: not answered.find("undoButton").isVisible())
    key(Qt.Key.Key_Z, CTRL)
    assert answered.find("ageField", QLineEdit).text() == ""


def test_esc_pressed_twice_can_still_be_taken_back(answered: Any) -> None:
    key(Qt.Key.Key_Escape)
    key(Qt.Key.Key_Escape)

    key(Qt.Key.Key_Z, CTRL)

    assert answered.find("ageField", QLineEdit).text() == "71"


def test_where_nothing_was_typed_there_is_nothing_to_take_back(clerk: Any) -> None:
    key(Qt.Key.Key_Escape)

    assert not clerk.find("undoButton").isVisible()


def test_a_visitor_whom_nobody_attends_to_is_forgotten_for_good(
    sit_down: Callable[..., Any],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    clipboard: Callable[[], str],
) -> None:
    person = sit_down()
    person.picks("110105")
    person.types("71", into="ageField")
    person.clicks("copyButton")
    monkeypatch.setattr("yibao.window.counter.idle.MINUTE", 20)

    person.counter._prefer("idle_minutes", 1)

    qtbot.waitUntil(lambda: person.find("ageField", QLineEdit).text() == "")
    assert clipboard() == ""
    assert not person.find("undoButton").isVisible()


def test_a_touch_puts_the_forgetting_off(
    sit_down: Callable[..., Any], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yibao.window.counter.idle.LOOK_AGAIN", 1)
    person = sit_down()
    idle = person.window.findChild(Idle)
    timer, pause = idle.findChildren(QTimer)
    qtbot.waitUntil(lambda: not pause.isActive())
    timer.stop()
    move(person.window, 2)
    assert not timer.isActive(), "a mouse on a trembling table touches nothing"

    move(person.window, 200)
    assert timer.isActive()
    qtbot.waitUntil(lambda: not pause.isActive())
    timer.stop()
    person.types("7", into="ageField")

    assert timer.isActive()


def move(widget: QWidget, to: float) -> None:
    """Move the mouse without pressing it."""
    spot, none = QPointF(to, 0), Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, spot, spot, none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)


def test_what_an_office_sets_is_kept(sit_down: Callable[..., Any]) -> None:
    person = sit_down()
    person.picks("110105")
    person.chooses("settingsAction")
    person.clicks("useRegionButton")
    idle = person.find("idleChoice", QComboBox)
    idle.setCurrentIndex(idle.findData(5))
    person.clicks("contrastChoice")
    person.window.hide()

    again = sit_down()

    assert again.reads("regionChosen") == "北京市朝阳区"
    assert again.window.focusWidget().objectName() == "regionSearch"
    again.picks("440305")
    again.clicks("nextVisitorButton")
    assert again.reads("regionChosen") == "北京市朝阳区"
    again.chooses("settingsAction")
    assert again.find("idleChoice", QComboBox).currentData() == 5
    assert again.reads("officeRegion") == "北京市朝阳区"
    again.clicks("dropRegionButton")
    assert again.reads("officeRegion") == "没有设"


def test_ctrl_p_prints_and_ctrl_d_shows_the_visitor(answered: Any) -> None:
    key(Qt.Key.Key_D, CTRL)
    assert answered.find("visitorViewButton", QPushButton).isChecked()

    answered.window.activateWindow()  # the platform of the tests knows no windows without focus
    key(Qt.Key.Key_P, CTRL)

    assert answered.window.findChild(QDialog, "handoutDialog").isVisible()


@pytest.mark.parametrize("number", [1, 4])
def test_a_panel_called_by_its_number_comes_into_view(
    answered: Any, qtbot: QtBot, number: int
) -> None:
    key(Qt.Key.Key_0 + number, CTRL)

    tabs, side = answered.find("guideTabs"), answered.counter._page._told.viewport()
    qtbot.waitUntil(lambda: 0 <= tabs.mapTo(side, tabs.rect().topLeft()).y() < side.height() // 4)
