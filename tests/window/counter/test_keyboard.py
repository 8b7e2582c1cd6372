"""A whole visit without the mouse; what was cleared too early; what nobody touches."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QWidget,
)
from tests.window import waiting

from yibao.window.asking.inquiry_form import CHOICE_FIELDS, TEXT_FIELDS
from yibao.window.counter.idle import Idle
from yibao.window.guides.step_box import StepBox

pytestmark = pytest.mark.screen

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def keys(text: str) -> None:
    """Type into whatever has the focus."""
    QTest.keyClicks(waiting.keyboard(), text)


def key(which: Any, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(waiting.keyboard(), which, modifier)


@pytest.fixture
def answered(person: Any) -> Any:
    """In the middle of a visit from Beijing, with both hands on the keyboard."""
    keys("bjcy")
    key(Qt.Key.Key_Return)
    keys("71")
    return person


def test_an_answer_in_seven_keystrokes(answered: Any) -> None:
    assert answered.reads("resultHeadline") == "每月 107.00 元"


@pytest.mark.parametrize(
    ("which", "modifier"), [(Qt.Key.Key_F, CTRL), (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)]
)
def test_back_to_the_region(answered: Any, which: Any, modifier: Any) -> None:
    key(which, modifier)

    waiting.focused(answered.find("regionSearch"))


@pytest.mark.parametrize("number", range(7))
def test_the_panels_by_number(answered: Any, number: int) -> None:
    key(Qt.Key.Key_1 + number, CTRL)

    assert answered.find("guideTabs", QTabWidget).currentIndex() == number


def test_help_lists_the_keys(person: Any) -> None:
    key(Qt.Key.Key_F1)

    dialog = person.window.findChild(QDialog, "helpDialog")
    assert dialog.isVisible()
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    for word in ("Ctrl+F", "F2", "Ctrl+P", "Ctrl+D", "Esc", "Ctrl+Z", "Ctrl+1", "Alt"):
        assert word in told
    for action in ("看出处", "比一比", "打印"):
        assert action in told
    dialog.close()


def test_every_labelled_field_has_a_key_of_its_own(person: Any) -> None:
    labels = [label for label in person.window.findChildren(QLabel) if label.buddy()]
    letters = [label.text().rpartition("(&")[2][0] for label in labels]

    assert all("(&" in label.text() for label in labels)
    assert len(letters) == len(set(letters))
    named = {label.buddy().objectName() for label in labels}
    assert named >= {fields[1] for fields in (*TEXT_FIELDS.values(), *CHOICE_FIELDS.values())}


def access_keys(person: Any) -> list[str]:
    """Of everything that is shown."""
    parts = (*person.window.findChildren(QLabel), *person.window.findChildren(QAbstractButton))
    texts = [p.text() for p in parts if p.isVisible() and (not isinstance(p, QLabel) or p.buddy())]
    return [keys for text in texts if (keys := QKeySequence.mnemonic(text).toString())]


def test_no_access_key_is_there_twice_with_everything_open(clerk: Any) -> None:
    clerk.picks("110105")
    clerk.find("statusChoice", QComboBox).setCurrentIndex(1)
    for text, field in (("8000", "base"), ("1954-06", "born"), ("20-06", "paidYears")):
        clerk.types(text, into=f"{field}Field")
    for box in ("sexChoice", "workerCategoryChoice"):
        clerk.find(box, QComboBox).setCurrentIndex(1)
    clerk.clicks("compareButton")
    clerk.types("shhp", into="otherSearch")
    clerk.presses(Qt.Key.Key_Return, "otherSearch")

    found = access_keys(clerk)

    assert len(found) == len(set(found)), sorted(found)
    assert {"Alt+O", "Alt+6", "Alt+7", "Alt+I", "Alt+U"} <= set(found)


def test_the_sources_open_and_close_with_a_key(answered: Any) -> None:
    sources = answered.find("resultSources", QLabel)
    for shown in (True, False):
        key(Qt.Key.Key_O, ALT)
        waiting.until(lambda shown=shown: sources.isVisible() == shown, "the sources")


def test_a_second_place_is_asked_for_with_a_key(answered: Any) -> None:
    key(Qt.Key.Key_I, ALT)
    waiting.focused(
        waiting.until(lambda: answered.window.findChild(QLineEdit, "otherSearch"), "a second place")
    )

    key(Qt.Key.Key_I, ALT)
    waiting.until(lambda: answered.counter._page._told.comparison is None, "no second place")


def test_a_panel_is_printed_with_a_key(answered: Any) -> None:
    key(Qt.Key.Key_U, ALT)

    waiting.until(lambda: answered.window.findChild(QDialog, "handoutDialog"), "the handout")


def test_alt_and_a_letter_go_to_a_field(answered: Any) -> None:
    key(Qt.Key.Key_B, ALT)

    waiting.focused(answered.find("bornField"))


def test_tab_goes_as_the_conversation_goes(answered: Any) -> None:
    key(Qt.Key.Key_Tab)
    waiting.focused(answered.find("bornField"))
    key(Qt.Key.Key_Tab)
    waiting.focused(answered.find("planChoice"))


def test_esc_is_for_the_next_visitor_and_ctrl_z_takes_it_back(answered: Any) -> None:
    key(Qt.Key.Key_Escape)
    assert answered.find("ageField", QLineEdit).text() == ""
    assert answered.find("undoButton").isVisible()

    key(Qt.Key.Key_Z, CTRL)

    assert answered.find("ageField", QLineEdit).text() == "71"
    assert answered.reads("resultHeadline") == "每月 107.00 元"
    assert not answered.find("undoButton").isVisible()


def ticked(person: Any) -> list[str]:
    return [
        b.accessibleName()
        for b in person.window.findChildren(StepBox)
        if b.isVisible() and b.isChecked()
    ]


def tick_first(person: Any) -> str:
    box = person.find("guideTabs", QTabWidget).currentWidget().findChild(StepBox)
    box.click()
    return box.accessibleName()


def compare(person: Any) -> None:
    person.clicks("compareButton")
    person.types("510402", into="otherSearch")
    person.presses(Qt.Key.Key_Return, "otherSearch")
    person.types("3700", into="otherAveragePensionField")


def test_what_is_taken_back_has_its_second_place_and_its_ticks(answered: Any) -> None:
    answered.waits()
    step = tick_first(answered)
    compare(answered)
    before = answered.reads("comparisonHeadline")
    assert "元" in before

    key(Qt.Key.Key_Escape)
    answered.waits()
    assert answered.counter._page._told.comparison is None
    assert ticked(answered) == []
    key(Qt.Key.Key_Z, CTRL)

    assert answered.reads("otherChosen") == "四川省攀枝花市东区"
    assert answered.reads("comparisonHeadline") == before
    assert ticked(answered) == [step]
    waiting.focused(answered.find("ageField"))
    answered.waits()
    assert ticked(answered) == [step]


def test_the_ticks_are_taken_back_where_each_visit_starts_with_the_office(
    sit_down: Callable[..., Any],
) -> None:
    person = sit_down()
    person.counter._prefer("office_region", "310101")
    person.picks("110105")
    person.types("71", into="ageField")
    person.waits()
    step = tick_first(person)

    person.clicks("nextVisitorButton")
    person.waits()
    assert person.reads("regionChosen") == "上海市黄浦区"
    person.clicks("undoButton")

    assert person.reads("regionChosen") == "北京市朝阳区"
    person.waits()
    assert ticked(person) == [step]


def test_ticks_alone_can_be_taken_back(clerk: Any) -> None:
    clerk.waits()
    step = tick_first(clerk)

    key(Qt.Key.Key_Escape)
    assert ticked(clerk) == []
    key(Qt.Key.Key_Z, CTRL)

    assert ticked(clerk) == [step]


def test_it_cannot_be_taken_back_once_the_next_visitor_is_typed(answered: Any) -> None:
    key(Qt.Key.Key_Escape)
    keys("65")
    key(Qt.Key.Key_Z, CTRL)

    assert answered.find("ageField", QLineEdit).text() != "71"
    assert not answered.find("undoButton").isVisible()


def test_after_ten_seconds_nothing_is_left_to_be_taken_back(
    answered: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yibao.window.counter.undo.SHORTLY", 30)
    key(Qt.Key.Key_Escape)

    waiting.until(lambda: not answered.find("undoButton").isVisible(), "nothing to take back")
    key(Qt.Key.Key_Z, CTRL)
    assert answered.find("ageField", QLineEdit).text() == ""


def test_esc_pressed_twice_can_still_be_taken_back(answered: Any) -> None:
    key(Qt.Key.Key_Escape)
    key(Qt.Key.Key_Escape)

    key(Qt.Key.Key_Z, CTRL)

    assert answered.find("ageField", QLineEdit).text() == "71"


def test_where_nothing_was_typed_there_is_nothing_to_take_back(person: Any) -> None:
    key(Qt.Key.Key_Escape)

    assert not person.find("undoButton").isVisible()


def test_a_visitor_whom_nobody_attends_to_is_forgotten_for_good(
    person: Any, monkeypatch: pytest.MonkeyPatch, clipboard: Callable[[], str]
) -> None:
    person.picks("110105")
    person.types("71", into="ageField")
    person.clicks("copyButton")
    monkeypatch.setattr("yibao.window.counter.idle.MINUTE", 20)

    person.counter._prefer("idle_minutes", 1)

    waiting.until(lambda: not person.find("ageField", QLineEdit).text(), "nobody's age")
    assert clipboard() == ""
    assert not person.find("undoButton").isVisible()


def test_a_touch_puts_the_forgetting_off(
    sit_down: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yibao.window.counter.idle.LOOK_AGAIN", 1)
    person = sit_down()
    idle = person.window.findChild(Idle)
    timer, pause = idle.findChildren(QTimer)
    waiting.until(lambda: not pause.isActive(), "the next touch looked for")
    timer.stop()
    move(person.window, 2)
    assert not timer.isActive(), "a mouse on a trembling table touches nothing"

    move(person.window, 200)
    assert timer.isActive()
    waiting.until(lambda: not pause.isActive(), "the next touch looked for")
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

    waiting.active(answered.window)  # the platform of the tests knows no windows without focus
    key(Qt.Key.Key_P, CTRL)

    assert answered.window.findChild(QDialog, "handoutDialog").isVisible()


@pytest.mark.parametrize("number", [1, 4])
def test_a_panel_called_by_its_number_comes_into_view(answered: Any, number: int) -> None:
    answered.sizes(900, 640)
    key(Qt.Key.Key_0 + number, CTRL)

    tabs, side = answered.find("guideTabs"), answered.counter._page._told.viewport()

    def top() -> int:
        return tabs.mapTo(side, tabs.rect().topLeft()).y()

    waiting.until(lambda: 0 <= top() < side.height() // 4, "the panels in view")
