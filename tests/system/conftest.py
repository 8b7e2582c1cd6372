"""The machine's parts, in folders of their own."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from yibao.system import log


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    """A log that has been started."""
    log.start_log(tmp_path / "log")
    yield tmp_path / "log" / "yibao.log"
    log.stop_log()
    logging.shutdown()
