"""Ctrl+← and Ctrl+→ mean the answers also where a number is typed."""

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

CTRL = Qt.KeyboardModifier.ControlModifier
KEYS = {QKeyCombination(CTRL, key) for key in (Qt.Key.Key_Left, Qt.Key.Key_Right)}


class LeaveToTiles(QObject):
    """Keeps fields from claiming these keys, which would go from word to word."""

    def __init__(self, side: QWidget) -> None:
        super().__init__(side)
        for editor in side.findChildren(QLineEdit):
            editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the keys to the window's own shortcuts."""
        if not isinstance(event, QKeyEvent) or event.keyCombination() not in KEYS:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()
            return True
        return False
