"""A box with a few choices."""

from collections.abc import Mapping

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class Choice(QComboBox):
    """A combo box that a wheel rolling over it does not change."""

    def __init__(self, choices: Mapping[str, str]) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, text in choices.items():
            self.addItem(text, value)

    def rename(self, names: Mapping[str, str]) -> None:
        """Call choices otherwise; what is chosen stays so."""
        for value, text in names.items():
            index = self.findData(value)
            if text != self.itemText(index):
                self.setItemText(index, text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls around the box."""
        event.ignore()
