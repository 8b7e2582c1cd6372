"""The command line: stable for scripts, plain for people, strict with bad input."""

import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from yibao.cli import main
from yibao.presenters.script.encoding import HANDLER

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("words", "field", "told"),
    [
        ([], "command", "--help"),
        (["fly"], "command", "--help"),
        (["assess", "--colour", "red"], "colour", "--help"),
        (["assess", "--age"], "age", "没有写全"),
        (["assess"], "region", "参保地区"),
        (["regions"], "command", "--help"),
        (["policy", "show", "nothing"], "rule_id", ""),
        (["regions", " "], "query", ""),
    ],
)
def test_a_command_that_is_not_one(ask: Any, words: list[str], field: str, told: str) -> None:
    exit_status, answer = ask(*words)

    assert (exit_status, answer["error"]["field"]) == (2, field)
    assert told in answer["error"]["message"]


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (["assess", "--region", "110105", "--age", "abc"], "年龄："),
        (["assess", "--region", "110105", "--on", "x"], "查哪一天："),
        (["assess", "--region", "朝阳"], "参保地区："),
        (["policy", "show", "nothing"], "编号："),
        (["pack", "make-keys", "--roots", "0", "keys"], "--roots："),
    ],
)
def test_people_are_told_by_the_name_that_they_know(
    run: Any, words: list[str], begins: str
) -> None:
    exit_status, out, told = run(*words)

    assert (exit_status, out) == (2, "")
    assert told.startswith(begins)


def test_a_broken_installation_is_a_failure_of_the_program(
    run: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for module in ("stores", "policy"):
        monkeypatch.setattr(f"yibao.commands.{module}.resources_folder", lambda: tmp_path)

    exit_status, out, told = run("assess", "--region", "110105")

    assert (exit_status, out) == (1, "")
    assert "重新安装" in told
    assert run("policy", "check")[0] == 1


def test_help_is_chinese(run: Any, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--help"], ["assess", "--help"], ["policy", "check", "--help"]):
        with pytest.raises(SystemExit) as left:
            run(*words)
        assert left.value.code == 0
        text = capsys.readouterr().out
        assert "用法：yibao" in text
        assert "用法：用法" not in text
        for english in ("usage", "options", "positional", "show this"):
            assert english not in text


def test_a_stream_that_is_no_terminal_is_left_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stdout", stream)

    assert main(["regions", "渝北"], TODAY) == 0
    assert "500157" in stream.getvalue()


class Terminal(io.TextIOWrapper):
    """Where somebody reads what is written, in the terminal's own encoding."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "每月 107.00 元"),
        ("gbk", "每月 107.00 元"),
        ("gb18030", "每月 107.00 元"),
        ("big5", "每月 107.00 元"),
        ("ascii", "?? 107.00 ?"),
        ("cp437", "?? 107.00 ?"),
    ],
)
@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_terminal_is_written_to_in_its_own_encoding(
    monkeypatch: pytest.MonkeyPatch, encoding: str, told: str, options: list[str]
) -> None:
    screen = io.BytesIO()
    monkeypatch.setattr("sys.stdout", Terminal(screen, encoding=encoding))

    assert main(["assess", "--region", "110105", "--age", "71", *options], TODAY) == 0

    shown = screen.getvalue().decode(encoding)
    if options:
        assert json.loads(shown)["credit"]["per_month"]["low"] == "107.00"
    else:
        assert told in shown


@pytest.mark.parametrize(
    ("encoding", "sum_"),
    [
        ("gb18030", "110.00 元 − 3.00 元"),
        ("gbk", "110.00 元 - 3.00 元"),
        ("ascii", "110.00 ? - 3.00 ?"),
    ],
)
def test_a_sum_stays_one_where_a_terminal_lacks_its_signs(
    monkeypatch: pytest.MonkeyPatch, encoding: str, sum_: str
) -> None:
    screen = io.BytesIO()
    monkeypatch.setattr("sys.stdout", Terminal(screen, encoding=encoding))

    assert main(["assess", "--region", "110105", "--age", "71"], TODAY) == 0

    assert sum_ in screen.getvalue().decode(encoding)


def test_only_writing_is_made_plainer() -> None:
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("utf-8", HANDLER)


def test_what_is_wrong_is_told_in_the_encoding_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = io.BytesIO()
    monkeypatch.setattr("sys.stderr", Terminal(screen, encoding="gbk", line_buffering=True))

    assert main(["assess", "--region", "110105", "--age", "-5"], TODAY) == 2
    assert "不能是负数" in screen.getvalue().decode("gbk")


@pytest.mark.parametrize("words", [["--age", "71"], ["--age", "71", "--json"]])
def test_a_pipe_gets_utf_8_whatever_the_terminals_encoding_is(words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "yibao", "assess", "--region", "110105", *words],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "gbk"},
    )

    assert "北京市朝阳区" in done.stdout.decode("utf-8")


class Unwritable(io.StringIO):
    """Where nothing can be written to."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def flush(self) -> None:
        raise self.error


@pytest.mark.parametrize(
    ("error", "exit_status", "told"),
    [
        (BrokenPipeError(), 0, ""),
        (OSError(28, "No space left on device"), 1, "结果写不出去，磁盘可能满了。\n"),
    ],
)
def test_a_result_that_cannot_be_written_is_told_and_a_reader_who_left_is_not_missed(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: OSError,
    exit_status: int,
    told: str,
) -> None:
    monkeypatch.setattr("sys.stdout", Unwritable(error))

    assert main(["regions", "渝北"], TODAY) == exit_status
    assert capsys.readouterr().err == told


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
@pytest.mark.parametrize("words", [["regions", "a"], ["assess", "--json"]])
def test_a_full_disk_gives_one_sentence(words: list[str]) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "yibao", *words], stdout=full, stderr=subprocess.PIPE
        )

    assert done.returncode == 1
    assert done.stderr.decode() == "结果写不出去，磁盘可能满了。\n"


