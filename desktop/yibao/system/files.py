"""Files that are whole or not there: every file that the program writes goes through here."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple, TypeVar

Content = TypeVar("Content")


class IncompleteWriteError(OSError):
    """A file that is not as long on disk as it was written."""


def write_file(path: Path, content: bytes, *, keep_before: bool = True) -> None:
    """Replace a file by new content, keeping the one before as `NAME.bak` where that is wanted.

    A link stays one, and what it leads to is replaced. The file keeps its mode; a new one gets
    what the user's umask leaves. Raises OSError, and leaves the file as it was, where the disk is
    full or does not take it, or the name is too long for it.
    """
    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    # Not made of the file's own name, which may be as long as a name can be.
    temporary = target.with_name(f".yibao-{os.urandom(8).hex()}")
    try:
        _write_new(temporary, content, like=target)
        if keep_before and target.exists():
            shutil.copyfile(target, backup_of(path))
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _write_new(path: Path, content: bytes, like: Path) -> None:
    """Write a file that is not there yet, with the mode of another if there is that one."""
    with path.open("xb") as file:
        if like.exists():
            shutil.copymode(like, path)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if path.read_bytes() != content:
        raise IncompleteWriteError(like.name)


class Trouble(NamedTuple):
    """What kept a file from being read."""

    kind: Literal["damaged", "unreadable", "no_home"]
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
        return decode(path.read_bytes()), None
    except FileNotFoundError:
        return None, None
    except OSError:
        return None, Trouble("unreadable", path.name)
    except ValueError:
        aside = _set_aside(path)
    trouble = Trouble("damaged", aside.name) if aside else Trouble("unreadable", path.name)
    try:
        return decode(backup_of(path).read_bytes()), trouble
    except (OSError, ValueError):
        return None, trouble


def backup_of(path: Path) -> Path:
    """Where the last good copy of a file is kept."""
    return path.with_name(f"{path.name}.bak")


def _set_aside(path: Path) -> Path | None:
    """Rename a damaged file; None where that fails."""
    aside = path.with_name(f"{path.name}.damaged-{time.strftime('%Y%m%d-%H%M%S')}")
    try:
        return path.rename(aside)
    except OSError:
        return None
