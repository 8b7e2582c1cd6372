"""What came of a roster: how it was understood, its first rows, what all of them came to."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from yibao.presenters.asking.inquiry_form import Field

Kind = Literal["answered", "contested", "missing", "no_amount", "refused"]
"""What came of a row."""


class Columns(Struct, frozen=True, kw_only=True, tag="columns"):
    """How a file was understood."""

    names: tuple[str, ...]
    mapped: Mapping[Field, int]
    remarks: tuple[str, ...]


class Preview(Struct, frozen=True, kw_only=True, tag="preview"):
    """The first rows with their answers."""

    columns: Columns
    rows: tuple[tuple[str, ...], ...]
    """As they stand in the file."""
    answers: tuple[tuple[str, ...], ...]
    """What is added to each."""


class Summary(Struct, frozen=True, kw_only=True, tag="summary"):
    """What came of a whole file."""

    columns: Columns
    rows: int
    """People, or what was taken for people."""
    counts: Mapping[Kind, int]
    per_month: tuple[Decimal, Decimal]
    """Of all rows with an amount, from the least to the most, yuan."""
    per_year: tuple[Decimal, Decimal]
    changes: Mapping[str, int]
    """How many rows change in a month (2031-05), the next months first."""
    seconds: float
