"""How the program starts itself once more, and the limits that such a process has."""

import subprocess
import sys

import pytest

from yibao.system.processes import own_command


@pytest.mark.parametrize(
    ("executable", "command"),
    [
        ("/usr/bin/python3.11", ("/usr/bin/python3.11", "-m", "yibao")),
        ("/somewhere/pythonw.exe", ("/somewhere/pythonw.exe", "-m", "yibao")),
        ("/opt/apps/yibao-window", ("/opt/apps/yibao-window",)),
    ],
)
def test_a_packaged_program_is_its_own_interpreter(
    monkeypatch: pytest.MonkeyPatch, executable: str, command: tuple[str, ...]
) -> None:
    monkeypatch.setattr(sys, "executable", executable)

    assert own_command() == command


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has jobs instead")
def test_no_more_memory_is_to_be_had() -> None:
    code = (
        "from yibao.system.limits import *; limit_memory(); limit_memory(); bytearray(2 * MEMORY)"
    )

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)

    assert "MemoryError" in run.stderr


def test_the_window_can_be_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    from yibao.commands import roster_work
    from yibao.program import start

    monkeypatch.setattr(roster_work, "main", lambda: 7)

    assert start.main(["yibao-window", "roster-work"]) == 7


def test_a_start_reads_no_roster() -> None:
    code = (
        "import sys, yibao.program.running, yibao.program.bootstrap, yibao.cli;"
        "late = ('yibao.roster', 'yibao.window.roster', 'python_calamine', 'xlsxwriter', 'subprocess');"
        "print([m for m in sys.modules if m.startswith(late)])"
    )

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "[]"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_what_ends_a_process_lets_it_tidy_up(name: str) -> None:
    code = (
        "import os, signal; from yibao.system.processes import *; end_in_order()\n"
        f"try: os.kill(os.getpid(), signal.{name})\n"
        "finally: os.kill(os.getpid(), signal.SIGHUP); print('tidy')"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert run.stdout == "tidy\n"
    assert run.returncode > 128
