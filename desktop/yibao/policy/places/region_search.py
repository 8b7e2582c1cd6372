"""What the region picker lists for a few typed characters, best first."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from yibao.policy.places.name_index import NameIndex
from yibao.policy.places.names import TODAY, Closeness
from yibao.policy.places.path_search import PathSearch, Reached
from yibao.policy.places.regions import Region, RegionLevel, RegionTable
from yibao.policy.places.spelling import plain
from yibao.policy.terms import DIRECT

LEVELS: tuple[RegionLevel, ...] = ("province", "direct", "prefecture", "county", "zone", "town")
LONG_CODES, CODES = (9, 12), (9, 6)
"""Digits of a code that may stand for something inside a place, and of the places' own."""
CAPITAL = "0100"
"""How the code of a province's capital ends."""
Fit = tuple[int, int, int]
"""Closeness, a place and one of its former names, as numbers; small is good."""


class Hit(Struct, frozen=True):
    """A region that fits a query, and by which former name or code, if by one."""

    region: Region
    closeness: Closeness
    former_name: str | None = None
    former_code: str | None = None


class RegionSearch:
    """Finds regions by name, former name, path, pinyin, initials or code."""

    def __init__(self, regions: RegionTable) -> None:
        self._regions = regions

    def find(self, query: str) -> list[Hit]:
        """Every region that fits, best first.

        Among equals those that are called so today, then larger places, then by code.
        """
        typed = self._cut_to_place(plain(query))
        if not typed:
            return []
        above = self._paths.read(typed)
        fits = [*self._by_name(typed), *self._by_whole_path(typed, above.whole)]
        if not any(fit[0] <= Closeness.INITIALS for fit in fits):
            fits += self._by_path(typed, above.begun)
        if not typed.isascii():
            fits += self._by_part(typed)
        if not fits:
            fits += self._by_old_path(typed, above.whole)
        fits.sort()
        found: dict[int, Fit] = {}
        for fit in fits:
            found.setdefault(fit[1], fit)
        hits = [self._hit(fit, typed) for fit in sorted(found.values(), key=_order)]
        return list(self._with_those_of_the_province(hits))

    def _with_those_of_the_province(self, hits: Sequence[Hit]) -> Iterator[Hit]:
        """After a capital, those who live there and are insured with the province itself."""
        listed = {hit.region.code for hit in hits}
        for hit in hits:
            yield hit
            code = hit.region.code
            direct = f"{code[:2]}0000{DIRECT}"
            is_capital = code.endswith(CAPITAL) and hit.closeness <= Closeness.INITIALS
            if is_capital and direct in self._regions and direct not in listed:
                yield Hit(self._regions[direct], Closeness.INSIDE)

    def resolve(self, name: str) -> tuple[Region | None, list[Region]]:
        """The one region that a name means, or None and the regions that it may mean.

        A name that is the whole name of one place and no name of another is clear, and that of a
        province, where others only were called so (上海, and what was 上海县); everything else is
        for a person to decide.
        """
        hits = self.find(name)
        if not hits:
            return None, []
        closest = hits[0].closeness
        alike = max(closest, Closeness.WHOLE)
        close = [hit for hit in hits if hit.closeness <= alike]
        if close[0].region.level == "province" and all(hit.former_name for hit in close[1:]):
            close = close[:1]
        candidates = [hit.region for hit in close]
        clear = closest <= Closeness.INITIALS and len(candidates) == 1
        return (candidates[0], []) if clear else (None, candidates)

    def _cut_to_place(self, typed: str) -> str:
        """A longer code is that of the place around what it stands for."""
        if len(typed) not in LONG_CODES or not typed.isdecimal():
            return typed
        return next((typed[:n] for n in CODES if typed[:n] in self._regions), typed[: CODES[-1]])

    def _hit(self, fit: Fit, typed: str) -> Hit:
        closeness, place, former = fit
        region = self._places[place]
        name = region.former[former].name if former != TODAY else None
        code = typed if closeness == Closeness.WHOLE and typed.isdecimal() else None
        return Hit(region, Closeness(closeness), name, code)

    def _by_name(self, typed: str) -> Iterator[Fit]:
        """Whole names and beginnings.

        Towns of one name are many in the country, so that the name alone does not settle on the
        one that is held; nor does a part of a former code say anything.
        """
        names = self._names
        whole, all_begun = names.equal_to(typed), names.beginning_with(typed)
        for name in whole:
            is_town = self._places[names.places[name]].level == "town"
            settles = not is_town or typed.isdecimal()
            closeness = names.closeness[name] if settles else Closeness.BEGINNING
            yield closeness, names.places[name], names.former[name]
        for name in range(whole.stop, all_begun.stop):
            if names.is_official(name) or not typed.isdecimal():
                yield Closeness.BEGINNING, names.places[name], names.former[name]

    def _by_whole_path(self, typed: str, above: Reached) -> Iterator[Fit]:
        """Whole names of areas, and then the whole name of a place inside them."""
        names = self._names
        for end, provinces in above.items():
            own = names.equal_to(typed[end:])
            for name, areas in self._inside(provinces, own):
                place = names.places[name]
                twice = place in areas and names.is_official(name) and not typed.isascii()
                if twice or not areas.isdisjoint(self._above[place]):
                    yield names.closeness[name], place, names.former[name]

    def _by_old_path(self, typed: str, above: Reached) -> Iterator[Fit]:
        """The whole name of a place behind another city of its province, as it once belonged."""
        names = self._names
        for end, provinces in above.items():
            for name, _ in self._inside(provinces, names.equal_to(typed[end:])):
                yield Closeness.PATH, names.places[name], names.former[name]

    def _by_path(self, typed: str, above: Reached) -> Iterator[Fit]:
        """Beginnings of names of areas, and then the beginning of a place inside them."""
        names = self._names
        for end, provinces in above.items():
            own = names.beginning_with(typed[end:]) if end < len(typed) else range(0)
            for name, areas in self._inside(provinces, own):
                place = names.places[name]
                if not areas.isdisjoint(self._above[place]):
                    yield Closeness.PATH, place, names.former[name]

    def _inside(
        self, provinces: dict[int, set[int]], names: range
    ) -> Iterator[tuple[int, set[int]]]:
        """Those of the names that stand in the same provinces as the areas."""
        for province, areas in provinces.items():
            for name in self._names.inside(province, names):
                yield name, areas

    def _by_part(self, typed: str) -> Iterator[Fit]:
        for name in self._names.with_inside(typed):
            yield Closeness.INSIDE, self._names.places[name], self._names.former[name]

    @cached_property
    def _places(self) -> list[Region]:
        """All regions in the order in which equally good hits are listed."""
        return sorted(self._regions, key=lambda place: (LEVELS.index(place.level), place.code))

    @cached_property
    def _above(self) -> list[tuple[int, ...]]:
        """The areas around each place, one tuple for all that lie side by side."""
        numbers = {place.code: number for number, place in enumerate(self._places)}
        around: dict[str, tuple[int, ...]] = {}
        for place in self._places:
            parent = self._regions.parent(place.code)
            if parent not in around:
                path = self._regions.path(parent)
                around[parent] = tuple(numbers[area.code] for area in path)
        return [around[self._regions.parent(place.code)] for place in self._places]

    @cached_property
    def _names(self) -> NameIndex:
        provinces = [(*above, number)[0] for number, above in enumerate(self._above)]
        return NameIndex(self._places, provinces)

    @cached_property
    def _paths(self) -> PathSearch:
        return PathSearch(self._places, self._above)


def _order(fit: Fit) -> tuple[int, bool, int]:
    closeness, place, former = fit
    return closeness, former != TODAY, place
