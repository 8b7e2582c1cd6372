"""One running program per user: a second start raises the window of the first."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QDeadlineTimer, QLockFile, QThread

from yibao.system.log import LOGGER

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

ANSWER_WITHIN, TRY_AGAIN_AFTER = 5000, 50
"""Milliseconds; a first program that is still starting does not listen yet."""


class SingleInstance:
    """Who came first, and how the second reaches the first.

    QtNetwork is imported only where it is used, because nothing of it is needed to start.
    """

    def __init__(self, folder: Path) -> None:
        self._lock = QLockFile(str(folder / "running.lock"))
        self._lock.setStaleLockTime(0)
        # A socket's path is short and shared by all users: the folder's checksum tells them apart.
        self._name = f"yibao-counter-{crc32(str(folder).encode()):08x}"
        self._server: QLocalServer | None = None
        with suppress(OSError):  # then no lock is possible, and the program starts without one
            folder.mkdir(parents=True, exist_ok=True)

    def is_first(self) -> bool:
        """Whether no other program of this user runs; so, too, where that cannot be found out."""
        if self._lock.tryLock(0):
            return True
        if self._lock.error() == QLockFile.LockError.LockFailedError:
            return False
        LOGGER.warning("no lock file: %s", self._lock.error().name)
        return True

    def listen(self, raise_window: Callable[[], None]) -> None:
        """Raise the window whenever another start asks for it."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415

        QLocalServer.removeServer(self._name)
        server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

        def answer() -> None:
            server.nextPendingConnection().disconnectFromServer()
            raise_window()

        server.newConnection.connect(answer)
        if not server.listen(self._name):
            LOGGER.warning("cannot listen for a second start: %s", server.errorString())
        self._server = server

    def call_first(self) -> bool:
        """Ask the program that runs already to show itself; whether it answered."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415

        socket = QLocalSocket()
        patience = QDeadlineTimer(ANSWER_WITHIN)
        while True:
            socket.connectToServer(self._name)
            if socket.waitForConnected(patience.remainingTime()):
                return True
            if patience.hasExpired():
                return False
            QThread.msleep(TRY_AGAIN_AFTER)

    def release(self) -> None:
        """Let the next start be the first."""
        if self._server:
            self._server.close()
        self._lock.unlock()
