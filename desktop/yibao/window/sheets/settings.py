"""What an office sets once: its own region, when a forgotten visitor is wiped, more contrast."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget

from yibao.policy.places.regions import RegionTable
from yibao.presenters.asking.region_text import place_text
from yibao.window.kit.choice import Choice
from yibao.window.kit.labels import plain
from yibao.window.sheets.preferences import Preferences
from yibao.window.sheets.sheet import Sheet

MINUTES = (1, 2, 3, 5, 10, 20)
NO_REGION = "没有设"
IDLE = "多久没人动，就把来访者的内容清空"


class SettingsDialog(Sheet):
    """Tells of every change at once; there is nothing to confirm."""

    contrast_chosen = Signal(str)
    idle_chosen = Signal(int)
    office_chosen = Signal(str)

    def __init__(
        self, preferences: Preferences, regions: RegionTable, region: str, parent: QWidget
    ) -> None:
        """`region` is the one that is chosen in the window now; empty for none."""
        super().__init__("设置", "settingsDialog", parent)
        self._regions = regions
        self._office = plain(name="officeRegion")
        self._show_office(preferences.office_region)
        self._idle = _minutes(preferences.idle_minutes)
        self._contrast = QCheckBox("高对比度（黑底白字）")
        self._contrast.setObjectName("contrastChoice")
        self._contrast.setChecked(preferences.contrast == "high")
        self._lay_out(region)
        self._contrast.toggled.connect(self._choose_contrast)
        self._idle.currentIndexChanged.connect(self._choose_minutes)

    def _choose_contrast(self, high: bool) -> None:
        self.contrast_chosen.emit("high" if high else "normal")

    def _choose_minutes(self) -> None:
        self.idle_chosen.emit(self._idle.currentData())

    def _choose_office(self, region: str) -> None:
        self._show_office(region)
        self.office_chosen.emit(region)

    def _show_office(self, region: str) -> None:
        known = region in self._regions
        self._office.setText(place_text(self._regions, region) if known else NO_REGION)

    def _lay_out(self, region: str) -> None:
        self.rows.addWidget(plain("本单位的地区（每位来访者都从这里开始）", "heading"))
        self.rows.addWidget(self._office)
        if region:
            place = place_text(self._regions, region)
            self._add_office_button(f"就用{place}", "useRegionButton", region)
        self._add_office_button("不设", "dropRegionButton", "")
        idle_label = QLabel(f"{IDLE}(&T)")
        idle_label.setWordWrap(True)
        idle_label.setBuddy(self._idle)
        for widget in (idle_label, self._idle, plain("颜色", "heading"), self._contrast):
            self.rows.addWidget(widget)
        self.finish()

    def _add_office_button(self, text: str, name: str, region: str) -> None:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(lambda: self._choose_office(region))
        self.rows.addWidget(button)


def _minutes(chosen: int) -> Choice:
    minutes = sorted({*MINUTES, chosen})
    choice = Choice({})
    for count in minutes:
        choice.addItem(f"{count} 分钟", count)
    choice.setObjectName("idleChoice")
    choice.setAccessibleName(IDLE)
    choice.setCurrentIndex(minutes.index(chosen))
    return choice
