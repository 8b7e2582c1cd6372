"""The log: what the program did, never what was typed."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOGGER = logging.getLogger("yibao")
OWN = "yibao"
SIZE_LIMIT, KEPT = 256 * 1024, 3


def start_log(folder: Path) -> None:
    """Write the log to a rotating file; to nowhere where the disk does not take it."""
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    stop_log()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "yibao.log", maxBytes=SIZE_LIMIT, backupCount=KEPT, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.set_name(OWN)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.addHandler(handler)


def stop_log() -> None:
    """Close the log file."""
    for handler in [*LOGGER.handlers]:
        if handler.name == OWN:
            LOGGER.removeHandler(handler)
            handler.close()
