"""What the program itself has to say, above everything else: a damaged file, a wrong clock."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from yibao.window.kit.announce import say
from yibao.window.kit.labels import plain, readable
from yibao.window.kit.look import em


class MessageBar(QFrame):
    """Messages that stay until they are read."""

    def __init__(self) -> None:
        super().__init__()
        self._text = plain(role="alarm", name="messages")
        close = QPushButton("知道了")
        close.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(self, 0.5))
        layout.addWidget(readable(self._text), 1)
        layout.addStretch()
        layout.addWidget(close)
        self.hide()

    def tell(self, message: str) -> None:
        """Show one more message, unless it stands there already."""
        shown = self._text.text().splitlines()
        if message not in shown:
            self._text.setText("\n".join([*shown, message]))
            say(message, self._text)
        self.show()

    def dismiss(self) -> None:
        """Take all messages away."""
        self._text.clear()
        self.hide()
