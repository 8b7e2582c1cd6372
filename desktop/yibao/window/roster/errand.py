"""A request to the child process, made in a thread, so that the window lives."""

import threading
from collections.abc import Sequence
from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, QTimer, Signal

from yibao.roster.messages import Progress, Request
from yibao.roster.supervision import Child, End

LOOK_AGAIN = 50
"""Milliseconds."""


class Errand(QObject):
    """One request; what comes of it is told in the window's own thread."""

    progressed = Signal(object)
    ended = Signal(object)

    def __init__(self, command: Sequence[str], request: Request, parent: QObject) -> None:
        super().__init__(parent)
        self.request = request
        self._child = Child(command, request)
        self._heard: SimpleQueue[Progress | End] = SimpleQueue()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._listen)

    def start(self) -> None:
        """Begin; the thread never touches the window."""
        child, heard = self._child, self._heard
        threading.Thread(target=lambda: heard.put(child.run(heard.put)), daemon=True).start()
        self._timer.start(LOOK_AGAIN)

    def drop(self) -> None:
        """Have it end, and hear nothing of it any more."""
        self._timer.stop()
        self._child.stop()
        self.deleteLater()

    def stop(self) -> None:
        """Have it end; that is told when it has."""
        self._child.stop()

    def _listen(self) -> None:
        try:
            while True:
                message = self._heard.get_nowait()
                if isinstance(message, Progress):
                    self.progressed.emit(message)
                else:
                    self._timer.stop()
                    self.ended.emit(message)
        except Empty:
            pass
