"""A screen and a message bus for machines without, and programs that run beside a command."""

import os
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any


@contextmanager
def desktop() -> Iterator[Mapping[str, str]]:
    """A screen and a bus that nobody else uses, as the environment of programs that live there."""
    with screen() as display, bus(display) as address:
        yield {
            "DISPLAY": display,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "QT_QPA_PLATFORM": "xcb",
        }


@contextmanager
def screen() -> Iterator[str]:
    """A virtual screen with a window manager, as the value of DISPLAY."""
    server = ["Xvfb", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    with telling(lambda pipe: [*server, "-displayfd", str(pipe)]) as number:
        display = f":{number}"
        with running(["openbox"], env={**os.environ, "DISPLAY": display}):
            yield display


@contextmanager
def bus(display: str) -> Iterator[str]:
    """A D-Bus whose services find this screen, as the value of DBUS_SESSION_BUS_ADDRESS."""
    daemon = ["dbus-daemon", "--session", "--nofork"]
    there = {**os.environ, "DISPLAY": display}
    with telling(lambda pipe: [*daemon, f"--print-address={pipe}"], env=there) as address:
        yield address


@contextmanager
def telling(command: Callable[[int], Sequence[str]], **how: Any) -> Iterator[str]:
    """A program in the background that writes where it can be reached into the pipe it is given."""
    reading, writing = os.pipe()
    with running(command(writing), pass_fds=[writing], **how):
        os.close(writing)
        with os.fdopen(reading) as pipe:
            yield pipe.readline().strip()


@contextmanager
def running(command: Sequence[str], **how: Any) -> Iterator[None]:
    """A program in the background, ended at the end."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, **quiet, **how)
    try:
        yield
    finally:
        process.terminate()
        process.wait()
