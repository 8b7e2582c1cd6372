"""What the desk needs of the machine: the two files, and files from outside."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from yibao.policy.office.office_file import OfficeFile
from yibao.policy.store import PolicyStore
from yibao.policy.timeline import KeptIn

Edit = Callable[[OfficeFile], OfficeFile]


class KeptRules(Protocol):
    """One of the two files: that of the whole computer, or the user's own."""

    @property
    def troubles(self) -> Sequence[str]:
        """What to tell of the last reading."""
        ...

    def read(self) -> OfficeFile:
        """The sound rules of the file."""
        ...

    def change(self, edit: Edit) -> OfficeFile:
        """Change the file while nobody else does; raises OSError, and what `edit` raises."""
        ...


class DeskParts(NamedTuple):
    """Handed in by whoever makes the counter."""

    below: PolicyStore
    """What there is without the office."""
    kept: Mapping[KeptIn, KeptRules]
    may_write: Mapping[KeptIn, bool]
    read_given: Callable[[Path], OfficeFile]
    """A file from another computer, sound in every place; raises InputError with what is wrong."""
    save_file: Callable[[Path, bytes], None]
    """Raises OSError."""
