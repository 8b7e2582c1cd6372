"""What a cell says, and what is written for it."""

import io
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.roster import test_hostile as hostile
from tests.roster.conftest import DAY

from yibao.policy.store import PolicyStore
from yibao.policy.timeline import RuleLayer
from yibao.presenters.roster.outcome import Columns, Summary
from yibao.presenters.roster.report import summary_text
from yibao.presenters.roster.row_answer import ADDED
from yibao.roster.files import text_table
from yibao.roster.files.tables import RosterError
from yibao.roster.files.text_table import read_text_table
from yibao.roster.files.workbook import read_workbook
from yibao.roster.files.workbook_writing import WorkbookWriter
from yibao.roster.rows import births
from yibao.roster.rows.cells import text_of
from yibao.roster.rows.headings import find_headings
from yibao.roster.rows.people import People


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("甲", "甲"),
        (True, "是"),
        (False, "否"),
        (71.0, "71"),
        (3700.1000000000004, "3700.1"),
        (1.1010119551220001e17, "110101195512200016"),
        (71, "71"),
        (date(1955, 12, 20), "1955-12-20"),
        (datetime(1955, 12, 20), "1955-12-20"),
        (datetime(1955, 12, 20, 8, 30), "1955-12-20 08:30:00"),
        (time(8, 30), "08:30:00"),
    ],
)
def test_a_cell_as_text(cell: Any, text: str) -> None:
    assert text_of(cell) == text


def test_cells_of_every_kind_in_a_workbook() -> None:
    row = ["甲", "", True, 71, 1.5, date(1955, 12, 20), datetime(1955, 12, 20, 8, 30), time(8, 30)]
    tail = [
        "已算",
        Decimal("107.00"),
        Decimal(1284),
        None,
        54,
        "a 或 b",
        date(2031, 5, 1),
        *[None] * 4,
    ]
    file = io.BytesIO()
    writer = WorkbookWriter(file, len(row), frozenset())
    writer.head([str(number) for number in range(len(row))])
    writer.write([row, row], [writer.tail(tail), None])
    writer.write([[*row, 7, ""]], [None])
    writer.close()

    sheet = openpyxl.load_workbook(file).active
    assert sheet
    values = [cell.value for cell in sheet[2]]
    assert values[:8] == [
        "甲",
        None,
        True,
        71,
        1.5,
        datetime(1955, 12, 20),
        datetime(1955, 12, 20, 8, 30),
        "08:30:00",
    ]
    assert values[8:15] == ["已算", 107, 1284, None, 54, "a 或 b", datetime(2031, 5, 1)]
    assert sheet.cell(2, 10).number_format == "0.00"
    assert sheet.cell(4, len(row) + len(ADDED) + 1).value == "7"


def test_nothing_that_a_spreadsheet_would_show_as_marks() -> None:
    row = [datetime(1955, 12, 20), 110101195512200000.0, datetime(2026, 6, 5, 8, 30), 71.0, 1.5e11]
    file = io.BytesIO()
    writer = WorkbookWriter(file, len(row), frozenset())
    writer.head(["a", "b", "c", "d", "e"])
    writer.write([row], [None])
    writer.close()

    sheet = openpyxl.load_workbook(file).active
    assert sheet
    assert [sheet.cell(2, n).number_format for n in (1, 2, 4)] == ["yyyy-mm-dd", "0", "General"]
    assert sheet["B2"].value == 110101195512200000
    widths = sheet.column_dimensions
    assert widths["A"].width > len("1955-12-20")
    assert widths["B"].width > len("2026-06-05 08:30:00")


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(1, 1, 1), datetime(1850, 1, 1, 8)])
def test_days_before_a_spreadsheet_can_count_are_text(day: date) -> None:
    file = io.BytesIO()
    writer = WorkbookWriter(file, 1, frozenset())
    writer.write([[day]], [None])
    writer.close()

    sheet = openpyxl.load_workbook(file).active
    assert sheet
    assert sheet["A1"].value == text_of(day)


def test_a_workbook_on_a_disk_that_is_full() -> None:
    class Full(io.BytesIO):
        full = True

        def write(self, content: Any) -> int:
            full, self.full = self.full, False
            if full:
                raise OSError(28, "full")
            return super().write(content)

    writer = WorkbookWriter(Full(), 1, frozenset())
    writer.write([["甲"]], [None])

    with pytest.raises(OSError, match="full"):
        writer.close()


SMALL = (
    hostile.many_columns,
    hostile.long_cell,
    hostile.two_gigabytes,
    hostile.broken_encoding,
    hostile.zeros,
    hostile.broken_mark,
)


@pytest.mark.parametrize("make", SMALL)
def test_text_tables_that_are_refused(tmp_path: Path, make: Any) -> None:
    path = tmp_path / "名单.csv"
    make(path)

    with pytest.raises(RosterError):
        read_all(path)


def read_all(path: Path) -> None:
    table = read_text_table(path)
    try:
        while table.take(500):
            pass
    finally:
        table.close()


