"""Every text by which a place is found."""

from enum import IntEnum, auto

from yibao.policy.places.regions import Region


class Closeness(IntEnum):
    """How well a query fits a region; the smaller, the better."""

    OFFICIAL = auto()
    """The code, or the whole official name, alone or after names of what it lies in."""
    WHOLE = auto()
    """A whole short, everyday or former name, a former code, or a whole reading."""
    INITIALS = auto()
    """The whole initials."""
    BEGINNING = auto()
    """The beginning of a name, a reading, the initials or the code."""
    PATH = auto()
    """Beginnings of names along the path down to the region."""
    INSIDE = auto()
    """Any other part of a name."""


OFFICIAL, WHOLE, INITIALS = map(int, (Closeness.OFFICIAL, Closeness.WHOLE, Closeness.INITIALS))
TODAY = -1
"""Instead of the number of a former name."""
Key = tuple[str, int, int]
"""A text by which a region is found, the closeness of a query that is exactly this text, and which
former name it belongs to. There are 32,000 of them, so that each is as plain as can be."""


def codes(region: Region) -> list[Key]:
    """The code of today as it is typed, and those from before."""
    found = [(region.code.replace("-", ""), OFFICIAL, TODAY)]
    found += [(code, WHOLE, TODAY) for code in region.former_codes]
    for number, former in enumerate(region.former):
        found += [(code, WHOLE, number) for code in former.codes]
    return found


def keys(region: Region) -> list[Key]:
    """Names, readings and initials of a region, those of today first."""
    found = [(region.name, OFFICIAL, TODAY)]
    _add(found, region.short, region.pinyin, TODAY)
    for said in region.everyday:
        found.append((said.name, WHOLE, TODAY))
        _add(found, "", said.pinyin, TODAY)
    for number, former in enumerate(region.former):
        found.append((former.name, WHOLE, number))
        _add(found, former.short, former.pinyin, number)
    return found


def _add(found: list[Key], short: str, pinyin: str, former: int) -> None:
    """How a name is read, and the short one that is its beginning and is read like it."""
    syllables = pinyin.split(" ")
    _add_reading(found, syllables, former)
    if short:
        found.append((short, WHOLE, former))
        _add_reading(found, syllables[: len(short)], former)


def _add_reading(found: list[Key], syllables: list[str], former: int) -> None:
    joined = "".join(syllables)
    found.append((joined, WHOLE, former))
    found.append(("".join([syllable[0] for syllable in syllables]), INITIALS, former))
    if "v" in joined:  # ü is typed in three ways
        found.append((joined.replace("v", "u"), WHOLE, former))
        found.append((joined.replace("v", "yu"), WHOLE, former))
