"""Has a screen reader say what everybody else sees change: a new answer, a wrong entry."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

Standing = Mapping[str, QWidget]
"""Sentences that stand in the window, each with the widget that it belongs to."""
REST = 500
"""Milliseconds without a change: in the middle of a number nobody wants to hear of it."""


def say(sentence: str, widget: QWidget) -> None:
    """Have a sentence said, politely: after what is being said already."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class Announcer(QObject):
    """One rule: a sentence that did not stand there the last time is said, once things rest."""

    def __init__(self, standing: Callable[[], Standing], parent: QObject) -> None:
        """`standing` tells what stands in the window when it is asked."""
        super().__init__(parent)
        self._standing = standing
        self._last = frozenset[str]()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._say_what_is_new)

    def notice(self) -> None:
        """Something was changed; costs nothing where nobody listens."""
        if QAccessible.isActive():
            self._timer.start(REST)

    def take_over(self, old: "Announcer") -> None:
        """Say nothing again that another one has said."""
        self._last = old._last

    def _say_what_is_new(self) -> None:
        standing = self._standing()
        for sentence, widget in standing.items():
            if sentence not in self._last:
                say(sentence, widget)
        self._last = frozenset(standing)
