"""Reading a text table (CSV), in whatever encoding offices save it."""

import codecs
import csv
import io
from itertools import islice
from pathlib import Path

from yibao.presenters.roster import words
from yibao.roster.files.tables import LARGEST_TEXT, RosterError, Table, size_of
from yibao.roster.rows.headings import HEADING_WITHIN, find_headings

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WITHOUT_MARK = ("utf-8", "gb18030")
"""Tried strictly over the whole file: hardly anything that is GB 18030 is UTF-8 by chance."""
CHUNK = 1024 * 1024
LONGEST_CELL = 32_767
"""Characters, in a spreadsheet."""
SEPARATORS = ",\t;"


def read_text_table(path: Path) -> Table:
    """The rows of a text file; raises RosterError at once or while reading."""
    size_of(path, LARGEST_TEXT)
    encoding = encoding_of(path)
    if encoding is None:
        raise RosterError(words.NOT_TEXT.format(path.name))
    csv.field_size_limit(LONGEST_CELL)
    file = path.open(encoding=encoding, newline="")
    start = file.read(CHUNK)
    file.seek(0)
    separator = max(SEPARATORS, key=lambda separator: _understood(start, separator))
    # Strict, because a quotation mark that is never closed would swallow the people after it.
    rows = csv.reader(file, delimiter=separator, strict=True)
    return Table(path.name, rows, close=file.close)


def _understood(start: str, separator: str) -> int:
    """How many columns are known if they are parted so; remarks may be full of any mark."""
    rows = csv.reader(io.StringIO(start, newline=""), delimiter=separator)
    try:
        headings = find_headings(list(islice(rows, HEADING_WITHIN)))
    except csv.Error:
        return 0
    return len(headings.mapped) if headings else 0


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
