"""Writing a roster with its answers: nothing that stands in a cell becomes a formula."""

from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any, Protocol

from yibao.presenters.roster.row_answer import Cell
from yibao.roster.files.text_writing import TextWriter
from yibao.roster.files.workbook_writing import WorkbookWriter

Tail = Any
"""The added cells as a writer wants them: made once for all rows with the same answer."""


class Writer(Protocol):
    """Takes a roster row by row."""

    def tail(self, cells: Sequence[Cell]) -> Tail:
        """The added cells of one answer, ready to be written."""
        ...

    def write(self, rows: Sequence[Sequence[Any]], tails: Sequence[Tail]) -> None:
        """Rows as they were read, and what is added to each, or None."""
        ...

    def head(self, row: Sequence[Any]) -> None:
        """The row of the headings, with those of what is added."""
        ...

    def close(self) -> None:
        """Write what is still to be written."""
        ...


def writer_for(
    target: Path, file: IO[bytes], width: int, numbers: frozenset[int], *, from_text: bool
) -> Writer:
    """By the name of the file: a text table, or else a workbook.

    The added cells stand behind `width` columns; those in `numbers` hold numbers, which a text
    file has as text.
    """
    if target.suffix.lower() == ".csv":
        return TextWriter(file, width, from_text=from_text)
    return WorkbookWriter(file, width, numbers if from_text else frozenset())
