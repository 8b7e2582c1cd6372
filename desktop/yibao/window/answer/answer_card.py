"""One answer: the headline first, beside it why, under it from where and what else to know."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from yibao.presenters.parts.views import AnswerView
from yibao.window.answer.timeline import Timeline
from yibao.window.kit import rich_text
from yibao.window.kit.flow import Flow
from yibao.window.kit.labels import fill, plain, reading, rich, with_key
from yibao.window.kit.look import BESIDE, em, say_as, set_beside


class AnswerCard(QFrame):
    """Shows one answer, or what is still to be done before there is one."""

    def __init__(
        self, prefix: str, key: str, timeline: str = "", buttons: Sequence[QPushButton] = ()
    ) -> None:
        """Objects are named after the prefix; `key` opens and closes the sources.

        `buttons` stand where the answer's own do.
        """
        super().__init__()
        self.setObjectName(f"{prefix}Card")
        self.setProperty("role", "card")
        self._whose = plain(role="whose", name=f"{prefix}Whose")
        self._headline = plain(role="headline", name=f"{prefix}Headline")
        self._details = plain(name=f"{prefix}Details")
        self._timeline = Timeline(timeline or f"{prefix}Timeline")
        self._why = plain("怎么算的", role="heading")
        self._steps = rich(name=f"{prefix}Steps")
        self._notices = plain(name=f"{prefix}Notices")
        self._warnings = plain(role="warning", name=f"{prefix}Warnings")
        self._basis = plain(role="quiet", name=f"{prefix}Basis")
        self._sources = rich(name=f"{prefix}Sources")
        self._key = key
        self._sources_button = QPushButton()
        self._sources_button.setObjectName(f"{prefix}SourcesButton")
        self._sources_button.setCheckable(True)
        self._buttons = buttons
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._sources_button.toggled.connect(self._show_sources)

    def show_view(self, whose: str, view: AnswerView, headline: str = "headline") -> None:
        """Show an answer; an answer's headline in this role."""
        fill(self._whose, whose)
        say_as(self._headline, headline if view.is_answer else "question")
        fill(self._headline, view.headline)
        fill(self._details, "\n".join(filter(None, (view.age, *view.details))))
        self._timeline.show_events(view.events)
        fill(self._steps, rich_text.steps(view.steps) if view.steps else "")
        self._why.setVisible(bool(view.steps))
        fill(self._notices, "\n".join(view.to_know))
        fill(self._warnings, "\n".join(filter(None, (*view.warnings, view.advice))))
        fill(self._basis, view.basis)
        self._sources.setText(rich_text.sources(view.rule, view.sources))
        self._sources_button.setVisible(bool(view.sources))
        self._sources.setVisible(self._sources_button.isChecked() and bool(view.sources))
        for button in self._buttons:
            button.show()

    def show_waiting(self, what: str, how: str) -> None:
        """Say what is to be done before there is an answer; nothing of the last one stays."""
        for label in self._labels:
            label.clear()
            label.hide()
        self._timeline.show_events(())
        self._why.hide()
        say_as(self._headline, "question")
        fill(self._headline, what)
        fill(self._details, how)
        self._sources_button.setChecked(False)
        for button in (self._sources_button, *self._buttons):
            button.hide()

    def take_over(self, old: "AnswerCard") -> None:
        """Show the sources if another card shows them."""
        self._sources_button.setChecked(old._sources_button.isChecked())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the reason beside the headline, or under it where there is too little room."""
        set_beside(self._halves, event.size().width() >= em(self, BESIDE))
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        answer = _column(self._headline, reading(self._details), self._timeline)
        reason = _column(self._why, reading(self._steps))
        self._halves.setSpacing(em(self, 1))
        self._halves.addLayout(answer, 1)
        self._halves.addLayout(reason, 1)
        last = Flow(em(self, 0.5), right=True)
        for button in (self._sources_button, *self._buttons):
            last.addWidget(button)
        layout = QVBoxLayout(self)
        margin = em(self, 1)
        layout.setContentsMargins(margin, em(self, 0.8), margin, em(self, 0.8))
        layout.setSpacing(em(self, 0.4))
        layout.addWidget(self._whose)
        layout.addLayout(self._halves)
        for label in (self._notices, self._warnings, self._basis):
            layout.addLayout(reading(label))
        layout.addLayout(last)
        layout.addLayout(reading(self._sources))
        self._show_sources(False)

    @property
    def _labels(self) -> tuple[QLabel, ...]:
        return (
            self._whose,
            self._headline,
            self._details,
            self._steps,
            self._notices,
            self._warnings,
            self._basis,
            self._sources,
        )

    def _show_sources(self, shown: bool) -> None:
        text = "收起出处" if shown else "看出处"
        self._sources_button.setText(with_key(text, self._key))
        self._sources_button.setAccessibleName(text)
        self._sources.setVisible(shown)


def _column(*parts: QWidget | QHBoxLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    column.addStretch()
    return column
