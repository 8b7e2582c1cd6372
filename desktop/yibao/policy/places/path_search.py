"""Which areas the beginning of a query names, one inside the other: 吉林长春, jlcc."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from yibao.policy.places.names import keys
from yibao.policy.places.regions import Region

Reached = dict[int, dict[int, set[int]]]
"""How much of a query names areas → in which province → these areas, by number."""


class Area(Struct, frozen=True):
    """A place that has others inside, with what may be typed for it."""

    number: int
    province: int
    names: tuple[str, ...]
    letters: str
    """The first letters of the names."""
    inside: tuple["Area", ...]
    """The areas anywhere in it."""


class Above(Struct, frozen=True):
    """The areas named before a place."""

    whole: Reached
    """By whole names, one after the other."""
    begun: Reached
    """By beginnings of names."""


class PathSearch:
    """Reads areas off the beginning of a query."""

    def __init__(self, places: Sequence[Region], above: Sequence[Sequence[int]]) -> None:
        """`above` gives the numbers of the areas around each place, the province first."""
        inside: dict[int, list[int]] = {number: [] for around in above for number in around}
        for number in inside:
            for around in above[number]:
                inside[around].append(number)
        areas: dict[int, Area] = {}
        for number in sorted(inside, reverse=True):  # what lies inside has the greater number
            province = above[number][0] if above[number] else number
            within = tuple(areas[other] for other in inside[number])
            areas[number] = _area(places[number], number, province, within)
        self._by_letter: dict[str, list[Area]] = {}
        for area in areas.values():
            for letter in area.letters:
                self._by_letter.setdefault(letter, []).append(area)

    def read(self, typed: str) -> Above:
        """Every way to read areas off the beginning."""
        above = Above({}, {})
        for area in self._by_letter.get(typed[0], ()):
            _walk(area, typed, 0, True, above)
        return above


def _area(region: Region, number: int, province: int, inside: tuple[Area, ...]) -> Area:
    names = tuple(dict.fromkeys(text for text, *_ in keys(region)))
    return Area(number, province, names, "".join({name[0] for name in names}), inside)


def _walk(area: Area, typed: str, start: int, from_whole: bool, above: Above) -> None:
    """Note how far the area's names lead from a start, and go on with what lies inside."""
    far, whole = start, set[int]()
    for name in area.names:
        end = start + _common(name, typed, start)
        far = max(far, end)
        if end == start + len(name) and from_whole:
            whole.update(_repeated(name, typed, end))
    _note(above.begun, area, range(start + 1, far + 1))
    _note(above.whole, area, whole)
    for end in range(start + 1, min(far + 1, len(typed))):
        for other in area.inside:
            if typed[end] in other.letters:
                _walk(other, typed, end, end in whole, above)


def _note(reached: Reached, area: Area, ends: range | set[int]) -> None:
    for end in ends:
        reached.setdefault(end, {}).setdefault(area.province, set()).add(area.number)


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
