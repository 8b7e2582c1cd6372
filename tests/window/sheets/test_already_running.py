"""A first program that hangs is told of in the language and the look of the program."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from tests.window import waiting

from yibao.presenters.notices import ALREADY_RUNNING
from yibao.program import start
from yibao.program.groundwork import Groundwork
from yibao.system.folders import Folders
from yibao.system.single_instance import Reply, SingleInstance


@pytest.fixture
def hanging_first(qtbot: Any, folders: Folders, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    waiting.settled()
    QApplication.setQuitOnLastWindowClosed(False)  # else another test's last window ends a dialog
    monkeypatch.setattr(start, "user_folders", lambda: folders)
    monkeypatch.setattr(SingleInstance, "is_first", lambda _: False)
    monkeypatch.setattr(SingleInstance, "call_first", lambda _: Reply.SILENT)
    yield
    QApplication.setQuitOnLastWindowClosed(True)


def question() -> QMessageBox | None:
    box = QApplication.activeModalWidget()
    return box if isinstance(box, QMessageBox) else None


def test_a_first_that_hangs_is_told_of(qtbot: Any, hanging_first: None) -> None:
    seen: list[tuple[str, list[str], str]] = []

    def read(box: QMessageBox) -> None:
        words = [button.text() for button in box.buttons()]
        seen.append((box.text(), words, box.font().family()))
        box.accept()

    with waiting.as_soon_as(question, read):
        status = start.main(["yibao-window"])

    assert status == start.FAILED
    (told, buttons, family) = seen[0]
    assert told == ALREADY_RUNNING
    assert [word.split("(")[0] for word in buttons] == ["确定"]
    assert family == QApplication.font().family()


def test_a_first_that_came_forward_ends_the_second_at_once(
    qtbot: Any, hanging_first: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SingleInstance, "call_first", lambda _: Reply.CAME)
    monkeypatch.setattr(Groundwork, "__init__", lambda *_: pytest.fail("a second window"))

    assert start.main(["yibao-window"]) == 0
