"""What the program is, how old its data are, and whom it thanks."""

from datetime import date

from PySide6.QtWidgets import QWidget

from yibao import __version__
from yibao.policy.store import PolicyStore
from yibao.presenters.notices import TITLE
from yibao.presenters.sheets.about_text import LICENCES, PURPOSE, data_facts
from yibao.window.kit.labels import plain
from yibao.window.sheets.sheet import Sheet, pairs


class AboutDialog(Sheet):
    """Shown on demand."""

    def __init__(self, store: PolicyStore, today: date, parent: QWidget) -> None:
        super().__init__(f"关于{TITLE}", "aboutDialog", parent)
        self.rows.addWidget(plain(f"{TITLE} {__version__}", "title"))
        for line in (PURPOSE, *data_facts(store, today)):
            self.rows.addWidget(plain(line))
        self.rows.addLayout(pairs(LICENCES, "quiet"))
        self.finish()
