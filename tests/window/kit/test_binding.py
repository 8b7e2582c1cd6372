"""The Qt binding that is installed can be trusted with a long day at the counter."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 100


class Bell(QObject):
    """Something that signals."""

    rung = Signal()


def test_calls_into_qt_do_not_use_up_none_and_true(qtbot: QtBot) -> None:
    bell, label = Bell(), QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None), sys.getrefcount(True)

    for _ in range(CALLS):
        label.setText("")
        bell.rung.emit()

    after = sys.getrefcount(None), sys.getrefcount(True)
    assert before[0] - after[0] < CALLS / 2
    assert before[1] - after[1] < CALLS / 2
