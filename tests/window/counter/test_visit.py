"""A visit, from the region to the answer and on to the next visitor."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QClipboard, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
)
from pytestqt.qtbot import QtBot
from tests.window import waiting


def choose(person: Any, name: str, value: str) -> None:
    box = person.find(name, QComboBox)
    box.setCurrentIndex(box.findData(value))


@pytest.mark.screen
def test_a_beijing_answer_takes_seven_keys(person: Any) -> None:
    waiting.focused(person.find("regionSearch"))

    QTest.keyClicks(waiting.keyboard(), "bjcy")
    QTest.keyClick(waiting.keyboard(), Qt.Key.Key_Return)
    QTest.keyClicks(waiting.keyboard(), "71")

    assert person.reads("regionChosen") == "北京市朝阳区"
    assert person.reads("resultHeadline") == "每月 107.00 元"


@pytest.mark.parametrize(
    ("place", "fields", "headline"),
    [
        ("110105", {"ageField": "69"}, "每月 97.00 元"),
        ("110105", {"ageField": "70"}, "每月 107.00 元"),
        ("110105", {"bornField": "1955-12-20"}, "每月 107.00 元"),
        ("110105", {"bornField": "1955-12-21"}, "每月 97.00 元"),
        ("110105", {"bornField": "1955-12-20", "asOfField": "2025-12-19"}, "每月 97.00 元"),
        ("510302", {}, "请再填：自贡市月人均基本养老金"),
        ("510302", {"averagePensionField": "3700"}, "每月大约 74 到 111 元"),
        ("440305", {}, "每月 251.00 元"),
        ("420703", {}, "每月 71.00 元"),
        ("211321", {}, "每月 65.00 元"),
        ("310101", {"ageField": "74"}, "每年 1680.00 元"),
        ("310101", {"ageField": "75"}, "每年 1890.00 元"),
    ],
)
def test_the_answer_follows_what_is_typed(
    person: Any, place: str, fields: dict[str, str], headline: str
) -> None:
    person.picks(place)
    for name, text in fields.items():
        person.types(text, into=name)
    assert person.reads("resultHeadline") == headline

    person.types("9000", into="pensionField")

    assert person.reads("resultHeadline") == headline


def test_in_service_resident_and_pooled_only(person: Any) -> None:
    person.picks("110105")

    choose(person, "statusChoice", "in_service")
    assert person.reads("resultHeadline") == "请再填：本人缴费基数"
    person.types("8123.45", into="baseField")
    assert person.reads("resultHeadline") == "每月 162.47 元"
    choose(person, "statusChoice", "resident")
    assert person.reads("premiumHeadline") == "2025 年至少 400.00 元"
    assert person.reads("resultHeadline") == "没有个人账户"
    assert not person.find("ageField").isVisible()
    choose(person, "statusChoice", "flexible")
    assert person.reads("premiumHeadline") == "每月 584.92 元"
    assert person.reads("resultHeadline") == "这一项要问当地"
    choose(person, "statusChoice", "retired")
    choose(person, "planChoice", "pooled_only")
    assert person.reads("resultHeadline") == "这一项要问当地"
    person.picks("220102")
    assert person.reads("resultHeadline") == "没有个人账户"


def test_the_reason_the_source_and_the_warnings_are_there(person: Any) -> None:
    person.picks("110105")
    person.types("71", into="ageField")

    assert "110.00 元 − 3.00 元 = 107.00 元" in person.reads("resultSteps")
    assert person.reads("resultSources") == ""
    assert "核实以后再答复" in person.reads("resultWarnings")
    assert "2026 年 2 月核对" in person.reads("resultBasis")

    person.clicks("resultSourcesButton")

    assert "北京每月划入多少" in person.reads("resultSources")


def test_a_stale_and_contested_rule_says_so(person: Any) -> None:
    person.picks("武威市")
    person.types("2026-11-24", into="asOfField")

    assert person.reads("resultHeadline") == "每月 90.00 元或 120.00 元"
    assert "另一种说法：每月 90.00 元" in person.reads("resultSides")
    assert "超过 3 年没有再核对过" in person.reads("resultWarnings")
    person.picks("420503")
    assert "2023 年 1 月 1 日起退休的" in person.reads("resultNotices")


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("ageField", "abc", "年龄请填整数"),
        ("ageField", "-5", "年龄请填整数"),
        ("ageField", "200", "130"),
        ("bornField", "2025-12-21", "还晚"),
        ("bornField", "1955-13", "月份"),
        ("bornField", "1955-02-31", "没有 31 日"),
        ("averagePensionField", "NaN", "数字"),
        ("averagePensionField", "-1", "负数"),
        ("averagePensionField", "Infinity", "数字"),
        ("averagePensionField", "1e5", "数字"),
        ("averagePensionField", "abc", "数字"),
        ("asOfField", "2025-02-30", "没有 30 日"),
        ("bornField", "110105195512200011", "身份证"),
    ],
)
def test_bad_input_is_told_at_its_field_and_the_last_answer_does_not_stay(
    person: Any, field: str, typed: str, told: str
) -> None:
    person.picks("510302")
    person.types("3700", into="averagePensionField")
    assert person.reads("resultHeadline") == "每月大约 74 到 111 元"

    person.types(typed, into=field)

    editor = person.find(field, QLineEdit)
    assert told in editor.accessibleDescription()
    assert editor.text() == typed
    assert person.reads("resultHeadline").startswith("请先改好：")
    assert told in person.reads("resultDetails")
    for name in ("resultSteps", "resultSources", "resultNotices"):
        assert "74" not in person.reads(name)
    assert not person.find("timeline").isVisibleTo(person.window)

    editor.clear()

    assert told not in editor.accessibleDescription()


def test_a_wrong_entry_in_a_field_that_is_no_longer_asked_for_does_not_matter(person: Any) -> None:
    person.picks("510302")
    person.types("abc", into="averagePensionField")
    person.picks("bjcy")
    person.types("71", into="ageField")

    assert person.reads("resultHeadline") == "每月 107.00 元"

    person.picks("510302")

    assert person.find("averagePensionField", QLineEdit).text() == "abc"
    assert person.reads("resultHeadline") == "请先改好：当地月人均基本养老金"


def test_while_a_place_is_looked_for_no_answer_stands(person: Any) -> None:
    person.picks("440305")
    person.composes("自贡", into="regionSearch")

    assert person.reads("resultHeadline") == "请先选定参保地区"

    person.presses(Qt.Key.Key_Escape, on="regionSearch")

    assert person.reads("resultHeadline") == "每月 251.00 元"


def test_a_place_that_does_not_exist_is_told(person: Any) -> None:
    person.types("qqqq", into="regionSearch")

    assert "没有找到" in person.reads("regionNotFound")
    assert person.reads("resultHeadline") == "请先选定参保地区"
    person.presses(Qt.Key.Key_Return, on="regionSearch")
    assert person.reads("regionChosen") == "还没有选地区"


def test_places_with_the_same_name_cannot_be_mixed_up(person: Any) -> None:
    person.composes("朝阳", into="regionSearch")

    results = person.find("regionResults", QListWidget)
    assert [results.item(row).text() for row in range(results.count())] == [
        "辽宁省朝阳市",
        "北京市朝阳区",
        "辽宁省朝阳市朝阳县",
        "吉林省长春市朝阳区",
    ]

    person.presses(Qt.Key.Key_Down, on="regionSearch")
    QTest.keyClick(results, Qt.Key.Key_Down)
    QTest.keyClick(results, Qt.Key.Key_Down)
    QTest.keyClick(results, Qt.Key.Key_Return)

    assert person.reads("regionChosen") == "辽宁省朝阳市朝阳县"
    assert person.reads("resultHeadline") == "每月 65.00 元"


@pytest.mark.screen
def test_a_hit_can_be_clicked(person: Any) -> None:
    person.types("yubei", into="regionSearch")
    results = person.find("regionResults", QListWidget)
    assert results.item(0).text() == "重庆市两江新区（原渝北区）"

    spot = results.visualItemRect(results.item(0)).center()
    QTest.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    assert person.reads("regionChosen") == "重庆市两江新区"


def click_on(tree: QTreeWidget, item: QTreeWidgetItem) -> None:
    tree.scrollToItem(item)
    spot = tree.visualItemRect(item).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)


@pytest.mark.screen
def test_a_place_can_be_found_in_the_tree(person: Any) -> None:
    person.clicks("regionBrowseButton")
    tree = person.find("regionTree", QTreeWidget)
    assert tree.topLevelItemCount() == 31

    (gansu,) = tree.findItems("甘肃省", Qt.MatchFlag.MatchExactly)
    click_on(tree, gansu)
    names = [gansu.child(row).text(0) for row in range(gansu.childCount())]
    assert names[0] == "兰州市"
    assert names[-1] == "省直"
    assert person.reads("regionChosen") == "还没有选地区"

    click_on(tree, gansu.child(gansu.childCount() - 1))

    assert person.reads("regionChosen") == "甘肃省省直"
    assert person.reads("resultHeadline") == "每月 120.00 元"
    assert not tree.isVisible()


def test_a_whole_branch_of_the_tree_can_be_picked(person: Any) -> None:
    person.clicks("regionBrowseButton")
    tree = person.find("regionTree", QTreeWidget)
    (gansu,) = tree.findItems("甘肃省", Qt.MatchFlag.MatchExactly)
    click_on(tree, gansu)
    click_on(tree, gansu.child(0))
    button = person.find("regionBranchButton", QPushButton)
    assert button.text() == "就选兰州市"

    person.clicks("regionBranchButton")

    assert person.reads("regionChosen") == "甘肃省兰州市"


@pytest.mark.screen
def test_the_tree_can_be_walked_with_the_keyboard(person: Any) -> None:
    person.clicks("regionBrowseButton")
    tree = person.find("regionTree", QTreeWidget)
    waiting.focused(tree)

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(tree, key)

    assert person.reads("regionChosen") == "天津市和平区"


@pytest.mark.screen
def test_esc_leaves_the_list_and_the_tree_before_it_means_the_next_visitor(person: Any) -> None:
    person.picks("110105")
    person.types("71", into="ageField")
    person.types("cy", into="regionSearch")
    person.presses(Qt.Key.Key_Down, on="regionSearch")
    QTest.keyClick(waiting.keyboard(), Qt.Key.Key_Escape)
    waiting.focused(person.find("regionSearch"))
    QTest.keyClick(waiting.keyboard(), Qt.Key.Key_Escape)
    person.clicks("regionBrowseButton")
    QTest.keyClick(waiting.keyboard(), Qt.Key.Key_Escape)
    assert not person.find("regionTree").isVisible()
    assert person.find("ageField", QLineEdit).text() == "71"

    QTest.keyClick(waiting.keyboard(), Qt.Key.Key_Escape)

    assert person.find("ageField", QLineEdit).text() == ""


@pytest.mark.screen
def test_the_wheel_rolling_over_a_choice_changes_nothing(person: Any) -> None:
    box = person.find("statusChoice", QComboBox)
    spot = QPointF(box.rect().center())
    wheel = QWheelEvent(
        spot,
        box.mapToGlobal(spot),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(box, wheel)

    assert box.currentData() == "retired"


@pytest.mark.parametrize("broken", ["yibao.window.counter.counter_page.present_visit"])
def test_after_an_unexpected_error_no_old_answer_stands(
    person: Any, monkeypatch: pytest.MonkeyPatch, broken: str, qtbot: QtBot
) -> None:
    person.picks("110105")
    person.types("71", into="ageField")

    def fail(*_: Any) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(broken, fail)
    with qtbot.captureExceptions() as errors:
        person.find("ageField", QLineEdit).setText("69")

    assert person.reads("resultHeadline") == "这一次没有算出来"
    assert len(errors) == 1


@pytest.mark.screen
def test_the_next_visitor_finds_nothing_of_the_last(
    person: Any, clipboard: Callable[[], str]
) -> None:
    person.picks("510302")
    for name, text in (
        ("ageField", "66"),
        ("averagePensionField", "3700"),
        ("pensionField", "9000"),
        ("asOfField", "2025-06-01"),
    ):
        person.types(text, into=name)
    choose(person, "planChoice", "pooled_only")
    choose(person, "planChoice", "full")
    choose(person, "retirementCompletedChoice", "no")
    choose(person, "retirementCompletedChoice", "yes")
    person.clicks("copyButton")
    assert "74.00" in clipboard()
    choose(person, "planChoice", "pooled_only")

    person.presses(Qt.Key.Key_Escape)

    for name in ("ageField", "bornField", "pensionField", "averagePensionField", "asOfField"):
        assert person.find(name, QLineEdit).text() == ""
    assert person.find("planChoice", QComboBox).currentData() == "full"
    assert clipboard() == ""
    assert person.reads("regionChosen") == "四川省自贡市自流井区"
    assert "74" not in person.reads("resultHeadline")


@pytest.mark.screen
def test_text_copied_with_the_mouse_is_forgotten_as_well(
    person: Any, clipboard: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if person.application.qt.platformName() == "offscreen":  # which says that nobody owns it
        monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: True)
    person.picks("440305")
    label = person.find("resultWhose", QLabel)
    label.setSelection(0, len(label.text()))
    label.setFocus()
    QTest.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "南山" in clipboard()

    person.clicks("nextVisitorButton")

    assert clipboard() == ""


@pytest.mark.screen
def test_what_another_program_copied_is_left_alone(
    person: Any, clipboard: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: False)
    person.picks("440305")
    person.clicks("copyButton")
    person.application.qt.clipboard().setText("别的东西")

    person.clicks("nextVisitorButton")

    assert clipboard() == "别的东西"


@pytest.mark.screen
def test_copying_is_confirmed_for_a_moment(
    person: Any, monkeypatch: pytest.MonkeyPatch, clipboard: Callable[[], str]
) -> None:
    monkeypatch.setattr("yibao.window.answer.answers.SHORTLY", 50)
    person.picks("440305")
    button = person.find("copyButton")

    person.clicks("copyButton")

    assert button.text() == "已复制"
    assert "251.00" in clipboard()
    waiting.until(lambda: "复制答案" in button.text(), "复制答案 on the button")


@pytest.mark.screen
def test_the_next_visitor_before_any_place_is_chosen(person: Any) -> None:
    person.types("zz", into="regionSearch")

    person.clicks("nextVisitorButton")

    assert person.find("regionSearch", QLineEdit).text() == ""
    waiting.focused(person.find("regionSearch"))


@pytest.mark.screen
def test_the_search_box_is_one_key_away(person: Any) -> None:
    person.picks("440305")

    QTest.keyClick(person.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    waiting.focused(person.find("regionSearch"))


@pytest.mark.screen
def test_the_first_thing_to_fill_in_is_where_the_cursor_is(person: Any) -> None:
    person.picks("110105")
    waiting.focused(person.find("ageField"))
    person.picks("510302")
    waiting.focused(person.find("averagePensionField"))
    choose(person, "statusChoice", "resident")
    person.picks("110105")
    waiting.focused(person.find("statusChoice"))


@pytest.mark.screen
def test_a_click_beside_everything_does_nothing(person: Any) -> None:
    QTest.mouseClick(person.window, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))

    assert person.reads("resultHeadline") == "先选参保地区"


@pytest.mark.screen
def test_with_a_chosen_place_the_box_has_nothing_left_to_be_emptied(person: Any) -> None:
    box = person.find("regionSearch", QLineEdit)
    (clear,) = box.findChildren(QToolButton)
    person.types("bjcy", into="regionSearch")
    waiting.until(lambda: clear.property("opacity") == 1, "a button that empties the box")

    person.presses(Qt.Key.Key_Return, "regionSearch")

    assert box.text() == ""
    waiting.until(lambda: clear.property("opacity") == 0, "no button that empties the box")
