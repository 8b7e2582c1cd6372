"""A file of rows, whatever its kind; what cannot be read is refused with a sentence."""

import csv
import stat
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from yibao.presenters.roster import words

MOST_ROWS, MOST_COLUMNS = 1_048_576, 1_000
"""Rows of one sheet in Excel; and more columns than any list of people has."""
LARGEST_TEXT, LARGEST_WORKBOOK = 500, 100
"""Megabytes of a file that is read at all."""
MEGABYTE = 1024 * 1024


class RosterError(Exception):
    """Something about a roster that cannot be done; its text is a sentence for the clerk."""


class Table:
    """Rows of cells: texts of a text file; texts, numbers, days and truths of a workbook."""

    def __init__(
        self,
        name: str,
        rows: Iterator[list[Any]],
        remarks: tuple[str, ...] = (),
        close: Callable[[], None] = lambda: None,
    ) -> None:
        """`remarks`: what should be said of how it was read."""
        self._name, self._rows, self.remarks, self.close = name, rows, remarks, close
        self._taken = 0

    def take(self, count: int) -> list[list[Any]]:
        """The next rows; raises RosterError where there are more than a sheet holds."""
        try:
            some = list(islice(self._rows, count))
        except csv.Error:
            raise RosterError(words.ODD_CELL.format(self._name)) from None
        self._taken += len(some)
        if self._taken > MOST_ROWS:
            raise RosterError(words.TOO_MANY_ROWS.format(self._name, MOST_ROWS))
        widest = max(map(len, some), default=0)
        if widest > MOST_COLUMNS:
            raise RosterError(words.TOO_MANY_COLUMNS.format(self._name, widest, MOST_COLUMNS))
        return some


def size_of(path: Path, largest: int) -> int:
    """Bytes; raises RosterError for what is no file, or larger than so many megabytes.

    Opening a pipe waits for a writer who may never come.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise RosterError(words.NO_FILE.format(path.name))
        with path.open("rb"):
            pass
    except OSError:
        raise RosterError(words.NO_FILE.format(path.name)) from None
    size = found.st_size
    if size > largest * MEGABYTE:
        raise RosterError(words.TOO_LARGE.format(path.name, size // MEGABYTE, largest))
    return size
