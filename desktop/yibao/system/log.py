"""The log: what the program did, never what was typed."""

import logging
from pathlib import Path

LOGGER = logging.getLogger("yibao")
OWN = "yibao"
SIZE_LIMIT, KEPT = 256 * 1024, 3


class _LogFile(logging.Handler):
    """A rotating file, opened with its first line, because most starts have none to write.

    Where the disk does not take it, it is written to nowhere.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.set_name(OWN)
        self._folder = folder
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        self._file = self._file or self._open()
        self._file.handle(record)

    def close(self) -> None:
        if self._file:
            self._file.close()
        super().close()

    def _open(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - costs a start 10 ms

        path = self._folder / "yibao.log"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file = RotatingFileHandler(path, "a", SIZE_LIMIT, KEPT, encoding="utf-8")
        except OSError:
            return logging.NullHandler()
        file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        return file


def start_log(folder: Path | None) -> None:
    """From now on write the log into this folder; without one, nowhere."""
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    stop_log()
    LOGGER.addHandler(_LogFile(folder) if folder else _nowhere())


def _nowhere() -> logging.Handler:
    handler = logging.NullHandler()
    handler.set_name(OWN)
    return handler


def stop_log() -> None:
    """Close the log file."""
    for handler in [*LOGGER.handlers]:
        if handler.name == OWN:
            LOGGER.removeHandler(handler)
            handler.close()
