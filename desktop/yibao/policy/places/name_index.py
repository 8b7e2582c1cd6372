"""All names of all places in order, so that those with a beginning stand side by side."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from yibao.policy.places.names import OFFICIAL, codes, keys
from yibao.policy.places.regions import Region

LAST = "\U0010ffff"
BEHIND_ASCII = "\x80"


class NameIndex:
    """Names by number, in alphabetical order; the places themselves are numbers, too.

    Numbers in arrays, instead of an object for each name, because a clerk's machine has little
    memory.
    """

    def __init__(self, places: Sequence[Region], provinces: Sequence[int]) -> None:
        """`provinces` says for each place in which province it lies, as a small number."""
        texts: list[str] = []
        of, closeness, former = array("H"), bytearray(), array("b")
        for number, place in enumerate(places):
            for text, close, old in (*codes(place), *keys(place)):
                texts.append(text)
                of.append(number)
                closeness.append(close)
                former.append(old)
        order = sorted(range(len(texts)), key=texts.__getitem__)
        self.texts = list(map(texts.__getitem__, order))
        self.places = array("H", map(of.__getitem__, order))
        self.closeness = bytes(map(closeness.__getitem__, order))
        self.former = array("b", map(former.__getitem__, order))
        self.provinces = bytes(map(provinces.__getitem__, self.places))
        self._first_spoken = bisect_left(self.texts, BEHIND_ASCII)
        spoken = self.texts[self._first_spoken :]
        self._starts = array("I", accumulate((len(text) + 1 for text in spoken), initial=0))
        self._joined = "\n".join(spoken)

    def beginning_with(self, text: str) -> range:
        """The names that begin with a text."""
        first = bisect_left(self.texts, text)
        return range(first, bisect_left(self.texts, text + LAST, first))

    def equal_to(self, text: str) -> range:
        """The names that are exactly a text."""
        first = bisect_left(self.texts, text)
        return range(first, bisect_right(self.texts, text, first))

    def with_inside(self, text: str) -> Iterator[int]:
        """The names in characters that hold a text, each as often as it does."""
        at = self._joined.find(text)
        while at >= 0:
            yield self._first_spoken + bisect_right(self._starts, at) - 1
            at = self._joined.find(text, at + 1)

    def inside(self, province: int, names: range) -> Iterator[int]:
        """Of these names, those of places in a province."""
        at = self.provinces.find(province, names.start, names.stop)
        while at >= 0:
            yield at
            at = self.provinces.find(province, at + 1, names.stop)

    def is_official(self, name: int) -> bool:
        """Whether a name is a place's official one, or its code."""
        return self.closeness[name] == OFFICIAL
