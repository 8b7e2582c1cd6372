"""更新规定: from the stick that is plugged in to the answer, and back."""

import json
import shutil
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from tests.packs.publisher import Publisher, write_keys
from tests.window import waiting
from tests.window.counter.test_accessibility import faults, focusable, ways_from
from tests.window.person import Person

from yibao.system.folders import Folders
from yibao.window.packs import drives, pack_page
from yibao.window.packs.drives import Drive
from yibao.window.packs.looking import Look, Looking
from yibao.window.packs.pack_page import PackPage

TODAY = date(2026, 11, 24)
NAMES = ("root-1", "root-2", "targets", "release", "province-43")
HUNAN = "rules/430000-hunan.json"


def rules(yuan: str) -> dict[str, bytes]:
    """The retired of 益阳 get so much."""
    period = {
        "start_date": "2025-01-01",
        "end_date": None,
        "confirmed_on": "2026-06-01",
        "references": ["pack-notice"],
        "method": {"type": "amount", "amount": yuan},
        "examples": [{"given": {}, "expected": {"status": "exact", "low": f"{yuan}.00"}}],
    }
    rule = {
        "kind": "account_credit",
        "id": "pack-430900-retired",
        "area": "430900",
        "insurance_status": "retired",
        "periods": [period],
    }
    source = {
        "id": "pack-notice",
        "title": "调整划入标准的通知",
        "issuer": "湖南省医疗保障局",
        "level": "official_text",
        "issued_on": "2026-06-01",
    }
    held = {"$schema": "", "references": [source], "rules": [rule]}
    return {HUNAN: json.dumps(held, ensure_ascii=False).encode()}


@pytest.fixture(scope="session")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Publisher:
    """Two packs, of which the first lies in `first`."""
    folder = tmp_path_factory.mktemp("publisher")
    publisher = Publisher(folder / "yibao-pack", write_keys(folder / "keys", NAMES))
    publisher.issue(rules("72"), TODAY)
    publisher.copied(folder / "first" / "yibao-pack")
    return publisher.issue(rules("73"), TODAY)


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> list[Drive]:
    """What is plugged in; a test changes it."""
    there: list[Drive] = []
    monkeypatch.setattr(drives, "drives_with_packs", lambda: tuple(there))
    monkeypatch.setattr(pack_page, "LOOK_AGAIN", 10)
    return there


@pytest.fixture
def trusting(
    tmp_path: Path, signed: Publisher, monkeypatch: pytest.MonkeyPatch, folders: Folders
) -> Folders:
    """Folders of a program that trusts the publisher."""
    root = signed.folder / "metadata" / "1.root.json"
    monkeypatch.setattr(Folders, "pack_root", root)
    return folders._replace(own=tmp_path / "own")


@pytest.fixture
def clerk(
    sit_down: Callable[..., Person], trusting: Folders, plugged: list[Drive], signed: Publisher
) -> Person:
    """Somebody with a visitor from 益阳, the page of packs open and the first pack plugged in."""
    plugged.append(Drive("优盘", signed.folder.parent / "first"))
    person = sit_down(folders=trusting, today=TODAY)
    person.picks("430900")
    person.types("66", into="ageField")
    person.waits()
    open_page(person)
    waiting.until(lambda: button(person, "drive1Button"), "the stick")
    return person


def open_page(person: Person) -> PackPage:
    person.counter._over.open_packs()
    waiting.rested(person.window)
    (page,) = person.window.findChildren(PackPage)
    return page


def shown(person: Person) -> str:
    """Everything that stands on the page."""
    page = person.window.findChild(PackPage)
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def button(person: Person, name: str) -> bool:
    return any(b.isVisible() for b in person.window.findChildren(QPushButton, name))


def looks(person: Person, name: str = "drive1Button") -> None:
    person.clicks(name)
    waiting.until(
        lambda: button(person, "leavePackButton") or "没有导入" in shown(person), "what was found"
    )
    waiting.rested(person.window)


def headline(person: Person) -> str:
    return person.find("resultHeadline", QLabel).text()


