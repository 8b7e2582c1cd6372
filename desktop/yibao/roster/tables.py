"""A file of rows, whatever its kind; what cannot be read is refused with a sentence."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from yibao.presenters.roster import words

MOST_ROWS, MOST_COLUMNS = 1_048_576, 1_000
"""Rows of one sheet in Excel; and more columns than any list of people has."""
LARGEST_TEXT, LARGEST_WORKBOOK = 500, 100
"""Megabytes of a file that is read at all."""
MEGABYTE = 1024 * 1024


class RosterError(Exception):
    """Something about a roster that cannot be done; its text is a sentence for the clerk."""


class Table(Struct):
    """Rows of cells: texts of a text file; texts, numbers, days and truths of a workbook."""

    rows: Iterator[list[Any]]
    remarks: tuple[str, ...] = ()
    """What should be said of how it was read."""


def size_of(path: Path, largest: int) -> int:
    """Bytes; raises RosterError for a file that is not there, or larger than so many megabytes."""
    try:
        size = path.stat().st_size
        with path.open("rb"):
            pass
    except OSError:
        raise RosterError(words.NO_FILE.format(path.name)) from None
    if size > largest * MEGABYTE:
        raise RosterError(words.TOO_LARGE.format(path.name, size // MEGABYTE, largest))
    return size


def bounded(name: str, rows: Iterator[list[Any]]) -> Iterator[list[Any]]:
    """The same rows; raises RosterError where there are more rows or columns than a sheet holds."""
    for number, row in enumerate(rows):
        if number >= MOST_ROWS:
            raise RosterError(words.TOO_MANY_ROWS.format(name, MOST_ROWS))
        if len(row) > MOST_COLUMNS:
            raise RosterError(words.TOO_MANY_COLUMNS.format(name, len(row), MOST_COLUMNS))
        yield row
