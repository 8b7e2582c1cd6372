"""A lock that the system keeps, and that ends with whoever holds it, however that ends."""

import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    HELD = PermissionError
    BEYOND = 1 << 30
    """A byte behind all that stands in the file, which so stays readable."""

    def _lock(file: int) -> None:
        os.lseek(file, BEYOND, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        os.lseek(file, 0, os.SEEK_SET)

else:
    import fcntl

    HELD = BlockingIOError

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class LockFile:
    """What stands in the file says who took the lock last, and never whether it is held."""

    def __init__(self, path: Path, mode: int = 0o600) -> None:
        """`mode` says who else may open the file, and so take the lock in turn."""
        self._path = path
        self._mode = mode
        self._file: int | None = None

    def take(self, holder: str) -> bool:
        """Whether the lock is ours now; `holder` is what others may read of us.

        Raises OSError where the disk takes no file or knows no locks.
        """
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, self._mode)
        try:
            _lock(file)
        except HELD:
            os.close(file)
            return False
        except OSError:
            os.close(file)
            raise
        self._file = file
        with suppress(OSError):  # of another user, who has done so already
            self._path.chmod(self._mode)
        with suppress(OSError):  # a full disk holds the lock all the same
            os.ftruncate(file, 0)
            os.write(file, holder.encode())
        return True

    def holder(self) -> str:
        """What the program that took the lock last says of itself; empty where it says nothing."""
        try:
            return self._path.read_text("utf-8", "replace")
        except OSError:
            return ""

    def release(self) -> None:
        """Let the next one take it. The file stays: another may be opening it just now."""
        if self._file is None:
            return
        with suppress(OSError):
            os.ftruncate(self._file, 0)
        os.close(self._file)
        self._file = None
