"""A Python of our own for desktops with glibc 2.28: one library, and a launcher for each program.

Made from Debian's sources of Python and zlib, with the compiler in a wheel, and kept by a checksum
of all that went in. Nothing made for another processor is run.
"""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

from identity import COMMAND, WINDOW
from laying.fetching import PINS, fetch_sources, fetch_wheels, unpack_wheel
from laying.targets import BUILDER, Target
from machine import ROOT, run

MADE = ROOT / "build" / "interpreters"
WORK = ROOT / "build" / "compiling"
OLDEST_GLIBC = "2.28"
ENTRIES = {COMMAND: "yibao.cli", WINDOW: "yibao.program.start"}
LIBRARY = "libpython3.11.so"
FLAGS = "-O3 -fPIC -g0 -fno-semantic-interposition -fno-sanitize=undefined -Wno-date-time"
CONFIGURED = (
    *("--prefix=/usr", "--without-ensurepip", "--disable-test-modules", "--without-doc-strings"),
    "PKG_CONFIG=false",
)
FOR_ANOTHER = (
    *("ac_cv_file__dev_ptmx=no", "ac_cv_file__dev_ptc=no", "ac_cv_buggy_getaddrinfo=no"),
    *("--with-computed-gotos", "READELF=/usr/bin/readelf"),
)
"""What configure cannot try where it may not run what it compiled, and a readelf: any reads all."""
FOUND = ("-Wl,--disable-new-dtags", "-Wl,-rpath,$ORIGIN/lib:$ORIGIN/lib/PySide6/Qt/lib")
"""Where a program looks for libraries, and in the older form also for those that these need."""


class Interpreter(NamedTuple):
    """What was made for a processor, and the source of what is written in Python."""

    programs: tuple[Path, ...]
    library: Path
    standard_library: Path
    license_files: tuple[Path, ...]


def interpreter(target: Target, python: Path) -> Interpreter:
    """The interpreter for a processor, made where that was not done yet; `python` has pip."""
    builder = MADE / f"{BUILDER.architecture}-{_checksum(BUILDER)}"
    folder = MADE / f"{target.architecture}-{_checksum(target)}"
    for wanted, where in ((BUILDER, builder), (target, folder)):
        if not where.exists():
            print(f"Compiling Python for {wanted.architecture} (only once)", flush=True)
            _make(wanted, builder, where, compiler(python))
    return Interpreter(
        tuple(folder / name for name in ENTRIES),
        folder / LIBRARY,
        builder / "Lib",
        (folder / "Python-LICENSE", folder / "zlib-LICENSE"),
    )


def builders_python() -> Path:
    """The interpreter of this machine's processor as a plain `python`, with all of its library."""
    return MADE / f"{BUILDER.architecture}-{_checksum(BUILDER)}" / "python"


def compiler(python: Path) -> Path:
    """The compiler, unpacked out of its wheel."""
    (wheel,) = fetch_wheels(python, "compiler.txt")
    folder = wheel.with_name("compiler")
    if not folder.exists():
        unfinished = folder.with_suffix(".part")
        shutil.rmtree(unfinished, ignore_errors=True)
        unpack_wheel(wheel, unfinished)
        (unfinished / "ziglang" / "zig").chmod(0o755)
        unfinished.rename(folder)
    return folder / "ziglang" / "zig"


def _checksum(target: Target) -> str:
    made_of = [Path(__file__), *(PINS / name for name in ("sources.sha256", "compiler.txt"))]
    made_of += [PINS / "launcher.c", PINS / "modules.setup"]
    contents = b"".join(path.read_bytes() for path in made_of)
    return hashlib.sha256(contents + repr(target).encode()).hexdigest()[:16]


def _make(target: Target, builder: Path, folder: Path, zig: Path) -> None:
    shutil.rmtree(WORK, ignore_errors=True)
    workshop = Workshop(_unpacked_sources(), WORK / "made", zig, target)
    workshop.made.mkdir()
    workshop.do("./configure", *CONFIGURED, *_for_another(target, builder))
    _fix_date(workshop.source)
    workshop.make("libpython3.11.a")
    _link_library(workshop)
    _link_launchers(workshop)
    _keep_licenses(workshop)
    if target == BUILDER:
        workshop.make("python")
        _keep_python(workshop)
    MADE.mkdir(parents=True, exist_ok=True)
    workshop.made.rename(folder)
    shutil.rmtree(WORK)


