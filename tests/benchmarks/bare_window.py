"""A window of Qt's own with what any program has."""

import sys

from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

application = QApplication(sys.argv)
window, content, tabs = QMainWindow(), QWidget(), QTabWidget()
rows = QVBoxLayout(content)
tabs.addTab(QLabel("余额查询"), "余额查询")
for widget in (QLabel("参保地区"), QLineEdit(), tabs, QPushButton("下一位")):
    rows.addWidget(widget)
window.setCentralWidget(content)
window.resize(1280, 720)
window.show()
sys.exit(application.exec())
