"""Set up everything that the checks and tests need, and run them all."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from machine import (
    PICTURE_LIBRARIES,
    ROOT,
    SCREEN_LIBRARIES,
    SYSTEM_PYTHON,
    MachineError,
    environment,
    environment_without_qt,
    install_packages,
    missing_modules,
    missing_packages,
    require_python,
    run,
)
from virtual_screen import desktop

PROGRAMS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "pdftotext": "poppler-utils",
    "zbarimg": "zbar-tools",
    "git": "git",
    "dbus-daemon": "dbus",
    "xrandr": "x11-xserver-utils",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}
MODULES = {"pyatspi": "python3-pyatspi"}
CORE_TESTS = [
    "tests/policy",
    "tests/calculation",
    "tests/presenters",
    "tests/packs",
    "tests/roster",
    "tests/commands",
    "tests/test_cli.py",
]
WINDOW_TESTS = ["tests/system", "tests/program", "tests/window"]
SIDE_BY_SIDE = ["-n", "auto", "--maxprocesses", "8", "--dist", "loadgroup"]
"""One process for each processor; what shares something slow to make stays in one of them."""
ON_SCREENS = ["-m", "screen", "-p", "tests.desktops"]
"""Only what a screen may change, and each process on a desktop of its own."""


def main() -> int:
    """Returns 0 if every check and every test passed."""
    try:
        require_python()
        libraries = {**PICTURE_LIBRARIES, **SCREEN_LIBRARIES}
        install_packages([*missing_packages(libraries, PROGRAMS), *missing_modules(MODULES)])
        python = environment(".venv", "test")
        core_python = environment_without_qt(".venv-core", "core-test")
    except (MachineError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 1
    return report([(name, *tried(name, step)) for name, step in steps(python, core_python)])


Step = Callable[[], None]


def steps(python: Path, core_python: Path) -> Iterator[tuple[str, Step]]:
    """Every check and test by name, the quick ones first."""
    tools = python.parent
    pytest = [python, "-m", "pytest", *SIDE_BY_SIDE]
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    yield "format", lambda: run([tools / "ruff", "format", "--check", "."])
    yield "lint", lambda: run([tools / "ruff", "check", "."])
    yield "types", lambda: run([tools / "pyright", "--pythonpath", python])
    yield "layers", lambda: run([tools / "lint-imports"])
    core = [core_python, *pytest[1:], "--cov", "--cov-report=term", *CORE_TESTS]
    yield "core, without Qt", lambda: run(core, PYTHONPATH=str(ROOT / "desktop"))
    without = [*pytest, *WINDOW_TESTS, "tests/packaging"]
    yield "window, offscreen", lambda: run(without, **offscreen)
    yield "window, on screens", lambda: run([*pytest, *ON_SCREENS, *WINDOW_TESTS])
    yield "screens, in and out", lambda: on_desktop([python, "tests/screens/plugging.py"])
    visit = [SYSTEM_PYTHON, "tests/atspi/visit.py", python, "-m", "yibao"]
    yield "accessibility, through AT-SPI", lambda: on_desktop(visit)


def tried(name: str, step: Step) -> tuple[bool, float]:
    """Run a step under its name; whether it passed, and how many seconds it took."""
    print(f"\n=== {name}", flush=True)
    begun = time.monotonic()
    try:
        step()
    except subprocess.CalledProcessError:
        return False, time.monotonic() - begun
    return True, time.monotonic() - begun


def on_desktop(command: Sequence[str | Path]) -> None:
    """Run a command with a screen and a bus of its own."""
    with desktop() as environment:
        run(command, **environment)


def report(results: Sequence[tuple[str, bool, float]]) -> int:
    """Print how long each step took, and which failed; returns the exit status."""
    print()
    for name, _, seconds in results:
        print(f"{spoken(seconds):>12}  {name}")
    total = spoken(sum(seconds for _, _, seconds in results))
    failed = [name for name, passed, _ in results if not passed]
    told = f"Failed: {', '.join(failed)}; after" if failed else "Everything passed in"
    print(f"\n{told} {total}.")
    return 1 if failed else 0


def spoken(seconds: float) -> str:
    """A duration as "4 min 12 s"."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


if __name__ == "__main__":
    sys.exit(main())
