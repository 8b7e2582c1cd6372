"""The guide panels: what a clerk explains besides the amount."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from yibao.policy.loading.problems import Placed, PolicyError, PolicyProblem
from yibao.policy.loading.records import RecordReader
from yibao.policy.store import PolicyStore
from yibao.policy.terms import AreaCode, Identifier, PolicyRecord, Status, Text

Texts = tuple[Text, ...]


class GuideItem(PolicyRecord, frozen=True):
    """One thing to explain: a way to do something, or something to know."""

    title: Text
    text: Texts = ()
    """Paragraphs."""
    steps: Texts = ()
    """What to do, one after the other."""
    bring: Text | None = None
    """What the visitor needs for it."""
    good_for: Text | None = None
    """Whom it suits."""
    cautions: Texts = ()
    link: Text | None = None
    """Address of a site, without the scheme."""
    areas: tuple[AreaCode, ...] = ()
    """The areas in which it is true; everywhere where none is named."""
    statuses: tuple[Status, ...] = ()
    """Whom it is for, only or mainly; everybody where none is named."""
    references: tuple[Identifier, ...] = ()


class GuideGroup(PolicyRecord, frozen=True):
    """Items under one heading."""

    title: Text
    items: Annotated[tuple[GuideItem, ...], Meta(min_length=1)]


PlaceRules = Literal["account_credit", "contribution_years"]
"""A kind of rule of which a panel shows those of the chosen place."""


class Guide(PolicyRecord, frozen=True):
    """One panel."""

    id: Identifier
    title: Text
    groups: Annotated[tuple[GuideGroup, ...], Meta(min_length=1)]
    short_title: Text | None = None
    """What it is called where there is little room."""
    place_rules: PlaceRules | None = None
    """Which rules of the chosen place stand above the items."""


class GuidesFile(PolicyRecord, frozen=True):
    """The form of every file of guides/."""

    schema: str = msgspec.field(name="$schema")
    guides: Annotated[tuple[Guide, ...], Meta(min_length=1)]


def read_guides(files: Mapping[str, Path], store: PolicyStore) -> tuple[Guide, ...]:
    """The panels in the order of their files; raises PolicyError with all that is wrong."""
    guides, problems = _read(files, store)
    if problems:
        raise PolicyError(problems)
    return guides


def guide_problems(files: Mapping[str, Path], store: PolicyStore) -> list[PolicyProblem]:
    """All that is wrong with the files."""
    return _read(files, store)[1]


def _read(
    files: Mapping[str, Path], store: PolicyStore
) -> tuple[tuple[Guide, ...], list[PolicyProblem]]:
    reader = RecordReader(files)
    placed = [
        guide for name in files for guide in reader.records(name, GuidesFile, "guides", Guide)
    ]
    problems = [*reader.problems, *_check(placed, store)]
    if not files:
        problems.append(PolicyProblem("guides", "$", "unreadable", "FileNotFoundError"))
    return tuple(guide.record for guide in placed), problems


def _check(guides: Sequence[Placed[Guide]], store: PolicyStore) -> Iterator[PolicyProblem]:
    for guide in guides:
        for i, group in enumerate(guide.record.groups):
            for j, item in enumerate(group.items):
                at = f".groups[{i}].items[{j}]"
                for area in item.areas:
                    if area not in store.regions:
                        yield guide.problem("unknown_region", area, f"{at}.areas")
                for reference in item.references:
                    if reference not in store.references:
                        yield guide.problem("unknown_reference", reference, f"{at}.references")
