"""What the region picker lists for a few typed characters, best first."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cached_property
from itertools import accumulate

from msgspec import Struct

from yibao.policy.places.regions import Region, RegionTable

LEVELS = {"province": 0, "direct": 1, "prefecture": 2, "county": 3}
IGNORED = str.maketrans({**dict.fromkeys(" \t　'’·-－,，、/", ""), "ü": "v"})

LAST = "\U0010ffff"
FEW = 60


class Closeness(IntEnum):
    """How well a query fits a region; the smaller, the better."""

    OFFICIAL = 0
    """The code, or the whole official name, alone or after names of what it lies in."""
    WHOLE = 1
    """A whole short or former name, or a whole reading."""
    INITIALS = 2
    """The whole initials."""
    BEGINNING = 3
    """The beginning of a name, a reading, the initials or the code."""
    PATH = 4
    """Beginnings of names along the path down to the region."""
    INSIDE = 5
    """Any other part of a name."""


class Key(Struct, frozen=True):
    """One text by which a region is found."""

    text: str
    region: Region
    closeness: Closeness
    """How well a query fits that is exactly this text."""
    former_name: str | None = None


class Hit(Struct, frozen=True):
    """A region that fits a query, and the former name by which it was found, if it was."""

    region: Region
    closeness: Closeness
    former_name: str | None = None


class RegionSearch:
    """Finds regions by name, former name, path, pinyin, initials or code."""

    def __init__(self, regions: RegionTable) -> None:
        self._regions = regions

    def find(self, query: str) -> list[Hit]:
        """Every region that fits, best first; larger places before smaller, then by code."""
        typed = query.translate(IGNORED).lower()
        if not typed:
            return []
        hits = [*self._by_name(typed), *self._by_whole_path(typed)]
        if not any(hit.closeness <= Closeness.INITIALS for hit in hits):
            hits += self._by_path(typed)
        hits += self._by_part(typed)
        best: dict[str, Hit] = {}
        for hit in hits:
            known = best.get(hit.region.code)
            if known is None or hit.closeness < known.closeness:
                best[hit.region.code] = hit
        return sorted(
            best.values(),
            key=lambda hit: (hit.closeness, LEVELS[hit.region.level], hit.region.code),
        )

    def resolve(self, name: str) -> tuple[Region | None, list[Region]]:
        """The one region that a name means, or None and the regions that it may mean.

        A name that is the whole name of one place, and no former name of another, is clear;
        everything else is for a person to decide.
        """
        hits = self.find(name)
        if not hits:
            return None, []
        closest = hits[0].closeness
        candidates = [
            hit.region
            for hit in hits
            if hit.closeness == closest or (hit.closeness == Closeness.WHOLE and hit.former_name)
        ]
        clear = closest <= Closeness.INITIALS and len(candidates) == 1
        return (candidates[0], []) if clear else (None, candidates)

    def _by_name(self, typed: str) -> Iterator[Hit]:
        for key in self._beginning_with(typed):
            closeness = key.closeness if key.text == typed else Closeness.BEGINNING
            yield Hit(key.region, closeness, key.former_name)

    def _by_whole_path(self, typed: str) -> Iterator[Hit]:
        """Whole names of areas, and then the whole name of a place inside them."""
        for split in range(1, len(typed)):
            above, own = typed[:split], typed[split:]
            for key in self._beginning_with(own):
                if key.text != own:
                    break
                if self._spell(above, self._above(key.region), whole=True):
                    yield Hit(key.region, key.closeness, key.former_name)

    def _by_path(self, typed: str) -> Iterator[Hit]:
        """Beginnings of names of areas, and then the beginning of a place inside them."""
        for split in range(1, len(typed)):
            above, own = typed[:split], typed[split:]
            for key in self._candidates(above, own):
                if key.text.startswith(own) and self._spell(above, self._above(key.region)):
                    yield Hit(key.region, Closeness.PATH, key.former_name)

    def _candidates(self, above: str, own: str) -> Iterator[Key]:
        """Keys that may fit a path: by the place's own name, or all inside the areas named."""
        first, behind = self._range(own)
        if behind - first <= FEW:
            yield from self._keys[first:behind]
            return
        for area in self._areas_by_first_letter.get(above[0], ()):
            if self._spell(above, [*self._above(area), area]):
                for inside in self._inside(area.code):
                    yield from self._keys_of[inside.code]

    def _spell(self, text: str, areas: Sequence[Region], whole: bool = False) -> bool:
        """Whether the text is made of (beginnings of) names of some of the areas, in order."""
        for i, area in enumerate(areas):
            below = areas[i + 1 :]
            for key in self._keys_of[area.code]:
                name = key.text
                if name[0] != text[0]:
                    continue
                if name == text if whole else name.startswith(text):
                    return True
                for taken in range(len(name) if whole else 1, len(text)):
                    if not text.startswith(name[:taken]) or taken > len(name):
                        break
                    if self._spell(text[taken:], below, whole):
                        return True
        return False

    def _above(self, region: Region) -> Sequence[Region]:
        return self._regions.path(region.code)[:-1]

    def _by_part(self, typed: str) -> Iterator[Hit]:
        names, starts, keys = self._names
        at = names.find(typed)
        while at >= 0:
            key = keys[bisect_right(starts, at) - 1]
            yield Hit(key.region, Closeness.INSIDE, key.former_name)
            at = names.find(typed, at + 1)

    def _inside(self, area: str) -> Iterator[Region]:
        for child in self._regions.children(area):
            yield child
            yield from self._regions.children(child.code)

    def _range(self, beginning: str) -> tuple[int, int]:
        """Where the keys that begin with a text stand among all."""
        first = bisect_left(self._texts, beginning)
        return first, bisect_left(self._texts, beginning + LAST, first)

    def _beginning_with(self, text: str) -> list[Key]:
        first, behind = self._range(text)
        return self._keys[first:behind]

    @cached_property
    def _keys_of(self) -> dict[str, tuple[Key, ...]]:
        return {region.code: tuple(_keys(region)) for region in self._regions}

    @cached_property
    def _keys(self) -> list[Key]:
        codes = (
            Key(region.code.translate(IGNORED), region, Closeness.OFFICIAL)
            for region in self._regions
        )
        return sorted(
            (*codes, *(key for keys in self._keys_of.values() for key in keys)),
            key=lambda key: key.text,
        )

    @cached_property
    def _texts(self) -> list[str]:
        return [key.text for key in self._keys]

    @cached_property
    def _areas_by_first_letter(self) -> dict[str, list[Region]]:
        """First letter of any name along the path → provinces and prefectures."""
        areas: dict[str, list[Region]] = {}
        for area in self._regions:
            if area.level in ("province", "prefecture"):
                path = self._regions.path(area.code)
                for letter in {key.text[0] for r in path for key in self._keys_of[r.code]}:
                    areas.setdefault(letter, []).append(area)
        return areas

    @cached_property
    def _names(self) -> tuple[str, list[int], list[Key]]:
        """All names in one text, a line each; where each line begins; and its key."""
        keys = [key for key in self._keys if not key.text.isascii()]
        starts = [0, *accumulate(len(key.text) + 1 for key in keys)]
        return "\n".join(key.text for key in keys), starts, keys


def _keys(region: Region) -> Iterator[Key]:
    yield Key(region.name, region, Closeness.OFFICIAL)
    syllables = region.pinyin.split()
    for alias in region.short_names:
        yield Key(alias, region, Closeness.WHOLE)
        yield from _readings(region, syllables[: len(alias)], region.initials[: len(alias)])
    yield from _readings(region, syllables, region.initials)
    for former, reading in zip(region.former_names, region.former_readings, strict=True):
        yield Key(former, region, Closeness.WHOLE, former)
        syllables = reading.split()
        initials = "".join(syllable[0] for syllable in syllables)
        yield from _readings(region, syllables, initials, former)


def _readings(
    region: Region, syllables: Sequence[str], initials: str, former_name: str | None = None
) -> Iterator[Key]:
    joined = "".join(syllables)
    yield Key(joined, region, Closeness.WHOLE, former_name)
    if "lve" in joined:  # 略 is typed both ways
        yield Key(joined.replace("lve", "lue"), region, Closeness.WHOLE, former_name)
    yield Key(initials, region, Closeness.INITIALS, former_name)
