"""Files made to do harm: told in a sentence, bounded in memory, and no process is left."""

import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from yibao.presenters.roster import words
from yibao.presenters.roster.outcome import Preview, Summary
from yibao.roster import supervision
from yibao.roster.messages import Refused, Request
from yibao.roster.supervision import Child
from yibao.system.limits import MEMORY

COMMAND = (sys.executable, "-m", "yibao", "roster-work")
HEADINGS = "地区,年龄\n"
BOOK = "xl/worksheets/sheet1.xml"


def request(source: Path, target: str | None = "结果.csv") -> Request:
    out = str(source.parent / target) if target else None
    return Request(source=str(source), target=out, on=date(2026, 6, 5))


def giant_sheet(path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["XFD1048576"] = "地区", "x"
    book.save(path)


def sheet_of(path: Path, rows: Callable[[Any], None]) -> None:
    """A workbook whose sheet is written by hand."""
    plain = path.with_name("plain.xlsx")
    book = openpyxl.Workbook()
    book.active["A1"] = "地区"
    book.save(plain)
    with zipfile.ZipFile(plain) as good, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bad:
        for name in good.namelist():
            if name != BOOK:
                bad.writestr(name, good.read(name))
        with bad.open(BOOK, "w", force_zip64=True) as sheet:
            sheet.write(
                b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
            )
            rows(sheet)
            sheet.write(b"</sheetData></worksheet>")
    plain.unlink()


def empty_rows(path: Path) -> None:
    sheet_of(path, lambda sheet: [sheet.write(b"<row/>" * 10_000) for _ in range(400)])


def zip_bomb(path: Path) -> None:
    cells = b'<row><c t="inlineStr"><is><t>' + b"x" * 1_000_000 + b"</t></is></c></row>"
    sheet_of(path, lambda sheet: [sheet.write(cells) for _ in range(1_800)])


def many_columns(path: Path) -> None:
    path.write_text(HEADINGS + "," * 1_000_000 + "\n")


def many_lines(path: Path) -> None:
    path.write_text(HEADINGS + "\n" * 3_000_000)


def long_cell(path: Path) -> None:
    path.write_text(HEADINGS + '"' + "x" * 10_000_000)


def two_gigabytes(path: Path) -> None:
    with path.open("wb") as file:
        file.write(HEADINGS.encode())
        file.truncate(2 * 1024**3)


def broken_encoding(path: Path) -> None:
    path.write_bytes(HEADINGS.encode() + b"\xff\xff\xff\x80")


def zeros(path: Path) -> None:
    path.write_bytes(HEADINGS.encode() + bytes(99))


def broken_mark(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf\xff\xfe")


def no_workbook(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + bytes(99))


def no_headings(path: Path) -> None:
    path.write_text("1,2\n3,4\n")


def book_without_headings(path: Path) -> None:
    openpyxl.Workbook().save(path)


def wide_book(path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["年龄", *["x"] * 2_000])
    book.save(path)


HOSTILE = [
    (giant_sheet, "xlsx", "太大"),
    (many_columns, "csv", "1000001 列"),
    (many_lines, "csv", "1048576 行"),
    (long_cell, "csv", "太长"),
    (two_gigabytes, "csv", "2048 MB"),
    (broken_encoding, "csv", "编码"),
    (zeros, "csv", "不是文本"),
    (broken_mark, "csv", "编码"),
    (no_workbook, "xlsx", "不是能读的表格"),
    (no_headings, "csv", "没有找到表头"),
    (book_without_headings, "xlsx", "没有找到表头"),
    (wide_book, "xlsx", "2001 列"),
    (lambda path: None, "xlsx", "打不开"),
]


@pytest.mark.parametrize(("make", "kind", "sentence"), HOSTILE)
def test_it_is_told(tmp_path: Path, make: Callable[[Path], None], kind: str, sentence: str) -> None:
    path = tmp_path / f"名单.{kind}"
    make(path)
    before = sorted(tmp_path.iterdir())

    end = Child(COMMAND, request(path)).run(lambda _: None)

    assert isinstance(end, Refused)
    assert sentence in end.sentence
    assert path.name in end.sentence
    assert sorted(tmp_path.iterdir()) == before


def test_millions_of_empty_rows_are_nothing(tmp_path: Path) -> None:
    path = tmp_path / "名单.xlsx"
    empty_rows(path)

    end = Child(COMMAND, request(path)).run(lambda _: None)

    assert isinstance(end, Refused)
    assert "没有找到表头" in end.sentence


def test_macros_are_not_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "名单.xlsm"
    book = openpyxl.Workbook()
    book.active.append(["地区", "年龄"])
    book.active.append(["北京市朝阳区", 71])
    book.save(path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(999))

    end = Child(COMMAND, request(path, "结果.xlsx")).run(lambda _: None)

    assert isinstance(end, Summary)
    with zipfile.ZipFile(tmp_path / "结果.xlsx") as archive:
        assert not any("vba" in name for name in archive.namelist())


@pytest.mark.skipif(sys.platform != "linux", reason="how much memory there was is asked of Linux")
def test_memory_is_bounded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    peaks: dict[str, int] = {}
    for make in (giant_sheet, zip_bomb, empty_rows):
        path = tmp_path / f"{make.__name__}.xlsx"
        make(path)
        measured = (
            "import resource, subprocess, sys; from datetime import date; from yibao.roster.supervision import Child;"
            "from yibao.roster.messages import Request;"
            f"Child({COMMAND!r}, Request(source={str(path)!r}, target={str(tmp_path / 'a.csv')!r}, on=date(2026, 6, 5))).run(print);"
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
        )
        run = subprocess.run(
            [sys.executable, "-c", measured], capture_output=True, text=True, check=True
        )
        peaks[make.__name__] = int(run.stdout.split()[-1]) * 1024
    with capsys.disabled():
        told = (f"{name} {peak / 2**20:.0f} MiB" for name, peak in peaks.items())
        sys.stdout.write(f"peak memory: {', '.join(told)}\n")
    assert max(peaks.values()) <= MEMORY


def test_a_child_that_says_nothing_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "名单.csv"
    silent = (sys.executable, "-c", "import sys, time; time.sleep(999)")

    monkeypatch.setattr(supervision, "GRACE", 0.1)
    child = Child(silent, request(path), patience=0.1)
    end = child.run(lambda _: None)

    assert isinstance(end, Refused)
    assert "太久" in end.sentence
    assert child._process is not None
    assert child._process.returncode is not None


def test_a_child_that_does_not_listen_can_be_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervision, "GRACE", 0.1)
    deaf = (sys.executable, "-c", "import time; time.sleep(999)")
    child = Child(deaf, request(tmp_path / "名单.csv"))
    threading.Timer(0.5, child.stop).start()

    end = child.run(lambda _: None)

    assert end == Refused("已经停下，没有存任何东西。")


def test_it_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("地区,年龄\n" + "北京市朝阳区,71\n" * 900_000)
    child = Child(COMMAND, request(path, "结果.xlsx"))

    end = child.run(lambda _: child.stop())

    assert isinstance(end, Refused)
    assert "已经停下" in end.sentence
    assert sorted(p.name for p in tmp_path.iterdir()) == ["名单.csv"]


def test_a_child_that_is_killed_leaves_nothing_half_written(tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("地区,年龄\n" + "北京市朝阳区,71\n" * 900_000)
    child = Child(COMMAND, request(path, "结果.csv"))
    in_the_making: list[str] = []

    def kill(_: Any) -> None:
        in_the_making.extend(str(p) for p in tmp_path.rglob("*") if p != path)
        assert child._process
        child._process.kill()

    end = child.run(kill)

    assert isinstance(end, Refused)
    assert len(in_the_making) > 1, "a folder, and the file in it"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["名单.csv"]


def test_a_process_that_is_not_to_be_had_and_a_name_that_is_no_text(tmp_path: Path) -> None:
    for target in (None, "结果.csv"):
        end = Child([str(tmp_path / "nothing")], request(tmp_path / "名单.csv", target)).run(print)
        assert end == Refused(words.NOT_STARTED)
    end = Child(COMMAND, request(tmp_path / "\udcb9.csv", None)).run(print)
    assert end == Refused(words.ODD_NAME)


def test_it_can_be_stopped_before_it_began(tmp_path: Path) -> None:
    child = Child(COMMAND, request(tmp_path / "名单.csv"))
    child.stop()

    end = child.run(lambda _: None)

    assert isinstance(end, Refused)
    assert child._process is None


def parent_of(path: Path, at_first: str) -> str:
    """A program that has a roster answered, and does something when it first hears of it."""
    return (
        "import os, signal; from datetime import date; from yibao.roster.supervision import Child;"
        "from yibao.roster.messages import Request;"
        f"child = Child({COMMAND!r}, Request(source={str(path)!r}, target={str(path.with_name('a.xlsx'))!r}, on=date(2026, 6, 5)));"
        f"child.run(lambda _: (print(child._process.pid, flush=True), {at_first}))"
    )


def is_there(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX tells whether a process is there")
@pytest.mark.parametrize(
    "at_first",
    [
        "os._exit(0)",
        "os.killpg(0, signal.SIGHUP)",
        "(os.killpg(0, signal.SIGTERM), os.killpg(0, signal.SIGHUP))",
    ],
)
def test_a_child_does_not_outlive_its_parent(tmp_path: Path, at_first: str) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("地区,年龄\n" + "北京市朝阳区,71\n" * 900_000)
    run = subprocess.run(
        [sys.executable, "-c", parent_of(path, at_first)],
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
    )
    number = int(run.stdout)

    for _ in range(600):
        if not is_there(number):
            break
        time.sleep(0.1)
    assert not is_there(number)
    assert [left.name for left in tmp_path.iterdir()] == ["名单.csv"]


def test_a_folder_that_nothing_can_be_written_to(tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("地区,年龄\n北京市朝阳区,71\n")

    end = Child(COMMAND, request(path, "没有/结果.csv")).run(lambda _: None)

    assert isinstance(end, Refused)
    assert "没有存下来" in end.sentence


def test_looking_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("地区,年龄\n北京市朝阳区,71\n")

    end = Child(COMMAND, request(path, None)).run(lambda _: None)

    assert isinstance(end, Preview)
    assert [p.name for p in tmp_path.iterdir()] == ["名单.csv"]
