"""The parent's side: start the child, hear from it, and see that it ends."""

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec.structs import replace

from yibao.presenters.roster import words
from yibao.presenters.roster.outcome import Preview, Summary
from yibao.roster.messages import Message, Progress, Refused, Request

PATIENCE = 120.0
"""Seconds without a word from the child: a workbook is opened without one."""
GRACE = 5.0
"""Seconds in which a child ends by itself once it is not wanted."""
NO_WINDOW = 0x08000000
"""Windows opens no console for the child."""

End = Preview | Summary | Refused


class Child:
    """One request to one process."""

    def __init__(
        self, command: Sequence[str], request: Request, patience: float = PATIENCE
    ) -> None:
        self._command, self._request, self._patience = command, request, patience
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._stopped = self._too_slow = False

    def run(self, hear: Callable[[Progress], None]) -> End:
        """Wait for the end of it; what the child says until then is heard in this thread.

        Whatever happens, no process and no temporary file is left.
        """
        target = self._request.target
        try:
            msgspec.json.encode(self._request)
        except UnicodeEncodeError:
            return Refused(words.ODD_NAME)
        if target is None:
            return self._run(hear, self._request)
        try:
            scratch = _scratch(target)
        except OSError:
            return Refused(words.NOT_SAVED.format(Path(target).name))
        with scratch as name:
            return self._run(hear, replace(self._request, scratch=name))

    def stop(self) -> None:
        """Let it end soon; may be called from any thread, at any time."""
        with self._lock:
            self._stopped = True
            process = self._process
        if process:
            _close(process)
            _kill_later(process)

    def _run(self, hear: Callable[[Progress], None], request: Request) -> End:
        with self._lock:
            if self._stopped:
                return Refused(words.STOPPED)
            try:
                process = self._process = _start(self._command)
            except OSError:
                return Refused(words.NOT_STARTED)
        with process:
            try:
                return self._hear(process, hear, request)
            finally:
                _close(process)
                force = _kill_later(process)
                process.wait()  # with a limit it would look again at longer and longer intervals
                force.cancel()

    def _hear(
        self,
        process: "subprocess.Popen[bytes]",
        hear: Callable[[Progress], None],
        request: Request,
    ) -> End:
        assert process.stdin
        assert process.stdout
        with suppress(OSError, ValueError):  # it may be stopped, and its input closed, already
            process.stdin.write(msgspec.json.encode(request) + b"\n")
            process.stdin.flush()
        watch = self._watch(process)
        try:
            for line in process.stdout:
                watch.cancel()
                message = msgspec.json.decode(line, type=Message)
                if not isinstance(message, Progress):
                    return message  # pyright: ignore[reportReturnType]
                hear(message)
                watch = self._watch(process)
        finally:
            watch.cancel()
        return Refused(self._why_it_died())

    def _watch(self, process: "subprocess.Popen[bytes]") -> threading.Timer:
        def give_up() -> None:
            self._too_slow = True
            process.kill()

        timer = threading.Timer(self._patience, give_up)
        timer.daemon = True
        timer.start()
        return timer

    def _why_it_died(self) -> str:
        name = Path(self._request.source).name
        if self._stopped:
            return words.STOPPED
        return (words.TOO_SLOW if self._too_slow else words.SPOILT).format(name)


def _scratch(target: str) -> "tempfile.TemporaryDirectory[str]":
    """Where the child keeps what is in the making: beside the result, and gone with the end.

    Beside what a link leads to, so that it is on the same disk.
    """
    folder = Path(os.path.realpath(target)).parent
    return tempfile.TemporaryDirectory(prefix=".yibao-", dir=folder, ignore_cleanup_errors=True)


def _start(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 - the program itself
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=NO_WINDOW if sys.platform == "win32" else 0,
    )


def _kill_later(process: "subprocess.Popen[bytes]") -> threading.Timer:
    """Have it end by itself, or by force after a while."""
    timer = threading.Timer(GRACE, process.kill)
    timer.daemon = True
    timer.start()
    return timer


def _close(process: "subprocess.Popen[bytes]") -> None:
    """Tell the child that it is not wanted any more."""
    assert process.stdin
    with suppress(OSError):
        process.stdin.close()
