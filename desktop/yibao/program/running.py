"""The program from the first paint of its window to its end."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, qInstallMessageHandler

from yibao.program.groundwork import ONCE_PAINTED, Groundwork, log_qt_message
from yibao.system import crash
from yibao.system.input_method import cannot_compose
from yibao.system.single_instance import SingleInstance

if TYPE_CHECKING:
    from yibao.program.bootstrap import Application

FAILED = 1
"""Exit status of a start that came to nothing."""
LATEST = 2000
"""Milliseconds after which the rest follows in any case: a window that starts minimised is not
painted."""


class Running:
    """Shows the groundwork's window at once; all that answers is imported and made after that."""

    def __init__(
        self,
        groundwork: Groundwork,
        instance: SingleInstance,
        demo: Sequence[str] | None = None,
    ) -> None:
        """`demo` is a place and an age: a visitor to be filled in."""
        self._groundwork = groundwork
        self._instance = instance
        self._demo = demo
        self._begun = self._failed = False
        self.application: Application | None = None

    def run(self) -> int:
        """Stay until the window is closed; returns the exit status."""
        window = self._groundwork.window
        crash.install(self.show_crash)
        qInstallMessageHandler(log_qt_message)
        window.painted.connect(self._complete)
        QTimer.singleShot(LATEST, window, self._complete)
        window.show_fitting()
        exit_status = self._groundwork.qt.exec()
        self._instance.release()
        crash.uninstall()
        qInstallMessageHandler(None)
        return exit_status

    def show_crash(self, report: str) -> None:
        """Tell of an unexpected error; its report can be copied."""
        from yibao.window.sheets.crash import show_crash, show_failed_start  # noqa: PLC0415

        window, qt = self._groundwork.window, self._groundwork.qt
        if self._failed:
            show_failed_start(report, window, lambda: qt.exit(FAILED))
        else:
            show_crash(report, window)

    def _complete(self) -> None:
        """Make the rest, once: what went wrong would go wrong again."""
        if self._begun:
            return
        self._begun = True
        try:
            self.application = application = self._made()
        except Exception:
            self._failed = True
            raise
        if self._demo:
            application.counter.show_demo(*self._demo)
        window = application.window
        QTimer.singleShot(ONCE_PAINTED, window, application.counter.warm_up)
        QTimer.singleShot(ONCE_PAINTED, window, self._listen)
        QTimer.singleShot(ONCE_PAINTED, window, self._meet_input_method)

    def _made(self) -> "Application":
        from yibao.program.bootstrap import Application  # noqa: PLC0415 - once painted

        return Application(self._groundwork)

    def _meet_input_method(self) -> None:
        if self.application and cannot_compose(os.environ):
            self.application.counter.tell_no_chinese()

    def _listen(self) -> None:
        self._instance.listen(self._groundwork.window.come_forward)
