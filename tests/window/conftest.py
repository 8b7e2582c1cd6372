"""The real program, wired as it is started, in folders of its own and on a day of its own."""

import logging
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from yibao import bootstrap
from yibao.bootstrap import Application
from yibao.system.folders import Folders, resources_folder
from yibao.system.log import LOGGER
from yibao.window import following_guides

TODAY = date(2025, 12, 20)
HERE = Path(__file__).parent
# What the offscreen platform cannot do, and says at every window.
HARMLESS = ["does not support propagateSizeHints", "does not support raise"]

Found = TypeVar("Found", bound=QWidget)
Start = Callable[..., Application]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
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


@pytest.fixture
def start(qtbot: QtBot, folders: Folders, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts the program as `yibao-window` does, and closes it after the test."""
    started: list[Application] = []

    def run(*arguments: str, folders: Folders = folders, today: date = TODAY) -> Application:
        monkeypatch.setattr(following_guides, "REST", 0)
        application = bootstrap.build(["yibao", *arguments], folders, lambda: today)
        started.append(application)
        application.window.show()
        qtbot.waitExposed(application.window)
        return application

    yield run
    for application in started:
        application.close()


class Person:
    """Somebody at the keyboard and the mouse."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.window = application.window
        self.counter = application.counter
        self.application = application
        self._qtbot = qtbot

    def find(self, name: str, kind: type[Found] = QWidget) -> Found:
        """The part of the window with this name."""
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def types(self, text: str, into: str) -> None:
        """Type with the keyboard, replacing what stands there."""
        field = self.find(into, QLineEdit)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)

    def composes(self, text: str, into: str) -> None:
        """Type Chinese with an input method."""
        field = self.find(into, QLineEdit)
        field.setFocus()
        field.selectAll()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(field, event)

    def presses(self, key: int, on: str = "") -> None:
        """Press one key."""
        QTest.keyClick(self.find(on) if on else self.window, key)

    def clicks(self, name: str) -> None:
        """Click on a button."""
        from PySide6.QtCore import Qt

        QTest.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def chooses(self, name: str) -> None:
        """Take an action out of a menu."""
        action = self.window.findChild(QAction, name)
        assert action is not None, name
        action.trigger()

    def reads(self, name: str) -> str:
        """The text of a label; nothing where it is not shown."""
        label = self.find(name, QLabel)
        return label.text().replace("\u00a0", " ") if label.isVisibleTo(self.window) else ""

    def waits(self) -> None:
        """Let everything that was put off happen."""
        for _ in range(20):
            settle()

    def picks(self, query: str) -> None:
        """Type a place and take the first hit with Enter."""
        from PySide6.QtCore import Qt

        (self.types if query.isascii() else self.composes)(query, "regionSearch")
        self.presses(Qt.Key.Key_Return, "regionSearch")
        self.rests()

    def rests(self) -> None:
        """Take the hands off the keys for a moment: then the guide panels follow."""
        QApplication.processEvents()


@pytest.fixture
def person(start: Start, qtbot: QtBot) -> Person:
    """Somebody before the freshly started program."""
    return Person(start(), qtbot)


@pytest.fixture
def clerk(person: Person, qtbot: QtBot) -> Person:
    """Somebody who explains things to a visitor from Beijing."""
    person.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    person.picks("110105")
    person.types("71", into="ageField")
    person.waits()
    return person


@pytest.fixture
def sit_down(start: Start, qtbot: QtBot) -> Callable[..., Person]:
    """Somebody before a program started in another way."""
    return lambda *arguments, **changes: Person(start(*arguments, **changes), qtbot)


def settle() -> None:
    """Let everything that was put off happen."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def clipboard() -> Iterator[Callable[[], str]]:
    """What lies in the clipboard."""
    QGuiApplication.clipboard().clear()
    yield lambda: QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
