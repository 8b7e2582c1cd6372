"""Opening a roster: which of its rows are people, and which column is what."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from msgspec import Struct

from yibao.policy.store import PolicyStore
from yibao.presenters.asking.region_text import place_text
from yibao.presenters.roster import words
from yibao.presenters.roster.outcome import Columns
from yibao.presenters.roster.row_answer import ADDED
from yibao.roster.files.tables import RosterError, Table
from yibao.roster.files.text_table import read_text_table
from yibao.roster.files.workbook import read_workbook
from yibao.roster.messages import Request
from yibao.roster.rows.cells import Month, text_of
from yibao.roster.rows.headings import HEADING_WITHIN, Mapped, find_headings, tells_months

TEXTS = (".csv", ".txt", ".tsv")


class Opened(Struct):
    """A roster that was understood."""

    before: list[list[Any]]
    """What stands above the headings."""
    headings: list[Any]
    first: list[list[Any]]
    """The rows below them that were read already."""
    table: Table
    columns: Columns
    is_text: bool
    month: int | None
    """The column of the births, where it holds months that a spreadsheet keeps as days."""

    def rows(self, at_once: int) -> Iterator[list[list[Any]]]:
        """All rows below the headings, some at a time; raises RosterError."""
        for some in chain([self.first], iter(lambda: self.table.take(at_once), [])):
            yield some if self.month is None else _with_months(some, self.month)


def _with_months(rows: list[list[Any]], column: int) -> list[list[Any]]:
    """1956年6月, which a spreadsheet makes 1956-06-01, is no day of birth."""
    for row in rows:
        cell = row[column]
        if isinstance(cell, date) and text_of(cell).endswith("-01"):
            row[column] = Month(cell.year, cell.month, 1)
    return rows


@contextmanager
def opened(request: Request, store: PolicyStore) -> Generator[Opened]:
    """A roster, open as long as it is needed; raises RosterError."""
    source = Path(request.source)
    is_text = source.suffix.lower() in TEXTS
    table = read_text_table(source) if is_text else read_workbook(source)
    try:
        yield _understood(request, store, table, is_text=is_text)
    finally:
        table.close()


def _understood(request: Request, store: PolicyStore, table: Table, *, is_text: bool) -> Opened:
    first = table.take(HEADING_WITHIN)
    headings = find_headings([list(map(text_of, row)) for row in first])
    if headings is None:
        raise RosterError(words.NO_HEADINGS.format(Path(request.source).name))
    chosen = headings.mapped if request.mapped is None else request.mapped
    names = headings.names
    mapped: Mapped = {f: c for f, c in chosen.items() if 0 <= c < len(names)}
    before = [words.ANSWERED_BEFORE] if {*ADDED} <= {*names} else []
    remarks = (*table.remarks, *before, *map(words.TWICE.format, headings.twice))
    at = headings.rows
    born = mapped.get("born")
    in_months = born is not None and not is_text and tells_months(names[born])
    return Opened(
        before=first[: at - 1],
        headings=first[at - 1],
        first=first[at:],
        table=table,
        columns=Columns(
            names=names,
            mapped=mapped,
            remarks=(*remarks, *_taken_for_granted(mapped, request, store)),
        ),
        is_text=is_text,
        month=born if in_months else None,
    )


def _taken_for_granted(mapped: Mapped, request: Request, store: PolicyStore) -> Iterator[str]:
    """What holds for everybody, because no column says it."""
    if request.region:
        yield words.ONE_REGION.format(place_text(store.regions, request.region))
    elif "region" not in mapped:
        yield words.NO_REGION
    if "status" not in mapped:
        yield words.NO_STATUS
