"""The whole way of a roster: read, understand, answer, write."""

import io
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import chain, islice
from pathlib import Path
from time import monotonic
from typing import IO, TYPE_CHECKING, Any

from yibao.policy.store import PolicyStore
from yibao.presenters.asking.inquiry_form import Field
from yibao.presenters.roster import words
from yibao.presenters.roster.outcome import Preview, Summary
from yibao.roster.files.tables import RosterError
from yibao.roster.files.text_writing import as_texts
from yibao.roster.files.writing import writer_for
from yibao.roster.messages import Progress, Request
from yibao.roster.opening import Opened, opened
from yibao.roster.rows.cells import is_filled, text_of
from yibao.roster.rows.headings import Mapped
from yibao.roster.rows.people import People
from yibao.roster.summary import Counting

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

SHOWN = 5
"""Rows of a preview."""
AT_ONCE = 500
"""Rows between two looks at whether to stop."""
OFTEN = 0.3
"""Seconds between two messages of how far it is."""
NUMBERS: frozenset[Field] = frozenset(
    {"age", "pension", "average_pension", "base", "shortfall_base"}
)

Save = Callable[[Path, Callable[[IO[bytes]], None], Path | None], None]
"""The one way to write a file: what fills it is called with the file, which is in the making in the
folder that is given. Raises OSError."""


class StoppedError(Exception):
    """Somebody does not want it any more."""


class _Course:
    """How far it is: told now and then, also while a workbook that has all its rows is packed."""

    def __init__(self, tell: Callable[[Progress], None], stopped: Callable[[], bool]) -> None:
        self._tell, self._stopped = tell, stopped
        self._begun = self._told_at = monotonic()
        self._rows = 0

    @property
    def seconds(self) -> float:
        """Since the beginning."""
        return monotonic() - self._begun

    def go_on(self, rows: int = 0) -> None:
        """So many more rows are done; raises StoppedError."""
        if self._stopped():
            raise StoppedError
        self._rows += rows
        if monotonic() - self._told_at > OFTEN:
            self._told_at = monotonic()
            self._tell(Progress(self._rows, self.seconds))


class _Watched(io.BufferedIOBase):
    """A file that takes nothing any more once it is not wanted."""

    def __init__(self, file: IO[bytes], course: _Course) -> None:
        self._file, self._course = file, course

    def write(self, content: "ReadableBuffer", /) -> int:
        self._course.go_on()
        return self._file.write(content)


def look(request: Request, store: PolicyStore) -> Preview:
    """The first rows with their answers; raises RosterError."""
    with opened(request, store) as roster:
        people = _people(request, store, roster.columns.mapped)
        width = len(roster.columns.names)
        rows: list[list[str]] = []
        for row in islice(filter(is_filled, chain.from_iterable(roster.rows(AT_ONCE))), SHOWN):
            rows.append([*map(text_of, row), *[""] * (width - len(row))])
        return Preview(
            columns=roster.columns,
            rows=tuple(tuple(row[:width]) for row in rows),
            answers=tuple(tuple(as_texts(people.answer(row).answer.cells)) for row in rows),
        )


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
    target = Path(request.target)
    refuse_target(Path(request.source), target)
    course = _Course(tell, stopped)
    counting = Counting(request.on, request.until)
    with opened(request, store) as roster:
        columns = roster.columns
        numbers = frozenset(c for f, c in columns.mapped.items() if f in NUMBERS)

        def fill(file: IO[bytes]) -> None:
            watched: Any = _Watched(file, course)
            width = len(columns.names)
            writer = writer_for(target, watched, width, numbers, from_text=roster.is_text)
            people = _people(request, store, columns.mapped, writer.tail)
            writer.write(roster.before, [None] * len(roster.before))
            writer.head(roster.headings)
            for some in roster.rows(AT_ONCE):
                writer.write(some, _tails(some, people, roster))
                counting.add(people.forget_some())
                course.go_on(len(some))
            writer.close()
            counting.add(people.forget())

        try:
            save(target, fill, Path(request.scratch) if request.scratch else None)
        except OSError:
            raise RosterError(words.NOT_SAVED.format(target.name)) from None
    return counting.summary(columns, course.seconds)


def _tails(rows: Sequence[list[Any]], people: People, roster: Opened) -> list[Any]:
    """What is added to each row; nothing to an empty line."""
    texts = _as_wide(rows, len(roster.columns.names)) if roster.is_text else _read(rows, roster)
    every = people.answers(texts)
    for told, rows_of_it in Counter(every).items():
        if told:
            told.rows += rows_of_it
    return [told and told.tail for told in every]


def _as_wide(rows: Sequence[list[str]], width: int) -> Sequence[list[str]]:
    """Rows of which none is shorter than the headings."""
    if min(map(len, rows), default=width) >= width:
        return rows
    return [row + [""] * (width - len(row)) for row in rows]


def _read(rows: Sequence[list[Any]], roster: Opened) -> Sequence[list[str]]:
    """The texts of a workbook's cells, as far as anybody looks at them."""
    blank = [""] * len(roster.columns.names)
    columns = sorted({0, *roster.columns.mapped.values()})
    read: list[list[str]] = []
    for row in rows:
        texts = blank[:]
        for column in columns:
            cell = row[column]
            texts[column] = cell if cell.__class__ is str else text_of(cell)
        if not texts[0]:  # a total may stand anywhere
            texts = [*map(text_of, row)]
        read.append(texts)
    return read


def refuse_target(source: Path, target: Path) -> None:
    """Raises RosterError for a file that the answers cannot go to."""
    if target.suffix.lower() not in (".csv", ".xlsx"):
        raise RosterError(words.OTHER_KIND)
    marks = (f".~lock.{target.name}#", f"~${target.name}")
    try:
        if target.exists() and source.exists() and target.samefile(source):
            raise RosterError(words.SAME_FILE)
        if any(target.with_name(mark).exists() for mark in marks):
            raise RosterError(words.OPEN_ELSEWHERE.format(target.name))
    except OSError:  # a name that is too long for any file
        raise RosterError(words.NOT_SAVED.format(target.name)) from None


def _people(
    request: Request,
    store: PolicyStore,
    mapped: Mapped,
    tail: Callable[[Sequence[Any]], Any] = tuple,
) -> People:
    return People(store, mapped, request.on, region=request.region, until=request.until, tail=tail)
