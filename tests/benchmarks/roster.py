"""A roster of 200,000 people, as ratios that do not depend on the machine:

- the whole job, from the start of the command to its end, against reading the file and writing as
  many cells with the same libraries, in a process of its own;
- the same for a workbook;
- the peak memory of a text table of 200,000 rows against that of one of 20,000;
- the two figures end to end against OpenFisca, which computes them vectorised.

Processes run in turns. python3 tests/benchmarks/roster.py
"""

import csv
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

from machine import environment, environment_of

OPENFISCA = "openfisca-core==46.0.1"
ROWS, ROUNDS = 200_000, 5
DAY = date(2026, 6, 5)
AS_INSTALLED = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
"""An installed program is compiled already; this one is with the first round."""
PLAIN_TEXT = """
import csv, sys
tail = {tail!r}
with open(sys.argv[1], encoding="utf-8-sig", newline="") as given, open(sys.argv[2], "w", encoding="utf-8-sig", newline="") as file:
    writer = csv.writer(file)
    for row in csv.reader(given):
        writer.writerow(row + tail)
"""
PLAIN_BOOK = """
import sys
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook
tail = {tail!r}
book = Workbook(sys.argv[2], {{"constant_memory": True}})
sheet = book.add_worksheet()
for number, row in enumerate(CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).iter_rows()):
    for column, cell in enumerate(row + tail):
        if cell != "":
            (sheet.write_string if isinstance(cell, str) else sheet.write_number)(number, column, cell)
book.close()
"""
PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def main() -> None:
    for name, ratio in figures():
        print(f"{name}: {ratio}")


def figures() -> list[tuple[str, str]]:
    """How many times as much as what each is measured against."""
    python = str(environment(".venv", "test"))
    theirs = str(environment_of(".venv-openfisca", OPENFISCA))
    roster = [python, "-m", "yibao", "roster", "--on", DAY.isoformat()]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text, book, pair = folder / "a.csv", folder / "a.xlsx", folder / "pair.csv"
        write_roster(text, ROWS)
        write_pair(pair, ROWS)
        seconds([*roster, text, "-o", book])
        tail = typical_answer([*roster], folder)
        out, out_book = folder / "out.csv", folder / "out.xlsx"
        plain_text = [python, "-c", PLAIN_TEXT.format(tail=tail), text, out]
        plain_book = [python, "-c", PLAIN_BOOK.format(tail=tail), book, out_book]
        fisca = [theirs, Path(__file__).with_name("openfisca_roster.py"), pair, out]
        job, plain, ours, fisca_time = in_turns(
            [*roster, text, "-o", out], plain_text, [*roster, pair, "-o", out], fisca
        )
        job_book, plain_of_book = in_turns([*roster, book, "-o", out_book], plain_book)
        small = folder / "small.csv"
        write_roster(small, ROWS // 10)
        peaks = [peak([python, "-c", PEAK, *roster, of, "-o", out]) for of in (text, small)]
    return [
        ("A roster of 200,000 rows, against reading and writing it", f"{job / plain:.2f} times"),
        ("The same as a workbook", f"{job_book / plain_of_book:.2f} times"),
        ("Its memory, against that of a tenth of the rows", f"{peaks[0] / peaks[1]:.2f} times"),
        (
            "Two figures for 200,000 people, against OpenFisca",
            f"{ours / fisca_time:.2f} of its time",
        ),
    ]


def write_roster(path: Path, rows: int) -> None:
    """The retired of a community, as an office lists them."""
    draw = random.Random(7)  # noqa: S311 - the same people every time
    headings = [
        "序号",
        "姓名",
        "证件号",
        "电话",
        "住址",
        "地区",
        "身份",
        "出生日期",
        "性别",
        "养老金",
        "备注",
    ]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headings)
        for number in range(rows):
            born = date(1930, 1, 1) + timedelta(days=draw.randrange(365 * 35))
            pension = f"{draw.randrange(200_000, 900_000) / 100:.2f}"
            place = f"某街道某社区{number % 300}号楼"
            told = [f"{number:018}", f"{number:011}", place, "北京市朝阳区", "退休", born]
            writer.writerow([number, "某人", *told, draw.choice("男女"), pension, ""])


def write_pair(path: Path, rows: int) -> None:
    """Half of them retired, of whom the age is known, half in service with their months."""
    draw = random.Random(7)  # noqa: S311 - the same people every time
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["序号", "地区", "身份", "年龄", "性别", "累计缴费年限"])
        for number in range(rows):
            sex, here = draw.choice("男女"), [number, "北京市朝阳区"]
            if draw.random() < 0.5:
                writer.writerow([*here, "退休", draw.randrange(55, 100), sex, ""])
            else:
                paid = f"{draw.randrange(40)}-{draw.randrange(12):02}"
                writer.writerow([*here, "在职", "", sex, paid])


def typical_answer(roster: Sequence[str], folder: Path) -> list[str]:
    """The cells that are added for somebody who gets an answer with a change to come."""
    one, told = folder / "one.csv", folder / "told.csv"
    one.write_text("地区,出生日期\n北京市朝阳区,1958-01-01\n", encoding="utf-8")
    subprocess.run([*roster, one, "-o", told], check=True, stdout=subprocess.DEVNULL)
    with told.open(encoding="utf-8-sig", newline="") as file:
        return [*csv.reader(file)][1][2:]


def in_turns(*commands: Sequence[str | Path]) -> list[float]:
    """Seconds of each, the median of several rounds."""
    rounds = [[seconds(command) for command in commands] for _ in range(ROUNDS)]
    return [median(times) for times in zip(*rounds, strict=True)]


def seconds(command: Sequence[str | Path]) -> float:
    """Of a command whose last word is the file that it writes anew."""
    Path(command[-1]).unlink(missing_ok=True)
    start = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=AS_INSTALLED)
    return perf_counter() - start


def peak(command: Sequence[str | Path]) -> int:
    """The most memory that a process that it starts has; the child of the command is among them."""
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(run.stdout.split()[-1])


if __name__ == "__main__":
    main()
