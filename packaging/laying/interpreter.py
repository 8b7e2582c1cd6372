"""A Python of our own for desktops with glibc 2.28: one library, and a launcher for each program.

Made from Debian's sources of Python and zlib, with the compiler in a wheel, and kept by a checksum
of all that went in. Nothing made for another processor is run.
"""

import hashlib
import os
import shutil
import subprocess
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from identity import COMMAND, WINDOW
from laying.fetching import PINS, fetch_sources, fetch_wheels
from laying.targets import BUILDER, Target
from machine import ROOT

MADE = ROOT / "build" / "interpreters"
WORK = ROOT / "build" / "compiling"
OLDEST_GLIBC = "2.28"
ENTRIES = {COMMAND: "yibao.cli", WINDOW: "yibao.program.start"}
LIBRARY = "libpython3.11.so"
ZLIB_SOURCES = ("*.c", "*.h")
FLAGS = "-O3 -fPIC -g0 -fno-semantic-interposition -fno-sanitize=undefined -Wno-date-time"
CONFIGURED = (
    *("--prefix=/usr", "--without-ensurepip", "--disable-test-modules", "--without-doc-strings"),
    "PKG_CONFIG=false",
)
FOR_ANOTHER = ("ac_cv_file__dev_ptmx=no", "ac_cv_file__dev_ptc=no", "ac_cv_buggy_getaddrinfo=no")
"""What configure cannot try where it may not run what it compiled."""
LEFT_OUT = {
    *("test", "idlelib", "tkinter", "turtledemo", "turtle", "lib2to3", "distutils", "ensurepip"),
    *("venv", "pydoc", "pydoc_data", "unittest", "doctest", "curses", "sqlite3", "dbm", "ctypes"),
    *("asyncio", "multiprocessing", "concurrent", "msilib", "wsgiref", "xmlrpc", "xml", "imaplib"),
    *("smtplib", "smtpd", "ftplib", "nntplib", "poplib", "telnetlib", "mailbox", "webbrowser"),
    *("cgi", "cgitb", "pdb", "bdb", "profile", "cProfile", "pstats", "trace", "sysconfig", "ssl"),
    *("antigravity", "this", "tomllib", "zoneinfo", "asyncore", "asynchat", "aifc", "sunau"),
    *("wave", "chunk", "audioop", "bz2", "lzma", "pyclbr", "tabnanny", "imghdr", "sndhdr", "nturl2path"),
    *("__phello__", "xdrlib", "uu", "pipes", "crypt", "tty", "pty", "rlcompleter", "code", "codeop"),
}
"""Of the standard library: what needs a module in C that is not there, or what nobody asks for."""


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


def builders_python(target: Target = BUILDER) -> Path:
    """The interpreter of this machine's processor as a plain `python`, with all of its library."""
    return MADE / f"{target.architecture}-{_checksum(target)}" / "python"


def standard_modules(library: Path) -> Iterator[Path]:
    """The modules of the standard library that go into the packages."""
    for path in sorted(library.rglob("*.py")):
        parts = path.relative_to(library).with_suffix("").parts
        if parts[0] not in LEFT_OUT and "test" not in parts and "tests" not in parts:
            yield path


def compiler(python: Path) -> Path:
    """The compiler, unpacked out of its wheel."""
    (wheel,) = fetch_wheels(python, "compiler.txt")
    folder = wheel.with_name("compiler")
    if not folder.exists():
        unfinished = folder.with_suffix(".part")
        shutil.rmtree(unfinished, ignore_errors=True)
        zipfile.ZipFile(wheel).extractall(unfinished)
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
    source = _unpacked_sources()
    environment = {
        **os.environ,
        "CC": f"{zig} cc -target {target.triplet}.{OLDEST_GLIBC}",
        "AR": f"{zig} ar",
        "RANLIB": f"{zig} ranlib",
        "CFLAGS": FLAGS,
        "LDFLAGS": "-s",
        "ZIG_GLOBAL_CACHE_DIR": str(WORK / "cache"),
        "ZIG_LOCAL_CACHE_DIR": str(WORK / "cache"),
    }

    def do(*command: str | Path) -> None:
        quiet = subprocess.DEVNULL
        subprocess.run(command, check=True, cwd=source, env=environment, stdout=quiet, stderr=quiet)

    do("./configure", *CONFIGURED, *_for_another(target, builder))
    _fix_date(source)
    jobs = f"-j{os.cpu_count()}"
    do("make", jobs, "libpython3.11.a")
    made = WORK / "made"
    made.mkdir()
    cc = environment["CC"].split()
    whole = ["-Wl,--whole-archive", "libpython3.11.a", "-Wl,--no-whole-archive"]
    shared = ["-shared", "-s", "-Wl,-Bsymbolic", f"-Wl,-soname,{LIBRARY}"]
    do(*cc, *shared, "-o", made / LIBRARY, *whole, "-lm", "-ldl", "-lpthread", "-lutil")
    for name, entry in ENTRIES.items():
        flags = ["-I.", "-IInclude", "-O2", "-s", f'-DENTRY="{entry}"', "-Wl,-rpath,$ORIGIN/lib"]
        do(*cc, *flags, "-o", made / name, PINS / "launcher.c", f"-L{made}", "-lpython3.11")
    shutil.copy(source / "LICENSE", made / "Python-LICENSE")
    shutil.copy(source / "Modules" / "zlib" / "LICENSE", made / "zlib-LICENSE")
    if target == BUILDER:
        do("make", jobs, "python")
        _keep_python(source, made)
    MADE.mkdir(parents=True, exist_ok=True)
    made.rename(folder)
    shutil.rmtree(WORK)


def _unpacked_sources() -> Path:
    """Python's source with zlib's among its modules, and our choice of modules in C."""
    archives = fetch_sources()
    for archive in archives.values():
        with tarfile.open(archive) as tar:
            tar.extractall(WORK, filter="data")
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


def _keep_python(source: Path, made: Path) -> None:
    """The interpreter as it runs in its source, to compile Python for every processor."""
    shutil.copy(source / "python", made / "python")
    shutil.copytree(source / "Lib", made / "Lib", ignore=shutil.ignore_patterns("test", "tests"))
    (made / "Modules").mkdir()
    (made / "Modules" / "Setup.local").touch()
    (made / "pybuilddir.txt").write_text("build")
