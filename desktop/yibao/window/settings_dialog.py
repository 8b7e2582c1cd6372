"""What an office sets once: its own region, when a forgotten visitor is wiped, more contrast."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from yibao.policy.regions import RegionTable
from yibao.window.choice import Choice
from yibao.window.labels import plain
from yibao.window.look import em
from yibao.window.preferences import Preferences

MINUTES = (1, 2, 3, 5, 10, 20)
NO_REGION = "没有设"


class SettingsDialog(QDialog):
    """Tells of every change at once; there is nothing to confirm."""

    contrast_chosen = Signal(str)
    idle_chosen = Signal(int)
    office_chosen = Signal(str)

    def __init__(
        self, preferences: Preferences, regions: RegionTable, region: str, parent: QWidget
    ) -> None:
        """`region` is the one that is chosen in the window now; empty for none."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._regions = regions
        self.setWindowTitle("设置")
        self.setMinimumWidth(em(self, 26))
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
        self._office.setText(self._regions.full_name(region) if known else NO_REGION)

    def _lay_out(self, region: str) -> None:
        layout = QVBoxLayout(self)
        margin = em(self, 1.2)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(em(self, 0.8))
        rows = QFormLayout()
        rows.setVerticalSpacing(em(self, 0.6))
        rows.addRow(plain("本单位的地区", "quiet"), self._office)
        rows.addRow("", self._office_buttons(region))
        idle_label = plain("多久没人动就清空", "quiet")
        idle_label.setBuddy(self._idle)
        rows.addRow(idle_label, self._idle)
        rows.addRow(plain("颜色", "quiet"), self._contrast)
        layout.addLayout(rows)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _office_buttons(self, region: str) -> QWidget:
        buttons = QWidget()
        column = QVBoxLayout(buttons)
        column.setContentsMargins(0, 0, 0, 0)
        if region:
            use = QPushButton(f"就用{self._regions.full_name(region)}")
            use.setObjectName("useRegionButton")
            use.clicked.connect(lambda: self._choose_office(region))
            column.addWidget(use)
        drop = QPushButton("不设")
        drop.setObjectName("dropRegionButton")
        drop.clicked.connect(lambda: self._choose_office(""))
        column.addWidget(drop)
        return buttons


def _minutes(chosen: int) -> Choice:
    minutes = sorted({*MINUTES, chosen})
    choice = Choice({})
    for count in minutes:
        choice.addItem(f"{count} 分钟", count)
    choice.setObjectName("idleChoice")
    choice.setAccessibleName("多久没人动就清空")
    choice.setCurrentIndex(minutes.index(chosen))
    return choice