@pytest.mark.parametrize("after", ["", '72,"好"\n'])
def test_a_mark_that_is_never_closed_swallows_nobody(tmp_path: Path, after: str) -> None:
    path = tmp_path / "名单.csv"
    path.write_text(f'年龄,备注\n71,"重点\n72,\n{after}')

    with pytest.raises(RosterError, match="引号"):
        read_all(path)


def test_marks_inside_of_a_cell(tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text('年龄,备注\n71,说"好"\n72,"说""好"""\n')

    table = read_text_table(path)
    try:
        assert table.take(9)[1:] == [["71", '说"好"'], ["72", '说"好"']]
    finally:
        table.close()


def test_more_rows_than_a_sheet_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yibao.roster.files.tables.MOST_ROWS", 700)
    path = tmp_path / "名单.csv"
    path.write_text("年龄\n" * 701)

    with pytest.raises(RosterError, match="700"):
        read_all(path)


def test_what_comes_late_in_a_file_is_read_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_table, "CHUNK", 7)
    path = tmp_path / "名单.csv"
    path.write_bytes("地区,年龄\n北京,71".encode() + b"\xe5")

    assert text_table.encoding_of(path) is None


@pytest.mark.parametrize(
    "make",
    [
        hostile.zip_bomb,
        hostile.no_workbook,
        hostile.book_without_headings,
        hostile.wide_book,
        lambda _: None,
    ],
)
def test_workbooks_that_are_refused(tmp_path: Path, make: Any) -> None:
    path = tmp_path / "名单.xlsx"
    make(path)

    with pytest.raises(RosterError):
        read_workbook(path)


def test_a_workbook_with_a_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import python_calamine

    class Locked:
        @staticmethod
        def from_path(_: Path) -> None:
            raise python_calamine.PasswordError

    monkeypatch.setattr(python_calamine, "CalamineWorkbook", Locked)
    path = tmp_path / "名单.xlsx"
    path.touch()

    with pytest.raises(RosterError, match="密码"):
        read_workbook(path)


def test_headings_that_are_none() -> None:
    assert find_headings([["甲", "乙"], ["1", "2"]]) is None
    found = find_headings([["年龄"]])
    assert found
    assert found.mapped == {"age": 0}


def test_a_text_table_without_headings(answered: Any, tmp_path: Path) -> None:
    hostile.no_headings(tmp_path / "名单.csv")

    with pytest.raises(RosterError, match="表头"):
        answered(tmp_path / "名单.csv")


def test_a_list_without_a_place(answered: Any, tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("身份,年龄\n退休,71\n")

    summary, rows = answered(path)

    assert "先选好地区" in summary.columns.remarks[0]
    assert rows[1][2] == "未算"


def test_a_summary_without_amounts() -> None:
    summary = Summary(
        columns=Columns(names=(), mapped={}, remarks=()),
        rows=0,
        counts={},
        per_month=(Decimal(0), Decimal(0)),
        per_year=(Decimal(0), Decimal(0)),
        changes={},
        seconds=0,
    )

    assert "一共 0 行" in summary_text(summary, "a.csv")
    assert "到账" not in summary_text(summary, "a.csv")


def test_one_source_has_no_amount(make_store: Any, records: Any) -> None:
    other = {"method": {"type": "no_account"}, "references": ["a-source"], "note": "另一份"}
    period = records.period(contested=[other])
    store = make_store(records.rule(period))
    people = People(store, {"region": 0}, DAY, region=None, until=None)

    answer = people.answer(["130102"]).answer

    assert answer.cells[:2] == ("两种说法", "80.00 或 没有个人账户")


def test_a_day_in_the_middle_of_a_month_makes_a_difference(make_store: Any, records: Any) -> None:
    method = {
        "type": "amount_by_age",
        "bands": [{"from": 0, "to": 70, "amount": "80"}, {"from": 70, "to": None, "amount": "90"}],
    }
    example = [{"given": {"age": 71}, "expected": {"status": "exact", "low": "90.00"}}]
    deduction = {
        "name": "大额",
        "start_date": "2026-09-10",
        "end_date": "2026-10-15",
        "confirmed_on": "2024-05-01",
        "references": ["a-source"],
        "takes": {"type": "amount", "amount": "5"},
    }
    first = records.period(
        method=method, examples=example, end_date="2026-11-14", deductions=[deduction]
    )
    later = records.period(start_date="2026-11-15")
    store = make_store(records.rule(first, later))

    assert set(births._uneven_months(store, DAY)) == {9, 10, 11}
    told = People(store, {"region": 0, "born": 1}, DAY, region=None, until=None)
    days = [told.answer(["130102", f"1956-11-{day}"]).answer.cells[7] for day in (10, 20)]
    assert days == [
        "满 70 岁（2026 年 11 月）：每月 90.00 元",
        "满 70 岁（2026 年 11 月）：每月 80.00 元",
    ]


def test_an_office_over_the_program(store: PolicyStore) -> None:
    office = store.under(RuleLayer(layer="office", rules=(), kept_in="user"))

    assert {*births._uneven_months(office, DAY)} == {*births._uneven_months(store, DAY)}
