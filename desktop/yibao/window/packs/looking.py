"""Looking into a pack while the window goes on: it may lie on a slow or dying stick."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from shiboken6 import isValid

from yibao.policy.pack.refusal import PackRefusedError
from yibao.window.packs.parts import FoundPack, Watch


class Looking(QObject):
    """One look; it tells of its end in one of three ways, unless it was left."""

    read = Signal(int)
    """Bytes so far."""
    found = Signal(object)
    """A FoundPack, which belongs to whoever hears it."""
    refused = Signal(object)
    """A PackRefusedError."""
    failed = Signal(object)
    """Any other error, to be raised where errors of the program are met."""
    _happened = Signal(str, object)
    """In the thread that looks; told in that of the window."""

    def __init__(self, look: Callable[[Watch], FoundPack]) -> None:
        super().__init__(QCoreApplication.instance())
        self._look = look
        self._left = threading.Event()
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        # A read that never returns must not keep the program from ending.
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def cancel(self) -> None:
        """Stop as soon as the stick lets go; that is told as a refusal."""
        self._left.set()

    def _run(self) -> None:
        try:
            self._happens("found", self._look(self._watch))
        except PackRefusedError as refused:
            self._happens("refused", refused)
        except Exception as error:  # told where it can be met
            self._happens("failed", error)

    def _watch(self, read: int) -> None:
        if self._left.is_set():
            raise PackRefusedError("cancelled")
        self._happens("read", read)

    def _happens(self, what: str, value: object) -> None:
        if isValid(self):  # the program may have ended meanwhile
            self._happened.emit(what, value)

    def _tell(self, what: str, value: object) -> None:
        told = {
            "read": self.read,
            "found": self.found,
            "refused": self.refused,
            "failed": self.failed,
        }
        told[what].emit(value)
        if what != "read":
            self.deleteLater()
