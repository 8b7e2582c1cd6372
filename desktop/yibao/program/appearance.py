"""How the program looks on this machine: the system's font and theme, and its own style sheet."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from yibao.presenters import notices
from yibao.system import fonts, log
from yibao.system.folders import Folders
from yibao.system.settings import Settings
from yibao.window.kit.look import TEXT_SIZES, dress


class Appearance:
    """Finds out what there is to look like; `troubles` is to be told of what is missing."""

    def __init__(self, qt: QApplication, folders: Folders) -> None:
        self._qt = qt
        self._folders = folders
        self.troubles: Sequence[str] = ()
        self._font = self._readable_font()
        self._style_sheet = self._read_style_sheet()
        self._settings = Settings()
        qt.styleHints().colorSchemeChanged.connect(self._dress)

    def put_on(self, settings: Settings) -> None:
        """Give the whole program the look that is set, and go with the system's theme from now on.

        Some desktops say only after the first paint that theirs is dark.
        """
        self._settings = settings
        self._dress()

    def print_font(self) -> str:
        """The program's own font, because text can be searched and copied out of its PDFs."""
        return self._own_family or self._font.family()

    def _dress(self) -> None:
        dress(
            self._qt,
            self._font,
            size=text_size(self._settings),
            contrast=self._settings.contrast,
            style_sheet=self._style_sheet,
            folder=self._folders.style,
        )

    def _readable_font(self) -> QFont:
        """The system's own font, in a family that shows digits and Chinese alike."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        if family := fonts.system_family(font) or self._own_family:
            font.setFamily(family)
        else:
            self.troubles = (notices.NO_FONT,)
        return font

    @cached_property
    def _own_family(self) -> str | None:
        """Loaded only where it is wanted."""
        return fonts.load_font(self._folders.resources / "fonts")

    def _read_style_sheet(self) -> str:
        try:
            return (self._folders.style / "counter.qss").read_text(encoding="utf-8")
        except OSError as error:
            log.LOGGER.error("no style sheet: %s", type(error).__name__)
            return ""


def text_size(settings: Settings) -> str:
    """The size that is set; the standard one where it is none of ours."""
    return settings.text_size if settings.text_size in TEXT_SIZES else "standard"
