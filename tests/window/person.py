"""Somebody who works with the window, by its object names."""

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from yibao.program.bootstrap import Application

Found = TypeVar("Found", bound=QWidget)


def settle() -> None:
    """Let everything that was put off happen."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


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
        (self.types if query.isascii() else self.composes)(query, "regionSearch")
        self.presses(Qt.Key.Key_Return, "regionSearch")
        self.rests()

    def rests(self) -> None:
        """Take the hands off the keys for a moment: then the guide panels follow."""
        QApplication.processEvents()
