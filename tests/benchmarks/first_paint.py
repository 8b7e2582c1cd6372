"""When a program's window stands on the screen, as somebody in front of it would see it.

The screen is a virtual one whose picture is a file: nothing in the watched program takes part.
"""

import mmap
import os
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

from virtual_screen import running

SETTLED_AFTER, DEADLINE = 2.0, 60.0
"""Seconds; when settled, whatever was put off until after the first paint has happened."""
LOOK_EVERY = 0.0005
HEADER = struct.Struct(">25I")


class Run(NamedTuple):
    """One start of a program."""

    seconds: float
    """From the start of its process until its window stands on the screen."""
    painted: float
    """KiB at its peak, up to then."""
    settled: float
    """KiB at its peak, some time after that."""


class Screen(NamedTuple):
    display: str
    picture: mmap.mmap
    middle: slice
    """Where the rows in the middle of a window of 1280×720 are in the picture."""

    def is_empty(self) -> bool:
        return not self.picture[self.middle].strip(b"\0")


@contextmanager
def empty_screen() -> Iterator[Screen]:
    """A black screen without a window manager, where a window stands at the top left."""
    reading, writing = os.pipe()
    with tempfile.TemporaryDirectory() as folder:
        size = ["-screen", "0", "1280x720x24", "-br"]
        server = ["Xvfb", "-displayfd", str(writing), *size, "-fbdir", folder, "-nolisten", "tcp"]
        with running(server, pass_fds=[writing]):
            os.close(writing)
            with os.fdopen(reading) as pipe:
                display = f":{pipe.readline().strip()}"
            with open(Path(folder) / "Xvfb_screen0", "rb") as file:
                picture = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            header = HEADER.unpack_from(picture)
            pixels, row = header[0] + header[19] * 12, header[12]
            yield Screen(display, picture, slice(pixels + 355 * row, pixels + 365 * row))


def start(command: Sequence[str | Path], screen: Screen, home: str) -> Run:
    """Start a program that opens a window of 1280×720, watch it, and end it."""
    own = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home}
    environment = {**os.environ, **own, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled already
    started = time.perf_counter()
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        until = started + DEADLINE
        while screen.is_empty():
            if process.poll() is not None or time.perf_counter() > until:
                raise SystemExit(f"no window: {command}")
            time.sleep(LOOK_EVERY)
        seconds, painted = time.perf_counter() - started, peak(process.pid)
        time.sleep(SETTLED_AFTER)
        settled = peak(process.pid)
        if process.poll() is not None:
            raise SystemExit(f"ended by itself: {command}")
        process.terminate()
    while not screen.is_empty():
        time.sleep(LOOK_EVERY)
    return Run(seconds, painted, settled)


def peak(pid: int) -> float:
    """KiB that a process has taken at most."""
    status = Path(f"/proc/{pid}/status").read_text()
    return float(status.split("VmHWM:")[1].split()[0])


def ratios(pair: Sequence[Sequence[str | Path]], rounds: int) -> Run:
    """How many times as much the first of two programs needs: the median of pairs, in turns."""
    with tempfile.TemporaryDirectory() as home, empty_screen() as screen:
        runs = [[start(command, screen, home) for command in pair] for _ in range(rounds + 1)][1:]
    each = [[one / other for one, other in zip(*both, strict=True)] for both in runs]
    return Run(*map(median, zip(*each, strict=True)))
