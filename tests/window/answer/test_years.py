"""The contribution years, the retirement, and the timeline, as a clerk works with them."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from yibao.window.answer.timeline import Timeline


def chooses(person: Any, name: str, value: str) -> None:
    """Open a box and press Enter at a choice."""
    box = person.find(name, QComboBox)
    box.setFocus()
    while box.currentData() != value:
        before = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() > before, value


@pytest.fixture
def worker(person: Any) -> Any:
    """A man of 55 in service in Shenyang, with twenty years and a half."""
    person.picks("210102")
    chooses(person, "statusChoice", "in_service")
    person.types("1970-06", into="bornField")
    person.types("6000", into="baseField")
    chooses(person, "sexChoice", "male")
    person.types("20-06", into="paidYearsField")
    person.types("8", into="actualYearsField")
    return person


def shown(person: Any, name: str) -> bool:
    return person.find(name).isVisibleTo(person.window)


def test_somebody_in_work_reads_all_three_answers(worker: Any) -> None:
    assert worker.reads("resultHeadline") == "每月 120.00 元"
    assert worker.reads("contributionHeadline") == "还差 9 年 6 个月"
    assert worker.reads("retirementHeadline") == "2031 年 11 月到法定退休年龄"

    worker.clicks("contributionTile")

    assert "实际缴费也还差 2 年" in worker.reads("resultDetails")
    assert "按月接着交" in worker.reads("resultDetails")
    assert "360 个月" in worker.reads("resultSteps")
    worker.clicks("retirementTile")
    assert "不是医保的缴费年限" in worker.reads("resultDetails")


def test_the_retired_see_the_years_only_when_they_ask(person: Any) -> None:
    person.picks("110105")
    person.types("71", into="ageField")
    assert not shown(person, "contributionHeadline")
    assert not shown(person, "retirementHeadline")

    chooses(person, "sexChoice", "female")
    person.types("20", into="paidYearsField")

    assert person.reads("contributionHeadline") == "年限够了"
    assert not shown(person, "retirementHeadline")


@pytest.mark.parametrize(
    ("place", "asked", "not_asked"),
    [
        ("110105", [], ["actualYearsField", "deemedChoice", "enrolledField"]),
        ("210102", ["actualYearsField", "deemedChoice"], ["enrolledField"]),
        ("440103", ["enrolledField", "actualYearsField"], []),
    ],
)
def test_only_what_the_place_asks_for_is_asked(
    person: Any, place: str, asked: list[str], not_asked: list[str]
) -> None:
    person.picks(place)
    person.clicks("yearsButton")

    assert all(shown(person, name) for name in asked)
    assert not any(shown(person, name) for name in not_asked)


def test_a_woman_in_work_is_asked_what_she_was(person: Any) -> None:
    person.picks("110105")
    chooses(person, "statusChoice", "in_service")
    assert not shown(person, "workerCategoryChoice")

    chooses(person, "sexChoice", "female")
    person.types("1975-06", into="bornField")

    assert shown(person, "workerCategoryChoice")
    assert person.reads("retirementHeadline") == "请再填：原来是干部还是工人"
    chooses(person, "workerCategoryChoice", "cadre")
    assert person.reads("retirementHeadline") == "2031 年 11 月到法定退休年龄"


def test_a_woman_in_flexible_employment_is_asked_for_the_age_she_goes_by(person: Any) -> None:
    person.picks("110105")
    chooses(person, "statusChoice", "flexible")
    chooses(person, "sexChoice", "female")
    person.types("1978-03", into="bornField")
    box = person.find("workerCategoryChoice", QComboBox)

    assert box.accessibleName() == "按 55 岁还是 50 岁办退休"
    assert [box.itemText(i) for i in range(box.count())] == ["还没选", "按 55 岁", "按 50 岁"]
    assert "12333" in box.accessibleDescription()
    assert person.reads("retirementHeadline") == (
        "按 55 岁，2035 年 4 月到法定退休年龄；按 50 岁，2029 年 11 月到法定退休年龄"
    )
    person.clicks("retirementTile")
    assert "还没选" in person.reads("resultWarnings")
    chooses(person, "workerCategoryChoice", "worker")
    assert person.reads("retirementHeadline") == "2029 年 11 月到法定退休年龄"
    assert not shown(person, "resultWarnings")


def test_what_was_chosen_stays_chosen_when_the_words_change(person: Any) -> None:
    person.picks("110105")
    person.clicks("yearsButton")
    chooses(person, "sexChoice", "female")
    box = person.find("workerCategoryChoice", QComboBox)
    assert box.accessibleName() == "按 55 岁还是 50 岁办的退休"
    chooses(person, "workerCategoryChoice", "cadre")

    chooses(person, "statusChoice", "in_service")

    assert (box.currentData(), box.currentText()) == ("cadre", "干部")
    assert box.accessibleName() == "原来是干部还是工人"


def test_residents_are_asked_for_nothing_of_the_kind(person: Any) -> None:
    person.picks("110105")
    chooses(person, "statusChoice", "resident")

    for name in ("sexChoice", "paidYearsField", "retiresOnField", "contributionHeadline"):
        assert not shown(person, name)


def test_the_fields_explain_themselves(worker: Any) -> None:
    for name, told in (
        ("paidYearsField", "将来由哪里付"),
        ("actualYearsField", "真正交了钱"),
        ("deemedChoice", "视同缴费"),
        ("retiresOnField", "推算"),
    ):
        assert told in worker.find(name).accessibleDescription()
        assert worker.find(name).accessibleName()


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("paidYearsField", "20-12", "0 到 11"),
        ("paidYearsField", "abc", "20-06"),
        ("actualYearsField", "21", "不会比累计年限多"),
        ("retiresOnField", "2031-13", "月份"),
    ],
)
def test_a_wrong_entry_is_told_at_its_field(worker: Any, field: str, typed: str, told: str) -> None:
    worker.types(typed, into=field)

    assert told in worker.find(field, QLineEdit).accessibleDescription()
    assert worker.find(field, QLineEdit).text() == typed
    assert worker.reads("resultHeadline").startswith("请先改好：")
    assert not shown(worker, "contributionHeadline")
    assert not shown(worker, "timeline")


def test_a_contested_requirement_shows_both_sides(person: Any) -> None:
    person.picks("320102")
    chooses(person, "sexChoice", "male")
    person.types("26", into="paidYearsField")
    person.types("12", into="actualYearsField")

    assert person.reads("contributionHeadline") == "年限够了，或者还差 4 年"
    person.clicks("contributionTile")
    sides = person.reads("resultSides")
    assert "一种说法：要累计 25 年" in sides
    assert "另一种说法：要累计 30 年，还差 4 年" in sides


def test_the_timeline_is_read_out_as_it_is_drawn(worker: Any) -> None:
    timeline = worker.find("timeline", Timeline)

    assert timeline.isVisibleTo(worker.window)
    assert timeline.accessibleName() == (
        "以后的变化：现在：每月 120.00 元；2031 年 11 月到法定退休年龄，61 岁：年限补够以后，每月 80.00 元（具体哪个月起，问当地）"
    )


@pytest.mark.screen
def test_the_timeline_tells_now_from_later_without_colour(worker: Any) -> None:
    timeline = worker.find("timeline", Timeline)
    picture = timeline.grab().toImage()
    ratio = picture.devicePixelRatio()
    line = timeline.fontMetrics().height() // 2
    middle = round(timeline.fontMetrics().horizontalAdvance("国") * 0.5)
    second = timeline.heightForWidth(timeline.width()) // 2

    def dark(y: int) -> bool:
        return picture.pixelColor(round(middle * ratio), round(y * ratio)).lightness() < 128

    assert dark(line)
    assert not dark(second + line)


@pytest.mark.screen
def test_the_timeline_has_room_for_every_word_however_narrow(worker: Any) -> None:
    timeline = worker.find("timeline", Timeline)

    wide, narrow = timeline.heightForWidth(600), timeline.heightForWidth(120)

    assert narrow > wide
    assert timeline.height() >= timeline.heightForWidth(timeline.width())


def test_the_next_visitor_finds_nothing_of_the_last(worker: Any) -> None:
    worker.clicks("nextVisitorButton")

    for name in ("paidYearsField", "actualYearsField", "retiresOnField", "enrolledField"):
        assert worker.find(name, QLineEdit).text() == ""
    for name in ("sexChoice", "workerCategoryChoice", "deemedChoice"):
        assert worker.find(name, QComboBox).currentData() == ""
    assert worker.find("timeline").accessibleDescription() == ""
    for name in ("contributionHeadline", "retirementHeadline"):
        assert worker.find(name).text() == ""


@pytest.mark.screen
def test_everything_is_copied(worker: Any, clipboard: Callable[[], str]) -> None:
    worker.clicks("copyButton")

    for part in ("【每月划入】", "【缴费年限】还差 9 年 6 个月", "【退休时间】", "以后的变化"):
        assert part in clipboard()
