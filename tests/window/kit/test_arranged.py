"""Parts in columns and rows: asked once how high they are, and always as high as they need to be."""

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.window import waiting

from yibao.window.kit.arranged import Arranged, Column, Row
from yibao.window.kit.flow import Flow
from yibao.window.kit.labels import fill, plain
from yibao.window.kit.look import say_as
from yibao.window.kit.scrolling_column import ScrollingColumn
from yibao.window.kit.telling import show
from yibao.window.kit.wrapped_label import WrappedLabel

SHORT, LONG = "一二三四五", "一二三四五六七八九十" * 9


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[QWidget]:
    """The labels that were asked for their heights."""
    labels: list[QWidget] = []

    def height(label: QLabel, width: int) -> int:
        labels.append(label)
        return QLabel.heightForWidth(label, width)

    monkeypatch.setattr(WrappedLabel, "heightForWidth", height, raising=False)
    return labels


@pytest.fixture
def scrolled(qtbot: QtBot, asked: list[QWidget]) -> ScrollingColumn:
    """Ten lines, two of them side by side in a row of their own, in a window of their own."""
    content = Column(5, (3, 4, 3, 4))
    row = Row(6)
    content.add(*(plain(f"第 {number} 行") for number in range(8)), row)
    row.add(plain("左"), plain("右"))
    window = ScrollingColumn("十行", content)
    qtbot.addWidget(window)
    window.resize(300, 200)
    window.show()
    waiting.shown(window)
    asked.clear()
    return window


def labels(part: QWidget) -> list[QLabel]:
    return part.findChildren(QLabel)


def everything_fits(part: QWidget) -> None:
    for label in labels(part):
        if label.isVisible():
            assert label.height() >= QLabel.heightForWidth(label, label.width()), label.text()
    for arranged in (part.widget(), *part.widget().findChildren(Arranged)):
        placed = [x.geometry() for x in arranged._parts if x.isVisible()]
        for number, place in enumerate(placed):
            assert arranged.rect().contains(place)
            assert not any(place.intersects(other) for other in placed[number + 1 :])


def test_parts_stand_one_under_the_other_or_side_by_side(scrolled: ScrollingColumn) -> None:
    *lines, left, right = labels(scrolled)

    tops = [line.y() for line in lines]
    assert tops == sorted(set(tops))
    assert tops[0] == 4
    assert left.y() == right.y()
    assert right.x() == left.x() + left.width() + 6
    everything_fits(scrolled)


def test_only_what_changed_is_asked_again(scrolled: ScrollingColumn, asked: list[QWidget]) -> None:
    third = labels(scrolled)[3]
    before = [label.y() for label in labels(scrolled)]

    fill(third, LONG)
    waiting.settled()

    assert asked == [third]
    assert third.height() >= QLabel.heightForWidth(third, third.width())
    assert labels(scrolled)[2].y() == before[2]
    assert labels(scrolled)[4].y() > before[4]
    everything_fits(scrolled)


def test_a_change_deep_inside_reaches_what_is_around_at_once(
    scrolled: ScrollingColumn, asked: list[QWidget]
) -> None:
    right = labels(scrolled)[-1]
    before = scrolled.widget().height()

    fill(right, LONG)
    waiting.settled()

    assert asked == [right]
    assert scrolled.widget().height() > before
    everything_fits(scrolled)


def test_what_stays_the_same_is_asked_nothing(
    scrolled: ScrollingColumn, asked: list[QWidget]
) -> None:
    for label in labels(scrolled):
        label.setText(label.text())
        label.show()
    waiting.settled()

    assert asked == []


def test_what_is_hidden_takes_no_room_and_comes_back(scrolled: ScrollingColumn) -> None:
    first, second = labels(scrolled)[:2]
    top, below = first.y(), second.y()

    fill(first, "")
    waiting.settled()
    assert second.y() == top

    fill(first, "又来了")
    waiting.settled()
    assert second.y() == below


@pytest.mark.screen
def test_another_look_may_need_another_height(sit_down: Any) -> None:
    window = sit_down().window
    column = Column()
    label = plain(LONG)
    column.add(label, plain(SHORT))
    column.setParent(window)
    column.resize(200, 400)
    column.show()
    heights = [column.heightForWidth(200)]
    for change in (
        lambda: label.setText(LONG * 2),
        lambda: say_as(label, "result"),
        lambda: label.setStyleSheet("font-size: 40pt"),
    ):
        change()
        heights.append(column.heightForWidth(200))

    assert heights == sorted(set(heights))
    label.clear()
    assert column.heightForWidth(200) < heights[0]


def test_lines_break_alike_with_and_without_a_scroll_bar(scrolled: ScrollingColumn) -> None:
    width = labels(scrolled)[0].width()

    fill(labels(scrolled)[0], LONG * 3)
    waiting.settled()
    assert scrolled.verticalScrollBar().isVisible()
    assert labels(scrolled)[0].width() == width

    scrolled.set_scrolling(False)
    waiting.settled()
    assert labels(scrolled)[0].width() == width + scrolled.verticalScrollBar().sizeHint().width()


def test_what_is_put_in_or_taken_out_later_has_its_place(scrolled: ScrollingColumn) -> None:
    column = scrolled.widget()
    before = column.heightForWidth(300)
    late = plain(LONG)

    column.insert(2, late)
    waiting.settled()
    assert late.isVisible()
    assert labels(scrolled)[1].y() < late.y() < labels(scrolled)[2].y()
    everything_fits(scrolled)

    column.remove(late)
    late.deleteLater()
    waiting.settled()
    assert column.heightForWidth(300) == before
    everything_fits(scrolled)


def test_a_row_without_room_becomes_a_column(qtbot: QtBot) -> None:
    row = Row(10, least=100)
    qtbot.addWidget(row)
    one, other = plain(SHORT), plain(LONG)
    row.add(one, other)
    row.resize(300, 400)
    row.show()
    assert one.y() == other.y()

    row.resize(209, 400)

    assert one.x() == other.x()
    assert other.y() == one.height() + 10


def test_what_stands_side_by_side_may_be_equally_high(qtbot: QtBot) -> None:
    row = Row(10, even=True)
    qtbot.addWidget(row)
    one, other = plain(SHORT), plain(LONG)
    row.add(one, other)
    row.resize(300, 400)
    row.show()

    assert one.height() == other.height() >= QLabel.heightForWidth(other, other.width())


def test_a_button_that_comes_or_goes_moves_the_others(qtbot: QtBot) -> None:
    row = Flow(10)
    qtbot.addWidget(row)
    one, other = QPushButton("一"), QPushButton("二")
    row.add(one, other)
    row.resize(400, 60)
    row.show()
    left = other.x()

    show(one, False)
    row.arrange()
    assert other.x() == 0

    show(one, True)
    row.arrange()
    assert other.x() == left