def test_the_way_of_a_pack(clerk: Person, plugged: list[Drive], signed: Publisher) -> None:
    assert "程序自带的规定" in shown(clerk)
    before = headline(clerk)
    looks(clerk)
    told = shown(clerk)
    for said in (
        "第 1 期更新包",
        "发布单位：一个发布单位",
        "发布日期：2026 年 11 月 24 日",
        "管哪里：湖南省",
        "有多少：1 条规定",
        "新增 1 条",
        "湖南省益阳市　退休人员　个人账户划入",
        "导入后 每月 72.00 元",
        "导入以后只有您自己用",
    ):
        assert said in told
    clerk.clicks("takePackButton")
    waiting.rested(clerk.window)
    assert "已经导入" in shown(clerk)
    assert "第 1 期更新包" in shown(clerk)
    clerk.presses(Qt.Key.Key_Escape)
    waiting.rested(clerk.window)
    assert "72.00" in headline(clerk)

    open_page(clerk)
    assert clerk.find("goBackButton", QPushButton).text() == "换成程序自带的规定"
    clerk.clicks("goBackButton")
    waiting.rested(clerk.window)
    assert "已经换好" in shown(clerk)
    assert clerk.find("goBackButton", QPushButton).text() == "换成第 1 期更新包"
    assert "程序自带的规定" in shown(clerk)
    clerk.presses(Qt.Key.Key_Escape)
    waiting.rested(clerk.window)
    assert headline(clerk) == before


def test_a_pack_is_there_again_at_the_next_start(
    clerk: Person, sit_down: Callable[..., Person], trusting: Folders
) -> None:
    looks(clerk)
    clerk.clicks("takePackButton")
    waiting.rested(clerk.window)
    again = sit_down(folders=trusting, today=TODAY)
    again.picks("430900")
    again.types("66", into="ageField")
    again.waits()
    assert "72.00" in headline(again)


def test_a_stick_shows_up_by_itself(clerk: Person, plugged: list[Drive], signed: Publisher) -> None:
    plugged.clear()
    waiting.until(lambda: "没有找到" in shown(clerk), "no stick")
    plugged.append(Drive("另一个", signed.folder.parent))
    waiting.until(lambda: button(clerk, "drive1Button"), "the stick")
    looks(clerk)
    assert "第 2 期更新包" in shown(clerk)


def test_a_folder_can_be_chosen(
    clerk: Person, signed: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = [str(signed.folder), ""]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: chosen.pop(0))
    looks(clerk, "packFolderButton")
    assert "第 2 期更新包" in shown(clerk)
    clerk.clicks("leavePackButton")
    clerk.clicks("packFolderButton")
    assert button(clerk, "packFolderButton")


def test_esc_leaves_the_pack_first(clerk: Person, trusting: Folders) -> None:
    looks(clerk)
    clerk.presses(Qt.Key.Key_Escape)
    waiting.rested(clerk.window)
    assert button(clerk, "drive1Button")
    assert trusting.packs[1]
    assert not list(trusting.packs[1].glob(".yibao-*"))
    clerk.presses(Qt.Key.Key_Escape)
    waiting.settled()
    assert clerk.window.findChild(PackPage) is None


def test_what_is_wrong_is_said(
    clerk: Person, plugged: list[Drive], signed: Publisher, tmp_path: Path
) -> None:
    stick = signed.copied(tmp_path / "altered")
    for path in (stick / "targets").rglob("*hunan.json"):
        path.write_bytes(path.read_bytes().replace(b"73", b"99"))
    plugged[:] = [Drive("坏的", stick)]
    waiting.until(
        lambda: "坏的" in clerk.find("drive1Button", QPushButton).text(), "the other stick"
    )
    looks(clerk)
    assert "有文件被改过" in shown(clerk)
    assert not button(clerk, "takePackButton")


def test_the_same_pack_again(clerk: Person) -> None:
    looks(clerk)
    clerk.clicks("takePackButton")
    waiting.rested(clerk.window)
    looks(clerk)
    assert "现在用的就是这一期" in shown(clerk)
    assert not button(clerk, "takePackButton")


def test_an_office_rule_over_what_changes_is_named(
    clerk: Person, trusting: Folders, signed: Publisher
) -> None:
    """益阳's own 68.50."""
    held = json.loads(rules("68.50")[HUNAN].replace(b"68.50.00", b"68.50"))
    (rule,) = held["rules"]
    rule["id"] = "office-account-credit-430900-retired"
    held["references"][0] |= {"id": "office-notice", "level": "office"}
    rule["periods"][0]["references"] = ["office-notice"]
    assert trusting.own
    trusting.own.mkdir(exist_ok=True)
    (trusting.own / "office.json").write_text(json.dumps(held), "utf-8")
    looks(clerk)
    assert "本单位的规定照用" in shown(clerk)
    clerk.clicks("takePackButton")
    clerk.presses(Qt.Key.Key_Escape)
    waiting.rested(clerk.window)
    assert "68.50" in headline(clerk)


