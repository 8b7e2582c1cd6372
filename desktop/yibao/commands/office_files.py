"""The office's rules on this machine, and the store that they make with what the program brings."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from yibao.policy.office.edits import with_bases
from yibao.policy.office.office_file import (
    NewerOfficeFileError,
    OfficeFile,
    OfficeReading,
    encode,
    read_office,
)
from yibao.policy.rules.kinds import Rule
from yibao.policy.store import PolicyStore
from yibao.policy.timeline import KeptIn
from yibao.presenters import notices
from yibao.presenters.script.problem_text import problem_text
from yibao.system.files import NewerFormatError, keep_aside
from yibao.system.folders import Folders
from yibao.system.storage import Storage

NAME = "office.json"
"""As which its faults are told."""
PLACES: tuple[KeptIn, ...] = ("site", "user")
"""The user's own rules are laid over those of the whole computer."""


class Composed(Struct, frozen=True):
    """The store with the office's rules over it, and what could not be used of them."""

    store: PolicyStore
    troubles: tuple[str, ...] = ()


def with_office_rules(below: PolicyStore, folders: Folders) -> Composed:
    """What there is, and over it what the office keeps; what is broken is told."""
    store, troubles = below, list[str]()
    for place in PLACES:
        office = OfficeRules(folders, place, below)
        file = office.read()
        troubles += office.troubles
        if file.rules:
            store = store.under(file.layer(place))
    return Composed(store, tuple(troubles))


def office_rules(folders: Folders, below: PolicyStore) -> list[Rule]:
    """The office's rules of both places, as far as they fit what is there without them."""
    return [rule for place in PLACES for rule in OfficeRules(folders, place, below).read().rules]


class OfficeRules:
    """One of the two files, as it can be read and changed."""

    def __init__(self, folders: Folders, place: KeptIn, below: PolicyStore) -> None:
        self._below = below
        self._place: KeptIn = place
        self._reading: OfficeReading | None = None
        path = folders.office_rules[PLACES.index(place)]
        self.storage = Storage(path, self._decode, encode, OfficeFile())

    def read(self) -> OfficeFile:
        """The sound rules of the file."""
        self._reading = None
        return self.storage.read()

    @property
    def troubles(self) -> Sequence[str]:
        """What to tell of the last reading."""
        told: list[str] = []
        trouble, reading = self.storage.trouble, self._reading
        if trouble and trouble.kind in notices.OFFICE_TROUBLE:
            told.append(notices.OFFICE_TROUBLE[trouble.kind].format(trouble.name))
        if reading and reading.problems:
            first, count = problem_text(reading.problems[0]), len(reading.problems)
            told.append(notices.OFFICE_FAULTY.format(NAME, count, first))
        return told

    def change(self, edit: Callable[[OfficeFile], OfficeFile]) -> OfficeFile:
        """Change the file while nobody else does; raises OSError, and what `edit` raises.

        What lies below what was changed is written down. Raises FileNotFoundError where there is
        no folder for it, as for a user without a home.

        Of a file with faults a copy is kept aside before the sound part of it is written anew.
        """
        path = self.storage.path
        if path is None:
            raise FileNotFoundError(NAME)

        def edit_kept(file: OfficeFile) -> OfficeFile:
            if self._reading and self._reading.problems and path.exists():
                keep_aside(path)
            changed = edit(file)
            return with_bases(changed, self._below) if changed != file else file

        self._reading = None
        changed = self.storage.change(edit_kept)
        if self._place == "site":
            _let_everybody_read(path)
        return changed

    def _decode(self, content: bytes) -> OfficeFile:
        try:
            self._reading = read_office(content, NAME, self._below)
        except NewerOfficeFileError as error:
            raise NewerFormatError from error
        return self._reading.file


def _let_everybody_read(path: Path) -> None:
    """Whatever the administrator's umask says: it is for the whole computer."""
    with suppress(OSError):
        path.parent.chmod(0o755)
        path.chmod(0o644)
