"""How many people's amounts change in which month, as bars."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel

from yibao.presenters.roster.report import month_name
from yibao.window.kit.look import em
from yibao.window.kit.telling import Telling, tell

NAME, LONGEST = "以后几个月要变的人数", 24
MOST = 24
"""Months that are drawn."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class MonthBars(QLabel, Telling):
    """A bar for each month, with its number beside it; to a screen reader a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rosterChanges")
        self._months: list[tuple[str, int]] = []
        self.hide()

    def show_months(self, changes: Mapping[str, int]) -> None:
        """Draw these; nothing at all where there are none."""
        self._months = [(month_name(month), number) for month, number in changes.items()][:MOST]
        told = "，".join(f"{month} {number} 人" for month, number in self._months)
        self.setAccessibleName(f"{NAME}：{told}")
        self.setVisible(bool(self._months))
        tell(self)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as all months."""
        return QSize(em(self, 12), len(self._months) * self._line)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw month, bar and number."""
        painter = QPainter(self)
        text = self.palette().color(QPalette.ColorRole.WindowText)
        accent = self.palette().color(QPalette.ColorRole.Accent)
        most = max((number for _, number in self._months), default=1)
        names, numbers = em(self, 6.5), em(self, 4)
        room = max(em(self, 2), min(em(self, LONGEST), self.width() - names - numbers))
        painter.setPen(text)
        for row, (month, number) in enumerate(self._months):
            top = row * self._line
            painter.drawText(QRect(0, top, names, self._line), LEFT, month)
            long = max(2, room * number // most)
            painter.fillRect(QRect(names, top + self._line // 4, long, self._line // 2), accent)
            beside = QRect(names + long + em(self, 0.4), top, numbers, self._line)
            painter.drawText(beside, LEFT, f"{number} 人")

    @property
    def _line(self) -> int:
        return em(self, 1.5)
