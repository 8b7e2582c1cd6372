"""What was copied out of this program, gone with the visitor whom it concerns."""

from PySide6.QtGui import QClipboard, QGuiApplication


class Copies:
    """Copies answers, and forgets every copy that was made here."""

    def __init__(self) -> None:
        self._last = ""

    def copy(self, text: str) -> None:
        """Put a text into the clipboard."""
        self._last = text
        QGuiApplication.clipboard().setText(text)

    def forget(self) -> None:
        """Empty the clipboard and the selection, unless another program filled them since.

        Not every platform says who filled the clipboard; then an answer is known by its text.
        """
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard() or (self._last and clipboard.text() == self._last):
            clipboard.clear(QClipboard.Mode.Clipboard)
        if clipboard.supportsSelection() and clipboard.ownsSelection():
            clipboard.clear(QClipboard.Mode.Selection)
        self._last = ""
