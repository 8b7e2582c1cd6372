"""An office with folders of its own: one for the whole computer, and the user's."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from tests.window import waiting
from tests.window.desk.officer import Officer

from yibao.system.folders import Folders, resources_folder


def folders_in(home: Path) -> Folders:
    """A computer of which nothing was written yet."""
    return Folders(
        resources=resources_folder(),
        settings=home / "settings",
        log=home / "log",
        site=home / "site",
        own=home / "own",
    )


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return folders_in(tmp_path / "here")


@pytest.fixture
def officer(start: Any) -> Officer:
    """Somebody before the desk, who has chosen 益阳."""
    return Officer(start()).at_desk("430900")


@pytest.fixture
def elsewhere(start: Any, tmp_path: Path) -> Callable[[], Officer]:
    """Somebody before the program on another computer."""
    return lambda: Officer(start(folders=folders_in(tmp_path / "elsewhere")))


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that every dialog comes to."""
    path = tmp_path / "stick" / "益阳.json"
    path.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    waiting.settled()
    return path
