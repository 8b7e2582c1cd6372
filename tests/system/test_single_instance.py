"""One program per user: the second start raises the window of the first."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot
from tests.window import waiting

from yibao.system.single_instance import Reply, SingleInstance

CALLING = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from yibao.system.single_instance import SingleInstance

program = QCoreApplication([])
second = SingleInstance(Path(sys.argv[1]))
print(second.call_first().name, flush=True)
sys.stdin.read()
"""


class Caller:
    """A second start, a program of its own, which lives until it is let go."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", CALLING, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._told: list[str] = []
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def _listen(self) -> None:
        assert self._process.stdout
        self._told.append(self._process.stdout.readline().strip())

    def reply(self) -> Reply:
        """What came of the call."""
        return Reply[waiting.until(lambda: "".join(self._told), "a reply")]

    def let_go(self) -> None:
        """End the second start."""
        self._process.communicate()
        self._listener.join()


@pytest.fixture
def call() -> Iterator[Callable[[Path], Caller]]:
    """Starts the program once more."""
    callers: list[Caller] = []

    def start(folder: Path) -> Caller:
        callers.append(Caller(folder))
        return callers[-1]

    yield start
    for caller in callers:
        caller.let_go()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ANSWER_WITHIN", "STARTED_WITHIN"):
        monkeypatch.setattr(f"yibao.system.single_instance.{name}", 50)


@pytest.fixture
def first(tmp_path: Path) -> Iterator[SingleInstance]:
    """A program that runs already."""
    instance = SingleInstance(tmp_path)
    assert instance.is_first()
    yield instance
    instance.release()


def test_the_second_calls_the_first(
    qtbot: QtBot, tmp_path: Path, call: Callable[[Path], Caller], first: SingleInstance
) -> None:
    raised: list[bool] = []
    first.listen(lambda: raised.append(True))

    assert not SingleInstance(tmp_path).is_first()
    assert call(tmp_path).reply() is Reply.CAME
    waiting.until(lambda: raised == [True], "the first window")


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
    qtbot: QtBot, tmp_path: Path, call: Callable[[Path], Caller], first: SingleInstance
) -> None:
    caller = call(tmp_path)
    qtbot.wait(200)

    first.listen(lambda: None)

    assert caller.reply() is Reply.CAME


def test_a_first_that_never_listens_is_noticed(
    qtbot: QtBot, tmp_path: Path, first: SingleInstance, impatient: None
) -> None:
    assert SingleInstance(tmp_path).call_first() is Reply.SILENT


def test_a_first_that_listens_and_hangs_is_noticed(
    qtbot: QtBot, tmp_path: Path, first: SingleInstance, impatient: None
) -> None:
    """The system takes the call for it; no event loop runs that could answer."""
    first.listen(lambda: None)

    assert SingleInstance(tmp_path).call_first() is Reply.SILENT


def test_a_first_that_ends_meanwhile_is_succeeded(
    qtbot: QtBot, tmp_path: Path, call: Callable[[Path], Caller], first: SingleInstance
) -> None:
    caller = call(tmp_path)
    qtbot.wait(200)

    first.release()

    assert caller.reply() is Reply.NOBODY
    assert not SingleInstance(tmp_path).is_first()


@pytest.mark.parametrize(
    "left_behind",
    [
        "",
        "1234",
        "1234\npython3\nanother-machine\nanother-number\nanother-start\n",
        f"{os.getpid()}\npython3\n{socket.gethostname()}\n",
        "\0" * 90,
    ],
    ids=["empty", "truncated", "of another machine", "of a number used again", "garbage"],
)
def test_whatever_was_left_behind_keeps_nobody_from_being_first(
    qtbot: QtBot, tmp_path: Path, left_behind: str
) -> None:
    (tmp_path / "running.lock").write_text(left_behind)

    first = SingleInstance(tmp_path)

    assert first.is_first()
    first.release()


def test_a_program_that_is_killed_leaves_no_lock(tmp_path: Path) -> None:
    script = (
        "import sys, os; from pathlib import Path;"
        "from yibao.system.single_instance import SingleInstance;"
        "first = SingleInstance(Path(sys.argv[1])); assert first.is_first(); os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", script, str(tmp_path)]).returncode == -9
    assert (tmp_path / "running.lock").read_text()

    first = SingleInstance(tmp_path)

    assert first.is_first()
    first.release()


def test_a_program_on_another_machine_is_none_of_ours(
    qtbot: QtBot, tmp_path: Path, impatient: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both have the same home, and one lock for both."""
    there = SingleInstance(tmp_path)
    with monkeypatch.context() as machine:
        machine.setattr(
            "yibao.system.single_instance.QSysInfo",
            SimpleNamespace(
                machineHostName=lambda: "counter-2", machineUniqueId=lambda: QByteArray(b"0f")
            ),
        )
        assert there.is_first()

    here = SingleInstance(tmp_path)

    assert not here.is_first()
    assert here.call_first() is Reply.NOBODY
    there.release()


@pytest.fixture(params=["no folder", "no file", "no lock"])
def without_lock(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A folder on a disk that takes no lock."""
    if request.param == "no folder":
        (tmp_path / "file").write_text("no folder")
        return tmp_path / "file" / "folder"
    if request.param == "no file":
        (tmp_path / "running.lock").mkdir()
        return tmp_path

    def fail(_: int) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("yibao.system.lock_file._lock", fail)
    return tmp_path


def test_a_disk_that_takes_no_lock_keeps_nobody_from_working(
    qtbot: QtBot, without_lock: Path, call: Callable[[Path], Caller]
) -> None:
    first = SingleInstance(without_lock)
    assert not first.is_first()
    assert first.call_first() is Reply.NOBODY
    first.listen(lambda: None)

    assert call(without_lock).reply() is Reply.CAME
    first.release()


def test_without_a_home_every_program_is_the_first(qtbot: QtBot) -> None:
    one, other = SingleInstance(None), SingleInstance(None)

    for program in (one, other):
        assert program.is_first()
        program.listen(lambda: pytest.fail("called"))
        program.release()