class Workshop(NamedTuple):
    """Where the source is compiled for a processor, and where what is made of it goes."""

    source: Path
    made: Path
    zig: Path
    target: Target

    def do(self, *command: str | Path) -> None:
        """Run a command in the source; raises CalledProcessError, its words in a log."""
        with (WORK / "log.txt").open("a") as log:
            how = {"cwd": self.source, "env": self._environment(), "stdout": log, "stderr": log}
            subprocess.run(command, check=True, **how)

    def make(self, goal: str) -> None:
        self.do("make", f"-j{os.cpu_count()}", goal)

    def compile(self, *arguments: str | Path) -> None:
        self.do(*self._compiler().split(), *arguments)

    def _compiler(self) -> str:
        return f"{self.zig} cc -target {self.target.triplet}.{OLDEST_GLIBC}"

    def _environment(self) -> dict[str, str]:
        own = {
            "CC": self._compiler(),
            "AR": f"{self.zig} ar",
            "RANLIB": f"{self.zig} ranlib",
            "CFLAGS": FLAGS,
            "LDFLAGS": "-s",
            "ZIG_GLOBAL_CACHE_DIR": str(WORK / "cache"),
            "ZIG_LOCAL_CACHE_DIR": str(WORK / "cache"),
        }
        return {**os.environ, **own}


def _link_library(workshop: Workshop) -> None:
    whole = ["-Wl,--whole-archive", "libpython3.11.a", "-Wl,--no-whole-archive"]
    shared = ["-shared", "-s", "-Wl,-Bsymbolic", f"-Wl,-soname,{LIBRARY}"]
    system = ["-lm", "-ldl", "-lpthread", "-lutil"]
    workshop.compile(*shared, "-o", workshop.made / LIBRARY, *whole, *system)


def _link_launchers(workshop: Workshop) -> None:
    made = workshop.made
    for name, entry in ENTRIES.items():
        how = ["-I.", "-IInclude", "-O2", "-fPIE", "-pie", "-s", f'-DENTRY="{entry}"', *FOUND]
        workshop.compile(*how, "-o", made / name, PINS / "launcher.c", f"-L{made}", "-lpython3.11")


def _keep_licenses(workshop: Workshop) -> None:
    source, made = workshop.source, workshop.made
    shutil.copy(source / "LICENSE", made / "Python-LICENSE")
    shutil.copy(source / "Modules" / "zlib" / "LICENSE", made / "zlib-LICENSE")


def _unpacked_sources() -> Path:
    """Python's source with zlib's among its modules, and our choice of modules in C."""
    WORK.mkdir(parents=True)
    for archive in fetch_sources():
        run(["tar", "-xf", archive, "-C", WORK])
    (source,) = WORK.glob("Python-*")
    (zlib,) = WORK.glob("zlib-*")
    shutil.copytree(zlib, source / "Modules" / "zlib")
    shutil.copy(PINS / "modules.setup", source / "Modules" / "Setup.local")
    return source


def _for_another(target: Target, builder: Path) -> list[str]:
    if target == BUILDER:
        return []
    hosts = [f"--host={target.triplet}", f"--build={BUILDER.triplet}"]
    return [*hosts, f"--with-build-python={builder / 'python'}", *FOR_ANOTHER]


def _fix_date(source: Path) -> None:
    """Python says when it was compiled; the same source shall give the same bytes."""
    with (source / "pyconfig.h").open("a") as file:
        file.write('\n#define DATE "Jan  1 2000"\n#define TIME "00:00:00"\n')


def _keep_python(workshop: Workshop) -> None:
    """The interpreter as it runs in its source, to compile Python for every processor."""
    source, made = workshop.source, workshop.made
    shutil.copy(source / "python", made / "python")
    shutil.copytree(source / "Lib", made / "Lib", ignore=shutil.ignore_patterns("test", "tests"))
    (made / "Modules").mkdir()
    (made / "Modules" / "Setup.local").touch()
    (made / "pybuilddir.txt").write_text("build")
