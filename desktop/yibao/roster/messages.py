"""What goes between the program and the child that reads: one JSON object a line."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from yibao.presenters.asking.inquiry_form import Field
from yibao.presenters.roster.outcome import Columns, Preview, Summary


class Request(Struct, frozen=True, kw_only=True):
    """What to do with which file."""

    source: str
    target: str | None = None
    """Where the answers go; None: only look at the first rows."""
    on: date
    region: str | None = None
    """Code of the place of those who name none."""
    until: date | None = None
    """Changes are told up to this month."""
    scratch: str | None = None
    """Folder for what is in the making; the child takes it away in the end."""
    mapped: Mapping[Field, int] | None = None
    """The column of each field, counted from 0; None: by the headings."""


class Progress(Struct, frozen=True, tag="progress"):
    """How far it is."""

    rows: int
    seconds: float


class Refused(Struct, frozen=True, tag="refused"):
    """Why nothing can be done, as a sentence."""

    sentence: str


Message = Columns | Preview | Progress | Summary | Refused
