"""The box into which a place is typed."""

from PySide6.QtWidgets import QLineEdit


class SearchBox(QLineEdit):
    """Says what may be typed."""

    def __init__(self, label: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setPlaceholderText("如 bjcy 或 北京朝阳")
