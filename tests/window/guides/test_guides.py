"""The guide panels, walked through one by one."""

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QTabWidget, QWidget

TITLES = [
    "余额查询",
    "每月划入",
    "缴费年限",
    "家庭共济",
    "断缴与补缴",
    "转移与提取",
    "注意事项",
]


def texts(page: QWidget | None) -> str:
    assert page is not None
    return "\n".join(label.text() for label in page.findChildren(QLabel))


@pytest.mark.parametrize(
    ("place", "index", "told"),
    [
        (
            "110105",
            0,
            ["微信", "支付宝", "12393", "12333", "经办窗口", "自助终端", "fuwu.nhsa.gov.cn"],
        ),
        ("110105", 1, ["单建统筹", "2% 到 3%", "多划一些"]),
        ("110105", 2, ["累计缴费年限", "实际交了多少个月", "按月接着交"]),
        ("110105", 3, ["亲情账户", "医保钱包", "兄弟姐妹"]),
        ("110105", 4, ["三个月", "等 3 个月"]),
        ("110105", 5, ["转移接续办理", "15 个工作日", "取现", "2022 年 9 月", "遗产"]),
        ("350500", 5, ["注销户口", "10 号"]),
        ("110105", 6, ["不清零", "500 元", "省级统筹"]),
        ("310101", 4, ["只适用于", "等 6 个月"]),
        ("440106", 5, ["在广东省内换城市"]),
    ],
)
def test_every_panel_tells_what_it_is_for(
    person: Any, place: str, index: int, told: list[str]
) -> None:
    person.picks(place)
    tabs = person.find("guideTabs", QTabWidget)

    tabs.setCurrentIndex(index)

    text = texts(tabs.widget(index))
    assert [part for part in told if part not in text] == []


def test_the_panels_are_there_before_a_place_is_chosen(person: Any) -> None:
    tabs = person.find("guideTabs", QTabWidget)

    told = [tabs.tabBar().accessibleTabName(index) for index in range(tabs.count())]
    assert told == TITLES
    for index in range(tabs.count()):
        tabs.setCurrentIndex(index)
        assert texts(tabs.currentWidget())


def test_what_is_true_only_elsewhere_goes_when_the_place_changes(person: Any) -> None:
    tabs = person.find("guideTabs", QTabWidget)
    tabs.setCurrentIndex(4)
    person.picks("310101")
    assert "上海" in texts(tabs.currentWidget())

    person.picks("110105")
    person.waits()

    visible = [label for label in tabs.currentWidget().findChildren(QLabel) if label.isVisible()]
    assert visible
    assert not any("上海" in label.text() for label in visible)


@pytest.mark.screen
def test_cards_stand_in_as_many_columns_as_there_is_room_for(person: Any) -> None:
    def columns() -> int:
        page = person.find("guideTabs", QTabWidget).currentWidget()
        cards = [c for c in page.findChildren(QWidget) if c.property("role") == "card"]
        return len({card.x() for card in cards if card.isVisible()})

    person.sizes(900, 700)
    narrow = columns()
    person.sizes(1900, 1000)

    assert narrow < columns()
