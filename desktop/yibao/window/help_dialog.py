"""How a visit goes, and which keys there are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from yibao.presenters.help_text import KEYS, STEPS
from yibao.window.labels import plain
from yibao.window.look import em


class HelpDialog(QDialog):
    """Shown on demand; made anew each time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("helpDialog")
        self.setWindowTitle("使用说明")
        self.setMinimumWidth(em(self, 30))
        layout = QVBoxLayout(self)
        margin = em(self, 1.2)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(em(self, 0.5))
        layout.addWidget(plain("一次接待", "title"))
        for number, step in enumerate(STEPS, start=1):
            layout.addWidget(plain(f"{number}. {step}"))
        layout.addWidget(plain("按键", "title"))
        keys = QFormLayout()
        keys.setHorizontalSpacing(em(self, 1))
        for key, meaning in KEYS:
            keys.addRow(plain(key, "heading"), plain(meaning))
        layout.addLayout(keys)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
