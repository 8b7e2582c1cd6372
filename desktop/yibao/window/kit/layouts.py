"""Many changes, one layout."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLayout, QWidget

ROUNDS = 12
"""At least as many as there are layouts around each other, from a step of a guide to the window."""


@contextmanager
def laid_out_once(*parts: QWidget) -> Generator[None]:
    """Put off laying out what is inside and around these until everything in them has changed.

    Each widget that is shown would otherwise lay out at once everything around it.
    """
    layouts = [layout for part in parts for layout in (*_around(part), *_inside(part))]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)
        lay_out_now()


def lay_out_now() -> None:
    """Lay out what has changed before anything of it is painted.

    What one layout needs, the one around it hears of only in the next round; between the rounds
    Qt may paint everything squeezed into the room that there was before.
    """
    for _ in range(ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def _inside(widget: QWidget) -> Iterator[QLayout]:
    for part in widget.findChildren(QWidget):
        if layout := part.layout():
            yield layout


def _around(widget: QWidget | None) -> Iterator[QLayout]:
    while widget:
        if layout := widget.layout():
            yield layout
        widget = widget.parentWidget()
