"""A clipboard that another program owns is never read: that program may hang."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from tests.window import waiting

pytestmark = pytest.mark.screen
OWNER = Path(__file__).with_name("clipboard_owner.py")


@contextmanager
def other_program() -> Iterator[Callable[[], str]]:
    """Owns the clipboard, and tells how often it was asked for what is in it."""
    process = subprocess.Popen(
        [sys.executable, str(OWNER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdin
        assert process.stdout
        told = process.stdout
        assert told.readline() == "taken\n"

        def asked() -> str:
            print(file=process.stdin, flush=True)
            return told.readline().strip()

        yield asked


@pytest.fixture
def served(person: Any) -> Any:
    """Somebody who has copied an answer, where programs share a clipboard."""
    if person.application.qt.platformName() != "xcb":
        pytest.skip("no clipboard between programs on this platform")
    person.picks("440305")
    person.clicks("copyButton")
    assert QGuiApplication.clipboard().ownsClipboard()
    return person


def test_the_next_visitor_asks_no_other_program(served: Any) -> None:
    with other_program() as asked:
        waiting.until(lambda: not QGuiApplication.clipboard().ownsClipboard(), "another owner")

        served.clicks("nextVisitorButton")

        assert asked() == "0 still ours"


def test_a_copy_that_is_still_ours_is_forgotten(served: Any) -> None:
    assert "251.00" in QGuiApplication.clipboard().text()

    served.clicks("nextVisitorButton")

    assert QGuiApplication.clipboard().text() == ""
