"""The headline of a tile: as large as its tile has room for, in the colour of what it says."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPalette, QShowEvent

from yibao.window.kit.wrapped_label import WrappedLabel

LOOKS: Mapping[tuple[bool, bool], tuple[float, QPalette.ColorRole]] = {
    (True, True): (2.3, QPalette.ColorRole.Accent),
    (True, False): (1.4, QPalette.ColorRole.Accent),
    (False, True): (1.38, QPalette.ColorRole.WindowText),
    (False, False): (1.2, QPalette.ColorRole.WindowText),
}
"""By whether it is an answer and alone: how many times the font's size, and in which colour."""


class Headline(WrappedLabel):
    """Looks by font and palette: a role of the style sheet would cost a key as much as an answer.

    Whenever a style sheet is laid on, it puts a widget's own font aside.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._looks = (False, False)

    def look_as(self, *, is_answer: bool, alone: bool) -> None:
        """Look like an answer or like a question, alone or beside others."""
        if (is_answer, alone) != self._looks:
            self._looks = (is_answer, alone)
            self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        """Look as it should from the beginning."""
        super().showEvent(event)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Look the same with another style sheet."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        size, colour = LOOKS[self._looks]
        font = QFont(QGuiApplication.font())
        font.setPointSizeF(font.pointSizeF() * size)
        font.setBold(True)
        if font != self.font():
            self.setFont(font)
        self.setForegroundRole(colour)
