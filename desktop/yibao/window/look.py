"""The one design: colours, type and spacing, all from the palette and the font."""

import re
from pathlib import Path
from string import Template

import msgspec
from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QWidget

TEXT_SIZES: dict[str, tuple[str, float]] = {
    "standard": ("标准", 1.2),
    "large": ("大字", 1.5),
    "elder": ("长辈版", 2.0),
}
"""Name, and the factor on the system's own font size."""
SMALLEST_BASE = 9.0
"""Points: a system whose own font is smaller is not followed below this."""
LENGTH = re.compile(r"([0-9.]+)em\b")
SIZE = re.compile(r"([0-9.]+)rem\b")


class Colours(Struct, frozen=True):
    """One palette; every text colour has at least 7:1 on `page`, `card` and `field`."""

    page: str
    card: str
    field: str
    border: str
    """Of what can be typed into or pressed: 3:1 at least."""
    line: str
    """Of what only divides."""
    text: str
    quiet: str
    hint: str
    """Of what stands in an empty field; as pale as can be read well."""
    accent: str
    on_accent: str
    selected: str
    warning: str
    warning_back: str
    error: str
    error_back: str


LIGHT = Colours(
    page="#eef2f5",
    card="#ffffff",
    field="#ffffff",
    border="#7f8d99",
    line="#ccd6dd",
    text="#15202b",
    quiet="#3b4854",
    hint="#505c67",
    accent="#00506f",
    on_accent="#ffffff",
    selected="#d5e9f2",
    warning="#6b3a00",
    warning_back="#fff3dd",
    error="#8f1410",
    error_back="#fde9e7",
)
DARK = Colours(
    page="#10161b",
    card="#1a222a",
    field="#222c35",
    border="#74838f",
    line="#36434e",
    text="#eef3f6",
    quiet="#c0ccd5",
    hint="#a9b6c0",
    accent="#86cdf0",
    on_accent="#06202c",
    selected="#1d3847",
    warning="#ffd08a",
    warning_back="#35290f",
    error="#ffb1a8",
    error_back="#3a1a18",
)


def colours_of_system() -> Colours:
    """The palette that goes with the system's theme."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


def dress(
    application: QApplication, own_font: QFont, size: str, style_sheet: str, folder: Path
) -> None:
    """Give the whole program its colours and its type; called again whenever either changes.

    `own_font` is the font that the system gives, in its own size; `style_sheet` a template of a
    style sheet; `folder` holds the small pictures that it names.
    """
    colours = colours_of_system()
    font = QFont(own_font)
    font.setPointSizeF(max(own_font.pointSizeF(), SMALLEST_BASE) * TEXT_SIZES[size][1])
    application.setFont(font)
    application.setPalette(_palette(colours))
    application.setStyleSheet(_style_sheet(style_sheet, colours, font, folder))


def em(widget: QWidget, count: float = 1) -> int:
    """Logical pixels of so many Chinese characters in the widget's font."""
    return round(QFontMetricsF(widget.font()).horizontalAdvance("国") * count)


def say_as(widget: QWidget, role: str) -> None:
    """Make a widget look like its role in the style sheet: headline, title, quiet, error, …"""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def card() -> QFrame:
    """A frame that holds what belongs together."""
    frame = QFrame()
    frame.setProperty("role", "card")
    return frame


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.page,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.field,
        QPalette.ColorRole.AlternateBase: colours.page,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.hint,
        QPalette.ColorRole.Button: colours.card,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.Highlight: colours.selected,
        QPalette.ColorRole.HighlightedText: colours.text,
        QPalette.ColorRole.ToolTipBase: colours.card,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.Accent: colours.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.quiet))
    return palette


def _style_sheet(template: str, colours: Colours, font: QFont, folder: Path) -> str:
    """The style sheet with the colours, lengths and sizes that its template names."""
    character = QFontMetricsF(font).horizontalAdvance("国")
    names = msgspec.structs.asdict(colours) | {
        "folder": folder.as_posix(),
        "theme": "dark" if colours is DARK else "light",
    }
    coloured = Template(template).substitute(names)
    sized = SIZE.sub(lambda found: f"{float(found[1]) * font.pointSizeF():.1f}pt", coloured)
    return LENGTH.sub(lambda found: f"{max(1, round(float(found[1]) * character))}px", sized)
