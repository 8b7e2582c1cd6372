"""Which provinces and prefectures the beginning of a query names, one inside the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from yibao.policy.places.names import keys
from yibao.policy.places.regions import Region

Reached = dict[int, dict[int, set[int]]]
"""How much of a query names areas → in which province → these areas, by number."""


class Area(Struct, frozen=True):
    """A province or a prefecture with what may be typed for it."""

    number: int
    province: int
    names: tuple[str, ...]
    letters: frozenset[str]
    """The first letters of the names."""


class Above(Struct, frozen=True):
    """The areas named before a place."""

    whole: Reached
    """By whole names, one after the other."""
    begun: Reached
    """By beginnings of names."""


class PathSearch:
    """Reads areas off the beginning of a query: 吉林长春朝阳, jlcccy."""

    def __init__(self, places: Sequence[Region], inside: Mapping[int, Iterable[int]]) -> None:
        """`inside` gives the prefectures of each province; all of them by number."""
        self._provinces = [_area(places[number], number, number) for number in inside]
        self._prefectures = {
            province: [_area(places[number], number, province) for number in numbers]
            for province, numbers in inside.items()
        }
        self._by_letter: dict[str, list[Area]] = {}
        for area in (area for areas in self._prefectures.values() for area in areas):
            for letter in area.letters:
                self._by_letter.setdefault(letter, []).append(area)

    def read(self, typed: str) -> Above:
        """Every way to read areas off the beginning."""
        above = Above({}, {})
        for area in self._by_letter.get(typed[:1], ()):
            _walk(area, typed, 0, True, above)
        for province in self._provinces:
            if typed[0] in province.letters:
                far, whole = _walk(province, typed, 0, True, above)
                for start in range(1, min(far + 1, len(typed))):
                    for area in self._prefectures[province.number]:
                        if typed[start] in area.letters:
                            _walk(area, typed, start, start in whole, above)
        return above


def _area(region: Region, number: int, province: int) -> Area:
    names = tuple(dict.fromkeys(key.text for key in keys(region)))
    return Area(number, province, names, frozenset(name[0] for name in names))


def _walk(
    area: Area, typed: str, start: int, from_whole: bool, above: Above
) -> tuple[int, set[int]]:
    """Note how far the area's names lead from a start; returns that, and the ends of whole ones."""
    far, whole = start, set[int]()
    for name in area.names:
        end = start + _common(name, typed, start)
        far = max(far, end)
        if end == start + len(name) and from_whole:
            whole.update(_repeated(name, typed, end))
    for reached, ends in ((above.begun, range(start + 1, far + 1)), (above.whole, whole)):
        for end in ends:
            reached.setdefault(end, {}).setdefault(area.province, set()).add(area.number)
    return far, whole


def _common(name: str, typed: str, start: int) -> int:
    """How many letters of a name stand in the query from a start on."""
    if typed.startswith(name, start):
        return len(name)
    count = 0
    for letter, other in zip(name, typed[start:], strict=False):
        if letter != other:
            break
        count += 1
    return count


def _repeated(name: str, typed: str, end: int) -> Iterator[int]:
    """The end of a name, also where characters stand there once more: 东莞市东莞市."""
    yield end
    while not name.isascii() and typed.startswith(name, end):
        end += len(name)
        yield end
