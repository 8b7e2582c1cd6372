"""What the shared libraries and programs of a bundle need of the system, read with objdump."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)")


class Needs(NamedTuple):
    """What one file asks for: libraries by name, and the oldest glibc that has all it calls."""

    libraries: frozenset[str]
    glibc: tuple[int, int]


def elf_files(folder: Path) -> Iterator[Path]:
    """Every shared library and program under a folder, sorted."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and _is_elf(path):
            yield path


def needs(path: Path) -> Needs:
    """Raises CalledProcessError where the file is none of the kind."""
    shown = subprocess.run(
        ["objdump", "-p", path], check=True, capture_output=True, text=True
    ).stdout
    versions = [(int(major), int(minor)) for major, minor in GLIBC.findall(shown)]
    return Needs(frozenset(NEEDED.findall(shown)), max(versions, default=(2, 0)))


def oldest_glibc(folder: Path) -> tuple[tuple[int, int], list[str]]:
    """The oldest glibc on which the bundle runs, and which of its files ask for it."""
    wanted = {path: needs(path).glibc for path in elf_files(folder)}
    oldest = max(wanted.values())
    return oldest, [str(path.relative_to(folder)) for path in wanted if wanted[path] == oldest]


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"
