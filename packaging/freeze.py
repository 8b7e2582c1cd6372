"""The program as one folder that needs no Python and no Qt of the machine."""

import json
import platform
import re
import shutil
import sys
from pathlib import Path

from identity import PACKAGE, source_date
from laying.folder import lay
from laying.targets import BUILDER, Target
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
"""The Qt for Python of the packages for Windows and macOS, and the one that draws the icons."""
FROZEN = ROOT / "build" / "frozen"
PACK_ROOT = ROOT / "resources" / "packs" / "root.json"
SCRIPTS = ("make_font", "make_icons", "program_icons")
"""What makes that which is not committed."""

PROGRAMS = {"objdump": "binutils", "make": "make", "bzip2": "bzip2"}
"""What reads libraries, compiles the interpreter and unpacks its sources, and Debian's packages."""
EVERYBODYS = {Path("/"), Path("/usr"), Path("/usr/local")}
"""Folders that are alike on every machine; the system's own Python lies in one of them."""


def freeze() -> Path:
    """Make the folder with the two programs for Windows or macOS; returns its path."""
    python = build_environment()
    make_what_is_not_committed(python)
    pyinstaller(python, ROOT / "packaging" / "yibao.spec")
    return FROZEN / PACKAGE


def lay_for(target: Target, python: Path) -> Path:
    """Make the folder with the two programs for Linux; returns its path."""
    if platform.machine() != BUILDER.architecture:
        raise MachineError(f"The packages for Linux are built on {BUILDER.architecture}.")
    make_what_is_not_committed(python)
    folder = lay(target, python)
    refuse_builders_folders(folder)
    return folder


def build_environment() -> Path:
    """The Python of an environment with what the build needs."""
    libraries = {**PICTURE_LIBRARIES, **SCREEN_LIBRARIES}
    install_packages(missing_packages(libraries, PROGRAMS))
    return environment(".venv-build", "build", f"pyside6-essentials=={QT}")


def make_what_is_not_committed(python: Path) -> None:
    """The font and the icons."""
    for script in SCRIPTS:
        run([python, ROOT / "packaging" / f"{script}.py"])


def give_pack_root(root: Path | None) -> None:
    """Put the root of trust for packs among the resources; none there where none is given.

    Raises MachineError where the file is no root of The Update Framework.
    """
    PACK_ROOT.unlink(missing_ok=True)
    if root is None:
        return
    try:
        signed = json.loads(root.read_bytes())["signed"]
        is_root = signed["_type"] == "root" and bool(signed["roles"]["root"]["keyids"])
    except (OSError, ValueError, KeyError, TypeError):
        is_root = False
    if not is_root:
        raise MachineError(f"{root} is no root of trust; `yibao pack build` makes 1.root.json")
    PACK_ROOT.parent.mkdir(exist_ok=True)
    shutil.copyfile(root, PACK_ROOT)


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
    names = b"|".join(re.escape(f"{path}/".encode()) for path in folders)
    # The compiler of Qt's builders lay in a folder that ends like the home of root, and the Rust
    # libraries of calamine's in that home itself.
    builders = re.compile(rb"(?<![\w.-])(" + names + rb")(?!\.cargo/registry/)")
    for path in folder.rglob("*"):
        if path.is_file() and builders.search(path.read_bytes()):
            raise MachineError(f"{path} names a folder of this machine")
