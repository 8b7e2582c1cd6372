"""Freeze the program: one folder that needs no Python and no Qt of the machine."""

import sys
from pathlib import Path

from elf import elf_files
from identity import PACKAGE, source_date
from machine import (
    PICTURE_LIBRARIES,
    ROOT,
    SCREEN_LIBRARIES,
    MachineError,
    environment,
    install_packages,
    missing_packages,
    run,
)

QT = "6.11.3"
"""The Qt for Python in the packages."""
FROZEN = ROOT / "build" / "frozen"
SCRIPTS = ("make_font", "make_icons", "program_icons")
"""What makes that which is not committed."""

EVERYBODYS = {Path("/"), Path("/usr"), Path("/usr/local")}
"""Folders that are alike on every machine; the system's own Python lies in one of them."""


def freeze(qt: str = QT) -> Path:
    """Make the folder with the two programs; returns its path."""
    libraries = {**PICTURE_LIBRARIES, **SCREEN_LIBRARIES}
    install_packages(missing_packages(libraries, {"objdump": "binutils", "strip": "binutils"}))
    python = build_environment(qt)
    for script in SCRIPTS:
        run([python, ROOT / "packaging" / f"{script}.py"])
    pyinstaller(python, ROOT / "packaging" / "yibao.spec")
    folder = FROZEN / PACKAGE
    if sys.platform.startswith("linux"):
        clean(folder)
        refuse_builders_folders(folder)
    return folder


def build_environment(qt: str = QT) -> Path:
    """The Python of an environment with PyInstaller and that Qt, beside those of other Qts."""
    name = ".venv-build" if qt == QT else f".venv-build-{qt}"
    return environment(name, "build", f"pyside6-essentials=={qt}")


def pyinstaller(python: Path, recipe: Path, *more: str | Path) -> None:
    """Run PyInstaller on a recipe, or on a script as it does by default.

    The same source gives the same bytes.
    """
    work = ROOT / "build" / "pyinstaller"
    how = ["--noconfirm", "--clean", "--log-level", "ERROR", *more]
    run(
        [python, "-m", "PyInstaller", recipe, *how, "--distpath", FROZEN, "--workpath", work],
        PYINSTALLER_CONFIG_DIR=str(work / "cache"),
        PYTHONHASHSEED="0",
        SOURCE_DATE_EPOCH=str(int(source_date().timestamp())),
    )


def refuse_builders_folders(folder: Path) -> None:
    """Raises MachineError where a file names a folder of the machine that it was built on."""
    folders = {ROOT, Path(sys.base_prefix), Path.home()} - EVERYBODYS
    builders = [f"{path}/".encode() for path in folders]
    for path in folder.rglob("*"):
        if path.is_file() and any(name in path.read_bytes() for name in builders):
            raise MachineError(f"{path} names a folder of this machine")


def clean(folder: Path) -> None:
    """Take out of the libraries what nobody needs to run them: symbols, and the builder's paths."""
    libraries = [path for path in elf_files(folder) if ".so" in path.name]
    run(["strip", "--strip-unneeded", *libraries])
    for path in libraries:
        path.write_bytes(without_prefix(path.read_bytes(), sys.base_prefix))


def without_prefix(content: bytes, prefix: str) -> bytes:
    """A library that names the folder it lies in where it named that of Python's installation.

    The bytes in its stead are as many, so that nothing moves.
    """
    if prefix == "/usr":
        return content
    folder = prefix.encode()
    return content.replace(folder, b"$ORIGIN".ljust(len(folder), b"/"))
