"""What is typed, in the one spelling in which names are held."""

import re
import unicodedata

from yibao.policy.places.variants import VARIANTS

PLAIN = str.maketrans(dict(zip(VARIANTS[::2], VARIANTS[1::2], strict=True)))
FILLERS = re.compile(r"市辖区|(?<=市)县(?=..)|(?:省|自治区)?直辖县?级?行政(?:区划|单位)")
"""Words between the names of a path that are no names: 北京市市辖区东城区, 重庆市县城口县."""


def plain(typed: str) -> str:
    """Letters, digits and characters alone, small, narrow and simplified.

    Full-width forms, radicals and compatibility ideographs become what they look like; tones
    fall away, and ü becomes v. Nothing is left of a text that holds no letter at all.
    """
    if typed.isascii():
        return "".join(filter(str.isalnum, typed.lower()))
    text = unicodedata.normalize("NFKC", typed).lower().translate(PLAIN)
    spread = unicodedata.normalize("NFD", text).replace("u\u0308", "v")
    letters = "".join(filter(str.isalnum, spread))
    return FILLERS.sub("", letters)
