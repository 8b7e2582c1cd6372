"""What stands on the screen first: a place can be typed while everything else is made."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from yibao.presenters.notices import NO_PLACE, PLACE, TITLE, WELCOME
from yibao.window.look import around, card, em, least_target
from yibao.window.search_box import SearchBox

NARROW = 44
ASKING, GAP, EDGE = 21.2, 1.3, 1.1
"""In characters: where the two sides of the whole window begin and end."""


class Typed(NamedTuple):
    """What was typed into the search box of the opening."""

    text: str
    cursor: int
    entered: bool
    """Whether Enter was pressed behind it."""


class Opening(QWidget):
    """Title, search box and welcome, each where the whole window has it, too."""

    def __init__(self) -> None:
        super().__init__()
        self._box = SearchBox(PLACE, "regionSearch")
        self._entered = False
        self._box.returnPressed.connect(lambda: self._enter(True))
        self._box.textEdited.connect(lambda: self._enter(False))
        self.setFocusProxy(self._box)
        self._lay_out()

    @property
    def typed(self) -> Typed:
        """What was typed so far, with what an input method still holds."""
        QGuiApplication.inputMethod().commit()
        return Typed(self._box.text(), self._box.cursorPosition(), self._entered)

    def _enter(self, entered: bool) -> None:
        self._entered = entered

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
        _column(self._asking, asked, em(self, 0.8), em(self, 0.4)).addStretch()
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
