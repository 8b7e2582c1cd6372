"""`yibao roster`: a file of people in, the same file with the answers out."""

import csv
import io
import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from yibao.cli import main
from yibao.commands import roster_work
from yibao.roster import child
from yibao.roster.messages import Progress
from yibao.roster.supervision import Child, End

ROWS = "地区,生日,备注\n北京市朝阳区,1957-01-20,甲\n,1940-01-20,乙\n朝阳区,1940-01-20,丙\n"


@pytest.fixture
def given(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "名单.csv").write_text(ROWS, encoding="gb18030")
    return str(tmp_path / "名单.csv"), str(tmp_path / "结果.csv")


def test_a_file_is_answered(run: Any, given: tuple[str, str]) -> None:
    source, target = given
    words = ("--on", "2026-06-05", "--region", "110105", "--changes-until", "2027-01")

    exit_status, told, _ = run("roster", source, "-o", target, *words)

    assert exit_status == 0
    assert "出生日期：用“生日”这一列" in told
    assert "没有写地区的，都按北京市朝阳区查。" in told
    assert "算出来的 2 行" in told
    assert "2027 年 1 月要变的 1 行" in told
    with open(target, encoding="utf-8-sig", newline="") as file:
        rows = [*csv.reader(file)]
    assert [row[:5] for row in rows[1:]] == [
        ["北京市朝阳区", "1957-01-20", "甲", "已算", "97.00"],
        ["", "1940-01-20", "乙", "已算", "107.00"],
        ["朝阳区", "1940-01-20", "丙", "未算", ""],
    ]


def test_what_scripts_are_told(ask: Any, given: tuple[str, str]) -> None:
    exit_status, told = ask("roster", given[0], "-o", given[1])

    assert exit_status == 0
    assert (told["rows"], told["counts"]) == (3, {"answered": 1, "refused": 2})
    assert told["per_month"] == ["97.00", "97.00"]
    assert told["columns"]["mapped"] == {"region": 0, "born": 1}


@pytest.mark.parametrize(
    ("words", "field", "told"),
    [
        (["--on", "gestern"], "on", "日期"),
        (["--changes-until", "2027-13"], "changes_until", "月份"),
        (["--region", "朝阳区"], "region", "不止一个"),
        (["-o", "结果.pdf"], "roster", ".xlsx"),
    ],
)
def test_what_cannot_be_done(
    ask: Any, given: tuple[str, str], words: list[str], field: str, told: str
) -> None:
    exit_status, answer = ask("roster", given[0], "-o", given[1], *words)

    assert (exit_status, answer["error"]["field"]) == (2, field)
    assert told in answer["error"]["message"]


def test_how_far_it_is_where_somebody_looks_on(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("地区,年龄\n北京市朝阳区,71\n")
    answer = Child.run

    def slow(child: Child, hear: Callable[[Progress], None]) -> End:
        hear(Progress(500, 0.5))
        return answer(child, hear)

    monkeypatch.setattr(Child, "run", slow)
    for looks_on in (True, False):
        monkeypatch.setattr(sys.stderr, "isatty", lambda looks_on=looks_on: looks_on)
        _, _, told = run("roster", str(path), "-o", str(tmp_path / "a.csv"))
        assert ("已经查了" in told) is looks_on


@pytest.mark.parametrize("odd", ["source", "output"])
def test_a_name_that_is_no_text(run: Any, given: tuple[str, str], odd: str) -> None:
    source, target = given
    names = {"source": source, "output": target} | {odd: f"{source}\udcb9.csv"}

    exit_status, _, told = run("roster", names["source"], "-o", names["output"])

    assert exit_status == 2
    assert told.startswith("名单：文件名里有认不出来的字")


def test_whoever_interrupts_it_is_told(
    run: Any, given: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: Any) -> End:
        raise KeyboardInterrupt

    monkeypatch.setattr(Child, "run", interrupted)

    exit_status, _, told = run("roster", given[0], "-o", given[1])

    assert (exit_status, told) == (2, "名单：已经停下，没有存任何东西。\n")


def test_the_child_is_within_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    limited: list[bool] = []
    monkeypatch.setattr(roster_work, "limit_memory", lambda: limited.append(True))
    monkeypatch.setattr(roster_work, "end_in_order", lambda: None)
    monkeypatch.setattr(child, "serve", lambda *_: None)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO())))

    assert main(["roster-work"]) == 0
    assert limited


def test_the_child_of_the_module(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roster_work, "main", lambda: 7)
    monkeypatch.setattr(sys, "argv", ["yibao", "roster-work"])

    with pytest.raises(SystemExit) as left:
        runpy.run_module("yibao", run_name="__main__")

    assert left.value.code == 7
    assert main() == 7
