"""Somebody who works with the window, by its object names."""

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from tests.window import waiting

from yibao.program.bootstrap import Application

Found = TypeVar("Found", bound=QWidget)


class Person:
    """Somebody at the keyboard and the mouse, who waits for the window before a key is pressed."""

    def __init__(self, application: Application) -> None:
        self.window = application.window
        self.counter = application.counter
        self.application = application

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
        waiting.active(self.window)
        QTest.keyClick(self.find(on) if on else self.window, key)

    def clicks(self, name: str) -> None:
        """Click on a button, once it is there."""
        button = self.find(name)
        waiting.until(button.isVisible, name)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def chooses(self, name: str) -> None:
        """Take an action out of a menu."""
        action = self.window.findChild(QAction, name)
        assert action is not None, name
        action.trigger()

    def reads(self, name: str) -> str:
        """The text of a label; nothing where it is not shown."""
        label = self.find(name, QLabel)
        return label.text().replace("\u00a0", " ") if label.isVisibleTo(self.window) else ""

    def sizes(self, width: int, height: int) -> None:
        """Make the window so large."""
        waiting.sized(self.window, width, height)

    def waits(self) -> None:
        """Look on until nothing in the window moves any more."""
        waiting.rested(self.window)

    def picks(self, query: str) -> None:
        """Type a place and take the first hit with Enter."""
        (self.types if query.isascii() else self.composes)(query, "regionSearch")
        self.presses(Qt.Key.Key_Return, "regionSearch")
        waiting.settled()  # the hands leave the keys: the guide panels follow
