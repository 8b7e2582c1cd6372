"""A label whose lines break, and that remembers how high it is at each width."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel

KEPT = 16
"""So many heights; more come up only while a window is drawn larger or smaller."""


class WrappedLabel(QLabel):
    """Breaks its text into lines once for each width.

    Whenever anything in a column changes, Qt asks all labels in it several times for their
    heights at several widths, and a plain label lays its text out anew each time.
    """

    def __init__(self) -> None:
        super().__init__()
        self._heights: dict[tuple[int, str], int] = {}
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        """Show another text."""
        if text != self.text():
            self._heights.clear()
            super().setText(text)

    def clear(self) -> None:
        """Show nothing."""
        self.setText("")

    def changeEvent(self, event: QEvent) -> None:
        """Another font or style may need other heights."""
        self._heights.clear()
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:
        """The height in which the text can be read."""
        key = (width, self.property("role") or "")
        if key not in self._heights:
            if len(self._heights) >= KEPT:
                self._heights.clear()
            self._heights[key] = super().heightForWidth(width)
        return self._heights[key]
