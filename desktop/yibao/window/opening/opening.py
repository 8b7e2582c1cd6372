"""What stands on the screen first: a place can be typed while everything else is made."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from yibao.presenters.notices import NO_PLACE, PLACE, TITLE, WELCOME
from yibao.window.kit.look import NARROW, around, card, em, least_target
from yibao.window.kit.search_box import SearchBox

ASKING, GAP, EDGE = 21.2, 1.3, 1.1
"""In characters: where the two sides of the whole window begin and end."""


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

    def _lay_out(self) -> None:
        label = _label(f"{PLACE}(&Z)", "quiet")
        label.setBuddy(self._box)
        self._title = _label(TITLE, "title")
        self._title.setFixedHeight(least_target(em(self)))
        self._asking = card()
        asked = (label, _label(NO_PLACE, "title"), self._box)
        _column(self._asking, asked, em(self, 0.7), em(self, 0.3)).addStretch()
        welcome = card()
        words = (_label(WELCOME[0], "question"), _label(WELCOME[1]))
        _column(welcome, words, em(self, 1), em(self, 1))
        self._told = QWidget()
        told = QVBoxLayout(self._told)
        told.setContentsMargins(0, 0, em(self, EDGE), 0)
        told.addWidget(welcome)
        told.addStretch(1)
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


def _column(frame: QWidget, parts: Sequence[QWidget], side: int, between: int) -> QVBoxLayout:
    """Put the parts into a card, one under the other."""
    layout = QVBoxLayout(frame)
    end = em(frame, 0.8)
    layout.setContentsMargins(side, end, side, end)
    layout.setSpacing(between)
    for part in parts:
        layout.addWidget(part)
    return layout
