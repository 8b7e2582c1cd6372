"""All answers at a glance: a tile for each, the chosen one's reason under them."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QTabBar, QWidget
from tests.window import waiting

CTRL = Qt.KeyboardModifier.ControlModifier
TILES = ("premiumTile", "creditTile", "contributionTile", "retirementTile")


def choose(person: Any, name: str, value: str) -> None:
    box = person.find(name, QComboBox)
    box.setCurrentIndex(box.findData(value))


@pytest.fixture
def worker(person: Any) -> Any:
    """A man of 55 in service in Beijing who asks for everything."""
    person.picks("110105")
    choose(person, "statusChoice", "in_service")
    choose(person, "sexChoice", "male")
    for name, text in (("born", "1970-06"), ("base", "6000"), ("paidYears", "20-06")):
        person.types(text, into=f"{name}Field")
    return person


def tiles(person: Any) -> list[str]:
    """What can be seen of the tiles, in their order."""
    return [name for name in TILES if person.find(name).isVisibleTo(person.window)]


def row(person: Any) -> QTabBar:
    return person.find("answerTiles", QTabBar)


def chosen(person: Any) -> str:
    """The title of the chosen answer."""
    return person.find("resultCard").accessibleName()


def test_each_answer_has_its_tile_with_its_headline(worker: Any) -> None:
    assert tiles(worker) == ["creditTile", "contributionTile", "retirementTile"]
    for name in tiles(worker):
        headline = worker.reads(f"{name.removesuffix('Tile')}Headline".replace("credit", "result"))
        tile = worker.find(name)
        assert headline
        assert headline in tile.accessibleName()
        said = [label.text().replace("\u00a0", " ") for label in tile.findChildren(QLabel)]
        assert headline in said


def test_whoever_asks_one_thing_sees_one_tile_over_the_whole_width(clerk: Any) -> None:
    assert tiles(clerk) == ["creditTile"]
    clerk.waits()

    assert clerk.find("creditTile").width() == row(clerk).width()
    assert row(clerk).width() > clerk.find("resultCard").width()


def test_what_is_told_first_is_chosen(person: Any) -> None:
    person.picks("110105")
    for status, title in (
        ("retired", "每月划入"),
        ("flexible", "每月要交"),
        ("resident", "每年要交"),
        ("in_service", "每月划入"),
    ):
        choose(person, "statusChoice", status)
        assert chosen(person) == title


def test_a_click_shows_the_reason_of_another_answer(worker: Any) -> None:
    assert "6000.00 元 × 2%" in worker.reads("resultSteps")

    worker.clicks("contributionTile")

    assert "300 个月" in worker.reads("resultSteps")
    assert "6000.00" not in worker.reads("resultSteps")
    assert not worker.find("timeline").isVisibleTo(worker.window)
    worker.clicks("creditTile")
    assert worker.find("timeline").isVisibleTo(worker.window)


def test_a_click_on_the_words_is_one_on_the_tile(worker: Any) -> None:
    QTest.mouseClick(worker.find("retirementHeadline"), Qt.MouseButton.LeftButton)

    assert chosen(worker) == "退休时间"


def test_the_choice_stays_while_the_same_visitor_is_typed_at(worker: Any) -> None:
    worker.clicks("contributionTile")

    worker.types("19-06", into="paidYearsField")
    worker.types("7000", into="baseField")
    assert chosen(worker) == "缴费年限"
    assert "还差 5 年 6 个月" in worker.reads("contributionHeadline")

    worker.types("7000x", into="baseField")
    assert worker.reads("resultHeadline").startswith("请先改好")
    worker.types("7000", into="baseField")
    assert chosen(worker) == "缴费年限"


def test_with_the_next_visitor_the_first_answer_is_chosen_again(worker: Any) -> None:
    worker.clicks("contributionTile")
    worker.clicks("nextVisitorButton")

    choose(worker, "statusChoice", "in_service")

    assert len(tiles(worker)) > 1
    assert chosen(worker) == "每月划入"


def test_where_the_chosen_answer_is_gone_the_first_one_stands(worker: Any) -> None:
    worker.clicks("retirementTile")

    choose(worker, "statusChoice", "retired")
    assert chosen(worker) == "每月划入"
    choose(worker, "statusChoice", "in_service")
    assert chosen(worker) == "退休时间"


@pytest.mark.screen
@pytest.mark.parametrize(
    ("on", "back"), [(Qt.Key.Key_Right, Qt.Key.Key_Left), (Qt.Key.Key_Down, Qt.Key.Key_Up)]
)
def test_arrows_go_from_tile_to_tile(worker: Any, on: Any, back: Any) -> None:
    row(worker).setFocus()
    waiting.focused(row(worker))

    seen = [chosen(worker)]
    for _ in range(3):
        QTest.keyClick(row(worker), on)
        seen.append(chosen(worker))
    assert seen == ["每月划入", "缴费年限", "退休时间", "每月划入"]
    QTest.keyClick(row(worker), back)
    assert chosen(worker) == "退休时间"


@pytest.mark.screen
@pytest.mark.parametrize("field", ["ageField", "baseField", "regionSearch", "statusChoice"])
def test_ctrl_and_an_arrow_choose_while_something_else_has_the_keys(
    worker: Any, field: str
) -> None:
    worker.find(field).setFocus()
    waiting.focused(worker.find(field))

    QTest.keyClick(worker.find(field), Qt.Key.Key_Right, CTRL)
    waiting.until(lambda: chosen(worker) == "缴费年限", "the next answer")
    QTest.keyClick(worker.find(field), Qt.Key.Key_Left, CTRL)
    waiting.until(lambda: chosen(worker) == "每月划入", "the answer before")

    waiting.focused(worker.find(field))


@pytest.mark.screen
def test_a_number_that_is_typed_is_not_lost_to_the_arrows(worker: Any) -> None:
    base = worker.find("baseField", QLineEdit)
    base.setFocus()
    base.setCursorPosition(4)

    QTest.keyClick(base, Qt.Key.Key_Left)
    QTest.keyClicks(base, "5")

    assert base.text() == "60050"
    assert chosen(worker) == "每月划入"


@pytest.mark.screen
def test_words_in_a_tile_can_be_selected(worker: Any) -> None:
    headline = worker.find("contributionHeadline", QLabel)
    worker.waits()
    left, right = headline.rect().center(), headline.rect().center()
    left.setX(2)
    right.setX(headline.fontMetrics().horizontalAdvance("还差 4"))
    QTest.mousePress(headline, Qt.MouseButton.LeftButton, pos=left)
    QTest.mouseMove(headline, right)
    QTest.mouseRelease(headline, Qt.MouseButton.LeftButton, pos=right)

    assert "差" in headline.selectedText()
    assert headline.hasFocus()


def parts(root: QWidget) -> list[tuple[Any, str, bool]]:
    """What a screen reader finds in the row: role, name, whether it is selected."""
    found = QAccessible.queryAccessibleInterface(root)
    children = [found.child(index) for index in range(found.childCount())]
    return [
        (part.role(), part.text(QAccessible.Text.Name), bool(part.state().selected))
        for part in children
        if not part.state().invisible
    ]


def test_a_screen_reader_hears_tiles_as_tabs(worker: Any) -> None:
    worker.clicks("contributionTile")
    found = QAccessible.queryAccessibleInterface(row(worker))

    assert found.role() == QAccessible.Role.PageTabList
    assert [role for role, _, _ in parts(row(worker))] == [QAccessible.Role.PageTab] * 3
    names = [name for _, name, _ in parts(row(worker))]
    assert names[0] == "每月划入：每月 120.00 元，一年合计 1440.00 元，退休后 97.00 元"
    assert names[1].startswith("缴费年限：还差 4 年 6 个月，")
    assert names[2].startswith("退休时间：2031 年 11 月到法定退休年龄，最早 2030 年 6 月，最晚 ")
    assert [selected for _, _, selected in parts(row(worker))] == [False, True, False]


def test_nothing_is_left_in_a_tile_that_is_gone(worker: Any) -> None:
    worker.clicks("nextVisitorButton")

    for name in ("contributionTile", "retirementTile", "premiumTile"):
        assert worker.find(name).accessibleName() == ""
        assert [x.text() for x in worker.find(name).findChildren(QLabel)] == ["", "", ""]


@pytest.mark.parametrize(
    ("size", "window", "abreast"),
    [
        ("standard", (1366, 768), True),
        ("standard", (1280, 720), True),
        ("standard", (640, 360), False),
        ("elder", (1366, 768), False),
        ("elder", (1920, 1080), True),
    ],
)
def test_tiles_stand_side_by_side_where_there_is_room(
    worker: Any, size: str, window: tuple[int, int], abreast: bool
) -> None:
    worker.sizes(*window)
    box = worker.find("textSizeChoice", QComboBox)
    box.setCurrentIndex(box.findData(size))
    box.activated.emit(box.currentIndex())
    worker.waits()

    tops = {worker.find(name).y() for name in tiles(worker)}
    assert len(tops) == (1 if abreast else 3)


def test_another_text_size_keeps_the_choice(worker: Any) -> None:
    worker.clicks("contributionTile")
    box = worker.find("textSizeChoice", QComboBox)
    box.setCurrentIndex(box.findData("large"))
    box.activated.emit(box.currentIndex())
    waiting.settled()

    assert chosen(worker) == "缴费年限"


@pytest.mark.screen
def test_everything_is_copied_whichever_tile_is_chosen(
    worker: Any, clipboard: Callable[[], str]
) -> None:
    worker.clicks("retirementTile")
    worker.clicks("copyButton")

    for part in ("【每月划入】每月 120.00 元", "【缴费年限】还差 4 年 6 个月", "【退休时间】"):
        assert part in clipboard()


@pytest.mark.parametrize("contrast", ["normal", "high"])
def test_a_headline_stays_large_in_every_theme(clerk: Any, contrast: str) -> None:
    headline = clerk.find("resultHeadline", QLabel)
    before = headline.font().pointSizeF()
    main = clerk.find("resultDetails").font().pointSizeF()

    clerk.counter._prefer("contrast", contrast)
    clerk.waits()

    assert headline.font().pointSizeF() == before > 2 * main
    assert headline.font().bold()
    assert headline.height() >= headline.fontMetrics().height()
    clerk.counter._prefer("contrast", "normal")
