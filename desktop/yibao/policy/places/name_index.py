"""All names of all places in order, so that those with a beginning stand side by side."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from yibao.policy.places.names import Closeness, codes, keys
from yibao.policy.places.regions import Region

LAST = "\U0010ffff"


class NameIndex:
    """Names by number, in alphabetical order; the places themselves are numbers, too.

    Numbers in arrays, instead of an object for each of 40,000 names, because a clerk's machine
    has little memory.
    """

    def __init__(self, places: Sequence[Region], provinces: Sequence[int]) -> None:
        """`provinces` says for each place in which province it lies, as a small number."""
        found = sorted(
            (key.text, number, key.closeness, key.former)
            for number, place in enumerate(places)
            for key in {*codes(place), *keys(place)}
        )
        self.texts = [text for text, *_ in found]
        self.places = array("H", (number for _, number, _, _ in found))
        self.closeness = bytes(closeness for _, _, closeness, _ in found)
        self.former = array("b", (former for *_, former in found))
        self.provinces = bytes(provinces[number] for number in self.places)
        spoken = [i for i, text in enumerate(self.texts) if not text.isascii()]
        self._lines = array("I", spoken)
        self._starts = array("I", accumulate((len(self.texts[i]) + 1 for i in spoken), initial=0))
        self._joined = "\n".join(self.texts[i] for i in spoken)

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
            yield self._lines[bisect_right(self._starts, at) - 1]
            at = self._joined.find(text, at + 1)

    def inside(self, province: int, names: range) -> Iterator[int]:
        """Of these names, those of places in a province."""
        at = self.provinces.find(province, names.start, names.stop)
        while at >= 0:
            yield at
            at = self.provinces.find(province, at + 1, names.stop)

    def is_official(self, name: int) -> bool:
        """Whether a name is a place's official one."""
        return self.closeness[name] == Closeness.OFFICIAL
