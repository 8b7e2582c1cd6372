"""The packs on this machine: which answers, taking one from a stick, and going back."""

import shutil
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from yibao.policy.pack import shelf as shelf_file
from yibao.policy.pack.pack_files import NOTE, PackReading, digest, read_note, read_pack
from yibao.policy.pack.refusal import PackRefusedError
from yibao.policy.pack.shelf import Kept, Shelf
from yibao.policy.store import PolicyStore
from yibao.presenters import notices
from yibao.presenters.script.problem_text import problem_text
from yibao.system.files import LONG_AGO, NewerFormatError, aside
from yibao.system.folders import SHELF, Folders
from yibao.system.storage import BusyError, CannotChangeError, Storage


class Packs:
    """The packs of one place: of the whole computer, or the user's own."""

    def __init__(self, folder: Path | None, embedded: PolicyStore, *, for_all: bool) -> None:
        self.folder, self.embedded, self._for_all = folder, embedded, for_all
        self.troubles: list[str] = []
        """What to tell of the last reading."""
        self.storage = Storage(folder and folder / SHELF, _decode_shelf, shelf_file.encode, Shelf())

    def shelf(self) -> Shelf:
        """What is kept."""
        self.troubles = []
        shelf = self.storage.read()
        if self.storage.trouble and self.storage.trouble.kind in notices.PACK_TROUBLE:
            kind, name = self.storage.trouble
            self.troubles.append(notices.PACK_TROUBLE[kind].format(name))
        return shelf

    def in_use(self) -> PackReading | None:
        """The pack that answers; one that is broken is set aside, and told."""
        kept = self.shelf().in_use
        if kept is None or self.folder is None:
            return None
        try:
            reading = self._read(kept)
        except (OSError, PackRefusedError) as error:
            self.troubles.append(_told_of(error, self.folder / kept.folder))
            return None
        if reading.problems:
            first, count = problem_text(reading.problems[0]), len(reading.problems)
            self.troubles.append(notices.PACK_FAULTY.format(count, first))
            return None
        return reading

    def go_back(self) -> None:
        """Let the pack before answer, or none; raises PackRefusedError."""
        self.change(Shelf.gone_back)

    def change(self, edit: Callable[[Shelf], Shelf]) -> None:
        """Change what is kept, while nobody else does; raises PackRefusedError."""
        if self.folder is None:
            raise PackRefusedError("not_kept")
        with refusing():
            _sweep(self.folder, self.storage.change(edit))
            if self._for_all:
                _let_everybody_read(self.folder)

    def _read(self, kept: Kept) -> PackReading:
        assert self.folder
        folder = self.folder / kept.folder
        note = (folder / NOTE).read_bytes()
        files = {NOTE: note} | {
            name: (folder / name).read_bytes() for name in read_note(note).files
        }
        if digest(files) != kept.digest:
            raise PackRefusedError("altered")
        return read_pack(files, self.embedded)


def packs_of(folders: Folders, embedded: PolicyStore) -> tuple[Packs, Packs]:
    """Those of the whole computer, and the user's own."""
    site, own = folders.packs
    return Packs(site, embedded, for_all=True), Packs(own, embedded, for_all=False)


def with_pack(embedded: PolicyStore, folders: Folders) -> tuple[PolicyStore, Sequence[str]]:
    """What the program brings with the newest pack over it; what is broken is told."""
    both = packs_of(folders, embedded)
    found = [reading for packs in both if (reading := packs.in_use())]
    troubles = [trouble for packs in both for trouble in packs.troubles]
    if not found:
        return embedded, troubles
    newest = max(found, key=lambda reading: (reading.note.issued_on, reading.note.number))
    return embedded.under(newest.layer), troubles


def _told_of(error: Exception, folder: Path) -> str:
    """Why a pack that was taken does not answer; one that is broken is set aside."""
    if isinstance(error, PackRefusedError) and error.kind == "newer":
        return notices.PACK_TROUBLE["newer"].format(folder.name)
    if not isinstance(error, PackRefusedError | FileNotFoundError):
        return notices.PACK_TROUBLE["unreadable"].format(folder.name)
    # The metadata stays where it is: without it an older pack would be taken again.
    aside(folder / NOTE)
    return notices.PACK_BROKEN.format(folder.name)


def _decode_shelf(content: bytes) -> Shelf:
    try:
        return shelf_file.decode(content)
    except PackRefusedError as error:
        raise NewerFormatError from error


@contextmanager
def refusing() -> Generator[None]:
    """What the disk does not take, as a refusal."""
    try:
        yield
    except BusyError as error:
        raise PackRefusedError("busy") from error
    except CannotChangeError as error:
        raise PackRefusedError("newer") from error
    except PermissionError as error:
        raise PackRefusedError("no_right") from error
    except OSError as error:
        raise PackRefusedError("not_kept") from error


def _sweep(folder: Path, shelf: Shelf) -> None:
    """Remove packs that nobody needs, and what was left half done long ago."""
    before = time.time() - LONG_AGO
    for path in folder.iterdir():
        unneeded = path.name not in shelf.folders
        with suppress(OSError):
            if unneeded and path.is_dir() and path.stat().st_mtime < before:
                shutil.rmtree(path)


def _let_everybody_read(folder: Path) -> None:
    """Whatever the administrator's umask says: it is for the whole computer."""
    for path in (folder.parent, folder, *folder.rglob("*")):
        with suppress(OSError):
            path.chmod(0o755 if path.is_dir() else 0o644)
