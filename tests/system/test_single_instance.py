"""One program per user: the second start raises the window of the first."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot
from tests.window import waiting

from yibao.system.single_instance import SingleInstance


def test_the_second_calls_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    raised: list[bool] = []
    first = SingleInstance(tmp_path)
    assert first.is_first()
    first.listen(lambda: raised.append(True))

    second = SingleInstance(tmp_path)

    assert not second.is_first()
    assert second.call_first()
    waiting.until(lambda: raised == [True], "the first raised")
    first.release()


def test_after_the_first_has_gone_the_next_is_first(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.is_first()
    first.release()

    second = SingleInstance(tmp_path)

    assert second.is_first()
    second.release()


def test_users_do_not_disturb_each_other(qtbot: QtBot, tmp_path: Path) -> None:
    one, other = SingleInstance(tmp_path / "one"), SingleInstance(tmp_path / "other")

    assert one.is_first()
    assert other.is_first()
    one.release()
    other.release()


def test_a_first_that_is_still_starting_is_waited_for(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yibao.system.single_instance.ANSWER_WITHIN", waiting.PATIENCE)
    called, sleep = threading.Event(), QThread.msleep
    monkeypatch.setattr(QThread, "msleep", lambda time: (called.set(), sleep(time)))
    raised: list[bool] = []
    first = SingleInstance(tmp_path)
    assert first.is_first()
    second = SingleInstance(tmp_path)
    calling = threading.Thread(target=lambda: raised.append(second.call_first()))
    calling.start()
    waiting.until(called.is_set, "a call that nobody heard")

    first.listen(lambda: None)

    waiting.until(lambda: not calling.is_alive(), "the end of the call")
    assert raised == [True]
    first.release()


def test_a_first_that_does_not_answer_is_noticed(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yibao.system.single_instance.ANSWER_WITHIN", 50)
    first = SingleInstance(tmp_path)
    assert first.is_first()

    assert not SingleInstance(tmp_path).call_first()
    first.release()


def test_a_disk_that_takes_no_lock_keeps_nobody_from_working(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")

    assert SingleInstance(tmp_path / "file" / "folder").is_first()
