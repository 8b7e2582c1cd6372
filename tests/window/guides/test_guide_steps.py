"""Explaining step by step: ticks, copies, handouts, and what fits the visitor first."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QTabBar,
    QTabWidget,
    QToolButton,
)
from tests.window import waiting

from yibao.window.guides.guide_card import GuideCard
from yibao.window.guides.step_box import StepBox

FIRST = "打开微信，点右下角的“我”，再点“服务”。"


def step(clerk: Any, text: str = FIRST) -> StepBox:
    return next(box for box in clerk.window.findChildren(StepBox) if box.accessibleName() == text)


def button(clerk: Any, name: str) -> QPushButton:
    return next(b for b in clerk.window.findChildren(QPushButton) if b.accessibleName() == name)


def press(widget: Any, at: QPoint | None = None) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())


def chooses(clerk: Any, name: str, value: str) -> None:
    choice = clerk.find(name, QComboBox)
    choice.setCurrentIndex(choice.findData(value))
    choice.activated.emit(choice.currentIndex())
    clerk.waits()


def headings(clerk: Any) -> list[str]:
    labels = clerk.find("guideTabs", QTabWidget).currentWidget().findChildren(QLabel)
    return [label.text() for label in labels if label.property("role") == "heading"]


@pytest.mark.screen
def test_a_step_is_ticked_with_the_mouse_wherever_it_is_pressed(clerk: Any) -> None:
    box = step(clerk)

    press(box, QPoint(box.width() - 3, 3))
    assert box.isChecked()
    assert box.findChild(QLabel).property("role") == "done"

    press(box, QPoint(5, box.height() // 2))
    assert not box.isChecked()
    assert box.findChild(QLabel).property("role") == ""


@pytest.mark.screen
def test_a_step_is_ticked_with_the_keyboard_and_down_goes_to_the_next(clerk: Any) -> None:
    box = step(clerk)
    box.setFocus()

    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()

    QTest.keyClick(box, Qt.Key.Key_Down)
    assert waiting.keyboard().accessibleName().startswith("点“城市服务”")


def test_a_screen_reader_is_told_the_step_and_whether_it_is_done(clerk: Any) -> None:
    box = step(clerk)
    told = QAccessible.queryAccessibleInterface(box)

    assert told.role() == QAccessible.Role.CheckBox
    assert told.text(QAccessible.Text.Name) == FIRST
    assert not told.state().checked
    box.click()
    assert told.state().checked


@pytest.mark.screen
def test_a_step_is_drawn_otherwise_when_it_is_done_pointed_at_or_in_focus(clerk: Any) -> None:
    box = step(clerk)
    plain = box.grab().toImage()
    box.click()
    done = box.grab().toImage()
    box.setFocus(Qt.FocusReason.TabFocusReason)

    assert plain != done
    assert box.grab().toImage() != done


def test_ticks_stay_while_other_panels_are_looked_at_or_searched(clerk: Any) -> None:
    step(clerk).click()
    tabs = clerk.find("guideTabs", QTabWidget)
    tabs.setCurrentIndex(1)
    clerk.waits()
    tabs.setCurrentIndex(0)
    clerk.waits()
    assert step(clerk).isChecked()

    clerk.composes("打开微信", "guideSearch")
    clerk.waits()
    assert step(clerk).isChecked()
    step(clerk).click()
    clerk.composes("", "guideSearch")
    clerk.find("guideSearch").clear()
    clerk.waits()
    assert not step(clerk).isChecked()


def test_ticks_stay_in_another_text_size_and_with_another_status(clerk: Any) -> None:
    step(clerk).click()

    chooses(clerk, "textSizeChoice", "elder")
    assert step(clerk).isChecked()
    chooses(clerk, "statusChoice", "in_service")
    assert step(clerk).isChecked()


def test_ticks_go_with_the_visitor(clerk: Any) -> None:
    step(clerk).click()

    clerk.clicks("nextVisitorButton")
    clerk.waits()

    assert not step(clerk).isChecked()


def test_ticks_go_with_the_place(clerk: Any) -> None:
    step(clerk).click()

    clerk.picks("310101")
    clerk.waits()
    assert not step(clerk).isChecked()
    clerk.picks("110105")
    clerk.waits()
    assert not step(clerk).isChecked()


@pytest.mark.screen
def test_one_way_is_copied_and_wiped_with_the_visitor(
    clerk: Any, clipboard: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yibao.window.guides.guide_card.SHORTLY", 30)
    copy = button(clerk, "复制：微信")
    copy.click()

    assert copy.text() == "已复制"
    assert clipboard().startswith("北京市朝阳区 · 余额查询\n\n【微信】\n1. 打开微信")
    assert "支付宝" not in clipboard()
    waiting.until(lambda: copy.text() == "复制", "复制 on the button")
    clerk.clicks("nextVisitorButton")
    assert clipboard() == ""


def test_one_way_is_printed(clerk: Any) -> None:
    button(clerk, "打印：微信").click()

    dialog = clerk.window.findChild(QDialog, "handoutDialog")
    handout = dialog._handout
    assert (handout.title, handout.subtitle) == ("余额查询", "北京市朝阳区")
    assert [part.title for part in handout.parts] == ["微信"]
    assert not dialog.findChild(QCheckBox, "withAgeChoice").isVisibleTo(dialog)
    dialog.close()


def test_a_whole_panel_is_printed_even_without_a_place(person: Any) -> None:
    person.find("guideTabs", QTabWidget).setCurrentIndex(3)

    person.clicks("printGuideButton")

    dialog = person.window.findChild(QDialog, "handoutDialog")
    assert (dialog._handout.title, dialog._handout.subtitle) == ("家庭共济", "全国")
    assert len(dialog._handout.parts) > 5
    dialog.close()


def test_what_is_for_the_visitor_s_status_comes_first(clerk: Any) -> None:
    clerk.find("guideTabs", QTabWidget).setCurrentIndex(4)
    clerk.waits()
    assert headings(clerk) == ["怎么补", "其他情况"]

    chooses(clerk, "statusChoice", "resident")
    assert headings(clerk) == ["城乡居民医保", "换地方、换险种", "怎么补", "其他情况"]


@pytest.mark.screen
@pytest.mark.parametrize("size", ["standard", "large", "elder"])
def test_nothing_is_cut_and_everything_is_large_enough(clerk: Any, size: str) -> None:
    clerk.sizes(1280, 720)
    chooses(clerk, "textSizeChoice", size)
    for number in range(8):
        if number < 7:
            clerk.find("guideTabs", QTabWidget).setCurrentIndex(number)
        else:
            clerk.composes("医保", "guideSearch")
        clerk.waits()
        for card in clerk.window.findChildren(GuideCard):
            for label in card.findChildren(QLabel):
                assert label.heightForWidth(label.width()) <= label.height(), label.text()
                assert label.width() <= 40 * label.fontMetrics().horizontalAdvance("国")
            for target in (*card.findChildren(QPushButton), *card.findChildren(StepBox)):
                assert target.height() >= 44
                assert target.width() >= 44


def bar_in_full(clerk: Any) -> QTabBar:
    """The bar, when it has been seen that nobody has to scroll it."""
    bar = clerk.find("guideTabs", QTabWidget).tabBar()
    arrows = [button for button in bar.findChildren(QToolButton) if button.isVisible()]
    last = bar.count() - 1
    assert not arrows
    assert bar.tabRect(0).left() >= 0
    assert bar.tabRect(last).right() <= bar.parentWidget().width()
    assert bar.accessibleTabName(last) == "注意事项"
    assert min(bar.tabRect(number).width() for number in range(last + 1)) >= 44
    return bar


@pytest.mark.screen
@pytest.mark.parametrize(
    ("size", "window", "names"),
    [
        ("standard", (1366, 768), ["断缴与补缴", "转移与提取", "注意事项"]),
        ("standard", (1280, 720), ["断缴", "转移", "注意"]),
        ("large", (1280, 720), ["断缴与补缴", "转移与提取", "注意事项"]),
        ("elder", (1280, 720), ["断缴", "转移", "注意"]),
    ],
)
def test_the_tabs_stand_side_by_side_without_arrows_in_every_size(
    clerk: Any, size: str, window: tuple[int, int], names: list[str]
) -> None:
    clerk.sizes(*window)
    chooses(clerk, "textSizeChoice", size)
    clerk.waits()

    bar = bar_in_full(clerk)
    assert [bar.tabText(number) for number in (4, 5, 6)] == names


@pytest.mark.screen
@pytest.mark.parametrize("window", [(640, 360), (853, 480), (1100, 700), (830, 480)])
@pytest.mark.parametrize("size", ["elder", "large", "standard"])
def test_where_there_is_little_room_the_tabs_have_shorter_names(
    clerk: Any, size: str, window: tuple[int, int]
) -> None:
    chooses(clerk, "textSizeChoice", size)
    clerk.sizes(*window)
    clerk.waits()

    assert "注意" in bar_in_full(clerk).tabText(6)


def test_the_left_side_gives_way_to_the_tabs_before_they_have_to_scroll(clerk: Any) -> None:
    clerk.sizes(1280, 720)
    clerk.waits()
    roomy = clerk.find("regionSearch").width()

    clerk.sizes(640, 360)
    clerk.waits()
    assert clerk.find("regionSearch").width() < roomy

    clerk.sizes(1280, 720)
    clerk.waits()
    assert clerk.find("regionSearch").width() == roomy
