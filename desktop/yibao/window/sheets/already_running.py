"""Tells that the program runs already and hangs."""

from PySide6.QtWidgets import QMessageBox

from yibao.presenters.notices import ALREADY_RUNNING, TITLE
from yibao.window.kit.labels import name_icon


def tell_already_running() -> None:
    """Show the dialog until it is read."""
    box = QMessageBox(QMessageBox.Icon.Warning, TITLE, ALREADY_RUNNING)
    box.setObjectName("alreadyRunningDialog")
    name_icon(box, "警告")
    box.exec()
