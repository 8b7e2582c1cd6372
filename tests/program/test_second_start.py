"""The program started while it runs already: one window, and nobody kept out."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from yibao.presenters.notices import ALREADY_RUNNING

WINDOW = [sys.executable, "-m", "yibao"]
WATCHED = [sys.executable, str(Path(__file__).with_name("second_start.py"))]
PATIENCE = 120
"""Seconds."""

Program = subprocess.Popen[str]
StartOne = Callable[..., Program]


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "config" / "yibao-counter"


@pytest.fixture
def start_one(tmp_path: Path) -> Iterator[StartOne]:
    """Starts a program in folders that no other test uses, and ends it in the end."""
    own = {"XDG_CONFIG_HOME": "config", "XDG_STATE_HOME": "state", "HOME": "home"}
    environment = {**os.environ, **{name: str(tmp_path / own[name]) for name in own}}
    started: list[Program] = []

    def run(command: list[str] = WINDOW) -> Program:
        program = subprocess.Popen(
            command,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        started.append(program)
        return program

    yield run
    for program in started:
        program.kill()
        program.communicate()


@pytest.fixture
def listening(start_one: StartOne, config: Path, qtbot: QtBot) -> Program:
    """A first program that answers other starts."""
    first = start_one()
    lock = config / "running.lock"
    qtbot.waitUntil(lambda: lock.exists() and lock.read_text() != "", timeout=PATIENCE * 1000)
    assert start_one().wait(PATIENCE) == 0
    return first


def test_of_starts_at_the_same_instant_one_stays(start_one: StartOne, qtbot: QtBot) -> None:
    programs = [start_one() for _ in range(3)]

    qtbot.waitUntil(lambda: len(exits(programs)) == 2, timeout=PATIENCE * 1000)
    assert exits(programs) == [0, 0]


def test_a_second_start_finds_the_first_and_leaves(start_one: StartOne, listening: Program) -> None:
    assert start_one().wait(PATIENCE) == 0
    assert listening.poll() is None


def test_a_first_that_hangs_is_told_and_found_again_when_it_goes_on(
    start_one: StartOne, listening: Program
) -> None:
    listening.send_signal(signal.SIGSTOP)
    second = start_one(WATCHED)
    out, _ = second.communicate(timeout=PATIENCE)

    assert second.returncode == 1
    told = json.loads(out)
    assert told["text"] == ALREADY_RUNNING
    assert told["buttons"] == ["确定"]
    assert told["points"] >= 9 * 1.2
    assert told["knows Chinese"]
    assert told["styled"]
    assert told["pictured"]

    listening.send_signal(signal.SIGCONT)
    assert start_one().wait(PATIENCE) == 0


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGSTOP])
def test_a_first_that_ends_while_it_is_called_is_succeeded(
    start_one: StartOne, listening: Program, qtbot: QtBot, end: signal.Signals
) -> None:
    listening.send_signal(end)
    others = [start_one(), start_one()]
    qtbot.wait(500)
    listening.kill()

    qtbot.waitUntil(lambda: exits(others) != [], timeout=PATIENCE * 1000)
    assert exits(others) == [0]


def exits(programs: list[Program]) -> list[int]:
    """How those ended that have ended."""
    return sorted(program.returncode for program in programs if program.poll() is not None)


@pytest.mark.parametrize("left_behind", ["", "12", "1\npython\nanother-machine\n0f\n"])
def test_a_lock_that_was_left_behind_keeps_nobody_out(
    start_one: StartOne, config: Path, left_behind: str, qtbot: QtBot
) -> None:
    config.mkdir(parents=True)
    lock = config / "running.lock"
    lock.write_text(left_behind)

    first = start_one()

    qtbot.waitUntil(lambda: lock.read_text() not in ("", left_behind), timeout=PATIENCE * 1000)
    assert start_one().wait(PATIENCE) == 0
    assert first.poll() is None
