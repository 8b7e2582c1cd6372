"""Looking into a pack while the window goes on: it may lie on a slow or dying stick.

The thread that looks touches nothing of Qt, so that it may outlive the page, and even the window.
"""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from yibao.policy.pack.refusal import PackRefusedError, Watch
from yibao.window.packs.parts import FoundPack

ASK_AGAIN = 50
"""Milliseconds."""


class Look:
    """What a look has come to so far; it may be asked from another thread."""

    def __init__(self, look: Callable[[Watch], FoundPack]) -> None:
        self._look = look
        self._lock = threading.Lock()
        self._left = False
        self.read = 0
        """Bytes so far."""
        self.end: FoundPack | Exception | None = None
        """None while it goes on."""
        # A read that never returns must not keep the program from ending.
        threading.Thread(target=self._run, daemon=True).start()

    def leave(self) -> None:
        """Nobody wants to know any more; what was found is dropped."""
        with self._lock:
            self._left = True
            found = self.end
        if found is not None and not isinstance(found, Exception):
            found.drop()

    def _run(self) -> None:
        try:
            end = self._look(self._watch)
        except Exception as error:  # told in the window's thread, where it is met
            end = error
        with self._lock:
            left, self.end = self._left, end
        if left and not isinstance(end, Exception):
            end.drop()

    def _watch(self, read: int) -> None:
        if self._left:
            raise PackRefusedError("cancelled")
        self.read = read


class Looking(QObject):
    """One look; tells of its end in one of three ways, unless it is cancelled."""

    read = Signal(int)
    """Bytes so far."""
    found = Signal(object)
    """A FoundPack, which belongs to whoever hears it."""
    refused = Signal(object)
    """A PackRefusedError."""
    failed = Signal()
    """A mistake of the program, which is raised then."""

    def __init__(self, look: Callable[[Watch], FoundPack], parent: QObject) -> None:
        super().__init__(parent)
        self._look = Look(look)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._ask)
        self._timer.start(ASK_AGAIN)

    def cancel(self) -> None:
        """Hear nothing of it any more; the stick may never answer."""
        self._timer.stop()
        self._look.leave()
        self.deleteLater()

    def _ask(self) -> None:
        """Raises what went wrong in the program itself."""
        self.read.emit(self._look.read)
        end = self._look.end
        if end is None:
            return
        self._timer.stop()
        self.deleteLater()
        if isinstance(end, PackRefusedError):
            self.refused.emit(end)
        elif isinstance(end, Exception):
            self.failed.emit()
            raise end
        else:
            self.found.emit(end)
