"""Starting the window as a program: once for each user, or as a picture without a screen."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEventLoop,
    QLibraryInfo,
    QTimer,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget

from yibao.presenters import notices
from yibao.presenters.script.arguments import InputError
from yibao.program.groundwork import ONCE_PAINTED, Groundwork, application, log_qt_message
from yibao.program.options import read_options
from yibao.program.running import FAILED, Running
from yibao.system import windows
from yibao.system.files import write_file
from yibao.system.folders import user_folders
from yibao.system.input_method import reach_fcitx
from yibao.system.log import LOGGER
from yibao.system.processes import ROSTER_WORK
from yibao.system.single_instance import Reply, SingleInstance

BAD_INPUT = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Start the program, or raise its window where it runs already; returns the exit status."""
    argv = sys.argv if argv is None else argv
    if argv[1:2] == [ROSTER_WORK]:  # a packaged window is its own interpreter
        from yibao.commands.roster_work import main as be_child  # noqa: PLC0415

        return be_child()
    try:
        options = read_options(argv[1:])
    except InputError as error:
        print(f"{error.field}：{error}", file=sys.stderr)
        return BAD_INPUT
    _meet_the_desktop()
    if options.render:
        return _draw(argv, options.render)
    folders = user_folders()
    instance = SingleInstance(folders.settings)
    reply = Reply.NOBODY if instance.is_first() else _call_first(instance, argv)
    if reply is Reply.CAME:
        return 0
    groundwork = Groundwork(argv[0], folders)
    try:
        if reply is Reply.SILENT:
            return _tell_already_running(groundwork)
        return Running(groundwork, instance, options.demo).run()
    finally:
        groundwork.close()


def _meet_the_desktop() -> None:
    """What the systems want to know, and be asked, before there is a window."""
    windows.introduce()
    if sys.platform.startswith("linux"):
        plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
        reach_fcitx(os.environ, Path(plugins))


def _call_first(instance: SingleInstance, argv: Sequence[str]) -> Reply:
    application(argv[0])
    return instance.call_first()


def _tell_already_running(groundwork: Groundwork) -> int:
    """Say that the first program hangs, in the language and the look of the program."""
    from yibao.window.sheets.already_running import tell_already_running  # noqa: PLC0415 - seldom

    LOGGER.warning("another program of this user runs and does not answer")
    groundwork.introduce()
    tell_already_running()
    return FAILED


def _draw(argv: Sequence[str], target: Path) -> int:
    """Draw the window into a picture, for machines without a screen."""
    from yibao.program.bootstrap import build  # noqa: PLC0415 - the window is shown without it

    qInstallMessageHandler(log_qt_message)
    application = build(argv, user_folders())
    application.window.show()
    picture = _as_picture(_at_rest(application.window), target.suffix[1:])
    application.close()
    try:
        if picture:
            write_file(target, picture, keep_before=False)
            return 0
    except OSError:
        pass
    print(notices.NO_PICTURE.format(target), file=sys.stderr)
    return FAILED


def _at_rest(window: QWidget) -> QPixmap:
    """The window once nothing in it changes any more: what takes longer is made after a paint."""
    before, loop = QImage(), QEventLoop()
    while (drawn := window.grab()).toImage() != before:
        before = drawn.toImage()
        QTimer.singleShot(ONCE_PAINTED, loop.quit)
        loop.exec()
    return drawn


def _as_picture(drawn: QPixmap, kind: str) -> bytes:
    """The content of a picture file of this kind ("png"); empty where it is none."""
    content = QByteArray()
    drawn.save(QBuffer(content), kind)
    return bytes(content.data())


if __name__ == "__main__":
    sys.exit(main())
