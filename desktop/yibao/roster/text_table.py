"""Reading a text table (CSV), in whatever encoding offices save it."""

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path

from yibao.presenters.roster import words
from yibao.roster.tables import LARGEST_TEXT, RosterError, Table, bounded, size_of

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WITHOUT_MARK = ("utf-8", "gb18030")
"""Tried strictly over the whole file: hardly anything that is GB 18030 is UTF-8 by chance."""
CHUNK = 1024 * 1024
SEPARATORS = ",\t;"


def read_text_table(path: Path) -> Table:
    """The rows of a text file; raises RosterError at once or while reading."""
    size_of(path, LARGEST_TEXT)
    encoding = encoding_of(path)
    if encoding is None:
        raise RosterError(words.NOT_TEXT.format(path.name))
    return Table(bounded(path.name, _rows(path, encoding)))


def encoding_of(path: Path) -> str | None:
    """The first encoding in which the whole file makes sense."""
    with path.open("rb") as file:
        start = file.read(4)
    for mark, encoding in MARKS:
        if start.startswith(mark):
            return encoding if _fits(path, encoding) else None
    return next((encoding for encoding in WITHOUT_MARK if _fits(path, encoding)), None)


def _fits(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                if "\0" in decoder.decode(chunk):
                    return False
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def _rows(path: Path, encoding: str) -> Iterator[list[str]]:
    with path.open(encoding=encoding, newline="") as file:
        first = file.read(CHUNK)
        separator = max(SEPARATORS, key=first.count)
        file.seek(0)
        try:
            yield from csv.reader(file, delimiter=separator)
        except csv.Error:
            raise RosterError(words.ODD_CELL.format(path.name)) from None
