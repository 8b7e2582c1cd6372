"""Errors that nobody expected: told and survived, with a report that holds nothing personal."""

import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from yibao import __version__
from yibao.system.log import LOGGER

Show = Callable[[str], None]


def install(show: Show) -> None:
    """From now on log every unexpected error and pass its report on to be shown.

    An error that arises while one is being shown is only logged, and so is one in a thread,
    from which nothing may be shown.
    """
    showing = False

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal showing
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = _logged(kind, trace)
        if not showing:
            showing = True
            try:
                show(text)
            finally:
                showing = False

    sys.excepthook = hook
    threading.excepthook = _log_of_thread


def _log_of_thread(args: threading.ExceptHookArgs) -> None:
    _logged(args.exc_type, args.exc_traceback)


def _logged(kind: type[BaseException], trace: TracebackType | None) -> str:
    text = report(kind, trace)
    LOGGER.error("unexpected error\n%s", text)
    return text


def uninstall() -> None:
    """Put Python's own hooks back."""
    sys.excepthook = sys.__excepthook__
    threading.excepthook = threading.__excepthook__


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where an error arose, without its message and without any value.

    A message may quote what was typed; file names are given without their folders, because a
    folder may bear the user's name.
    """
    import platform  # noqa: PLC0415 - costs milliseconds of every start

    machine = f"{platform.system()}, Python {platform.python_version()}"
    lines = [f"yibao-counter {__version__}", machine]
    for frame in traceback.extract_tb(trace):
        name = frame.filename.replace("\\", "/").rpartition("/")[2]
        lines.append(f"  {name}:{frame.lineno} {frame.name}")
    return "\n".join([*lines, kind.__name__])
