"""Set up everything that the program needs, and open its window.

    python3 packaging/run.py                    the window
    python3 packaging/run.py --demo 110105 71   the window with a sample visitor in it

Without a screen the window of a sample visitor is drawn into a picture, and the answer printed.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from machine import (
    PICTURE_LIBRARIES,
    ROOT,
    SCREEN_LIBRARIES,
    MachineError,
    environment,
    install_packages,
    missing_packages,
    require_python,
)

SAMPLE_VISITOR = ("110105", "71")
PICTURE = ROOT / "build" / "yibao-window.png"


def main() -> int:
    """Returns the program's exit status."""
    arguments = sys.argv[1:]
    try:
        require_python()
        screen = has_screen()
        libraries = {**PICTURE_LIBRARIES, **(SCREEN_LIBRARIES if screen else {})}
        install_packages(missing_packages(libraries, {}))
        python = environment(".venv")
    except MachineError as error:
        print(error, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"This step failed: {error}", file=sys.stderr)
        return 1
    if not screen:
        return draw(python, arguments, "there is no screen (neither DISPLAY nor WAYLAND_DISPLAY)")
    status = subprocess.call([python, "-m", "yibao", *arguments])
    if status == -signal.SIGABRT:
        return draw(python, arguments, "Qt could not use the screen; its own words stand above")
    return status


def has_screen() -> bool:
    """Whether there is something to open a window on."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def draw(python: Path, arguments: Sequence[str], why: str) -> int:
    """Draw the window of a sample visitor into a picture and print the answer."""
    code, age = SAMPLE_VISITOR
    if "--demo" in arguments:
        at = arguments.index("--demo")
        code, age = [*arguments[at + 1 : at + 3], *SAMPLE_VISITOR][:2]
    print(f"No window is opened, because {why}. It is drawn into a picture instead.", flush=True)
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    yibao = [str(python), "-m", "yibao"]
    window = [*yibao, "--demo", code, age, "--render", str(PICTURE)]
    drawn = subprocess.call(window, env=offscreen)
    if drawn == 0:
        print(f"Picture: {PICTURE.relative_to(ROOT)}\n", flush=True)
    answered = subprocess.call([*yibao, "assess", "--region", code, "--age", age])
    return drawn or answered


if __name__ == "__main__":
    sys.exit(main())
