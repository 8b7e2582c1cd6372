"""The real program, wired as it is started, in folders of its own and on a day of its own."""

import logging
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from tests.window import waiting
from tests.window.person import Person

from yibao.program import bootstrap
from yibao.program.bootstrap import Application
from yibao.program.contents import Contents, read_contents
from yibao.system.folders import Folders, resources_folder
from yibao.system.log import LOGGER
from yibao.window.guides import following_guides

TODAY = date(2025, 12, 20)
ROOMS = [Path(__file__).parents[1] / room for room in ("program", "window")]
# What the offscreen platform cannot do, and says at every window.
HARMLESS = ["does not support propagateSizeHints", "does not support raise"]

Start = Callable[..., Application]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if not set(ROOMS).isdisjoint(item.path.parents):
            item.add_marker(pytest.mark.qt_log_level_fail("DEBUG"))
            item.add_marker(pytest.mark.qt_log_ignore(*HARMLESS))


class Errors(logging.Handler):
    """Gathers what the program logs as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@pytest.fixture(autouse=True)
def no_error_is_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """An error in the log fails the test that did not announce it."""
    errors = Errors()
    LOGGER.addHandler(errors)
    yield
    LOGGER.removeHandler(errors)
    expected = request.node.get_closest_marker("expects_errors") is not None
    assert bool(errors.messages) == expected, errors.messages


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """The shipped resources, and folders of this test for everything that is written."""
    return Folders(
        resources=resources_folder(), settings=tmp_path / "settings", log=tmp_path / "log"
    )


@cache
def shipped_contents(today: date) -> Contents:
    """What the shipped resources hold on a day; nobody changes it, and reading it takes long."""
    folders = Folders(resources_folder(), settings=Path(), log=Path())
    return read_contents(folders, today)


def contents(folders: Folders, today: date) -> Contents:
    """What the resources hold, read again only where they are a test's own."""
    shipped = folders.resources == resources_folder()
    return shipped_contents(today) if shipped else read_contents(folders, today)


@pytest.fixture
def start(qtbot: QtBot, folders: Folders, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts the program as `yibao-window` does, and closes it after the test."""
    started: list[Application] = []
    monkeypatch.setattr(bootstrap, "read_contents", contents)

    def run(*arguments: str, folders: Folders = folders, today: date = TODAY) -> Application:
        monkeypatch.setattr(following_guides, "REST", 0)
        application = bootstrap.build(["yibao", *arguments], folders, lambda: today)
        started.append(application)
        application.window.show()
        waiting.active(application.window)
        return application

    yield run
    for application in started:
        application.close()


@pytest.fixture
def person(start: Start) -> Person:
    """Somebody before the freshly started program."""
    return Person(start())


@pytest.fixture
def clerk(person: Person) -> Person:
    """Somebody who explains things to a visitor from Beijing."""
    person.picks("110105")
    person.types("71", into="ageField")
    person.waits()
    return person


@pytest.fixture
def sit_down(start: Start) -> Callable[..., Person]:
    """Somebody before a program started in another way."""
    return lambda *arguments, **changes: Person(start(*arguments, **changes))


@pytest.fixture
def clipboard() -> Iterator[Callable[[], str]]:
    """What lies in the clipboard."""
    QGuiApplication.clipboard().clear()
    yield lambda: QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
