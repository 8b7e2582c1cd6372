"""Writing a roster with its answers: nothing that stands in a cell becomes a formula."""

import csv
import io
import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import IO, Any, Protocol

from yibao.presenters import formats
from yibao.presenters.roster import words
from yibao.presenters.roster.row_answer import ADDED, Cell
from yibao.roster.cells import text_of
from yibao.roster.tables import RosterError

FORMULA = frozenset("=+-@\t\r")
"""What makes a spreadsheet take a text for a formula."""
NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
PLAIN_NUMBER = re.compile(r"(0|[1-9][0-9]{0,11})(\.[0-9]+)?")
MONEY, DAY, MINUTE, MONTH = "0.00", "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss", "yyyy-mm"
WIDTHS = (10, 12, 12, 24, 10, 14, 12, 36, 40, 40, 60)
"""Characters, of the columns that are added."""
Tail = Sequence[Any]
"""The added cells as a writer wants them: made once for all rows with the same answer."""


class Writer(Protocol):
    """Takes a roster row by row."""

    def tail(self, cells: Sequence[Cell]) -> Tail:
        """The added cells of one answer, ready to be written."""
        ...

    def write(self, row: Sequence[Any], tail: Tail) -> None:
        """A row as it was read, and what is added to it."""
        ...

    def head(self, row: Sequence[Any]) -> None:
        """The row of the headings, with those of what is added."""
        ...

    def close(self) -> None:
        """Write what is still to be written."""
        ...


def writer_for(target: Path, file: IO[bytes], width: int, numbers: frozenset[int]) -> Writer:
    """By the name of the file; raises RosterError for another kind.

    The added cells stand behind `width` columns; in `numbers` are those that hold numbers, which
    a text file has as text.
    """
    match target.suffix.lower():
        case ".csv":
            return TextWriter(file, width)
        case ".xlsx":
            return WorkbookWriter(file, width, numbers)
        case _:
            raise RosterError(words.OTHER_KIND)


class TextWriter:
    """UTF-8 with a mark, by which Excel knows it."""

    def __init__(self, file: IO[bytes], width: int) -> None:
        self._text = io.TextIOWrapper(file, "utf-8-sig", newline="")
        self._writer = csv.writer(self._text)
        self._width = width

    def tail(self, cells: Sequence[Cell]) -> Tail:
        return [_harmless(text) for text in as_texts(cells)]

    def write(self, row: Sequence[Any], tail: Tail) -> None:
        width = self._width
        texts = [c if c.__class__ is str else text_of(c) for c in row]
        if any(text[:1] in FORMULA for text in texts):
            texts = [_harmless(text) for text in texts]
        if len(texts) != width:
            texts = [*texts[:width], *[""] * (width - len(texts)), *tail, *texts[width:]]
            self._writer.writerow(texts)
        else:
            texts += tail
            self._writer.writerow(texts)

    def head(self, row: Sequence[Any]) -> None:
        self.write(row, ADDED)

    def close(self) -> None:
        self._text.flush()
        self._text.detach()


def as_texts(cells: Sequence[Cell]) -> list[str]:
    """The added cells as they are read: 107.00, 2031-05."""
    return [_as_text(cell) for cell in cells]


def _as_text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Decimal():
            return formats.amount(cell)
        case date():
            return f"{cell:%Y-%m}"
        case _:
            return str(cell)


def _harmless(text: str) -> str:
    """Behind an apostrophe, which spreadsheets take for the beginning of a text."""
    return f"'{text}" if text[:1] in FORMULA and not NUMBER.fullmatch(text) else text


class WorkbookWriter:
    """A workbook with one sheet, written row by row."""

    def __init__(self, file: IO[bytes], width: int, numbers: frozenset[int]) -> None:
        from xlsxwriter import Workbook  # noqa: PLC0415 - seldom, and late

        self._book = Workbook(file, {"constant_memory": True})  # pyright: ignore[reportArgumentType]
        self._sheet = self._book.add_worksheet(SHEET)
        self._formats = {
            kind: self._book.add_format({"num_format": kind}) for kind in (MONEY, DAY, MINUTE, MONTH)
        }
        self._bold = self._book.add_format({"bold": True})
        self._row, self._width, self._numbers = 0, width, numbers
        for number, characters in enumerate(WIDTHS):
            self._sheet.set_column(width + number, width + number, characters)

    def tail(self, cells: Sequence[Cell]) -> Tail:
        return cells

    def write(self, row: Sequence[Any], tail: Tail) -> None:
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
            if cell.__class__ is str:
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
        self._book.close()

    def _write(self, at: int, column: int, cell: Any) -> None:
        """A cell as it was read: numbers stay numbers, days days."""
        match cell:
            case bool():
                self._sheet.write_boolean(at, column, cell)
            case int() | float():
                self._sheet.write_number(at, column, cell)
            case datetime():
                kind = DAY if text_of(cell).count(":") == 0 else MINUTE
                self._sheet.write_datetime(at, column, cell, self._formats[kind])
            case date():
                self._sheet.write_datetime(at, column, cell, self._formats[DAY])
            case _:
                self._sheet.write_string(at, column, text_of(cell))

    def _added(self, at: int, column: int, cell: Cell) -> None:
        match cell:
            case Decimal():
                self._sheet.write_number(at, column, float(cell), self._formats[MONEY])
            case date():
                self._sheet.write_datetime(at, column, cell, self._formats[MONTH])
            case int():
                self._sheet.write_number(at, column, cell)
            case _:
                self._sheet.write_string(at, column, str(cell))


SHEET = "结果"
