"""What keeps a keystroke within a frame."""

from contextlib import suppress
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.window import waiting

from yibao.window.kit.labels import plain
from yibao.window.kit.layouts import laid_out_once
from yibao.window.kit.look import say_as


class CountedLayout(QVBoxLayout):
    """Counts how often it is used."""

    count_of_uses = 0

    def setGeometry(self, rect: Any) -> None:
        self.count_of_uses += 1
        super().setGeometry(rect)


@pytest.fixture
def column(qtbot: QtBot) -> QWidget:
    """Ten hidden labels in a window."""
    window = QWidget()
    inside = QWidget(window)
    QVBoxLayout(window).addWidget(inside)
    layout = CountedLayout(inside)
    for number in range(10):
        label = plain(f"第 {number} 行")
        label.hide()
        layout.addWidget(label)
    qtbot.addWidget(window)
    window.show()
    waiting.shown(window)
    return window


def show_all(column: QWidget) -> None:
    for label in column.findChildren(QLabel):
        label.show()


@pytest.mark.screen
def test_many_changes_are_laid_out_once(column: QWidget) -> None:
    layout = column.findChild(CountedLayout)
    before = layout.count_of_uses

    with laid_out_once(column):
        show_all(column)

    assert 0 < layout.count_of_uses - before <= 2
    labels = column.findChildren(QLabel)
    tops = [label.y() for label in labels]
    assert tops == sorted(set(tops))


def test_layouts_work_again_after_an_error(column: QWidget) -> None:
    layout = column.findChild(CountedLayout)
    before = layout.count_of_uses

    with suppress(ValueError), laid_out_once(column):
        show_all(column)
        raise ValueError

    waiting.until(lambda: layout.count_of_uses > before, "another layout")


@pytest.mark.screen
def test_a_label_is_as_high_as_its_text_needs_it_now(sit_down: Any) -> None:
    window = sit_down().window
    label = plain("一二三四五六七八九十" * 5)
    label.setParent(window)
    label.show()
    heights = [label.heightForWidth(200)]
    for change in (
        lambda: label.setText("一二三四五六七八九十" * 9),
        lambda: say_as(label, "headline"),
        lambda: label.setStyleSheet("font-size: 40pt"),
    ):
        change()
        heights.append(label.heightForWidth(200))
        assert label.heightForWidth(200) == QLabel.heightForWidth(label, 200)
    label.clear()

    assert heights == sorted(set(heights))
    assert label.heightForWidth(200) < heights[0]
    assert label.heightForWidth(900) == QLabel.heightForWidth(label, 900)
