"""What there is before anything is imported that answers: Qt, the settings, and a window.

The window can be typed into at once; everything else is made while it stands there already.
"""

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLibraryInfo,
    QMessageLogContext,
    QtMsgType,
    QTranslator,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from yibao import APPLICATION_ID
from yibao.presenters import notices
from yibao.program.appearance import Appearance
from yibao.system import log
from yibao.system.folders import Folders
from yibao.system.settings import SettingsFile
from yibao.window.opening.main_window import MainWindow

FIRST_SIZE = (1280, 720)
ONCE_PAINTED = 50
"""Milliseconds; what waits so long lets the window be painted first."""


class Groundwork:
    """Everything that the whole program stands on."""

    def __init__(self, name: str, folders: Folders) -> None:
        """Start the log and Qt, which takes `name` for that of the process, and make the window."""
        log.start_log(folders.log)
        self.folders = folders
        self.qt = application(name)
        self.settings_file = SettingsFile(folders.settings)
        self.settings = self.settings_file.read()
        self.appearance = Appearance(self.qt, folders)
        self.appearance.put_on(self.settings)
        self.window = MainWindow()
        self.window.resize(*FIRST_SIZE)

    def introduce(self) -> None:
        """The program's picture, and Chinese for the standard dialogs."""
        picture = self.folders.style / "yibao.svg"
        if picture.exists():
            self.qt.setWindowIcon(QIcon(str(picture)))
        translator = QTranslator(self.qt)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load("qtbase_zh_CN", folder):
            self.qt.installTranslator(translator)
        else:
            log.LOGGER.warning("no Chinese translation of the standard dialogs")

    def close(self) -> None:
        """Take the window apart while there is still a program around it."""
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)
        log.stop_log()


def application(name: str) -> QApplication:
    """Qt's own application, as it knows the program; there is one in a process."""
    qt = QApplication.instance()
    if not isinstance(qt, QApplication):
        qt = QApplication([name])
    qt.setApplicationName("yibao-counter")
    qt.setDesktopFileName(APPLICATION_ID)
    qt.setApplicationDisplayName(notices.TITLE)
    qt.setStyle("Fusion")
    return qt


def log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Write what Qt has to say into the log."""
    log.LOGGER.warning("Qt %s: %s", kind.name, message)
