"""What a row chooses: the place, the status, the sex and the like."""

from collections.abc import Sequence

from msgspec.structs import replace

from yibao.policy.places.region_search import RegionSearch
from yibao.policy.places.regions import RegionTable
from yibao.presenters.asking.entries import EntryError
from yibao.presenters.asking.inquiry_form import Entries, Field
from yibao.presenters.asking.region_text import place_text
from yibao.presenters.roster import words
from yibao.roster.rows.cells import BLANKS, CHOSEN, WHOLE, entry_of

INSIDE = ("zone", "town")
"""Levels of places that stand for another one."""


class Choices:
    """Reads the cells of a row that choose something."""

    def __init__(self, regions: RegionTable, fields: Sequence[Field], region: str | None) -> None:
        """`fields` are those that have a column; `region` is the code for whoever names none."""
        self._regions, self._fields, self._region = regions, tuple(fields), region or ""
        self._search = RegionSearch(regions)
        places = (place for place in regions if place.level not in INSIDE)
        self._by_name = {regions.full_name(place.code): place.code for place in places}

    def read(self, cells: Sequence[str]) -> Entries:
        """What the cells of the fields choose; raises EntryError."""
        given: dict[str, str] = {"region": self._region}
        for field, text in zip(self._fields, cells, strict=True):
            if field in CHOSEN:
                given[field] = entry_of(field, text)
            else:
                given[field] = self._place(text.strip(BLANKS))
        if not given["region"]:
            raise EntryError(words.NO_REGION_HERE)
        return replace(Entries(), **given)

    def _place(self, text: str) -> str:
        if not text:
            return self._region
        if text in self._by_name:  # most often, and without the index of all that may be typed
            return self._by_name[text]
        whole = WHOLE.fullmatch(text)
        region, candidates = self._search.resolve(whole[1] if whole else text)
        if region:
            return region.code
        if not candidates:
            raise EntryError(words.REGION_UNKNOWN.format(text[:30]))
        places = [place_text(self._regions, place.code) for place in candidates]
        raise EntryError(words.REGION_OPEN.format(text[:30], words.candidates(places)))
