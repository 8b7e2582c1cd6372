"""Fetching a pack from a stick into a folder of our own, verified by The Update Framework."""

import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from tuf.api import exceptions

from yibao.packs.offline import Updater, UpdaterConfig
from yibao.packs.stick import TARGETS, Stick, ignored
from yibao.policy.pack.pack_files import FOLDER, LARGEST, METADATA, NOTE, PackNote, read_note
from yibao.policy.pack.refusal import PackRefusedError, RefusalKind, Watch

LIMITS = UpdaterConfig(
    max_root_rotations=64,
    max_delegations=64,
    root_max_length=128 * 1024,
    timestamp_max_length=16 * 1024,
    snapshot_max_length=64 * 1024,
    targets_max_length=256 * 1024,
)
"""Bytes; a root with forty keys has 20 kB."""
KINDS: tuple[tuple[type[Exception], RefusalKind], ...] = (
    (exceptions.ExpiredMetadataError, "expired"),
    (exceptions.BadVersionNumberError, "older"),
    (exceptions.UnsignedMetadataError, "forged"),
    (exceptions.LengthOrHashMismatchError, "altered"),
    (exceptions.RepositoryError, "damaged"),
    (exceptions.DownloadLengthMismatchError, "too_large"),
    (exceptions.DownloadHTTPError, "incomplete"),
    (exceptions.DownloadError, "stick_gone"),
    (OSError, "not_kept"),
)


def fetch(
    stick: Path,
    root: bytes,
    into: Path,
    *,
    known: Path | None = None,
    now: datetime,
    watch: Watch = ignored,
) -> PackNote:
    """Lay the files of the pack in a folder into an empty one, all of them verified.

    The pack may be the folder itself, or lie in it under its usual name.
    `root` is the root of trust that came with the program, `known` the folder of metadata of the
    newest pack that was taken before: nothing older is taken. The metadata as it is known now goes
    into the folder as well. Raises PackRefusedError; what then lies in the folder is worth nothing.
    """
    metadata = into / METADATA
    with _told():
        if known is None:
            metadata.mkdir()
        else:
            shutil.copytree(known, metadata)
        updater = _Updater(_pack_in(stick), root, into, now, watch)
        updater.refresh()
        note = read_note(updater.content_of(NOTE))
        for name in note.files:
            updater.content_of(name)
    return note


def _pack_in(folder: Path) -> Path:
    """The folder itself, or one of the usual name in it."""
    for found in (folder, folder / FOLDER):
        try:
            if (found / METADATA).is_dir():
                return found
        except OSError as error:
            raise PackRefusedError("stick_gone") from error
    raise PackRefusedError("no_pack")


class _Updater(Updater):
    """TUF's client on a folder, at a time that is given."""

    def __init__(self, stick: Path, root: bytes, into: Path, now: datetime, watch: Watch) -> None:
        self._into = into
        super().__init__(
            metadata_dir=str(into / METADATA),
            metadata_base_url=METADATA,
            target_base_url=TARGETS,
            fetcher=Stick(stick, watch),
            config=LIMITS,
            bootstrap=root,
        )
        self._trusted_set.reference_time = now.astimezone(UTC)

    def _update_root_symlink(self) -> None:
        """None: the root of trust always is the program's own, and not every disk has links."""

    def content_of(self, name: str) -> bytes:
        """Fetch a file; raises PackRefusedError where none who may has signed one of this name."""
        target = self.get_targetinfo(name)
        if target is None:
            raise PackRefusedError("crossed", name)
        if target.length > LARGEST:
            raise PackRefusedError("too_large", name)
        path = os.path.join(self._into, *name.split("/"))
        self.download_target(target, path)
        return Path(path).read_bytes()


@contextmanager
def _told() -> Generator[None]:
    """Whatever goes wrong, as a refusal."""
    try:
        yield
    except (exceptions.RepositoryError, exceptions.DownloadError, OSError) as error:
        raise PackRefusedError(_kind(error), str(error)[:200]) from error


def _kind(error: Exception) -> RefusalKind:
    return next(kind for each, kind in KINDS if isinstance(error, each))