def test_cancelling(clerk: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    page = clerk.window.findChild(PackPage)
    reading, go_on = threading.Event(), threading.Event()
    look = page._parts.look

    def slow(folder: Path, watch: Callable[[int], None]) -> Any:
        watch(4096)
        reading.set()
        go_on.wait(30)
        return look(folder, watch)

    page._parts = page._parts._replace(look=slow)
    clerk.clicks("drive1Button")
    assert reading.wait(30)
    waiting.until(lambda: "已经读了 4 KB" in shown(clerk), "progress")
    clerk.clicks("cancelPackButton")
    assert "已经取消" in shown(clerk)
    assert button(clerk, "drive1Button")
    go_on.set()
    waiting.rested(clerk.window)
    assert not clerk.window.findChildren(Looking)
    assert not button(clerk, "takePackButton")


def test_a_pack_found_too_late_is_dropped(clerk: Person, trusting: Folders) -> None:
    page = clerk.window.findChild(PackPage)
    made, go_on, done = threading.Event(), threading.Event(), threading.Event()
    look = page._parts.look

    def late(folder: Path, watch: Callable[[int], None]) -> Any:
        found = look(folder, watch)
        made.set()
        go_on.wait(30)
        drop = found.drop
        found.drop = lambda: (drop(), done.set())
        return found

    page._parts = page._parts._replace(look=late)
    clerk.clicks("drive1Button")
    assert made.wait(30)
    page._stop()
    go_on.set()
    waiting.until(done.is_set, "dropped")
    assert trusting.packs[1]
    assert not list(trusting.packs[1].glob(".yibao-*"))


def test_a_pack_found_just_before_one_leaves_is_dropped() -> None:
    done = threading.Event()

    class Found:
        def drop(self) -> None:
            done.set()

    look = Look(lambda watch: Found())  # pyright: ignore
    waiting.until(lambda: look.end is not None, "the end")
    assert not done.is_set()
    look.leave()
    assert done.is_set()


def test_a_disk_that_does_not_take_it(clerk: Person, trusting: Folders) -> None:
    looks(clerk)
    assert trusting.packs[1]
    shutil.rmtree(trusting.packs[1])
    clerk.clicks("takePackButton")
    waiting.rested(clerk.window)
    assert "没有存下来" in shown(clerk)


def test_going_back_fails(clerk: Person, trusting: Folders) -> None:
    looks(clerk)
    clerk.clicks("takePackButton")
    waiting.rested(clerk.window)
    assert trusting.packs[1]
    (trusting.packs[1] / "shelf.json").write_text('{"version": 2}')
    clerk.clicks("goBackButton")
    assert "先更新程序" in shown(clerk)


def test_a_program_without_a_root_says_so(
    clerk: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    clerk.presses(Qt.Key.Key_Escape)
    monkeypatch.setattr(Folders, "pack_root", tmp_path / "none.json")
    open_page(clerk)
    assert "不收更新包" in shown(clerk)
    assert "请告诉管理员" in shown(clerk)
    assert not button(clerk, "packFolderButton")


@pytest.mark.expects_errors
def test_a_broken_pack_is_told_at_the_start(
    clerk: Person, sit_down: Callable[..., Person], trusting: Folders
) -> None:
    looks(clerk)
    clerk.clicks("takePackButton")
    waiting.rested(clerk.window)
    assert trusting.packs[1]
    for path in trusting.packs[1].rglob("430000-hunan.json"):
        path.write_text("{")
    again = sit_down(folders=trusting, today=TODAY)
    assert "更新包存坏了" in again.find("messages", QLabel).text()


def test_an_error_of_the_program_is_met_as_one(clerk: Person, qtbot: Any) -> None:
    page = clerk.window.findChild(PackPage)

    def broken(folder: Path, watch: Callable[[int], None]) -> Any:
        raise RuntimeError("a mistake of ours")

    page._parts = page._parts._replace(look=broken)
    with qtbot.capture_exceptions() as met:
        clerk.clicks("drive1Button")
        waiting.until(lambda: bool(met), "the error")
    assert met[0][0] is RuntimeError
    assert button(clerk, "drive1Button")


@pytest.mark.screen
def test_it_is_read_and_walked_through(clerk: Person) -> None:
    assert faults(clerk.window) == []
    assert ways_from(clerk.window) == focusable(clerk.window)
    looks(clerk)
    assert faults(clerk.window) == []
    assert ways_from(clerk.window) == focusable(clerk.window)


def test_drives_of_this_machine_can_be_asked() -> None:
    assert isinstance(drives.drives_with_packs(), tuple)


def test_a_drive_with_a_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not drives.has_pack(tmp_path)
    (tmp_path / "yibao-pack" / "metadata").mkdir(parents=True)
    assert drives.has_pack(tmp_path)

    def pulled(path: Path) -> bool:
        raise OSError(5, "input/output error")

    monkeypatch.setattr(Path, "is_dir", pulled)
    assert not drives.has_pack(tmp_path)
