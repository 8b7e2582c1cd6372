"""One thing to explain: what there is to know, steps to tick, and buttons to hand it on."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from yibao.presenters.guides.views import GuideView
from yibao.window.guides.step_box import StepBox
from yibao.window.kit import rich_text
from yibao.window.kit.icons import Icons, put_icon
from yibao.window.kit.labels import told
from yibao.window.kit.look import em

COPY = "复制"
SHORTLY = 2000
"""Milliseconds."""

Tick = tuple[str, str]
"""A step that was explained, with the title of its item."""
Ticks = set[Tick]


class GuideCard(QFrame):
    """Shows one item, with the words that were looked for marked in it."""

    copy_asked = Signal(object)
    print_asked = Signal(object)
    """A GuideView of this item alone."""

    def __init__(self, view: GuideView, words: Sequence[str], ticks: Ticks, icons: Icons) -> None:
        """A panel of one item; ticks are read from `ticks` and kept there."""
        super().__init__()
        self.setProperty("role", "card")
        self._view = view
        (self._group,) = view.groups
        (self._item,) = self._group.items
        self._words = words
        self._ticks = ticks
        self._copy = _button(COPY, self._item.title, icons, "copy")
        self._print = _button("打印", self._item.title, icons, "printer")
        self._lay_out()
        self._copy.clicked.connect(lambda: self.copy_asked.emit(self._view))
        self._print.clicked.connect(lambda: self.print_asked.emit(self._view))

    def confirm_copied(self, view: GuideView) -> None:
        """Say for a moment that it lies in the clipboard, if it is what this card shows."""
        if view == self._view:
            self._copy.setText("已复制")
            QTimer.singleShot(SHORTLY, self, lambda: self._copy.setText(COPY))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        margin = em(self, 0.7)
        layout.setContentsMargins(margin, margin, margin, em(self, 0.2))
        layout.setSpacing(em(self, 0.3))
        item, words = self._item, self._words
        if words:
            layout.addWidget(self._label(self._group.title, "quiet"))
        layout.addWidget(self._label(item.title, "title"))
        for paragraph in item.paragraphs:
            layout.addWidget(self._label(paragraph))
        steps = QVBoxLayout()
        steps.setSpacing(0)
        for number, step in enumerate(item.steps, 1):
            steps.addWidget(self._step_box(number, step))
        layout.addLayout(steps)
        if item.remarks:
            layout.addWidget(told("", rich_text.remarks(item.remarks, words)))
        for caution in item.cautions:
            layout.addWidget(self._label(caution, "warning"))
        for source in item.sources:
            layout.addWidget(told(f"出处：{source}", role="quiet"))
        buttons = QHBoxLayout()
        buttons.addWidget(self._print)
        buttons.addWidget(self._copy)
        buttons.addStretch()
        layout.addLayout(buttons)

    def _label(self, text: str, role: str = "") -> QLabel:
        return told(text, rich_text.marked(text, self._words), role)

    def _step_box(self, number: int, step: str) -> StepBox:
        key = (self._item.title, step)
        box = StepBox(number, step, self._words, done=key in self._ticks)
        box.toggled.connect(partial(self._tick, key))
        return box

    def _tick(self, step: Tick, on: bool) -> None:
        (self._ticks.add if on else self._ticks.discard)(step)


def _button(text: str, title: str, icons: Icons, icon: str) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(f"{text}：{title}")
    button.setProperty("role", "link")
    put_icon(button, icons, icon, QPalette.ColorRole.Link)
    return button
