"""The visitor's view: an answer or nothing, on the second screen if there is one."""

from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from yibao.presenters.answer.visitor_view import VisitorView
from yibao.presenters.notices import SITE
from yibao.window.visitor import visitor_window
from yibao.window.visitor.visitor_window import VisitorWindow, other_screen

NAMES = ("Place", "What", "Headline", "Why", "Change", "Caution", "Site")


class Screen:
    """What somebody on the other side of the counter sees."""

    def __init__(self, person: Any) -> None:
        windows = person.application.qt.topLevelWidgets()
        self.window = next(w for w in windows if isinstance(w, VisitorWindow) and w.isVisible())

    def reads(self, name: str) -> str:
        label = self.window.findChild(QLabel, f"visitor{name}")
        return "" if label.isHidden() else label.text().replace("\u00a0", " ")

    @property
    def everything(self) -> str:
        return "\n".join(self.reads(name) for name in NAMES)


@pytest.fixture
def screen(person: Any) -> Screen:
    person.clicks("visitorViewButton")
    return Screen(person)


def test_it_rests_until_there_is_an_answer(person: Any, screen: Screen) -> None:
    person.picks("530102")
    assert "正在为您查询" in screen.everything
    assert "昆明" not in screen.everything

    person.types("3700", into="averagePensionField")

    assert screen.reads("Headline") == "每月 74.00 到 111.00 元"
    assert "正在为您查询" not in screen.everything


def test_it_shows_place_amount_why_and_the_next_change(person: Any, screen: Screen) -> None:
    person.picks("110105")
    person.types("1961-05-03", into="bornField")

    assert screen.reads("Place") == "北京市朝阳区"
    assert screen.reads("What") == "医保个人账户划入"
    assert screen.reads("Headline") == "每月 97.00 元"
    assert "扣大额医疗互助 3.00 元" in screen.reads("Why")
    assert "2031 年 5 月" in screen.reads("Change")
    assert screen.window.findChild(visitor_window.QrCode, "visitorCode").isVisible()


def test_nothing_that_is_typed_wrong_is_seen(person: Any, screen: Screen) -> None:
    person.picks("110105")
    person.types("71.5", into="ageField")

    assert "正在为您查询" in screen.everything
    assert "71" not in screen.everything


@pytest.mark.parametrize("how", ["next", "search"])
def test_it_is_wiped(person: Any, screen: Screen, how: str) -> None:
    person.picks("110105")
    person.types("71", into="ageField")
    assert "107.00" in screen.everything

    if how == "next":
        person.clicks("nextVisitorButton")
    else:
        person.types("sz", into="regionSearch")

    assert "107.00" not in screen.everything
    assert not screen.window.findChild(visitor_window.QrCode, "visitorCode").isVisible()


def test_closed_by_hand_the_button_knows(person: Any, screen: Screen) -> None:
    button = person.find("visitorViewButton", QPushButton)
    assert button.isChecked()

    screen.window.close()
    assert not button.isChecked()

    person.clicks("visitorViewButton")
    assert Screen(person).window.isVisible()
    person.clicks("visitorViewButton")
    assert not screen.window.isVisible()


def test_the_keys_stay_with_the_clerk(screen: Screen) -> None:
    assert screen.window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert screen.window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_it_goes_with_the_program(person: Any, screen: Screen) -> None:
    person.window.close()

    assert not screen.window.isVisible()


def test_it_fills_the_second_screen_and_leaves_it_when_that_goes(
    person: Any, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = QGuiApplication.primaryScreen()
    monkeypatch.setattr(visitor_window, "other_screen", lambda _: first)
    screen.window.show_on_best_screen(first)
    assert screen.window.isFullScreen()

    person.application.qt.screenRemoved.emit(first)

    assert not screen.window.isFullScreen()


@pytest.mark.parametrize(("clerks", "visitors"), [("left", "right"), ("right", "left")])
def test_it_is_never_put_where_the_clerk_works(
    person: Any, monkeypatch: pytest.MonkeyPatch, clerks: str, visitors: str
) -> None:
    monkeypatch.setattr(QGuiApplication, "screens", lambda: ["left", "right"])

    assert other_screen(clerks) == visitors  # type: ignore[arg-type, comparison-overlap]


LONG = "这个地方的规定特别长，一行放不下，还有好多话要说，" * 2
WORDY = VisitorView(
    place="新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿合奇县",
    what="医保个人账户划入",
    headline="每月 1074.00 到 1111.00 元",
    why=(LONG, LONG, LONG),
    next_change=LONG,
    caution=LONG,
    site=SITE,
    site_name="扫码上国家医保服务平台",
)


@pytest.mark.parametrize("size", [(640, 360), (960, 600), (1280, 720), (1920, 1080), (768, 1366)])
@pytest.mark.parametrize("words", ["short", "long"])
def test_every_word_has_room(
    person: Any, qtbot: QtBot, size: tuple[int, int], words: str, screen: Screen
) -> None:
    person.picks("110105")
    person.types("1961-05-03", into="bornField")
    window = screen.window
    if words == "long":
        window.show_view(WORDY)
    window.resize(QSize(*size))
    qtbot.wait(1)

    labels = [window.findChild(QLabel, f"visitor{name}") for name in NAMES]
    for label in labels:
        needed = label.heightForWidth(label.width())
        assert needed <= label.height() + 1, label.objectName()
        assert window.rect().contains(label.geometry()), label.objectName()
    for label, below in pairwise(labels[:5]):
        assert not label.geometry().intersects(below.geometry())


def test_the_amount_can_be_read_across_the_counter(person: Any, screen: Screen) -> None:
    person.picks("110105")
    person.types("71", into="ageField")
    screen.window.resize(1920, 1080)

    headline = screen.window.findChild(QLabel, "visitorHeadline")
    assert QFontMetrics(headline.font()).height() * 8 >= QRect(0, 0, 1920, 1080).height()
