"""The licences of everything that a package brings along."""

import re
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib.metadata import PackagePath, distributions
from importlib.metadata import files as files_of
from pathlib import Path

from machine import ROOT

PYTHON_PACKAGES = (
    "cffi",
    "cryptography",
    "lucide",
    "msgspec",
    "platformdirs",
    "pyinstaller",
    "pylopdf-fonts-zh-cn",
    "securesystemslib",
    "segno",
    "tuf",
    "python-calamine",
    "segno",
    "xlsxwriter",
)
PYTHON_LICENSES = (
    Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
    Path(sys.base_prefix) / "LICENSE.txt",
)


def files() -> list[tuple[str, str]]:
    """Each licence's file, and the folder inside the bundle where it goes."""
    found = [*_own(), *_of_python_packages(), *_of_python()]
    return [(str(path), f"licenses/{folder}") for path, folder in found]


def laid(
    wheels: Path, debs: Path, python: Path, interpreters: Iterable[Path]
) -> Iterator[tuple[Path, str]]:
    """The same for what is laid side by side: out of unpacked wheels and Debian packages.

    `python` is that of the environment in which the font and the icons are made.
    """
    yield from _own()
    (made_with,) = python.parent.parent.glob("lib/python3*/site-packages")
    places = [str(wheels), str(made_with)]
    for package in PYTHON_PACKAGES:
        if package != "pyinstaller":
            found = next(iter(distributions(name=package, path=places)))
            yield from ((path, package) for path in _licenses(found.files))
    for path in interpreters:
        yield path, path.name.partition("-")[0]
    for path in sorted((debs / "usr" / "share" / "doc").glob("*/copyright")):
        yield path, path.parent.name


def _own() -> Iterator[tuple[Path, str]]:
    for name in ("LICENSE", "NOTICE"):
        yield ROOT / name, "yibao-counter"
    for path in sorted((ROOT / "packaging" / "licenses").glob("*.txt")):
        yield path, "PySide6"


def _of_python_packages() -> Iterator[tuple[Path, str]]:
    for package in PYTHON_PACKAGES:
        yield from ((path, package) for path in _licenses(files_of(package)))


def _licenses(files: Iterable[PackagePath] | None) -> Iterator[Path]:
    for file in files or ():
        if re.split("[.-]", file.name)[0] in {"LICENSE", "COPYING", "NOTICE"}:
            yield Path(str(file.locate()))


def _of_python() -> Iterator[tuple[Path, str]]:
    yield next(path for path in PYTHON_LICENSES if path.exists()), "Python"
