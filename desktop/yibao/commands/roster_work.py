"""The child process of a roster, with the store and the one way to write a file."""

from collections.abc import Callable
from pathlib import Path
from typing import IO

from yibao.commands.stores import whole_store
from yibao.roster import child
from yibao.system.files import fill_file, sweep
from yibao.system.limits import limit_memory
from yibao.system.processes import end_in_order


def main() -> int:
    """Be the child; returns the exit status."""
    end_in_order()
    return child.main(limit_memory, whole_store, save)


def save(path: Path, fill: Callable[[IO[bytes]], None], scratch: Path | None) -> None:
    """Write a result, and take away what was left where one was in the making long ago."""
    sweep(path.parent)
    fill_file(path, fill, keep_before=False, made_in=scratch)
