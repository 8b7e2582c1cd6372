"""A list of people, from its file to the file with the answers, without a trace in the program."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QTableWidget, QWidget
from tests.window import waiting
from tests.window.counter.test_accessibility import faults

from yibao.window.roster import roster_page
from yibao.window.roster.roster_page import RosterPage

ROWS = "姓名,地区,生日\n甲,北京市朝阳区,1956-08-01\n乙,,1940-01-01\n丙,北京市朝阳区,x\n"


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "名单.csv"
    path.write_text(ROWS)
    return path


@pytest.fixture
def page(clerk: Any) -> RosterPage:
    clerk.chooses("rosterAction")
    waiting.rested(clerk.window)
    return clerk.find("rosterPage", RosterPage)


@pytest.fixture
def looked(clerk: Any, page: RosterPage, roster: Path) -> RosterPage:
    page.open_file(roster)
    ended(page)
    waiting.rested(clerk.window)
    return page


def ended(page: RosterPage) -> None:
    waiting.until(lambda: page._errand is None, "the end of the child process")


def saved(page: RosterPage, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roster_page, "ask_where", lambda *_: target)
    page._start_button.click()
    ended(page)


def texts(page: QWidget) -> str:
    table = page.findChild(QTableWidget, "rosterPreview")
    assert table
    cells = [
        item.text()
        for r in range(table.rowCount())
        for c in range(table.columnCount())
        if (item := table.item(r, c))
    ]
    return "\n".join([*(label.text() for label in page.findChildren(QLabel)), *cells])


def test_the_first_rows_are_answered(clerk: Any, looked: RosterPage) -> None:
    told = texts(looked)

    assert "没有写地区的，都按北京市朝阳区查。" in told
    for text in ("1956-08-01", "97.00", "107.00", "未算"):
        assert text in told
    assert "甲" not in told  # nobody's name is needed
    assert clerk.find("rosterColumn2", QComboBox).currentText() == "出生日期"
    assert waiting.keyboard().objectName() == "rosterStart"


@pytest.mark.parametrize("size", ["standard", "elder"])
def test_what_is_pressed_next_is_in_sight_in_the_smallest_window(
    clerk: Any, roster: Path, size: str
) -> None:
    clerk.application._use_preference("text_size", size)
    clerk.window.resize(640, 360)
    clerk.chooses("rosterAction")
    page = clerk.find("rosterPage", RosterPage)
    page.open_file(roster)
    ended(page)
    waiting.rested(clerk.window)

    start = page._start_button
    assert start.visibleRegion().boundingRect() == start.rect()


def test_a_column_is_something_else(clerk: Any, looked: RosterPage) -> None:
    choice = clerk.find("rosterColumn2", QComboBox)
    choice.setCurrentIndex(choice.findData("age"))
    choice.activated.emit(choice.currentIndex())
    ended(looked)

    assert "像是出生日期" in texts(looked) or "年龄请填整数" in texts(looked)


def test_what_is_chosen_is_taken_from_the_column_before(
    clerk: Any, page: RosterPage, tmp_path: Path
) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("地区,生日,公历生日\n北京市朝阳区,1946-08-01,1966-08-01\n")
    page.open_file(path)
    ended(page)
    before, choice = (clerk.find(f"rosterColumn{number}", QComboBox) for number in (1, 2))
    assert before.currentText() == "出生日期"

    choice.setFocus()
    choice.setCurrentIndex(choice.findData("born"))
    choice.activated.emit(choice.currentIndex())
    ended(page)
    waiting.rested(clerk.window)

    assert "照抄" in before.currentText()
    assert choice.currentText() == "出生日期"
    assert "1966-08-01" in texts(page)
    assert "97.00" in texts(page)
    assert waiting.keyboard() is choice


def test_a_heading_that_is_a_whole_instruction(
    clerk: Any, page: RosterPage, tmp_path: Path
) -> None:
    (tmp_path / "名单.csv").write_text(f"地区,年龄,{'说明' * 400}\n北京市朝阳区,71,\n")
    page.open_file(tmp_path / "名单.csv")
    ended(page)

    assert "说明说明…" in texts(page)
    assert max(len(line) for line in texts(page).splitlines()) < 100


def test_everybody_is_answered_and_saved(
    clerk: Any, looked: RosterPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(looked, tmp_path / "结果.xlsx", monkeypatch)
    waiting.rested(clerk.window)

    assert (tmp_path / "结果.xlsx").stat().st_size > 0
    assert "一共 3 行。\n算出来的 2 行\n没有算的 1 行" in clerk.reads("rosterSummary")
    assert clerk.find("rosterChanges").accessibleName() == "以后几个月要变的人数：2026 年 8 月 1 人"
    assert sorted(p.name for p in tmp_path.glob("*.*")) == ["名单.csv", "结果.xlsx"]


def test_what_cannot_be_saved_can_be_saved_elsewhere(
    clerk: Any, looked: RosterPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(looked, tmp_path / "没有" / "结果.xlsx", monkeypatch)

    assert "没有存下来" in clerk.reads("rosterTrouble")
    assert looked._start_button.isVisible()


def test_a_dialog_that_is_left_changes_nothing(
    looked: RosterPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roster_page, "ask_where", lambda *_: None)
    looked._start_button.click()

    assert looked._errand is None
    assert looked._start_button.isVisible()


def test_a_file_that_is_none(clerk: Any, page: RosterPage, tmp_path: Path) -> None:
    page.open_file(tmp_path / "没有.xlsx")
    ended(page)

    assert "打不开" in clerk.reads("rosterTrouble")


def test_a_process_that_is_not_to_be_had(clerk: Any, page: RosterPage, roster: Path) -> None:
    page._command = (str(roster.with_name("没有")),)
    page.open_file(roster)
    ended(page)

    assert "没有起来" in clerk.reads("rosterTrouble")


def test_it_can_be_cancelled(
    clerk: Any, page: RosterPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "多.csv"
    path.write_text("地区,年龄\n" + "北京市朝阳区,71\n" * 500_000)
    page.open_file(path)
    ended(page)
    monkeypatch.setattr(roster_page, "ask_where", lambda *_: tmp_path / "结果.xlsx")
    page._start_button.click()
    assert waiting.keyboard().objectName() == "rosterCancel"
    waiting.until(lambda: "已经查了 0 行" not in clerk.reads("rosterState"), "progress")
    clerk.clicks("rosterCancel")
    ended(page)

    assert "已经停下" in clerk.reads("rosterTrouble")
    assert waiting.keyboard().objectName() == "rosterStart"
    assert sorted(p.name for p in tmp_path.glob("*")) == sorted(
        ["多.csv", *(p.name for p in tmp_path.glob("settings"))]
    )


@pytest.mark.parametrize("wipe", ["idle", "leave"])
def test_nothing_of_it_stays(clerk: Any, looked: RosterPage, wipe: str) -> None:
    if wipe == "idle":
        clerk.counter._forget_visitor()
        assert "1956-08-01" not in texts(looked)
        assert not looked._start_button.isVisible()
        assert looked._source is None
    else:
        clerk.presses(Qt.Key.Key_Escape)
        waiting.settled()
        assert clerk.window.findChild(RosterPage) is None


def test_whoever_comes_back_reads_that_nothing_was_saved(
    clerk: Any, looked: RosterPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roster_page, "ask_where", lambda *_: tmp_path / "结果.xlsx")
    looked._start_button.click()
    clerk.counter._forget_visitor()

    assert "没有存" in clerk.reads("rosterTrouble")
    assert "拖到这里" in texts(looked)


def test_leaving_ends_what_is_under_way(clerk: Any, page: RosterPage, roster: Path) -> None:
    page.open_file(roster)
    errand = page._errand
    assert errand
    child = errand._child
    clerk.presses(Qt.Key.Key_Escape)

    waiting.until(lambda: child._stopped, "the end of the child process")


def test_a_file_is_dropped_or_chosen(
    page: RosterPage, roster: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(roster))])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering = QDragEnterEvent(page.rect().center(), copy, mime, left, none)
    QApplication.sendEvent(page, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), copy, mime, left, none))
    ended(page)
    assert "1956-08-01" in texts(page)

    other = QMimeData()
    other.setText("甲")
    refused = QDragEnterEvent(page.rect().center(), copy, other, left, none)
    refused.ignore()
    QApplication.sendEvent(page, refused)
    assert not refused.isAccepted()

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(roster), ""))
    page._choose.click()
    ended(page)
    assert "1956-08-01" in texts(page)


@pytest.mark.parametrize("size", ["standard", "elder"])
def test_everything_has_a_name_and_its_room(clerk: Any, looked: RosterPage, size: str) -> None:
    clerk.application._use_preference("text_size", size)
    waiting.rested(clerk.window)

    # A table's cells say what the file says.
    assert [fault for fault in faults(clerk.window) if "Role.Cell" not in fault] == []
