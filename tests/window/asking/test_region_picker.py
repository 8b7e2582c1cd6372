"""Finding a place that is no division, under an old name, or in whatever way it is typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QTreeWidget
from tests.window.person import Person

ZONE = "苏州工业园区（按江苏省苏州市查）"
HINT = "按 Enter 直接选拼音字母"


def hits(person: Person) -> list[str]:
    shown = person.find("regionResults", QListWidget)
    return [shown.item(row).text() for row in range(shown.count())]


def test_a_zone_is_chosen_and_answered_as_itself(person: Person) -> None:
    person.composes("苏州工业园区", into="regionSearch")
    assert hits(person) == [ZONE]

    person.presses(Qt.Key.Key_Return, on="regionSearch")

    assert person.reads("regionChosen") == ZONE
    person.types("71", into="ageField")
    assert "苏州工业园区的医保自己统筹" in person.reads("resultWarnings")


def test_a_name_of_two_places_offers_both(person: Person) -> None:
    person.composes("东乡县", into="regionSearch")

    assert hits(person) == [
        "甘肃省临夏回族自治州东乡族自治县",
        "江西省抚州市东乡区（原东乡县）",
    ]


def test_the_code_of_an_old_identity_card(person: Person) -> None:
    person.types("110103", into="regionSearch")

    assert hits(person) == ["北京市东城区（原崇文区，代码 110103）"]


@pytest.mark.parametrize("typed", ["ｂｊｃｙ", "北京＞朝陽", "【北京】朝\u200b阳", "110105000000"])
def test_however_it_is_typed(person: Person, typed: str) -> None:
    person.composes(typed, into="regionSearch")

    assert hits(person) == ["北京市朝阳区"]


def test_a_long_name_stands_in_full_on_several_lines(person: Person) -> None:
    person.composes("积石山", into="regionSearch")
    person.waits()
    shown = person.find("regionResults", QListWidget)
    row = shown.visualItemRect(shown.item(0))
    text = shown.fontMetrics().boundingRect(row, Qt.TextFlag.TextWrapAnywhere, shown.item(0).text())

    assert text.height() > shown.fontMetrics().height()
    assert text.height() <= row.height()
    assert shown.viewport().rect().contains(row)


def test_what_an_input_method_made_of_it_is_told_how_to_mend(person: Person) -> None:
    person.composes("北京残余", into="regionSearch")
    assert HINT in person.reads("regionNotFound")

    person.types("qqqq", into="regionSearch")
    assert "没有找到" in person.reads("regionNotFound")
    assert HINT not in person.reads("regionNotFound")


def test_a_zone_is_offered_among_recent_places_but_not_in_the_tree(person: Person) -> None:
    person.picks("东莞虎门")
    person.clicks("regionBrowseButton")
    tree = person.find("regionTree", QTreeWidget)
    names = [tree.topLevelItem(row).text(0) for row in range(tree.topLevelItemCount())]

    assert len(names) == 31
    guangdong = tree.topLevelItem(names.index("广东省"))
    guangdong.setExpanded(True)
    dongguan = next(
        item
        for row in range(guangdong.childCount())
        if (item := guangdong.child(row)).text(0) == "东莞市"
    )
    assert dongguan.childCount() == 0
    assert person.reads("regionChosen") == "虎门镇（按广东省东莞市查）"
