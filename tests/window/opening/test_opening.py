"""What stands on the screen first, and what becomes of what is typed into it meanwhile."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QTabWidget,
)
from pytestqt.qtbot import QtBot
from tests.window import waiting
from tests.window.pictures.geometry import troubles

from yibao.presenters.notices import NO_CHINESE, NO_PLACE, NOT_STARTED, PLACE, TITLE, WELCOME
from yibao.program.bootstrap import Application
from yibao.program.groundwork import FIRST_SIZE, Groundwork
from yibao.program.running import FAILED, Running
from yibao.system.folders import Folders
from yibao.system.settings import SettingsFile
from yibao.window.kit import look
from yibao.window.opening.main_window import MainWindow

pytestmark = pytest.mark.screen

TODAY = date(2026, 11, 25)
Laid = Callable[..., Groundwork]


@pytest.fixture
def laid(qtbot: QtBot, folders: Folders) -> Iterator[Laid]:
    """Shows the window as it is before there is anything behind it."""
    made: list[Groundwork] = []

    def make(room: tuple[int, int] = FIRST_SIZE, **settings: Any) -> Groundwork:
        SettingsFile(folders.settings).change(**settings)
        groundwork = Groundwork("yibao", folders)
        made.append(groundwork)
        groundwork.window.resize(*room)
        groundwork.window.show()
        waiting.active(groundwork.window)
        return groundwork

    yield make
    for groundwork in made:
        groundwork.close()


def box(groundwork: Groundwork) -> QLineEdit:
    """The search box that is there now."""
    (found,) = groundwork.window.findChildren(QLineEdit, "regionSearch")
    return found


def complete(groundwork: Groundwork) -> Application:
    application = Application(groundwork, lambda: TODAY)
    waiting.rested(groundwork.window)
    return application


def chosen(groundwork: Groundwork) -> str:
    return groundwork.window.findChild(QLabel, "regionChosen").text()


def test_a_place_can_be_typed_at_once(laid: Laid) -> None:
    groundwork = laid()
    QTest.keyClicks(groundwork.window.focusWidget(), "bjcy")

    assert groundwork.window.windowTitle() == TITLE
    assert box(groundwork).text() == "bjcy"
    assert box(groundwork).accessibleName() == PLACE
    shown = {label.text() for label in groundwork.window.findChildren(QLabel)}
    assert {TITLE, *WELCOME} <= shown


def test_what_was_typed_is_gone_on_from(laid: Laid) -> None:
    groundwork = laid()
    first = box(groundwork)
    QTest.keyClicks(first, "bcy")
    first.setCursorPosition(1)
    complete(groundwork)

    second = groundwork.window.focusWidget()
    assert second is box(groundwork)
    QTest.keyClicks(second, "j")
    assert second.text() == "bjcy"
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert chosen(groundwork) == "北京市朝阳区"


def test_a_place_composed_meanwhile_is_found(laid: Laid) -> None:
    groundwork = laid()
    event = QInputMethodEvent()
    event.setCommitString("五华")
    QApplication.sendEvent(box(groundwork), event)
    complete(groundwork)

    assert box(groundwork).text() == "五华"
    assert "查到 2 个地方" in box(groundwork).accessibleDescription()


@pytest.mark.parametrize(
    "text", ["朝陽區", "ｂｊｃｙ", "北京市＞朝阳区", "⻓春", "东莞市东莞市", "长\u00a0泰\u200b县"]
)
def test_whatever_the_whole_window_takes_can_be_typed_meanwhile(laid: Laid, text: str) -> None:
    groundwork = laid()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(box(groundwork), event)
    complete(groundwork)
    typed_later = box(groundwork)

    assert typed_later.text() == text
    assert "查到" in typed_later.accessibleDescription()
    found = typed_later.accessibleDescription()
    QTest.keyClick(typed_later, Qt.Key.Key_Backspace)
    event = QInputMethodEvent()
    event.setCommitString(text[-1])
    QApplication.sendEvent(typed_later, event)
    assert typed_later.accessibleDescription() == found


def test_enter_pressed_meanwhile_takes_the_first_hit(laid: Laid) -> None:
    groundwork = laid()
    QTest.keyClicks(box(groundwork), "bjcy")
    QTest.keyClick(box(groundwork), Qt.Key.Key_Return)
    complete(groundwork)

    assert chosen(groundwork) == "北京市朝阳区"
    assert groundwork.window.focusWidget().objectName() == "ageField"


def test_the_age_typed_blindly_behind_enter_is_answered(laid: Laid) -> None:
    groundwork = laid()
    QTest.keyClicks(box(groundwork), "bjcy")
    QTest.keyClick(box(groundwork), Qt.Key.Key_Return)
    QTest.keyClicks(box(groundwork), "71")
    assert box(groundwork).text() == "bjcy"
    complete(groundwork)

    assert chosen(groundwork) == "北京市朝阳区"
    assert groundwork.window.findChild(QLineEdit, "ageField").text() == "71"
    headline = groundwork.window.findChild(QLabel, "resultHeadline").text()
    assert headline.replace("\u00a0", " ") == "每月 107.00 元"


def test_chinese_composed_behind_enter_goes_where_the_cursor_will_be(laid: Laid) -> None:
    groundwork = laid()
    QTest.keyClicks(box(groundwork), "qqqq")
    QTest.keyClick(box(groundwork), Qt.Key.Key_Return)
    event = QInputMethodEvent()
    event.setCommitString("五华")
    QApplication.sendEvent(box(groundwork), event)
    QTest.keyClicks(box(groundwork), "q")
    complete(groundwork)

    assert box(groundwork).text() == "qqqq五华q"


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Tab])
def test_a_key_that_goes_on_goes_to_what_was_found(laid: Laid, key: Qt.Key) -> None:
    groundwork = laid()
    QTest.keyClicks(box(groundwork), "cy")
    QTest.keyClick(box(groundwork), key)
    QTest.keyClick(box(groundwork), Qt.Key.Key_Down)
    complete(groundwork)

    hits = groundwork.window.focusWidget()
    assert isinstance(hits, QListWidget)
    assert hits.currentItem()


def test_esc_clears_what_was_typed_before_it(laid: Laid) -> None:
    groundwork = laid()
    QTest.keyClicks(box(groundwork), "qq")
    QTest.keyClick(box(groundwork), Qt.Key.Key_Escape)
    QTest.keyClicks(box(groundwork), "bjcy")
    complete(groundwork)

    assert box(groundwork).text() == "bjcy"


def test_a_shift_alone_keeps_nothing_from_the_box(laid: Laid) -> None:
    groundwork = laid()
    QTest.keyClick(box(groundwork), Qt.Key.Key_Shift)
    QTest.keyClicks(box(groundwork), "bjcy")

    assert box(groundwork).text() == "bjcy"


def press(groundwork: Groundwork, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(box(groundwork), key, modifier)


CTRL, ALT, ALONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)


def test_f1_pressed_meanwhile_opens_the_help(laid: Laid) -> None:
    groundwork = laid()
    press(groundwork, Qt.Key.Key_F1, ALONE)
    complete(groundwork)

    assert groundwork.window.findChild(QDialog, "helpDialog").isVisible()


def test_what_is_typed_behind_f1_and_esc_is_a_place(laid: Laid) -> None:
    groundwork = laid()
    press(groundwork, Qt.Key.Key_F1, ALONE)
    press(groundwork, Qt.Key.Key_Escape, ALONE)
    QTest.keyClicks(box(groundwork), "bjcy")
    complete(groundwork)

    assert not any(d.isVisible() for d in groundwork.window.findChildren(QDialog, "helpDialog"))
    assert box(groundwork).text() == "bjcy"


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_F2, ALONE), (Qt.Key.Key_F, CTRL)])
def test_the_search_is_begun_anew_meanwhile(
    laid: Laid, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    groundwork = laid()
    QTest.keyClicks(box(groundwork), "qq")
    press(groundwork, key, modifier)
    QTest.keyClicks(box(groundwork), "bjcy")
    QTest.keyClick(box(groundwork), Qt.Key.Key_Return)
    complete(groundwork)

    assert chosen(groundwork) == "北京市朝阳区"


def test_a_panel_is_called_and_searched_meanwhile(laid: Laid) -> None:
    groundwork = laid()
    press(groundwork, Qt.Key.Key_3, CTRL)
    press(groundwork, Qt.Key.Key_G, CTRL)
    QTest.keyClicks(box(groundwork), "App")
    complete(groundwork)

    assert groundwork.window.findChild(QTabWidget, "guideTabs").currentIndex() == 2
    assert groundwork.window.focusWidget().objectName() == "guideSearch"
    assert groundwork.window.focusWidget().text() == "App"


def test_the_visitor_s_view_and_the_handout_are_asked_for_meanwhile(laid: Laid) -> None:
    groundwork = laid()
    QTest.keyClicks(box(groundwork), "bjcy")
    QTest.keyClick(box(groundwork), Qt.Key.Key_Return)
    QTest.keyClicks(box(groundwork), "71")
    press(groundwork, Qt.Key.Key_D, CTRL)
    press(groundwork, Qt.Key.Key_P, CTRL)
    complete(groundwork)

    assert groundwork.window.findChild(QPushButton, "visitorViewButton").isChecked()
    assert groundwork.window.findChild(QDialog, "handoutDialog").isVisible()


def test_an_access_key_goes_to_its_field_meanwhile(laid: Laid) -> None:
    groundwork = laid()
    press(groundwork, Qt.Key.Key_A, ALT)
    QTest.keyClicks(box(groundwork), "71")
    press(groundwork, Qt.Key.Key_M, ALT)
    complete(groundwork)

    assert groundwork.window.findChild(QLineEdit, "ageField").text() == "71"
    visitors = groundwork.window.findChild(QPushButton, "visitorViewButton")
    waiting.until(visitors.isChecked, "the visitor's view")


def test_esc_meanwhile_is_for_the_next_visitor(laid: Laid) -> None:
    groundwork = laid()
    QTest.keyClicks(box(groundwork), "bjcy")
    QTest.keyClick(box(groundwork), Qt.Key.Key_Return)
    QTest.keyClicks(box(groundwork), "71")
    QTest.keyClick(box(groundwork), Qt.Key.Key_Escape)
    press(groundwork, Qt.Key.Key_Z, CTRL)
    complete(groundwork)

    assert groundwork.window.findChild(QLineEdit, "ageField").text() == "71"


def test_what_was_selected_is_replaced(laid: Laid) -> None:
    groundwork = laid()
    QTest.keyClicks(box(groundwork), "qqqq")
    QTest.keyClick(box(groundwork), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    complete(groundwork)
    QTest.keyClicks(groundwork.window.focusWidget(), "bjcy")

    assert box(groundwork).text() == "bjcy"


def test_enter_behind_what_is_no_place_leaves_it_to_be_corrected(laid: Laid) -> None:
    groundwork = laid()
    QTest.keyClicks(box(groundwork), "qqqq")
    QTest.keyClick(box(groundwork), Qt.Key.Key_Return)
    complete(groundwork)

    assert box(groundwork).text() == "qqqq"
    assert groundwork.window.findChild(QLabel, "regionNotFound").isVisible()


def test_the_place_of_the_office_is_there_and_another_can_be_typed(laid: Laid) -> None:
    groundwork = laid(office_region="510302")
    QTest.keyClicks(box(groundwork), "bjcy")
    complete(groundwork)

    assert chosen(groundwork) == "四川省自贡市自流井区"
    assert box(groundwork).text() == "bjcy"


@pytest.mark.parametrize("size", ["standard", "large", "elder"])
def test_nothing_moves_when_the_rest_is_there(laid: Laid, size: str) -> None:
    groundwork = laid(text_size=size)
    waiting.sized(groundwork.window, *FIRST_SIZE)
    before = places(groundwork)
    complete(groundwork)

    assert len(before) == 7
    for name, place in places(groundwork).items():
        assert place == pytest.approx(before[name], abs=1), name


def places(groundwork: Groundwork) -> dict[str, tuple[int, ...]]:
    """Where what the opening shows begins, and how wide what has a frame is."""
    window = groundwork.window
    words = {TITLE, NO_PLACE, f"{PLACE}(&Z)", *WELCOME}
    labels = {t: x for x in window.findChildren(QLabel) if (t := x.text()) in words}
    parts = {**labels, "box": box(groundwork), "card": labels[WELCOME[0]].parentWidget()}
    corners = {name: part.mapTo(window, part.rect().topLeft()) for name, part in parts.items()}
    widths = {name: parts[name].width() for name in ("box", "card")}
    return {name: (at.x(), at.y(), widths.get(name, 0)) for name, at in corners.items()}


@pytest.mark.parametrize("room", [(640, 360), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("size", ["standard", "large", "elder"])
def test_nothing_in_the_opening_is_cut(laid: Laid, size: str, room: tuple[int, int]) -> None:
    window = laid(room, text_size=size).window
    waiting.sized(window, *room)

    assert troubles(window) == []


def test_a_theme_that_changes_before_the_rest_is_there_is_followed(
    laid: Laid, monkeypatch: pytest.MonkeyPatch
) -> None:
    groundwork = laid()
    monkeypatch.setattr(look, "colours", lambda _: look.DARK)
    groundwork.qt.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    complete(groundwork)

    assert groundwork.window.grab().toImage().pixelColor(3, 3).name() == look.DARK.page


def test_nothing_of_the_opening_is_left(laid: Laid) -> None:
    groundwork = laid()
    complete(groundwork)

    assert len(groundwork.window.findChildren(QLineEdit, "regionSearch")) == 1
    assert not [w for w in QApplication.allWidgets() if type(w).__name__ == "Opening"]


class Instance:
    """The only program of this user."""

    raise_window: Callable[[], None] | None = None

    def listen(self, raise_window: Callable[[], None]) -> None:
        self.raise_window = raise_window

    def release(self) -> None:
        """Nothing is held."""


@pytest.fixture
def run(folders: Folders, qtbot: QtBot) -> Iterator[Callable[..., tuple[Running, Instance]]]:
    """Runs the program until something is so."""
    made: list[Groundwork] = []

    def run_until(ready: Callable[[Running, Instance], object]) -> tuple[Running, Instance]:
        groundwork, instance = Groundwork("yibao", folders), Instance()
        made.append(groundwork)
        running = Running(groundwork, instance)  # type: ignore[arg-type]
        look = QTimer(groundwork.window)
        look.timeout.connect(lambda: ready(running, instance) and groundwork.qt.exit())
        look.start(20)
        QTimer.singleShot(waiting.PATIENCE, look, groundwork.qt.exit)
        running.run()
        look.stop()  # an exit behind the end of the loop would end the next dialog at once
        assert ready(running, instance)
        return running, instance

    yield run_until
    for groundwork in made:
        groundwork.close()


def test_the_rest_follows_by_itself_and_a_second_start_is_heard(run: Any) -> None:
    running, instance = run(lambda _, instance: instance.raise_window)

    assert running.application.window.findChild(QLineEdit, "ageField").isVisible()
    instance.raise_window()
    assert running.application.window.isVisible()


def test_the_rest_follows_where_the_window_is_not_painted(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MainWindow, "show_fitting", MainWindow.winId)  # as when it is minimised

    running, _ = run(lambda running, _: running.application)

    assert not running.application.window.isVisible()


def test_it_says_where_no_chinese_can_be_typed(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yibao.program.running.cannot_compose", lambda _: True)

    def hint(running: Running) -> QLabel:
        return running.application.window.findChild(QLabel, "regionTypingHint")

    running, _ = run(lambda running, _: running.application and hint(running).isVisible())
    assert hint(running).text() == NO_CHINESE

    running.application.counter.renew_page()
    assert hint(running).text() == NO_CHINESE
    assert hint(running).isVisible()


@pytest.mark.expects_errors
def test_where_the_rest_cannot_be_made_it_says_so_and_ends(
    folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[str] = []
    told: list[str] = []
    monkeypatch.setattr("yibao.program.running.LATEST", 50)
    monkeypatch.setattr(
        "yibao.program.bootstrap.read_contents", lambda *_: tries.append("") or 1 / 0
    )
    groundwork = Groundwork("yibao", folders)

    def read_and_close() -> None:
        for box in groundwork.window.findChildren(QMessageBox):
            told.extend((box.text(), box.detailedText()))
            QTimer.singleShot(200, box.close)
            look_again.stop()

    look_again = QTimer(groundwork.window)  # gone with it, and with what it would end
    look_again.timeout.connect(read_and_close)
    look_again.start(20)
    QTimer.singleShot(waiting.PATIENCE, look_again, groundwork.qt.exit)
    exit_status = Running(groundwork, Instance()).run()  # type: ignore[arg-type]
    groundwork.close()

    assert exit_status == FAILED
    assert told[0] == NOT_STARTED
    assert "ZeroDivisionError" in told[1]
    assert len(tries) == 1
