"""The one place where the parts of the program are made and wired."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property, partial
from pathlib import Path

import msgspec
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLibraryInfo,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFont, QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from yibao import APPLICATION_ID
from yibao.contents import read_contents
from yibao.presenters import notices
from yibao.presenters.arguments import ChineseParser
from yibao.system import crash, fonts, log
from yibao.system.files import write_file
from yibao.system.folders import Folders, user_folders
from yibao.system.settings import SettingsFile
from yibao.system.single_instance import SingleInstance
from yibao.window.crash_dialog import show_crash
from yibao.window.look import TEXT_SIZES, dress
from yibao.window.main_window import MainWindow
from yibao.window.preferences import Preferences

FIRST_SIZE = (1280, 720)
ONCE_PAINTED = 50
"""Milliseconds; what waits so long lets the window be painted first."""


class Application:
    """The program, ready to run: its window, its settings, and what connects them."""

    def __init__(self, qt: QApplication, folders: Folders, clock: Callable[[], date]) -> None:
        self.qt = qt
        self._folders = folders
        self._settings_file = SettingsFile(folders.settings)
        self._settings = self._settings_file.read()
        self._messages: list[str] = []
        self._system_font = self._font()
        self._style_sheet = self._read_style_sheet()
        self._dress(styled=False)
        contents = read_contents(folders, clock())
        self.window = MainWindow(
            contents.store,
            contents.guides,
            clock,
            preferences=self._preferences(),
            icons=contents.icons,
            save_file=partial(write_file, keep_before=False),
            print_font=self._print_font,
        )
        # Only now: a widget that is put into another takes its style anew each time.
        self._dress()
        self.window.resize(*FIRST_SIZE)
        self.window.show_recent(self._settings.recent_regions)
        for message in (*self._messages, *self._settings_trouble(), *contents.troubles):
            self.window.tell(message)
        self.window.region_chosen.connect(self._remember_region_later)
        self.window.preference_chosen.connect(self._use_preference)
        qt.styleHints().colorSchemeChanged.connect(self._dress)

    def run(self, instance: SingleInstance) -> int:
        """Show the window and stay until it is closed."""
        crash.install(self.show_crash)
        qInstallMessageHandler(log_qt_message)
        self.show_window()
        QTimer.singleShot(ONCE_PAINTED, self.window, self.window.warm_up)
        QTimer.singleShot(
            ONCE_PAINTED, self.window, lambda: instance.listen(self.window.come_forward)
        )
        exit_status = self.qt.exec()
        instance.release()
        crash.uninstall()
        qInstallMessageHandler(None)
        return exit_status

    def show_window(self) -> None:
        """Show the window, filling a screen that has no room for it otherwise."""
        room, size = self.window.screen().availableSize(), self.window.size()
        if size.boundedTo(room) == size:
            self.window.show()
        else:
            self.window.showMaximized()

    def close(self) -> None:
        """Take the window apart while there is still a program around it."""
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)
        log.stop_log()

    def _font(self) -> QFont:
        """The system's own font, or the program's where that cannot show Chinese."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        if fonts.needs_font():
            if self._own_family is None:
                self._messages.append(notices.NO_FONT)
            else:
                font.setFamily(self._own_family)
        return font

    def _print_font(self) -> str:
        """The program's own font, because text can be searched and copied out of its PDFs."""
        return self._own_family or self._system_font.family()

    @cached_property
    def _own_family(self) -> str | None:
        """Loaded only where it is wanted."""
        return fonts.load_font(self._folders.resources / "fonts")

    def _settings_trouble(self) -> Sequence[str]:
        if trouble := self._settings_file.trouble:
            return (notices.SETTINGS_TROUBLE[trouble.kind].format(trouble.name),)
        return ()

    def _remember_region_later(self, code: str) -> None:
        """Only once the answer is painted, because a disk is slower than a frame."""
        QTimer.singleShot(ONCE_PAINTED, self.window, lambda: self._remember_region(code))

    def _remember_region(self, code: str) -> None:
        self._keep(recent_regions=self._settings.with_recent(code).recent_regions)
        self.window.show_recent(self._settings.recent_regions)

    def _use_preference(self, name: str, value: object) -> None:
        self._keep(**{name: value})
        if name in ("text_size", "contrast"):
            self._dress()
        if name == "text_size":
            self.window.renew_page()

    def _preferences(self) -> Preferences:
        kept = self._settings
        return Preferences(
            text_size=self._text_size,
            contrast=kept.contrast,
            idle_minutes=kept.idle_minutes,
            office_region=kept.office_region,
        )

    def _keep(self, **changes: object) -> None:
        self._settings = msgspec.structs.replace(self._settings, **changes)
        try:
            self._settings_file.write(self._settings)
        except OSError as error:
            log.LOGGER.error("settings not kept: %s", type(error).__name__)
            self.window.tell(notices.SETTINGS_NOT_KEPT)

    def _dress(self, *, styled: bool = True) -> None:
        dress(
            self.qt,
            self._system_font,
            size=self._text_size,
            contrast=self._settings.contrast,
            style_sheet=self._style_sheet if styled else "",
            folder=self._folders.style,
        )

    @property
    def _text_size(self) -> str:
        """The size that is set; the standard one where it is none of ours."""
        kept = self._settings.text_size
        return kept if kept in TEXT_SIZES else "standard"

    def _read_style_sheet(self) -> str:
        try:
            return (self._folders.style / "counter.qss").read_text(encoding="utf-8")
        except OSError as error:
            log.LOGGER.error("no style sheet: %s", type(error).__name__)
            return ""

    def show_crash(self, report: str) -> None:
        """Tell of an unexpected error; its report can be copied."""
        show_crash(report, self.window)


def read_options(arguments: Sequence[str]) -> argparse.Namespace:
    """What the window is started with; raises InputError."""
    parser = ChineseParser(prog="yibao-window", description="打开医保窗口助手的窗口。")
    parser.add_argument("--demo", nargs=2, metavar=("地区", "年龄"), help="填好一位示范来访者")
    parser.add_argument("--render", metavar="图片", type=Path, help="把窗口画成图片，然后退出")
    return parser.parse_args(arguments)


def build(
    argv: Sequence[str],
    folders: Folders | None = None,
    clock: Callable[[], date] = date.today,
) -> Application:
    """Make the whole program without entering its event loop; folders and clock can be replaced.

    `argv` is that of a process, the program's name first; `--demo PLACE AGE` fills in a visitor.
    Raises InputError for arguments that cannot be used.
    """
    options = read_options(argv[1:])
    folders = folders or user_folders()
    log.start_log(folders.log)
    qt = QApplication.instance()
    if not isinstance(qt, QApplication):
        qt = QApplication(list(argv[:1]))
    qt.setApplicationName("yibao-counter")
    qt.setDesktopFileName(APPLICATION_ID)
    qt.setApplicationDisplayName(notices.TITLE)
    qt.setStyle("Fusion")
    picture = folders.style / "yibao.svg"
    if picture.exists():
        qt.setWindowIcon(QIcon(str(picture)))
    _speak_chinese(qt)
    application = Application(qt, folders, clock)
    if options.demo:
        application.window.show_demo(*options.demo)
    return application


def _speak_chinese(qt: QApplication) -> None:
    """Make the standard dialogs speak Chinese."""
    translator = QTranslator(qt)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        qt.installTranslator(translator)
    else:
        log.LOGGER.warning("no Chinese translation of the standard dialogs")


def log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Write what Qt has to say into the log."""
    log.LOGGER.warning("Qt %s: %s", kind.name, message)
