"""Writing a text table (CSV) that no spreadsheet takes for formulas."""

import codecs
import csv
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import IO, Any

from yibao.presenters import formats
from yibao.presenters.roster.row_answer import ADDED, Cell
from yibao.roster.cells import text_of

FORMULA = frozenset("=+-@\t\r")
"""What makes a spreadsheet take a text for a formula."""
MAY_BE_FORMULA = re.compile('(?:^|,)"?[=+@\t\r-]')
NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
PIECES = 4_000
"""Pieces of lines that are held before they are written."""


class _Lines(list[str]):
    """What the library writes to: a list of pieces."""

    write = list[str].append


class TextWriter:
    """UTF-8 with a mark, by which Excel knows it."""

    def __init__(self, file: IO[bytes], width: int, *, from_text: bool) -> None:
        """`from_text`: whether every cell of a row is a text already."""
        self._file, self._width, self._from_text = file, width, from_text
        self._lines = _Lines()
        self._csv = csv.writer(self._lines, lineterminator="")
        file.write(codecs.BOM_UTF8)

    def tail(self, cells: Sequence[Cell]) -> str:
        return self._rendered([_harmless(text) for text in as_texts(cells)])

    def write(self, row: Sequence[Any], tail: str | None = None) -> None:
        lines, width = self._lines, self._width
        texts = row if self._from_text else [*map(text_of, row)]
        rest: Sequence[str] = ()
        if tail is not None and len(texts) != width:
            rest = texts[width:]
            texts = [*texts[:width], *[""] * (width - len(texts))]
        self._csv.writerow(texts)
        if MAY_BE_FORMULA.search(lines[-1]):
            lines[-1] = self._rendered([_harmless(text) for text in texts])
        if tail is not None:
            lines += (",", tail)
        if rest:
            lines += (",", self._rendered([_harmless(text) for text in rest]))
        lines.append("\r\n")
        if len(lines) > PIECES:
            self._flush()

    def head(self, row: Sequence[Any]) -> None:
        self.write(row, ",".join(ADDED))

    def close(self) -> None:
        self._flush()

    def _rendered(self, texts: Sequence[str]) -> str:
        self._csv.writerow(texts)
        return self._lines.pop()

    def _flush(self) -> None:
        self._file.write("".join(self._lines).encode())
        self._lines.clear()


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