def test_a_reader_who_has_read_enough_may_leave() -> None:
    words = [sys.executable, "-m", "yibao", "regions", "a"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        program.stdout.close()
        told = program.stderr.read()

    assert (program.returncode, told) == (0, b"")


def test_it_runs_as_a_program_and_never_loads_qt() -> None:
    script = (
        "import sys; from yibao.__main__ import main; status = main();"
        "assert not [m for m in sys.modules if m.startswith('PySide6')]; sys.exit(status)"
    )
    words = ["assess", "--region", "bjcy", "--age", "70"]
    done = subprocess.run(
        [sys.executable, "-c", script, *words], capture_output=True, text=True, encoding="utf-8"
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert "107.00" in done.stdout


def test_an_answer_never_loads_what_verifies_packs() -> None:
    script = (
        "import sys; from yibao.__main__ import main; status = main();"
        "left_out = ('tuf', 'securesystemslib', 'cryptography', 'yibao.packs');"
        "assert not [m for m in sys.modules if m.startswith(left_out)]; sys.exit(status)"
    )
    words = ["assess", "--region", "bjcy", "--age", "70"]
    done = subprocess.run([sys.executable, "-c", script, *words], capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")


def test_a_roster_is_handed_on_without_what_its_child_needs(tmp_path: Path) -> None:
    roster = tmp_path / "a.csv"
    roster.write_text("地区,年龄\n110105,70\n", encoding="utf-8")
    script = (
        "import sys; from yibao.__main__ import main; status = main();"
        "left_out = ('yibao.policy.loading.checks', 'yibao.presenters.answer', 'yibao.commands.p');"
        "assert not [m for m in sys.modules if m.startswith(left_out)]; sys.exit(status)"
    )
    words = ["roster", str(roster), "-o", str(tmp_path / "b.csv")]
    done = subprocess.run([sys.executable, "-c", script, *words], capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")
