"""What the program is, how old its data are, and whom it thanks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from yibao import __version__
from yibao.policy.store import PolicyStore
from yibao.presenters.about_text import LICENCES, PURPOSE, data_facts
from yibao.presenters.notices import TITLE
from yibao.window.labels import plain
from yibao.window.look import em


class AboutDialog(QDialog):
    """Shown on demand; made anew each time."""

    def __init__(self, store: PolicyStore, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"关于{TITLE}")
        self.setMinimumWidth(em(self, 30))
        layout = QVBoxLayout(self)
        margin = em(self, 1.2)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(em(self, 0.6))
        layout.addWidget(plain(f"{TITLE} {__version__}", "title"))
        layout.addWidget(plain(PURPOSE))
        for fact in data_facts(store):
            layout.addWidget(plain(fact))
        licences = QFormLayout()
        for what, licence in LICENCES:
            licences.addRow(plain(what, "quiet"), plain(licence, "quiet"))
        layout.addLayout(licences)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
