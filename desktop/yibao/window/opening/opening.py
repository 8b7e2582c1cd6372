"""What stands on the screen first: a place can be typed while everything else is made."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from yibao.presenters.notices import NO_PLACE, PLACE, TITLE, WELCOME
from yibao.window.kit.look import (
    NARROW,
    TILE,
    WITH_GUIDES,
    around,
    card,
    em,
    least_target,
    reason_width,
)
from yibao.window.kit.search_box import SearchBox

ASKING, GAP, EDGE = 21.2, 1.3, 0.8
"""In characters: where the two sides of the whole window begin and end."""
LINE = 1
"""Logical pixels of a card's frame."""


class Typed(NamedTuple):
    """What was typed before there was anything but a search box."""

    text: str
    """What stands in the box."""
    selected: tuple[int, int]
    """Where the selection begins, or the cursor stands, and how long it is."""
    then: Sequence[QEvent]
    """What was pressed and composed behind that, and has yet to be done."""


class Opening(QWidget):
    """Title, search box and welcome, each where the whole window has it, too."""

    def __init__(self) -> None:
        super().__init__()
        self._box = SearchBox(PLACE, "regionSearch")
        self._box.installEventFilter(self)
        self._kept: list[QEvent] = []
        self.setFocusProxy(self._box)
        self._lay_out()

    @property
    def typed(self) -> Typed:
        """What was typed so far, with what an input method still holds."""
        QGuiApplication.inputMethod().commit()
        box = self._box
        start = box.selectionStart() if box.hasSelectedText() else box.cursorPosition()
        return Typed(box.text(), (start, box.selectionLength()), self._kept)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep a key for which the box has no use, such as Enter, Tab and Esc."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - costs the first paint 15 ms

        if event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt):
            self._kept.append(event.clone())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Once a key is kept, keep whatever is typed behind it, because it may lead elsewhere.

        An access key is the first of them: the box would take it for a letter.
        """
        typing = event.type() in (QEvent.Type.KeyPress, QEvent.Type.InputMethod)
        if not typing or not (self._kept or _is_access_key(event)):
            return False
        self._kept.append(event.clone())
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as the whole window will in so much room; the search comes first."""
        wide = event.size().width() >= em(self, NARROW)
        self._told.setVisible(wide)
        self._title.setText(TITLE if wide else "")
        self._asking.setMinimumWidth(round(em(self) * ASKING) if wide else 0)
        self._asking.setMaximumWidth(self._asking.minimumWidth() or self.maximumWidth())
        super().resizeEvent(event)
        room = self._told.width() - em(self, EDGE)
        beside = room >= em(self, WITH_GUIDES[0]) and self._told.height() >= em(
            self, WITH_GUIDES[1]
        )
        self._reason.setMaximumWidth(reason_width(self, room) if beside else self.maximumWidth())

    def _lay_out(self) -> None:
        label = _label(f"{PLACE}(&Z)", "quiet")
        label.setBuddy(self._box)
        self._title = _label(TITLE, "title")
        self._title.setFixedHeight(least_target(em(self)))
        self._asking = card()
        asked = (label, _label(NO_PLACE, "title"), self._box)
        _column(self._asking, asked, em(self, 0.7), em(self, 0.7)).setSpacing(em(self, 0.3))
        tile, self._reason = card(), card()
        tile.setFixedHeight(em(self, TILE))
        words = _column(tile, (_label(WELCOME[0], "question"),), em(self, 0.9), em(self, 0.5))
        words.insertStretch(0)
        words.setSpacing(0)
        _column(self._reason, (_label(WELCOME[1]),), em(self, 1), em(self, 0.7))
        self._told = QWidget()
        told = QVBoxLayout(self._told)
        told.setContentsMargins(0, 0, em(self, EDGE), 0)
        told.setSpacing(em(self, 0.5))
        told.addWidget(tile)
        told.addWidget(self._reason, 1)
        sides = QHBoxLayout()
        sides.setSpacing(em(self, GAP))
        sides.addWidget(self._asking, 1)
        sides.addWidget(self._told, 2)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*around(self))
        rows.setSpacing(em(self, 0.5))
        rows.addWidget(self._title)
        rows.addLayout(sides, 1)


def _is_access_key(event: QEvent) -> bool:
    from PySide6.QtCore import Qt  # noqa: PLC0415 - costs the first paint 15 ms

    alt = Qt.KeyboardModifier.AltModifier
    return isinstance(event, QKeyEvent) and event.modifiers() == alt and bool(event.text())


def _label(text: str, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


def _column(frame: QWidget, parts: Sequence[QWidget], side: int, end: int) -> QVBoxLayout:
    """Put the parts into a card, one under the other; its frame is part of the margins."""
    layout = QVBoxLayout(frame)
    side, end = side - LINE, end - LINE
    layout.setContentsMargins(side, end, side, end)
    layout.setSpacing(em(frame, 0.4))
    for part in parts:
        layout.addWidget(part)
    layout.addStretch()
    return layout
