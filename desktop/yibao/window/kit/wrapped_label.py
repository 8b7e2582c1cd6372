"""A label whose lines break, and that tells when it may need another height."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel

from yibao.window.kit.telling import Telling, tell


class WrappedLabel(QLabel, Telling):
    """Breaks its text into lines only where whoever holds it has to know how high it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        """Show another text."""
        if text != self.text():
            super().setText(text)
            tell(self)

    def clear(self) -> None:
        """Show nothing."""
        self.setText("")

    def setVisible(self, visible: bool) -> None:
        """Appear, or make room."""
        changed = self.isHidden() == visible
        super().setVisible(visible)
        if changed:
            tell(self)

    def changeEvent(self, event: QEvent) -> None:
        """Another font or style may need another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            tell(self)
