"""How a visit goes, what the menu holds besides, and which keys there are."""

from PySide6.QtWidgets import QWidget

from yibao.presenters.sheets.help_text import IN_THE_MENU, KEYS, STEPS
from yibao.window.kit.labels import plain
from yibao.window.sheets.sheet import Sheet, pairs


class HelpDialog(Sheet):
    """Shown with F1."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("使用说明", "helpDialog", parent)
        self.rows.addWidget(plain("一次接待", "title"))
        for number, step in enumerate(STEPS, start=1):
            self.rows.addWidget(plain(f"{number}. {step}"))
        self.rows.addWidget(plain("菜单里还有", "title"))
        self.rows.addLayout(pairs(IN_THE_MENU, "heading"))
        self.rows.addWidget(plain("按键", "title"))
        self.rows.addLayout(pairs(KEYS, "heading"))
        self.finish()
