"""Set up everything that the checks and tests need, and run them all."""

import subprocess
import sys
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
from virtual_screen import screen

PROGRAMS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "pdftotext": "poppler-utils",
    "zbarimg": "zbar-tools",
    "git": "git",
    "dbus-run-session": "dbus",
    "xrandr": "x11-xserver-utils",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}
MODULES = {"pyatspi": "python3-pyatspi"}
CORE_TESTS = [
    "tests/policy",
    "tests/calculation",
    "tests/presenters",
    "tests/commands",
    "tests/test_cli.py",
]
QT_TESTS = ["tests/system", "tests/program", "tests/window", "tests/packaging"]


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
    failed = [name for name, step in steps(python, core_python) if not passes(name, step)]
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nEverything passed.")
    return 1 if failed else 0


Step = Callable[[], None]


def steps(python: Path, core_python: Path) -> Iterator[tuple[str, Step]]:
    """Every check and test by name, the quick ones first."""
    tools = python.parent
    pytest = [python, "-m", "pytest"]
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    yield "format", lambda: run([tools / "ruff", "format", "--check", "."])
    yield "lint", lambda: run([tools / "ruff", "check", "."])
    yield "types", lambda: run([tools / "pyright", "--pythonpath", python])
    yield "layers", lambda: run([tools / "lint-imports"])
    core = [core_python, "-m", "pytest", "--cov", "--cov-report=term", *CORE_TESTS]
    yield "core, without Qt", lambda: run(core, PYTHONPATH=str(ROOT / "desktop"))
    yield "window, offscreen", lambda: run([*pytest, *QT_TESTS], **offscreen)
    yield (
        "window, on a screen",
        lambda: on_screen([*pytest, "tests/system", "tests/program", "tests/window"]),
    )
    yield "screens, in and out", lambda: on_screen([python, "tests/screens/plugging.py"])
    visit = [SYSTEM_PYTHON, "tests/atspi/visit.py", python, "-m", "yibao"]
    yield "accessibility, through AT-SPI", lambda: on_screen(["dbus-run-session", "--", *visit])


def passes(name: str, step: Step) -> bool:
    """Run a step under its name; whether it passed."""
    print(f"\n=== {name}", flush=True)
    try:
        step()
    except subprocess.CalledProcessError:
        return False
    return True


def on_screen(command: Sequence[str | Path]) -> None:
    """Run a command with a screen of its own."""
    with screen() as display:
        run(command, DISPLAY=display, QT_QPA_PLATFORM="xcb")


if __name__ == "__main__":
    sys.exit(main())
