"""In which font Chinese is shown: the system's, or the program's where that has none."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from yibao.system.log import LOGGER

FILE = "NotoSansSC-subset.otf"


CHINESE_SANS = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)
"""Upright faces made for screens that hold Chinese and Latin, as systems bring them, best first."""


def system_family(font: QFont) -> str | None:
    """The family of the system that shows Chinese and digits alike, at best that of `font`.

    None where the system has none, or only faces for calligraphy or print. A name that begins with
    a dot is private to the system (macOS), which puts its Chinese together itself.
    """
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    own = QFontInfo(font).family()
    if own in chinese or (chinese and own.startswith(".")):
        return own
    return next((family for family in CHINESE_SANS if family in chinese), None)


def load_font(folder: Path) -> str | None:
    """Load the program's own font; returns its family, or None where it is missing or broken."""
    number = QFontDatabase.addApplicationFont(str(folder / FILE))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    if not families:
        LOGGER.error("no Chinese font: %s could not be loaded", FILE)
        return None
    return families[0]
