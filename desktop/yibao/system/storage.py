"""A file of the program's own that several programs and users may change at once.

Each change is made of what stands in the file just then, while nobody else changes it.
"""

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from yibao.system.files import Trouble, read_file, sweep, write_file

if TYPE_CHECKING:
    from yibao.system.lock_file import LockFile

Content = TypeVar("Content")
PATIENCE, TRY_AGAIN_AFTER = 10.0, 0.005
"""Seconds."""


class BusyError(OSError):
    """Somebody else has been changing the file for longer than anybody should."""


class CannotChangeError(OSError):
    """A file that cannot be read, or was written by a newer program: it is left as it is."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.name)
        self.trouble = trouble


class Storage(Generic[Content]):
    """One file, and how it is read and written; nothing is kept without a path."""

    def __init__(
        self,
        path: Path | None,
        decode: Callable[[bytes], Content],
        encode: Callable[[Content], bytes],
        empty: Content,
    ) -> None:
        """`decode` raises ValueError for damage, NewerFormatError for what it must not touch."""
        self.path = path
        self._decode, self._encode, self._empty = decode, encode, empty
        self.trouble: Trouble | None = None
        """What kept the file from being read the last time."""

    def read(self) -> Content:
        """What stands in the file, in the copy before it where it is damaged, or nothing."""
        if self.path is None:
            self.trouble = Trouble("no_home", "")
            return self._empty
        content, self.trouble = read_file(self.path, self._decode)
        return self._empty if content is None else content

    def change(self, edit: Callable[[Content], Content]) -> Content:
        """Make something new of what stands in the file, and return it.

        Raises OSError where the disk does not take it, CannotChangeError where that
        would destroy what cannot be read, BusyError; the file then is as before. What `edit`
        raises goes through.
        """
        if self.path is None:
            return edit(self._empty)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with _alone(self.path):
            before = self.read()
            if self.trouble and self.trouble.kind != "damaged":
                raise CannotChangeError(self.trouble)
            after = edit(before)
            if after != before or self.trouble:
                write_file(self.path, self._encode(after), keep_before=not self.trouble)
            sweep(self.path.parent)
        return after


def stamp(path: Path) -> tuple[int, int, int] | None:
    """What differs once somebody has written a file; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


@contextmanager
def _alone(path: Path) -> Generator[None]:
    """While no other program changes the file; on a disk without locks, as if alone."""
    from yibao.system.lock_file import LockFile  # noqa: PLC0415 - only who writes needs it

    lock = LockFile(path.with_name(f"{path.name}.lock"), mode=0o666)
    until = time.monotonic() + PATIENCE
    while not _took(lock):
        if time.monotonic() > until:
            raise BusyError(path.name)
        time.sleep(TRY_AGAIN_AFTER)
    try:
        yield
    finally:
        lock.release()


def _took(lock: "LockFile") -> bool:
    try:
        return lock.take("")
    except OSError:  # no locks here, or no room for one: whoever can write at all is as if alone
        return True
