"""Every text by which a place is found."""

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from yibao.policy.places.regions import Region
from yibao.policy.places.spelling import plain


class Closeness(IntEnum):
    """How well a query fits a region; the smaller, the better."""

    OFFICIAL = 0
    """The code, or the whole official name, alone or after names of what it lies in."""
    WHOLE = 1
    """A whole short, everyday or former name, a former code, or a whole reading."""
    INITIALS = 2
    """The whole initials."""
    BEGINNING = 3
    """The beginning of a name, a reading, the initials or the code."""
    PATH = 4
    """Beginnings of names along the path down to the region."""
    INSIDE = 5
    """Any other part of a name."""


class Key(NamedTuple):
    """One text by which a region is found."""

    text: str
    closeness: Closeness
    """How well a query fits that is exactly this text."""
    former: int = -1
    """Which of the former names it belongs to, if to one."""


def codes(region: Region) -> Iterator[Key]:
    """The code of today as it is typed, and those from before."""
    yield Key(plain(region.code), Closeness.OFFICIAL)
    for code in region.former_codes:
        yield Key(code, Closeness.WHOLE)
    for i, former in enumerate(region.former):
        for code in former.codes:
            yield Key(code, Closeness.WHOLE, i)


def keys(region: Region) -> Iterator[Key]:
    """Names, readings and initials of a region, those of today first; some may stand twice."""
    yield Key(region.name, Closeness.OFFICIAL)
    yield from _readings(region.pinyin)
    yield from _short(region.short, region.pinyin)
    for said in region.everyday:
        yield Key(said.name, Closeness.WHOLE)
        yield from _readings(said.pinyin)
    for i, former in enumerate(region.former):
        yield Key(former.name, Closeness.WHOLE, i)
        yield from _readings(former.pinyin, i)
        yield from _short(former.short, former.pinyin, i)


def _short(name: str, pinyin: str, former: int = -1) -> Iterator[Key]:
    """A short name is the beginning of the long one, and is read like it."""
    if name:
        yield Key(name, Closeness.WHOLE, former)
        yield from _readings(" ".join(pinyin.split(" ")[: len(name)]), former)


def _readings(pinyin: str, former: int = -1) -> Iterator[Key]:
    joined = pinyin.replace(" ", "")
    yield Key(joined, Closeness.WHOLE, former)
    if "v" in joined:  # ü is typed in three ways
        yield Key(joined.replace("v", "u"), Closeness.WHOLE, former)
        yield Key(joined.replace("v", "yu"), Closeness.WHOLE, former)
    yield Key("".join(syllable[0] for syllable in pinyin.split(" ")), Closeness.INITIALS, former)
