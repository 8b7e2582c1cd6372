"""The one design: colours, type and spacing, all from the palette and the font."""

import re
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QStyleFactory, QWidget

from yibao.window.kit.palettes import DARK, HIGH_CONTRAST, LIGHT, Colours

TEXT_SIZES: dict[str, tuple[str, float]] = {
    "standard": ("标准", 1.2),
    "large": ("大字", 1.5),
    "elder": ("长辈版", 2.0),
}
"""Name, and the factor on the system's own font size."""
SMALLEST_BASE = 9.0
"""Points: a system whose own font is smaller is not followed below this."""
LARGEST = 30
"""Logical pixels: main text larger than that leaves too few words on a small screen."""
SMALLEST_TARGET = 44
"""Logical pixels: less than that an unsteady hand misses, whatever the size of the text."""
BESIDE = 40
"""From so many characters of width on, the two halves of a card stand side by side."""
NARROW = 44
"""With less than so many characters of width the sides of the window stand one under the other."""
WITH_GUIDES = (54, 30)
"""Characters of width and height from which on the guides stand beside the reason."""
REASON, GUIDES = 38, 25
"""Characters of width: what a reason needs for its longest lines, and guides at the least."""
TILE = 7.8
"""Characters of height that a tile has at the least, so that less moves when an answer comes."""
MIDDLE = 128
"""Between black and white: a page darker than that is of a dark theme."""
LENGTH = re.compile(r"([0-9.]+)em\b")
SIZE = re.compile(r"([0-9.]+)rem\b")


def colours(contrast: str) -> Colours:
    """The palette that was asked for, or else the one that goes with the system's theme."""
    if contrast == "high":
        return HIGH_CONTRAST
    # Not asked of styleHints(): whatever names `Qt` costs a start as much as all that is painted.
    system = QStyleFactory.create("Fusion").standardPalette()
    return DARK if system.window().color().lightness() < MIDDLE else LIGHT


def dress(
    application: QApplication,
    own_font: QFont,
    *,
    size: str,
    contrast: str,
    style_sheet: str,
    folder: Path,
) -> None:
    """Give the whole program its colours and its type; called again whenever either changes.

    `own_font` is the font that the system gives, in its own size; `contrast` is "high" or
    "normal"; `style_sheet` a template of a style sheet; `folder` holds the small pictures that it
    names.
    """
    chosen = colours(contrast)
    font = QFont(own_font)
    font.setPointSizeF(max(own_font.pointSizeF(), SMALLEST_BASE) * TEXT_SIZES[size][1])
    font.setPointSizeF(font.pointSizeF() * min(1.0, LARGEST / QFontInfo(font).pixelSize()))
    application.setFont(font)
    application.setPalette(_palette(chosen))
    application.setStyleSheet(_style_sheet(style_sheet, chosen, font, folder))


def em(widget: QWidget, count: float = 1) -> int:
    """Logical pixels of so many Chinese characters in the widget's font."""
    return round(QFontMetricsF(widget.font()).horizontalAdvance("国") * count)


def around(widget: QWidget) -> tuple[int, int, int, int]:
    """Margins of what fills the window: left, top, right, bottom, in logical pixels."""
    across, down = em(widget, 0.8), em(widget, 0.5)
    return across, down, across, down


def least_target(character: float) -> int:
    """Height in logical pixels of what is pressed or typed into, for characters of this width."""
    return round(max(SMALLEST_TARGET, character * 1.9))


def reason_width(widget: QWidget, width: int) -> int:
    """How much of a width the reason takes where the guides stand beside it, in logical pixels."""
    return min(em(widget, REASON), width - em(widget, 0.5) - em(widget, GUIDES))


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
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.Highlight: colours.selected,
        QPalette.ColorRole.HighlightedText: colours.text,
        QPalette.ColorRole.ToolTipBase: colours.card,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.BrightText: colours.on_accent,
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
    target = least_target(character)
    names = colours._asdict() | {
        "high": f"{target - 2}px",
        "high_framed": f"{target - 4}px",
        "high_tab": f"{target - 3}px",
        "row": f"{target}px",
        "folder": folder.as_posix(),
        "theme": "light" if colours is LIGHT else "dark",
    }
    coloured = Template(template).substitute(names)
    sized = SIZE.sub(lambda found: f"{float(found[1]) * font.pointSizeF():.1f}pt", coloured)
    return LENGTH.sub(lambda found: f"{max(1, round(float(found[1]) * character))}px", sized)
