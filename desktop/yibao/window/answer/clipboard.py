"""What was copied out of this program, gone with the visitor whom it concerns."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication


class Copies(QObject):
    """Copies answers, and forgets every copy that was made here.

    The clipboard is never read: whoever filled it may hang, and would be waited for.
    """

    def __init__(self) -> None:
        super().__init__()
        self._is_ours = False
        QGuiApplication.clipboard().dataChanged.connect(self._notice_change)

    def copy(self, text: str) -> None:
        """Put a text into the clipboard."""
        QGuiApplication.clipboard().setText(text)
        self._is_ours = True

    def forget(self) -> None:
        """Empty the clipboard and the selection, unless another program filled them since."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard() or self._is_ours:
            clipboard.clear(QClipboard.Mode.Clipboard)
        if clipboard.supportsSelection() and clipboard.ownsSelection():
            clipboard.clear(QClipboard.Mode.Selection)
        self._is_ours = False

    def _notice_change(self) -> None:
        """Not every platform says who owns the clipboard, but each says that it was filled anew."""
        self._is_ours = QGuiApplication.clipboard().ownsClipboard()
