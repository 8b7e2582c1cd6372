"""Taking a pack from a stick: looked at first, and then put in use with one rename."""

import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from yibao.calculation.proving.examples import check_examples
from yibao.commands.pack_files import Packs, refusing
from yibao.policy.loading.dates import check_confirmations
from yibao.policy.loading.problems import PolicyProblem
from yibao.policy.pack.pack_files import METADATA, NOTE, PackNote, PackReading, digest, read_pack
from yibao.policy.pack.refusal import PackRefusedError, Watch
from yibao.policy.pack.shelf import Kept, Shelf
from yibao.policy.store import PolicyStore
from yibao.system.files import TEMPORARY, make_last


class Offer(Struct, frozen=True):
    """A folder with a pack, and by what it is judged."""

    folder: Path
    root: Path
    """The file with the root of trust."""
    now: datetime
    """With a time zone."""
    watch: Watch


class Looked(Struct, frozen=True):
    """A pack that was found good, and is not in use yet."""

    staged: Path
    """Where it lies, beside those that are kept."""
    reading: PackReading
    digest: str
    shelf: Shelf
    """What was kept when it was looked at."""
    after: PolicyStore
    """The program's store with it, without an office's rules."""
    is_in_use: bool
    """Whether this very pack answers already."""


@contextmanager
def looked_at(packs: Packs, offer: Offer) -> Generator[Looked]:
    """A pack on a stick, verified and checked, as long as one looks; raises PackRefusedError.

    Nothing that is in use is changed.
    """
    staged = _new_folder(packs)
    try:
        yield _look(packs, offer, staged)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def take(packs: Packs, looked: Looked) -> None:
    """Put a pack in use, with one rename; raises PackRefusedError, and all is as before."""
    name = f"{looked.reading.note.number}-{os.urandom(8).hex()}"
    kept = Kept(folder=name, digest=looked.digest)

    def edit(shelf: Shelf) -> Shelf:
        if shelf != looked.shelf:
            raise PackRefusedError("busy")
        return shelf.with_new(kept)

    with refusing():
        make_last(looked.staged)
        make_last(looked.staged.rename(looked.staged.with_name(name)))
    packs.change(edit)


def faults(reading: PackReading, after: PolicyStore, today: date) -> tuple[PolicyProblem, ...]:
    """Everything that is wrong with the rules of a pack, their examples included."""
    return reading.problems or (
        *check_confirmations(reading.rules, today),
        *check_examples(after, reading.rules),
    )


def _look(packs: Packs, offer: Offer, staged: Path) -> Looked:
    shelf, in_use = packs.shelf(), packs.in_use()
    before = packs.embedded.under(in_use.layer) if in_use else packs.embedded
    today = offer.now.date()
    if any(day and today < day for day in (before.newest_confirmation, _issued(before))):
        raise PackRefusedError("clock")
    newest = shelf.newest and staged.with_name(shelf.newest.folder) / METADATA
    note = _fetch(offer, staged, newest)
    if today < note.issued_on:
        raise PackRefusedError("clock")
    files = {name: (staged / name).read_bytes() for name in (NOTE, *note.files)}
    reading = read_pack(files, packs.embedded)
    after = packs.embedded.under(reading.layer)
    if problems := faults(reading, after, today):
        raise PackRefusedError("faulty", problems=problems)
    known_by = digest(files)
    is_in_use = in_use is not None and shelf.in_use is not None and known_by == shelf.in_use.digest
    return Looked(staged, reading, known_by, shelf, after, is_in_use)


def _fetch(offer: Offer, into: Path, newest: Path | None) -> PackNote:
    """The program starts and answers without what verifies."""
    try:
        from yibao.packs import client  # noqa: PLC0415
    except ImportError as error:
        raise PackRefusedError("no_library") from error
    try:
        root = offer.root.read_bytes()
    except OSError as error:
        raise PackRefusedError("no_root") from error
    known = newest if newest and newest.is_dir() else None
    return client.fetch(offer.folder, root, into, known=known, now=offer.now, watch=offer.watch)


def _issued(store: PolicyStore) -> date | None:
    return store.pack.issued_on if store.pack else None


def _new_folder(packs: Packs) -> Path:
    if packs.folder is None:
        raise PackRefusedError("not_kept")
    made = packs.folder / f"{TEMPORARY}{os.urandom(8).hex()}"
    with refusing():
        made.mkdir(parents=True)
    return made
