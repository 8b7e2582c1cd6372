"""What is shown of a guide panel."""

from msgspec import Struct


class ItemView(Struct, frozen=True):
    """One thing to explain."""

    title: str
    paragraphs: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    """Label and text: whom it suits, what to bring, where it is true, which site."""
    cautions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """Title, issuer, date and level of each."""


class GroupView(Struct, frozen=True):
    """Items under one heading."""

    title: str
    items: tuple[ItemView, ...]


class GuideView(Struct, frozen=True):
    """One panel."""

    id: str
    title: str
    groups: tuple[GroupView, ...]
    caution: str
    """What is said of the whole panel where a source of it is only a report."""
