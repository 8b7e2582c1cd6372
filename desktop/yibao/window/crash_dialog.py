"""Tells of an error that nobody expected, and lets the report be copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from yibao.presenters import notices

NAME = "crashDialog"


def show_crash(report: str, parent: QWidget) -> None:
    """Show the dialog without stopping anything else; one that is shown already is enough."""
    if parent.findChild(QMessageBox, NAME):
        return
    box = QMessageBox(QMessageBox.Icon.Warning, notices.CRASH_TITLE, notices.CRASH, parent=parent)
    box.setObjectName(NAME)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for icon in box.findChildren(QLabel, "qt_msgboxex_icon_label"):
        icon.setAccessibleName("警告")
    box.setInformativeText(notices.CRASH_REPORT)
    box.setDetailedText(report)
    copy = box.addButton("复制报告", QMessageBox.ButtonRole.ActionRole)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
    box.addButton("继续使用", QMessageBox.ButtonRole.AcceptRole)
    box.setModal(False)
    box.show()
