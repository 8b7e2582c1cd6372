"""Reading a workbook (xlsx, xls, ods); its macros and formulas are never looked at."""

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yibao.presenters.roster import words
from yibao.roster.files.tables import (
    LARGEST_WORKBOOK,
    MEGABYTE,
    MOST_COLUMNS,
    RosterError,
    Table,
    size_of,
)
from yibao.roster.rows.cells import text_of
from yibao.roster.rows.headings import HEADING_WITHIN, find_headings

UNPACKED = 1_024
"""Megabytes of a workbook's parts: a sheet with a million rows of a usual list has less."""

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


def read_workbook(path: Path) -> Table:
    """The rows of the first sheet in sight that has headings; raises RosterError.

    A workbook that claims a giant sheet makes the library ask for so much memory that the process
    ends: call it only where that may happen (`child`).
    """
    from python_calamine import (  # noqa: PLC0415
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetVisibleEnum,
    )

    size_of(path, LARGEST_WORKBOOK)
    _refuse_bomb(path)
    try:
        book = CalamineWorkbook.from_path(path)  # pyright: ignore[reportUnknownMemberType]
        shown = SheetVisibleEnum.Visible
        names = [sheet.name for sheet in book.sheets_metadata if sheet.visible == shown]
        sheet = _sheet(path, book, names)
    except PasswordError:
        raise RosterError(words.LOCKED.format(path.name)) from None
    except (CalamineError, OSError, ValueError):
        raise RosterError(words.NOT_A_TABLE.format(path.name)) from None
    remarks = (words.OTHER_SHEETS.format(len(names), sheet.name),) if len(names) > 1 else ()
    return Table(path.name, sheet.iter_rows(), remarks)


def _refuse_bomb(path: Path) -> None:
    """Raises RosterError where a workbook says itself that it unpacks to more than is sensible."""
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, OSError):
        return  # an older kind, or broken: the library says which
    if unpacked > UNPACKED * MEGABYTE:
        raise RosterError(words.SPOILT.format(path.name))


def _sheet(path: Path, book: "CalamineWorkbook", names: Sequence[str]) -> "CalamineSheet":
    """The first of the sheets with headings; raises RosterError where none has any."""
    for name in names:
        sheet = book.get_sheet_by_name(name)
        _, last = sheet.end or (0, 0)
        if last >= MOST_COLUMNS:
            raise RosterError(words.TOO_MANY_COLUMNS.format(path.name, last + 1, MOST_COLUMNS))
        if find_headings([list(map(text_of, row)) for row in _first(sheet)]):
            return sheet
    raise RosterError(words.NO_HEADINGS.format(path.name))


def _first(sheet: "CalamineSheet") -> Iterator[list[Any]]:
    for _, row in zip(range(HEADING_WITHIN), sheet.iter_rows(), strict=False):
        yield row
