"""Writing a workbook (xlsx) row by row."""
# The library has no type stubs.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportArgumentType=false

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any

from yibao.presenters.roster.row_answer import ADDED, Cell
from yibao.roster.rows.cells import text_of

PLAIN_NUMBER = re.compile(r"(0|[1-9][0-9]{0,11})(\.[0-9]+)?")
MONEY, DAY, MINUTE, MONTH = "0.00", "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss", "yyyy-mm"
WHOLE, LONG = "0", 1e11
"""A spreadsheet shows whole numbers from there on as 1.1E+11 where nobody says otherwise."""
WIDTHS = (10, 12, 12, 24, 10, 14, 12, 36, 40, 40, 60)
"""Characters, of the columns that are added."""
FIRST_YEAR = 1900
"""In which spreadsheets begin to count days."""
OWN_WIDTH, LONG_WIDTH = 12, 20
"""Of the others: a day, and a minute or a number of eighteen digits, which else are but ####."""
SHEET = "结果"


class WorkbookWriter:
    """A workbook with one sheet, written row by row."""

    def __init__(self, file: IO[bytes], width: int, numbers: frozenset[int]) -> None:
        from xlsxwriter import Workbook  # noqa: PLC0415 - seldom, and late

        self._book = Workbook(file, {"constant_memory": True, "nan_inf_to_errors": True})
        self._sheet = self._book.add_worksheet(SHEET)
        self._formats = {
            kind: self._book.add_format({"num_format": kind})
            for kind in (MONEY, DAY, MINUTE, MONTH, WHOLE)
        }
        self._bold = self._book.add_format({"bold": True})
        self._row, self._width, self._numbers = 0, width, numbers
        self._long: set[int] = set()
        """Columns with something long that a spreadsheet does not show a part of."""
        for column, characters in enumerate([OWN_WIDTH] * width + [*WIDTHS]):
            self._sheet.set_column(column, column, characters)

    def tail(self, cells: Sequence[Cell]) -> Sequence[Cell]:
        return cells

    def write(self, rows: Sequence[Sequence[Any]], tails: Sequence[Sequence[Cell] | None]) -> None:
        for row, tail in zip(rows, tails, strict=True):
            self._write_row(row, tail or ())

    def _write_row(self, row: Sequence[Any], tail: Sequence[Cell]) -> None:
        width, at, numbers = self._width, self._row, self._numbers
        string = self._sheet.write_string
        for column, cell in enumerate(row[:width]):
            if cell.__class__ is not str:
                self._write(at, column, cell)
            elif cell:
                if column in numbers and PLAIN_NUMBER.fullmatch(cell):
                    self._sheet.write_number(at, column, float(cell))
                else:
                    string(at, column, cell)
        for column, cell in enumerate(tail, width):
            if isinstance(cell, str):
                string(at, column, cell)
            elif cell is not None:
                self._added(at, column, cell)
        for column, cell in enumerate(row[width:], width + len(ADDED)):
            if cell != "":
                string(at, column, text_of(cell))
        self._row += 1

    def head(self, row: Sequence[Any]) -> None:
        for column, cell in enumerate((*map(text_of, row), *ADDED)):
            self._sheet.write_string(self._row, column, cell, self._bold)
        self._row += 1
        self._sheet.freeze_panes(self._row, 0)

    def close(self) -> None:
        from xlsxwriter.exceptions import XlsxFileError  # noqa: PLC0415 - with the library

        for column in self._long:
            self._sheet.set_column(column, column, LONG_WIDTH)
        try:
            self._book.close()
        except XlsxFileError as error:
            raise OSError(str(error)) from error

    def _write(self, at: int, column: int, cell: Any) -> None:
        """A cell as it was read: numbers stay numbers, days days."""
        match cell:
            case bool():
                self._sheet.write_boolean(at, column, cell)
            case int() | float() if abs(cell) >= LONG and cell % 1 == 0:
                self._long.add(column)
                self._sheet.write_number(at, column, cell, self._formats[WHOLE])
            case int() | float():
                self._sheet.write_number(at, column, cell)
            case date() if cell.year < FIRST_YEAR:
                self._sheet.write_string(at, column, text_of(cell))
            case datetime():
                kind = DAY if text_of(cell).count(":") == 0 else MINUTE
                if kind == MINUTE:
                    self._long.add(column)
                self._sheet.write_datetime(at, column, cell, self._formats[kind])
            case date():
                self._sheet.write_datetime(at, column, cell, self._formats[DAY])
            case _:
                self._sheet.write_string(at, column, text_of(cell))

    def _added(self, at: int, column: int, cell: Decimal | date | int) -> None:
        match cell:
            case Decimal():
                self._sheet.write_number(at, column, float(cell), self._formats[MONEY])
            case date():
                self._sheet.write_datetime(at, column, cell, self._formats[MONTH])
            case _:
                self._sheet.write_number(at, column, cell)
