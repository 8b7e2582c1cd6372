"""The child process: one request on its standard input, messages on its standard output."""

import io
import shutil
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, TextIO, cast

import msgspec

from yibao.policy.loading.problems import PolicyError
from yibao.policy.store import PolicyStore
from yibao.presenters import notices
from yibao.presenters.roster import words
from yibao.roster.files.tables import RosterError
from yibao.roster.messages import Message, Refused, Request
from yibao.roster.work import Save, StoppedError, answer_roster, look


def serve(
    asked: io.RawIOBase, told: IO[bytes], read_store: Callable[[], PolicyStore], save: Save
) -> None:
    """Answer the one request; whoever closes `asked` wants no more of it.

    So the child ends by itself, and leaves nothing half written, when its parent has died. `asked`
    has no buffer: an interpreter that ends waits a second for a buffer that a thread still reads.
    """
    line = asked.readline()
    if not line:  # nobody asks
        return
    request = msgspec.json.decode(line, type=Request)
    if request.scratch:
        tempfile.tempdir = request.scratch
    closed = threading.Event()
    threading.Thread(target=_wait_for_end, args=(asked, closed), daemon=True).start()

    def tell(message: Message) -> None:
        told.write(msgspec.json.encode(message) + b"\n")
        told.flush()

    try:
        store = read_store()
        if request.target is None:
            tell(look(request, store))
        else:
            tell(answer_roster(request, store, save, tell, closed.is_set))
    except RosterError as error:
        tell(Refused(str(error)))
    except StoppedError:
        tell(Refused(words.STOPPED))
    except PolicyError:
        tell(Refused("，".join(notices.NO_STORE)))
    except MemoryError:
        tell(Refused(words.SPOILT.format(Path(request.source).name)))
    finally:
        if request.scratch:
            shutil.rmtree(request.scratch, ignore_errors=True)


def _wait_for_end(asked: io.RawIOBase, closed: threading.Event) -> None:
    asked.read()
    closed.set()


def _without_buffer(stream: TextIO) -> io.RawIOBase:
    buffer = cast(Any, stream.buffer)
    return cast(io.RawIOBase, buffer.raw)


def main(limit: Callable[[], None], read_store: Callable[[], PolicyStore], save: Save) -> int:
    """Be the child, within the limits that `limit` sets; returns the exit status."""
    limit()
    try:
        serve(_without_buffer(sys.stdin), sys.stdout.buffer, read_store, save)
    except BrokenPipeError:
        return 1
    return 0
