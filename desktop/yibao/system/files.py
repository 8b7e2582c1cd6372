"""Files that are whole or not there: every file that the program writes goes through here."""

import io
import os
import shutil
import stat
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal, NamedTuple, TypeVar

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

Content = TypeVar("Content")
TEMPORARY = ".yibao-"
LONG_AGO = 3600
"""Seconds; nobody takes so long to write a file."""
PIECE = 1024 * 1024
LARGEST = 16 * 1024 * 1024
"""Bytes; no file of the program's own is nearly as large."""


class IncompleteWriteError(OSError):
    """A file that is not as long on disk as it was written."""


def write_file(path: Path, content: bytes, *, keep_before: bool = True) -> None:
    """Replace a file by new content, keeping the one before as `NAME.bak` where that is wanted.

    A link stays one, and what it leads to is replaced. The file keeps its mode; a new one gets
    what the user's umask leaves. Raises OSError, and leaves the file as it was, where the disk is
    full or does not take it, or the name is too long for it.
    """
    fill_file(path, lambda file: file.write(content), keep_before=keep_before)


def fill_file(
    path: Path,
    fill: Callable[[IO[bytes]], object],
    *,
    keep_before: bool = True,
    made_in: Path | None = None,
) -> None:
    """The same for content that does not have to be held at once: `fill` writes it to a file.

    It is in the making in a folder on the same disk, or else beside the file. What `fill` raises
    leaves everything as it was.
    """
    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    # Not made of the file's own name, which may be as long as a name can be.
    temporary = (made_in or target.parent) / f"{TEMPORARY}{os.urandom(8).hex()}"
    try:
        _write_new(temporary, fill, like=target)
        if keep_before and target.exists():
            _keep(target, backup_of(path))
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
    _make_names_last(target.parent)


def _keep(target: Path, backup: Path) -> None:
    """Copy what there was before, so that the copy, too, is whole at every moment."""
    temporary = target.with_name(f"{TEMPORARY}{os.urandom(8).hex()}")
    try:
        shutil.copyfile(target, temporary)
        temporary.replace(backup)
    finally:
        temporary.unlink(missing_ok=True)


def make_last(folder: Path) -> None:
    """See to it that everything in a folder is on the disk; raises OSError."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and not path.is_symlink():
            with path.open("rb+") as file:  # Windows takes only what could be written
                os.fsync(file.fileno())
        elif path.is_dir():
            _make_names_last(path)
    _make_names_last(folder)


def _make_names_last(folder: Path) -> None:
    """A new name is on the disk only when its folder is; Windows knows no such thing."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sweep(folder: Path) -> None:
    """Remove what writers left behind that were killed long ago, with all that is in it."""
    before = time.time() - LONG_AGO
    for left in folder.glob(f"{TEMPORARY}*"):
        with suppress(OSError):
            if left.lstat().st_mtime >= before:
                continue
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left)
            else:
                left.unlink()


class _Written(io.BufferedIOBase):
    """Takes what is written, one piece behind the other, and remembers its checksum."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.size = self.checksum = 0

    def writable(self) -> bool:
        return True

    def write(self, content: "ReadableBuffer", /) -> int:
        written = self._file.write(content)
        self.size += written
        self.checksum = zlib.crc32(content, self.checksum)
        return written


def _write_new(path: Path, fill: Callable[[IO[bytes]], object], like: Path) -> None:
    """Write a file that is not there yet, with the mode of another if there is that one."""
    with path.open("xb") as file:
        if like.exists():
            shutil.copymode(like, path)
        written = _Written(file)
        fill(written)  # pyright: ignore[reportArgumentType] - a file that is only written
        file.flush()
        os.fsync(file.fileno())
    if (written.size, written.checksum) != _found(path):
        raise IncompleteWriteError(like.name)


def _found(path: Path) -> tuple[int, int]:
    """How long a file is on the disk, and its checksum."""
    size = checksum = 0
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            size += len(piece)
            checksum = zlib.crc32(piece, checksum)
    return size, checksum


class NewerFormatError(Exception):
    """Content that only a newer program can read; its file is left as it is."""


class Trouble(NamedTuple):
    """What kept a file from being read."""

    kind: Literal["damaged", "unreadable", "newer", "no_home"]
    name: str
    """A damaged file's new name, under which it was set aside; else the file's own."""


def read_file(
    path: Path, decode: Callable[[bytes], Content]
) -> tuple[Content | None, Trouble | None]:
    """The content of a file, and what went wrong; neither where there is no file.

    A file that cannot be decoded (ValueError) is set aside under another name, never overwritten,
    and the copy kept before it is read instead, if it is good.
    """
    try:
        return decode(_content(path)), None
    except FileNotFoundError:
        return None, None
    except OSError:
        return None, Trouble("unreadable", path.name)
    except NewerFormatError:
        return None, Trouble("newer", path.name)
    except ValueError:
        moved = aside(path)
    trouble = Trouble("damaged", moved.name) if moved else Trouble("unreadable", path.name)
    try:
        content = decode(_content(backup_of(path)))
        _put_back(path)
        return content, trouble
    except (OSError, ValueError, NewerFormatError):
        return None, trouble


def _put_back(path: Path) -> None:
    """Let the last good copy be the file again, unless somebody has written one meanwhile."""
    with suppress(OSError):
        os.link(backup_of(path), path)


def _content(path: Path) -> bytes:
    """All that stands in a file; raises ValueError where it is beyond all sense to read it."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise IsADirectoryError(path.name)
    if found.st_size > LARGEST:
        raise ValueError("too large")
    return path.read_bytes()


def backup_of(path: Path) -> Path:
    """Where the last good copy of a file is kept."""
    return path.with_name(f"{path.name}.bak")


def keep_aside(path: Path) -> None:
    """Copy a file that has faults beside itself; raises OSError."""
    shutil.copyfile(path, _other_name(path))


def aside(path: Path) -> Path | None:
    """Rename what is damaged, and where to; None where that fails."""
    try:
        return path.rename(_other_name(path))
    except OSError:
        return None


def _other_name(path: Path) -> Path:
    return path.with_name(f"{path.name}.damaged-{time.strftime('%Y%m%d-%H%M%S')}")
