"""What the page of packs needs of the machine."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

from yibao.policy.pack.refusal import Watch
from yibao.policy.timeline import KeptIn
from yibao.presenters.packs.pack_view import PackView, PreviewView


class FoundPack(Protocol):
    """A pack that was found good; to be taken, or dropped."""

    view: PreviewView
    is_in_use: bool
    """Whether this very pack answers already."""

    def take(self) -> None:
        """Put it in use; raises PackRefusedError."""
        ...

    def drop(self) -> None:
        """Leave nothing of it behind."""
        ...


class PackParts(NamedTuple):
    """Handed in by whoever makes the counter."""

    receives: bool
    """Whether the program has a root of trust."""
    in_use: Callable[[], PackView | None]
    other: Callable[[], str]
    """What can be gone back to, by name; empty where there is nothing."""
    kept_in: KeptIn
    """For whom a pack is taken, and for whom one goes back."""
    look: Callable[[Path, Watch], FoundPack]
    """May take long; raises PackRefusedError."""
    go_back: Callable[[], None]
    """Raises PackRefusedError."""
