"""Finding things in the guide panels: which items hold every word, and where in them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from string import ascii_letters, ascii_uppercase, digits, punctuation

from yibao.presenters.guides.views import GroupView, GuideView, ItemView

FOLD = str.maketrans(
    {chr(0xFEE0 + ord(sign)): sign.lower() for sign in digits + ascii_letters + punctuation}
    | {letter: letter.lower() for letter in ascii_uppercase}
    | {"\u3000": " "}
)
"""Full-width and capital letters as they are compared, one character for each."""

Piece = tuple[str, bool]
"""A part of a text, and whether it is a hit."""


def search_words(typed: str) -> tuple[str, ...]:
    """The words that are looked for; none where nothing but spaces was typed."""
    return tuple(dict.fromkeys(typed.translate(FOLD).split()))


def find_in_guides(views: Iterable[GuideView], words: Sequence[str]) -> tuple[GuideView, ...]:
    """The panels with only the items in which, or in whose heading, every word stands."""
    found = (
        GuideView(view.id, view.title, tuple(_groups(view, words)), view.caution) for view in views
    )
    return tuple(view for view in found if view.groups)


def pieces(text: str, words: Iterable[str]) -> tuple[Piece, ...]:
    """A text in parts that are hits or not, in their order."""
    hit = _hits(text.translate(FOLD), words)
    bounds = [0, *(i for i in range(1, len(text)) if hit[i] != hit[i - 1]), len(text)]
    return tuple((text[i:j], hit[i]) for i, j in pairwise(bounds) if i < j)


def _hits(folded: str, words: Iterable[str]) -> list[bool]:
    """For each character, whether it belongs to one of the words."""
    hit = [False] * len(folded)
    for word in words:
        at = folded.find(word)
        while at >= 0:
            hit[at : at + len(word)] = [True] * len(word)
            at = folded.find(word, at + 1)
    return hit


def _groups(view: GuideView, words: Sequence[str]) -> Iterator[GroupView]:
    for group in view.groups:
        items = tuple(item for item in group.items if _holds(group.title, item, words))
        if items:
            yield GroupView(group.title, items)


def _holds(heading: str, item: ItemView, words: Sequence[str]) -> bool:
    said = (heading, item.title, *item.paragraphs, *item.steps, *item.cautions)
    remarks = (text for _, text in item.remarks)
    folded = "\n".join((*said, *remarks)).translate(FOLD)
    return all(word in folded for word in words)
