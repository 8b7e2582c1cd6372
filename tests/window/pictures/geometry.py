"""What is cut, overlaps or leaves its place, measured from geometry and font metrics."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QWidget,
)

Text = QLabel | QAbstractButton | QLineEdit | QComboBox
WRAPPED = Qt.TextFlag.TextWordWrap
SMALLEST_TARGET = 44
MOST_CHARACTERS = 40
TARGETS = (QPushButton, QCheckBox, QLineEdit, QComboBox)


def troubles(window: QWidget) -> list[str]:
    """Everything that a person would call cut, hidden, too small or laid over something else."""
    shown = list(_shown(window))
    found = [f"{_name(w)}: {what}" for w in shown for what in _cut(w)]
    found += [f"{_name(w)} leaves its place" for w in shown if _leaves_its_place(w, window)]
    found += [
        f"{_name(w)} is {w.width()}×{w.height()}"
        for w in shown
        if isinstance(w, TARGETS) and min(w.width(), w.height()) < SMALLEST_TARGET
    ]
    places = [(w, _visible(w, window)) for w in shown]
    for (one, here), (other, there) in combinations(places, 2):
        both = here & there
        related = one.isAncestorOf(other) or other.isAncestorOf(one)
        if both.width() > 1 and both.height() > 1 and not related:
            found.append(f"{_name(one)} lies over {_name(other)}")
    return found


def _shown(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        inside = widget.window() is window.window() and not _inside_of_another(widget)
        if isinstance(widget, Text) and widget.isVisible() and inside:
            yield widget


def _inside_of_another(widget: QWidget) -> bool:
    """The parts of Qt's own widgets, such as the button that empties a line edit."""
    parent = widget.parentWidget()
    return isinstance(parent, Text) or type(parent).__name__ in {"QTabBar", "QHeaderView"}


def _cut(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _cut_label(widget)
    elif isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        control = QStyle.ComplexControl.CC_ComboBox
        room = widget.style().subControlRect(control, option, part, widget)
        yield from _too_wide(widget, widget.currentText(), room)
    elif isinstance(widget, QLineEdit):
        option = QStyleOptionFrame()
        widget.initStyleOption(option)
        part = QStyle.SubElement.SE_LineEditContents
        room = widget.style().subElementRect(part, option, widget)
        yield from _too_wide(widget, widget.text() or widget.placeholderText(), room)
    elif widget.hasHeightForWidth():
        needed = widget.heightForWidth(widget.width())
        if needed > widget.height() + 1:
            yield f"has {widget.height()} of {needed} pixels of height"
    elif widget.sizeHint().width() > widget.width() + 1:
        yield f"{widget.text()!r} has {widget.width()} of {widget.sizeHint().width()} pixels"


def _too_wide(widget: QWidget, text: str, room: QRect) -> Iterator[str]:
    needed = widget.fontMetrics().horizontalAdvance(text)
    if needed > room.width() + 1:
        yield f"{text!r} has {room.width()} of {needed} pixels"


def _cut_label(label: QLabel) -> Iterator[str]:
    if label.pixmap().isNull() and label.text():
        words = label.text()[:20]
        needed = (
            label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        )
        if needed > label.height() + 1:
            yield f"{words!r} has {label.height()} of {needed} pixels of height"
        wide = _wide(label)
        if wide > label.contentsRect().width() + 1:
            yield f"{words!r} has {label.contentsRect().width()} of {wide} pixels of width"
        yield from _long_lines(label)


def _long_lines(label: QLabel) -> Iterator[str]:
    """Lines of more characters than an eye follows with ease."""
    character = label.fontMetrics().horizontalAdvance("国")
    document = QTextDocument()
    rich = label.textFormat() == Qt.TextFormat.RichText
    document.setHtml(label.text()) if rich else document.setPlainText(label.text())
    longest = max(
        label.fontMetrics().horizontalAdvance(x) for x in document.toPlainText().split("\n")
    )
    line = min(longest, label.contentsRect().width())
    if line > MOST_CHARACTERS * character:
        yield f"{label.text()[:20]!r} has {line / character:.1f} characters in a line"


def _wide(label: QLabel) -> int:
    """The width that the longest line needs."""
    if not label.wordWrap():
        return label.sizeHint().width()
    if label.textFormat() == Qt.TextFormat.RichText:
        return label.minimumSizeHint().width()
    room = QRect(0, 0, label.contentsRect().width(), 100_000)
    return label.fontMetrics().boundingRect(room, WRAPPED, label.text()).width()


def _leaves_its_place(widget: QWidget, window: QWidget) -> bool:
    """Whether a part of it cannot be seen, whatever is scrolled up or down."""
    inner = widget
    while inner is not window and inner.parentWidget():
        parent = inner.parentWidget()
        scrolled = isinstance(parent.parentWidget(), QAbstractScrollArea)
        place = QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())
        across = place.left() >= -1 and place.right() <= parent.width()
        down = scrolled or (place.top() >= -1 and place.bottom() <= parent.height())
        if not (across and down):
            return True
        inner = parent
        if scrolled:
            inner = parent.parentWidget()
            widget = inner
    return False


def _visible(widget: QWidget, window: QWidget) -> QRect:
    seen = widget.visibleRegion().boundingRect()
    return seen.translated(widget.mapTo(window, QPoint(0, 0)))


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", lambda: "")()
    return widget.objectName() or f"{type(widget).__name__} {text[:12]!r}"
