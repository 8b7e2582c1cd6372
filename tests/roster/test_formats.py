"""Files as other programs write them, there and back."""

import csv
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pytest
import xlsxwriter

from yibao.presenters.roster.row_answer import ADDED

BEIJING = "北京市朝阳区"
IDENTITY = "110101195512200012"
HEADINGS = ["姓名", "身份证号", "地区", "身份", "出生日期", "养老金", "登记"]
PEOPLE = [
    ["甲", IDENTITY, BEIJING, "退休", date(1955, 12, 20), 3700.5, True],
    ["乙", IDENTITY, "110105", "退休", datetime(1957, 2, 2, 8, 30), 4200, "=A1"],
    ["丙", IDENTITY, 110105, "退休", 19600303, 5000.25, -5],
    ["丁", IDENTITY, BEIJING, "退休", 1955.12, 5000.25, "@x"],
]


def by_openpyxl(path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "说明"
    book.active["A1"] = "这一张没有名单"
    sheet = book.create_sheet("名单")
    sheet.append(["某社区名单"])
    sheet.merge_cells("A1:G1")
    for row in (HEADINGS, *PEOPLE):
        sheet.append(row)
    sheet["G4"].data_type = "s"
    sheet.append([])
    sheet.append(["合计", None, None, None, None, "=SUM(F3:F6)"])
    book.save(path)


def by_xlsxwriter(path: Path) -> None:
    book = xlsxwriter.Workbook(
        path, {"strings_to_formulas": False, "default_date_format": "yyyy/m/d"}
    )
    sheet = book.add_worksheet("名单")
    sheet.merge_range("A1:G1", "某社区名单")
    for number, row in enumerate((HEADINGS, *PEOPLE), 1):
        sheet.write_row(number, 0, row)
    sheet.write_row(number + 2, 0, ["合计", "", "", "", "", 17901])
    book.close()


def test_a_total_in_another_column(tmp_path: Path, answered: Any) -> None:
    book = openpyxl.Workbook()
    for row in (["", "姓名", "地区"], [1, "甲", "广州市荔湾区"], [None, "合 计", None]):
        book.active.append(row)
    book.save(tmp_path / "名单.xlsx")

    _, rows = answered(tmp_path / "名单.xlsx", region="440103")

    assert [row[3] for row in rows[1:]] == ["已算", "未算"]


def by_libreoffice(path: Path) -> None:
    """Its own kind of workbook, or what it makes of that."""
    given = path.with_name("given.xlsx")
    by_openpyxl(given)
    for kind in dict.fromkeys(("ods", path.suffix[1:])):
        convert = ["soffice", "--headless", "--convert-to", kind, "--outdir", path.parent, given]
        subprocess.run(convert, check=True, capture_output=True)
        given = given.with_suffix(f".{kind}")
    given.replace(path)


WITH_LIBREOFFICE = pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice is not there"
)


@pytest.mark.parametrize(
    ("writer", "kind"),
    [
        (by_openpyxl, "xlsx"),
        (by_xlsxwriter, "xlsx"),
        pytest.param(by_libreoffice, "xlsx", marks=WITH_LIBREOFFICE),
        pytest.param(by_libreoffice, "ods", marks=WITH_LIBREOFFICE),
    ],
)
def test_a_workbook_there_and_back(
    tmp_path: Path, answered: Any, writer: Callable[[Path], None], kind: str
) -> None:
    path = tmp_path / f"名单.{kind}"
    writer(path)

    summary, _ = answered(path, "结果.xlsx")

    sheet = openpyxl.load_workbook(tmp_path / "结果.xlsx").active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][0] == "某社区名单"
    assert rows[1] == [*HEADINGS, *ADDED]
    assert rows[2][1:9] == [
        IDENTITY,
        BEIJING,
        "退休",
        datetime(1955, 12, 20),
        3700.5,
        True,
        "已算",
        107,
    ]
    assert rows[3][4:9] == [datetime(1957, 2, 2, 8, 30), 4200, "=A1", "未算", None]
    assert sheet["G4"].data_type == "s"
    assert rows[4][2:9] == [110105, "退休", 19600303, 5000.25, -5, "已算", 97]
    assert rows[5][7:9] == ["已算", 107]
    assert rows[6] == [None] * len(rows[1])
    assert (rows[7][0], rows[7][7]) == ("合计", "未算")
    assert summary.counts == {"answered": 3, "refused": 2}


def test_a_workbook_as_a_text_table(tmp_path: Path, answered: Any) -> None:
    by_xlsxwriter(tmp_path / "名单.xlsx")

    _, rows = answered(tmp_path / "名单.xlsx")

    assert rows[2][:9] == [
        "甲",
        IDENTITY,
        BEIJING,
        "退休",
        "1955-12-20",
        "3700.5",
        "是",
        "已算",
        "107.00",
    ]
    assert rows[3][4:7] == ["1957-02-02 08:30:00", "4200", "'=A1"]
    assert rows[4][2:7] == ["110105", "退休", "19600303", "5000.25", "-5"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_what_pandas_writes(tmp_path: Path, answered: Any, encoding: str) -> None:
    path = tmp_path / "名单.csv"
    frame = pandas.DataFrame(
        {"地区": [BEIJING, "110105"], "年龄": [71, None], "生日": [None, "1957-02-02"]}
    )
    frame.to_csv(path, index=False, encoding=encoding)

    _, rows = answered(path)

    assert rows[0][:3] == ["地区", "年龄", "生日"]
    assert [row[3:5] for row in rows[1:]] == [["已算", "107.00"], ["已算", "97.00"]]


def test_what_was_written_is_read_again(tmp_path: Path, answered: Any) -> None:
    by_xlsxwriter(tmp_path / "名单.xlsx")
    answered(tmp_path / "名单.xlsx", "一.xlsx")

    summary, rows = answered(tmp_path / "一.xlsx", "二.csv")

    assert rows[2].count("已算") == 2
    assert summary.counts == {"answered": 3, "refused": 2}


def test_other_separators(tmp_path: Path, answered: Any) -> None:
    path = tmp_path / "名单.txt"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter="\t").writerows([["地区", "年龄"], [BEIJING, "71"]])

    _, rows = answered(path)

    assert rows[1][:4] == [BEIJING, "71", "已算", "107.00"]
