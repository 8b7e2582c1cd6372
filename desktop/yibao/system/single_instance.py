"""One running program per user: a second start raises the window of the first."""

from collections.abc import Callable
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QDeadlineTimer, QSysInfo, QThread

from yibao.system.lock_file import LockFile
from yibao.system.log import LOGGER

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

ANSWER_WITHIN = 5_000
"""Milliseconds; a program that takes longer to send a byte hangs."""
STARTED_WITHIN, TRY_AGAIN_AFTER = 15_000, 50
"""Milliseconds; a first program that is still starting does not listen yet."""
ANSWER = b"1"


class Reply(Enum):
    """What came of calling the first program."""

    CAME = auto()
    """It showed itself."""
    NOBODY = auto()
    """There is none; whoever called is the first."""
    SILENT = auto()
    """It lives, and does not answer."""


class SingleInstance:
    """Who came first, and how the second reaches the first.

    QtNetwork is imported only where it is used, because nothing of it is needed to start.
    """

    def __init__(self, folder: Path | None) -> None:
        """`folder` is the user's own; without one every program is the first."""
        self._lock = LockFile(folder / "running.lock") if folder else None
        # A socket's path is short and shared by all users: the folder's checksum tells them apart.
        self._name = f"yibao-counter-{crc32(str(folder).encode()):08x}"
        self._server: QLocalServer | None = None
        if folder:
            with suppress(OSError):  # then no lock is possible
                folder.mkdir(parents=True, exist_ok=True)

    def is_first(self) -> bool:
        """Whether it is certain that no other program of this user runs."""
        try:
            return self._lock is None or self._lock.take(_this_machine())
        except OSError as error:
            LOGGER.warning("no lock file: %s", type(error).__name__)
            return False

    def listen(self, raise_window: Callable[[], None]) -> None:
        """Raise the window whenever another start asks for it."""
        if self._lock is None:
            return
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415

        QLocalServer.removeServer(self._name)
        self._server = server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

        def answer() -> None:
            while server.hasPendingConnections():
                caller = server.nextPendingConnection()
                caller.disconnected.connect(caller.deleteLater)
                caller.write(ANSWER)
                caller.disconnectFromServer()
            raise_window()

        server.newConnection.connect(answer)
        if not server.listen(self._name):
            LOGGER.warning("cannot listen for a second start: %s", server.errorString())

    def call_first(self) -> Reply:
        """Ask the program that runs already to show itself; needs a QCoreApplication.

        Whoever does not answer on the socket is not the first, unless it surely lives: it holds
        the lock, on this machine.
        """
        patience = QDeadlineTimer(STARTED_WITHIN)
        while True:
            reply = self._call()
            if reply is Reply.CAME:
                return reply
            if not self._is_held():
                return Reply.NOBODY
            if reply is Reply.SILENT or patience.hasExpired():
                return Reply.SILENT
            QThread.msleep(TRY_AGAIN_AFTER)

    def release(self) -> None:
        """Let the next start be the first."""
        if self._server:
            self._server.close()
        if self._lock:
            self._lock.release()

    def _call(self) -> Reply:
        """What whoever listens has to say: nobody does where it ended over it."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(ANSWER_WITHIN) and socket.waitForReadyRead(ANSWER_WITHIN):
            return Reply.CAME
        hangs = socket.state() == QLocalSocket.LocalSocketState.ConnectedState
        return Reply.SILENT if hangs else Reply.NOBODY

    def _is_held(self) -> bool:
        """Whether a living program of this machine holds the lock; takes the lock otherwise.

        A home may be shared by several machines: a program on another one cannot be called.
        """
        try:
            if self._lock is None or self._lock.take(_this_machine()):
                return False
        except OSError:
            return False
        holder = self._lock.holder().split()
        return not holder or set(_this_machine().split()) <= set(holder)


def _this_machine() -> str:
    """Its name and its number: copied machines share the number, and a name may be common."""
    return f"{QSysInfo.machineHostName()}\n{bytes(QSysInfo.machineUniqueId().data()).decode()}\n"
