"""A screen for machines that have none, and programs that run beside a command."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any


@contextmanager
def screen() -> Iterator[str]:
    """A virtual screen with a window manager, as the value of DISPLAY."""
    reading, writing = os.pipe()
    size = ["-screen", "0", "1920x1080x24"]
    server = ["Xvfb", "-displayfd", str(writing), *size, "-nolisten", "tcp"]
    with running(server, pass_fds=[writing]):
        os.close(writing)
        with os.fdopen(reading) as pipe:
            display = f":{pipe.readline().strip()}"
        with running(["openbox"], env={**os.environ, "DISPLAY": display}):
            yield display


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
