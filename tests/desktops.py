"""A pytest plugin (`-p tests.desktops`): every process that runs tests has a desktop of its own.

The keyboard, the clipboard and the order of windows belong to a whole screen, so that tests side by
side would take them from each other.
"""

import os
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "packaging"))
from virtual_screen import desktop


def pytest_configure(config: pytest.Config) -> None:
    """Move to a new desktop, before Qt looks where it is; who only hands out tests needs none."""
    hands_out = config.getoption("numprocesses", 0) and not hasattr(config, "workerinput")
    if not hands_out:
        moved = ExitStack()
        os.environ.update(moved.enter_context(desktop()))
        config.add_cleanup(moved.close)
