"""Tells of an error that nobody expected, and lets the report be copied."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from yibao.presenters import notices
from yibao.window.kit.labels import name_icon

NAME = "crashDialog"


def show_crash(report: str, parent: QWidget) -> None:
    """Show the dialog without stopping anything else; one that is shown already is enough."""
    if not parent.findChild(QMessageBox, NAME):
        _dialog(report, parent, notices.CRASH, "继续使用").show()


def show_failed_start(report: str, parent: QWidget, leave: Callable[[], None]) -> None:
    """Show the dialog where there is nothing to go on with, and `leave` once it was read."""
    dialog = _dialog(report, parent, notices.NOT_STARTED, "关闭程序")
    dialog.finished.connect(leave)
    dialog.show()


def _dialog(report: str, parent: QWidget, message: str, last: str) -> QMessageBox:
    """`last` is the word on the button that closes it."""
    box = QMessageBox(QMessageBox.Icon.Warning, notices.CRASH_TITLE, message, parent=parent)
    box.setObjectName(NAME)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    name_icon(box, "警告")
    box.setInformativeText(notices.CRASH_REPORT)
    box.setDetailedText(report)
    copy = box.addButton("复制报告", QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()  # Closing as well would end a failed start, and its clipboard.
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
    box.setEscapeButton(box.addButton(last, QMessageBox.ButtonRole.AcceptRole))
    box.setModal(False)
    return box
