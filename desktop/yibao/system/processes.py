"""How this program starts itself once more."""

import signal
import sys
from pathlib import Path
from types import FrameType

ROSTER_WORK = "roster-work"
"""The first word of the command line of a process that reads a roster; no command for people."""

ENDS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What a terminal or a session that is closed sends to every process in it at once."""


def end_in_order() -> None:
    """Let what ends this process be an exception, so that what is in the making is taken away."""
    for number in ENDS:
        signal.signal(number, _leave)


def _leave(number: int, _: FrameType | None) -> None:
    for other in ENDS:  # the second one comes at once
        signal.signal(other, signal.SIG_IGN)
    raise SystemExit(128 + number)


def own_command() -> tuple[str, ...]:
    """The beginning of a command line of its own, for an installed module or a packaged program.

    A packaged program is its own interpreter, and bears another name.
    """
    if Path(sys.executable).stem.lower().startswith("python"):
        return (sys.executable, "-m", "yibao")
    return (sys.executable,)
