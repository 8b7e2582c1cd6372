"""One thing to explain: what there is to know, steps to tick, and buttons to hand it on."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton

from yibao.presenters.guides.views import GuideView
from yibao.window.guides.step_box import StepBox
from yibao.window.kit import rich_text
from yibao.window.kit.arranged import Column
from yibao.window.kit.flow import Flow
from yibao.window.kit.icons import Icons, put_icon
from yibao.window.kit.labels import told
from yibao.window.kit.look import em

COPY = "复制"
SHORTLY = 2000
"""Milliseconds."""

Tick = tuple[str, str]
"""A step that was explained, with the title of its item."""
Ticks = set[Tick]


class GuideCard(Column):
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
        margin = em(self, 0.7)
        self._margins = (margin, margin, margin, em(self, 0.2))
        self._spacing = em(self, 0.3)
        item, words = self._item, self._words
        if words:
            self.add(self._label(self._group.title, "quiet"))
        self.add(self._label(item.title, "title"))
        self.add(*(self._label(paragraph) for paragraph in item.paragraphs))
        steps = Column()
        steps.add(*(self._step_box(number, step) for number, step in enumerate(item.steps, 1)))
        self.add(steps)
        if item.remarks:
            self.add(told("", rich_text.remarks(item.remarks, words)))
        self.add(*(self._label(caution, "warning") for caution in item.cautions))
        self.add(*(told(f"出处：{source}", role="quiet") for source in item.sources))
        buttons = Flow(em(self, 0.3))
        buttons.add(self._print, self._copy)
        self.add(buttons)

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
