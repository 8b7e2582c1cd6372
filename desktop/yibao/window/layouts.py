"""Many changes, one layout."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout, QWidget


@contextmanager
def laid_out_once(widget: QWidget) -> Iterator[None]:
    """Put off laying out what is inside a widget until everything in it has changed.

    Each part that is shown would otherwise lay out at once everything around it.
    """
    inside = (part.layout() for part in widget.findChildren(QWidget))
    layouts = [layout for layout in inside if isinstance(layout, QLayout)]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)
