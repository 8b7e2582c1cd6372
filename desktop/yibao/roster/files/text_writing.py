"""Writing a text table (CSV) that no spreadsheet takes for formulas."""

import codecs
import csv
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import IO, Any

from yibao.presenters import formats
from yibao.presenters.roster.row_answer import ADDED, Cell
from yibao.roster.rows.cells import text_of

FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
"""What makes a spreadsheet take a text for a formula; a Chinese one takes wide marks, too."""
MAY_BE_FORMULA = re.compile(',"?[=+@\t\r\n＝＋－＠-]')
HARMLESS = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?|-+")
"""A number, or a stroke for what is not there."""
END = b"\r\n"


class _Lines(list[str]):
    """What the library writes to: a list of lines with their ends.

    It must know of an end to quote the cells that hold one.
    """

    write = list[str].append


class TextWriter:
    """UTF-8 with a mark, by which Excel knows it."""

    def __init__(self, file: IO[bytes], width: int, *, from_text: bool) -> None:
        """`from_text`: whether every cell of a row is a text already."""
        self._file, self._width, self._from_text = file, width, from_text
        self._lines = _Lines()
        self._csv = csv.writer(self._lines, lineterminator=END.decode())
        file.write(codecs.BOM_UTF8)

    def tail(self, cells: Sequence[Cell]) -> bytes:
        return f",{self._line([_harmless(text) for text in as_texts(cells)])}\r\n".encode()

    def write(self, rows: Sequence[Sequence[Any]], tails: Sequence[bytes | None]) -> None:
        texts = rows if self._from_text else [[*map(text_of, row)] for row in rows]
        if {*map(len, rows)} == {self._width}:
            pieces = [line.encode() for line in self._even_lines(texts)]
            ends = [tail or END for tail in tails]
            self._file.write(b"".join(chain.from_iterable(zip(pieces, ends, strict=True))))
        else:
            for row, tail in zip(texts, tails, strict=True):
                self._write_uneven(row, tail)

    def _even_lines(self, rows: Sequence[Sequence[str]]) -> Sequence[str]:
        self._lines.clear()
        self._csv.writerows(rows)
        lines = [line[: -len(END)] for line in self._lines]
        if MAY_BE_FORMULA.search(f",{','.join(lines)}"):
            return [self._line([*map(_harmless, row)]) for row in rows]
        return lines

    def _write_uneven(self, row: Sequence[str], tail: bytes | None) -> None:
        """A row that is longer or shorter than the headings; what is too much goes to its end."""
        cells = [_harmless(cell) for cell in row]
        if tail is None:
            self._file.write(f"{self._line(cells)}\r\n".encode())
            return
        width = self._width
        own, rest = cells[:width], cells[width:]
        self._file.write(self._line([*own, *[""] * (width - len(own))]).encode())
        if rest:
            tail = tail.removesuffix(END) + f",{self._line(rest)}\r\n".encode()
        self._file.write(tail)

    def head(self, row: Sequence[Any]) -> None:
        self.write([row], [f",{','.join(ADDED)}\r\n".encode()])

    def close(self) -> None:
        """Nothing is held back."""

    def _line(self, texts: Sequence[str]) -> str:
        self._csv.writerow(texts)
        return self._lines.pop()[: -len(END)]


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
    return f"'{text}" if text[:1] in FORMULA and not HARMLESS.fullmatch(text) else text
