"""Chinese text on machines that have no Chinese font."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase

from yibao.system.log import LOGGER

FILE = "NotoSansSC-subset.otf"


def needs_font() -> bool:
    """Whether the system cannot show Simplified Chinese by itself."""
    return not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)


def load_font(folder: Path) -> str | None:
    """Load the program's own font; returns its family, or None where it is missing or broken."""
    number = QFontDatabase.addApplicationFont(str(folder / FILE))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    if not families:
        LOGGER.error("no Chinese font: %s could not be loaded", FILE)
        return None
    return families[0]
