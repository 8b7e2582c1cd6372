"""The visitor's view: an answer or nothing, on the second screen if there is one."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from tests.window import waiting

from yibao.presenters.answer.visitor_view import VisitorView
from yibao.presenters.notices import SITE
from yibao.window.visitor import visitor_screen, visitor_window
from yibao.window.visitor.visitor_screen import other_screen
from yibao.window.visitor.visitor_window import VisitorWindow

pytestmark = pytest.mark.screen

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
    screen = Screen(person)
    waiting.shown(screen.window)
    return screen


def test_it_rests_until_there_is_an_answer(person: Any, screen: Screen) -> None:
    person.picks("510302")
    assert "正在为您查询" in screen.everything
    assert "自贡" not in screen.everything

    person.types("3700", into="averagePensionField")

    assert screen.reads("Headline") == "每月大约 74 到 111 元"
    assert "正在为您查询" not in screen.everything


def test_it_shows_place_amount_why_and_the_next_change(person: Any, screen: Screen) -> None:
    person.picks("110105")
    person.types("1961-05-03", into="bornField")

    assert screen.reads("Place") == "北京市朝阳区"
    assert screen.reads("What") == "医保个人账户到账"
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


class Monitor:
    """A screen as far as it matters where it lies."""

    def __init__(self, *place: int) -> None:
        self._place = QRect(*place)

    def geometry(self) -> QRect:
        return self._place


LEFT, RIGHT = Monitor(0, 0, 1920, 1080), Monitor(1920, 0, 1920, 1080)
MIRROR, PROJECTOR = Monitor(0, 0, 1920, 1080), Monitor(0, 0, 1024, 768)
HALF_OVER, TOUCHING = Monitor(1000, 0, 1920, 1080), Monitor(0, 1080, 1280, 720)


@pytest.mark.parametrize(
    ("screens", "clerks", "visitors"),
    [
        ([LEFT], LEFT, None),
        ([LEFT, RIGHT], LEFT, RIGHT),
        ([LEFT, RIGHT], RIGHT, LEFT),
        ([LEFT, TOUCHING], LEFT, TOUCHING),
        ([LEFT, MIRROR], LEFT, None),
        ([LEFT, PROJECTOR], PROJECTOR, None),
        ([LEFT, HALF_OVER], LEFT, None),
        ([LEFT, MIRROR, RIGHT], MIRROR, RIGHT),
    ],
)
def test_a_screen_that_shows_what_the_clerk_does_is_no_second_one(
    person: Any,
    monkeypatch: pytest.MonkeyPatch,
    screens: list[Monitor],
    clerks: Monitor,
    visitors: Monitor | None,
) -> None:
    monkeypatch.setattr(QGuiApplication, "screens", lambda: screens)

    assert other_screen(clerks) is visitors  # type: ignore[arg-type, comparison-overlap]


@pytest.fixture
def plug(person: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Plugs a second screen in, which lies where the only one of the tests does, and out again."""
    monkeypatch.setattr(visitor_screen, "SETTLED", 0)
    found: list[Any] = [None]
    monkeypatch.setattr(visitor_screen, "other_screen", lambda _: found[0])
    qt, first = person.application.qt, QGuiApplication.primaryScreen()

    def plug(there: bool) -> None:
        found[0] = first if there else None
        (qt.screenAdded if there else qt.screenRemoved).emit(first)

    return plug


def in_sight(window: VisitorWindow) -> bool:
    """Whether all of the view is on the screen that the tests have."""
    return QGuiApplication.primaryScreen().availableGeometry().contains(window.frameGeometry())


def test_the_view_goes_with_the_second_screen_and_comes_back_with_it(
    person: Any, plug: Callable[[bool], None]
) -> None:
    plug(True)
    person.clicks("visitorViewButton")
    window = Screen(person).window
    waiting.in_state(window, Qt.WindowState.WindowFullScreen)

    plug(False)
    waiting.not_in_state(window, Qt.WindowState.WindowFullScreen)
    waiting.shown(window)
    waiting.until(lambda: in_sight(window), "the view in sight")
    assert person.find("visitorViewButton", QPushButton).isChecked()

    plug(True)
    waiting.in_state(window, Qt.WindowState.WindowFullScreen)


def test_screens_that_are_mirrored_while_it_stands_there_uncover_the_clerk(
    person: Any, plug: Callable[[bool], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    plug(True)
    person.clicks("visitorViewButton")
    window = Screen(person).window

    monkeypatch.setattr(visitor_screen, "other_screen", lambda _: None)
    QGuiApplication.primaryScreen().geometryChanged.emit(QRect())

    waiting.until(lambda: not window.isFullScreen(), "an ordinary window")


def test_what_the_clerk_closed_does_not_come_back_with_a_screen(
    person: Any, plug: Callable[[bool], None]
) -> None:
    person.clicks("visitorViewButton")
    window = Screen(person).window
    window.close()

    plug(True)
    waiting.rested(person.window)
    assert not window.isVisible()


def test_an_ordinary_window_stays_where_the_clerk_put_it(
    person: Any, plug: Callable[[bool], None]
) -> None:
    person.clicks("visitorViewButton")
    window = Screen(person).window
    waiting.placed(window, QRect(40, 30, 500, 400))

    plug(False)
    waiting.rested(person.window)
    assert window.geometry() == QRect(40, 30, 500, 400)


def test_an_ordinary_window_out_of_sight_is_brought_back(
    person: Any, plug: Callable[[bool], None]
) -> None:
    person.clicks("visitorViewButton")
    window = Screen(person).window
    waiting.shown(window)
    waiting.rested(window)
    window.move(9000, 9000)

    plug(False)
    waiting.until(lambda: in_sight(window), "the view in sight")


LONG = "这个地方的规定特别长，一行放不下，还有好多话要说，" * 2
WORDY = VisitorView(
    place="新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿合奇县",
    what="医保个人账户到账",
    headline="每月 1074.00 到 1111.00 元",
    why=(LONG, LONG, LONG),
    assumptions="按：职工医保（统账结合，有个人账户）、医保退休手续已办好、从灵活就业退休",
    conditions=(LONG, LONG, LONG),
    next_change=LONG,
    caution=LONG,
    site=SITE,
    site_name="扫码上国家医保服务平台",
)


@pytest.mark.parametrize("size", [(640, 360), (960, 600), (1280, 720), (1920, 1080), (768, 1366)])
@pytest.mark.parametrize("words", ["short", "long"])
def test_every_word_has_room(
    person: Any, size: tuple[int, int], words: str, screen: Screen
) -> None:
    person.picks("110105")
    person.types("1961-05-03", into="bornField")
    window = screen.window
    if words == "long":
        window.show_view(WORDY)
    waiting.sized(window, *size)

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
    waiting.sized(screen.window, 1920, 1080)

    headline = screen.window.findChild(QLabel, "visitorHeadline")
    assert QFontMetrics(headline.font()).height() * 8 >= QRect(0, 0, 1920, 1080).height()
