"""How this program starts itself once more."""

import sys
from pathlib import Path

ROSTER_WORK = "roster-work"
"""The first word of the command line of a process that reads a roster; no command for people."""


def own_command() -> tuple[str, ...]:
    """The beginning of a command line of its own, for an installed module or a packaged program.

    A packaged program is its own interpreter, and bears another name.
    """
    if Path(sys.executable).stem.lower().startswith("python"):
        return (sys.executable, "-m", "yibao")
    return (sys.executable,)
