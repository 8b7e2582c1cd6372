"""The whole way of a roster: read, understand, answer, write."""

import io
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from time import monotonic
from typing import IO, TYPE_CHECKING, Any

from msgspec import Struct

from yibao.policy.store import PolicyStore
from yibao.presenters.asking.inquiry_form import Field
from yibao.presenters.asking.region_text import place_text
from yibao.presenters.roster import words
from yibao.presenters.roster.outcome import Columns, Preview, Summary
from yibao.roster.cells import BLANKS, text_of
from yibao.roster.headings import HEADING_WITHIN, Mapped, find_headings
from yibao.roster.messages import Progress, Request
from yibao.roster.people import People
from yibao.roster.summary import Counting
from yibao.roster.tables import RosterError, Table
from yibao.roster.text_table import read_text_table
from yibao.roster.text_writing import as_texts
from yibao.roster.workbook import read_workbook
from yibao.roster.writing import Writer, writer_for

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

TEXTS = (".csv", ".txt", ".tsv")
SHOWN = 5
"""Rows of a preview."""
AT_ONCE = 500
"""Rows between two looks at whether to stop."""
OFTEN = 0.3
"""Seconds between two messages of how far it is."""
NUMBERS: frozenset[Field] = frozenset(
    {"age", "pension", "average_pension", "base", "shortfall_base"}
)

Save = Callable[[Path, Callable[[IO[bytes]], None]], None]
"""The one way to write a file: what fills it is called with the file. Raises OSError."""


class _Stoppable(io.BufferedIOBase):
    """A file that takes nothing any more once it is not wanted."""

    def __init__(self, file: IO[bytes], stopped: Callable[[], bool]) -> None:
        self._file, self._stopped = file, stopped

    def writable(self) -> bool:
        return True

    def write(self, content: "ReadableBuffer", /) -> int:
        if self._stopped():
            raise StoppedError
        return self._file.write(content)


class StoppedError(Exception):
    """Somebody does not want it any more."""


class _Opened(Struct):
    """A roster that was understood."""

    before: list[list[Any]]
    """What stands above the headings."""
    headings: list[Any]
    rows: Iterator[list[Any]]
    columns: Columns
    is_text: bool


def look(request: Request, store: PolicyStore) -> Preview:
    """The first rows with their answers; raises RosterError."""
    opened = _open(request, store)
    people = _people(request, store, opened.columns.mapped)
    rows: list[tuple[str, ...]] = []
    answers: list[tuple[str, ...]] = []
    width = len(opened.columns.names)
    for row in islice(filter(_is_filled, opened.rows), SHOWN):
        as_text = [*map(text_of, row), *[""] * (width - len(row))]
        rows.append(tuple(as_text[:width]))
        answers.append(tuple(as_texts(people.answer(as_text).answer.cells)))
    return Preview(columns=opened.columns, rows=tuple(rows), answers=tuple(answers))


def answer_roster(
    request: Request,
    store: PolicyStore,
    save: Save,
    tell: Callable[[Progress], None],
    stopped: Callable[[], bool],
) -> Summary:
    """Write every row with its answer; raises RosterError, and StoppedError once `stopped`."""
    if request.target is None:
        raise RosterError(words.OTHER_KIND)
    source, target = Path(request.source), Path(request.target)
    refuse_target(source, target)
    opened, begun = _open(request, store), monotonic()
    counting = Counting(request.on, request.until)
    columns = opened.columns
    numbers = frozenset(c for f, c in columns.mapped.items() if f in NUMBERS)

    def fill(file: IO[bytes]) -> None:
        watched: Any = _Stoppable(file, stopped)
        writer = writer_for(target, watched, len(columns.names), numbers, from_text=opened.is_text)
        people = _people(request, store, columns.mapped, writer.tail)
        for row in opened.before:
            writer.write(row)
        writer.head(opened.headings)
        done = 0
        told_at = begun
        while True:
            some = list(islice(opened.rows, AT_ONCE))
            _answer_some(some, people, writer, opened)
            done += len(some)
            counting.add(people.forget_some())
            if stopped():
                raise StoppedError
            if monotonic() - told_at > OFTEN:
                told_at = monotonic()
                tell(Progress(done, told_at - begun))
            if len(some) < AT_ONCE:
                break
        writer.close()
        counting.add(people.forget())

    try:
        save(target, fill)
    except OSError:
        raise RosterError(words.NOT_SAVED.format(target.name)) from None
    return counting.summary(columns, monotonic() - begun)


def _answer_some(
    rows: Sequence[list[Any]], people: People, writer: Writer, opened: _Opened
) -> None:
    """Answer and write; an empty line stays one."""
    width, is_text, mapped = len(opened.columns.names), opened.is_text, opened.columns.mapped
    blank = [""] * width
    columns = sorted({0, *mapped.values()})
    for row in rows:
        if is_text:
            texts = row if len(row) >= width else [*row, *blank[len(row) :]]
        else:
            texts = blank[:]
            for column in columns:
                cell = row[column]
                texts[column] = cell if cell.__class__ is str else text_of(cell)
        if not texts[0] and not _is_filled(row):
            writer.write(row)
            continue
        told = people.answer(texts)
        told.rows += 1
        writer.write(row, told.tail)


def refuse_target(source: Path, target: Path) -> None:
    """Raises RosterError for a file that the answers cannot go to."""
    if target.suffix.lower() not in (".csv", ".xlsx"):
        raise RosterError(words.OTHER_KIND)
    if target.exists() and source.exists() and target.samefile(source):
        raise RosterError(words.SAME_FILE)
    marks = (f".~lock.{target.name}#", f"~${target.name}")
    if any(target.with_name(mark).exists() for mark in marks):
        raise RosterError(words.OPEN_ELSEWHERE.format(target.name))


def _is_filled(row: Sequence[Any]) -> bool:
    return any(cell.strip(BLANKS) if isinstance(cell, str) else True for cell in row)


def _read(source: Path) -> Table:
    is_text = source.suffix.lower() in TEXTS
    return read_text_table(source) if is_text else read_workbook(source)


def _open(request: Request, store: PolicyStore) -> _Opened:
    source = Path(request.source)
    table = _read(source)
    first = list(islice(table.rows, HEADING_WITHIN))
    headings = find_headings([list(map(text_of, row)) for row in first])
    if headings is None:
        raise RosterError(words.NO_HEADINGS.format(source.name))
    chosen = headings.mapped if request.mapped is None else request.mapped
    names = headings.names
    mapped: Mapped = {f: c for f, c in chosen.items() if 0 <= c < len(names)}
    remarks = (*table.remarks, *map(words.TWICE.format, headings.twice))
    at = headings.rows
    return _Opened(
        before=first[: at - 1],
        headings=first[at - 1],
        rows=chain(first[at:], table.rows),
        columns=Columns(
            names=names,
            mapped=mapped,
            remarks=(*remarks, *_taken_for_granted(mapped, request, store)),
        ),
        is_text=source.suffix.lower() in TEXTS,
    )


def _taken_for_granted(mapped: Mapped, request: Request, store: PolicyStore) -> Iterator[str]:
    """What holds for everybody, because no column says it."""
    if request.region:
        yield words.ONE_REGION.format(place_text(store.regions, request.region))
    elif "region" not in mapped:
        yield words.NO_REGION
    if "status" not in mapped:
        yield words.NO_STATUS


def _people(
    request: Request,
    store: PolicyStore,
    mapped: Mapped,
    tail: Callable[[Sequence[Any]], Any] = tuple,
) -> People:
    return People(store, mapped, request.on, region=request.region, until=request.until, tail=tail)
