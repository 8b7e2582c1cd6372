"""A page over the window, for work that is no visit: it takes the whole place until it is left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from yibao.window.kit.announce import say
from yibao.window.kit.arranged import Column
from yibao.window.kit.labels import fill, plain
from yibao.window.kit.look import around, em, say_as
from yibao.window.kit.scrolling_column import ScrollingColumn

LEAVE = "返回窗口"


class Page(QWidget):
    """Title, a way back, and rows that scroll; made anew each time it is opened.

    While it is open, what lies under it is hidden and takes no keys.
    """

    left = Signal()
    """It is to be taken away."""

    def __init__(self, title: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._title = plain(title, "question", f"{name}Title")
        self.back = QPushButton(f"{LEAVE} (Esc)")
        self.back.setObjectName(f"{name}Back")
        self.back.clicked.connect(self.leave)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.leave)
        self.rows = Column(em(self, 0.6), (0, 0, em(self, 0.3), em(self, 0.5)))
        """What stands on the page, from top to bottom."""
        self.column = ScrollingColumn(title, self.rows)
        self._told = plain(name=f"{name}Told")
        self._told.hide()
        self._lay_out_frame()

    def leave(self) -> None:
        """Go back to the window, unless something here has to be done first."""
        if self.may_leave():
            self.left.emit()

    def tell(self, message: str, *, failed: bool = False) -> None:
        """Say what was done, or why not, where it is seen wherever the page is scrolled to.

        An empty message takes the last one away.
        """
        say_as(self._told, "alarm" if failed else "heading")
        fill(self._told, message)
        if message:
            say(message, self._told)

    def may_leave(self) -> bool:
        """Whether nothing is lost by leaving; a page that says no tells why."""
        return True

    def forget_visitor(self) -> None:
        """Forget whatever is about persons: the counter has been left alone, or the next one comes.

        A page that holds nothing of the kind stays as it is.
        """

    def start(self) -> None:
        """Go to what is done first, once the page is shown."""
        self.back.setFocus()
        say(self.accessibleName(), self)

    def show_focused(self) -> None:
        """Scroll to where the keys go."""
        if focused := self.focusWidget():
            self.column.reveal(focused)

    def _lay_out_frame(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(em(self, 0.5))
        head.addWidget(self._title, 1)
        head.addWidget(self.back)
        say_as(self.back, "primary")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*around(self))
        rows.setSpacing(em(self, 0.5))
        rows.addLayout(head)
        rows.addWidget(self._told)
        rows.addWidget(self.column, 1)
