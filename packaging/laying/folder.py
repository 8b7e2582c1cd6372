"""Laying the interpreter, the wheels and the program side by side, compiled, in one folder."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import bundle
import license_files
from elf import elf_files, needs
from identity import PACKAGE
from laying.fetching import fetch_libraries, fetch_wheels, platforms_of, unpack_wheel
from laying.interpreter import builders_python, interpreter
from laying.targets import Target
from machine import ROOT, MachineError, run

LAID = ROOT / "build" / "laid"
PROGRAM = ROOT / "desktop" / "yibao"
COMPILE = Path(__file__).with_name("compile.py")


def lay(target: Target, python: Path) -> Path:
    """Make the folder with the two programs for a processor; returns its path."""
    made = interpreter(target, python)
    folder = LAID / target.architecture / PACKAGE
    shutil.rmtree(folder, ignore_errors=True)
    lib = folder / "lib"
    lib.mkdir(parents=True)
    for path in made.programs:
        shutil.copy(path, folder)
    shutil.copy(made.library, lib)
    wheels = fetch_wheels(python, f"wheels-{target.architecture}.txt", *platforms_of(target))
    debs = fetch_libraries(target)
    with tempfile.TemporaryDirectory() as name:
        unpacked = Path(name)
        for wheel in wheels:
            unpack_wheel(wheel, unpacked / "wheels")
        _lay_wheels(unpacked / "wheels", lib)
        _lay_libraries(debs, unpacked / "debs", lib)
        licenses = license_files.laid(
            unpacked / "wheels", unpacked / "debs", python, made.license_files
        )
        for path, where in licenses:
            (folder / "licenses" / where).mkdir(parents=True, exist_ok=True)
            shutil.copy(path, folder / "licenses" / where / path.name.removeprefix(f"{where}-"))
    compile_modules(_standard_modules(made.standard_library), made.standard_library, lib)
    compile_modules(sorted(PROGRAM.rglob("*.py")), PROGRAM.parent, lib)
    shutil.copytree(ROOT / "resources", lib / "yibao" / "resources")
    refuse_newer_glibc(folder, target)
    return folder


def refuse_newer_glibc(folder: Path, target: Target) -> None:
    """Raises MachineError where a file needs a newer glibc than the desktops have."""
    for path in elf_files(folder):
        needed = needs(path).glibc
        if needed > target.newest_glibc:
            major, minor = needed
            raise MachineError(f"{path.relative_to(folder)} needs glibc {major}.{minor}")


def _standard_modules(library: Path) -> Iterator[Path]:
    """The modules of the standard library that go into the packages."""
    for path in sorted(library.rglob("*.py")):
        parts = path.relative_to(library).with_suffix("").parts
        if (
            parts[0] not in bundle.STANDARD_LEFT_OUT
            and "test" not in parts
            and "tests" not in parts
        ):
            yield path


def _lay_wheels(unpacked: Path, lib: Path) -> None:
    """The modules of the wheels, and of Qt what the program uses with what that needs in turn."""
    files = [path for path in sorted(unpacked.rglob("*")) if path.is_file()]
    names = {path: path.relative_to(unpacked).as_posix() for path in files}
    kept = [path for path in files if bundle.is_laid(names[path])]
    for path in (*kept, *_libraries_for(kept, unpacked)):
        target = lib / names[path]
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    compile_modules([path for path in files if bundle.is_module(names[path])], unpacked, lib)


def _libraries_for(kept: Iterable[Path], unpacked: Path) -> Iterator[Path]:
    """The libraries of Qt that these files need, and those that these need."""
    qt = {path.name: path for path in (unpacked / "PySide6" / "Qt" / "lib").iterdir()}
    asked = [path for path in kept if ".so" in path.name]
    seen: set[str] = set()
    while asked:
        for name in sorted(needs(asked.pop()).libraries & qt.keys() - seen):
            seen.add(name)
            asked.append(qt[name])
            yield qt[name]


def _lay_libraries(debs: Iterable[Path], unpacked: Path, lib: Path) -> None:
    """Beside Qt's own libraries, where its plug-ins look first.

    libxkbcommon-x11 is left to the system: it crashes beside a libxkbcommon of another version.
    """
    for deb in debs:
        run(["dpkg-deb", "-x", deb, unpacked])
    for link in sorted((unpacked / "usr" / "lib").rglob("*.so.*")):
        if link.is_symlink():
            shutil.copy(link, lib / "PySide6" / "Qt" / "lib" / link.name)


def compile_modules(modules: Iterable[Path], root: Path, lib: Path) -> None:
    """Compiled modules without their source, whose names say nothing of this machine."""
    listed = "\n".join(path.relative_to(root).as_posix() for path in modules)
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write(listed)
        file.flush()
        run([builders_python(), "-I", COMPILE, root, lib, file.name], PYTHONHASHSEED="0")
