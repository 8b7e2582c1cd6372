"""Why an answer is as it is: what belongs to it, how it was computed, from where, what to know."""

from PySide6.QtWidgets import QPushButton

from yibao.presenters.parts.views import AnswerView
from yibao.window.answer.timeline import Timeline
from yibao.window.kit import rich_text
from yibao.window.kit.arranged import Column, Row
from yibao.window.kit.labels import fill, plain, readable, rich, with_key
from yibao.window.kit.look import BESIDE, em
from yibao.window.kit.telling import show, tell


class Reason(Column):
    """Shows all of an answer but its headline; the sources once they are asked for."""

    def __init__(self, prefix: str, key: str, timeline: str = "") -> None:
        """Objects are named after the prefix; `key` opens and closes the sources."""
        super().__init__()
        self._spacing = em(self, 0.5)
        self._details = readable(plain(name=f"{prefix}Details"))
        self._timeline = Timeline(timeline or f"{prefix}Timeline")
        self._why = plain("怎么算的", role="heading")
        self._steps = rich(name=f"{prefix}Steps")
        self._notices = readable(plain(name=f"{prefix}Notices"))
        self._warnings = readable(plain(role="warning", name=f"{prefix}Warnings"))
        self._basis = readable(plain(role="quiet", name=f"{prefix}Basis"))
        self._sides = rich(name=f"{prefix}Sides")
        self._sources = readable(rich(name=f"{prefix}Sources"))
        self._key = key
        self.sources_button = QPushButton()
        self.sources_button.setObjectName(f"{prefix}SourcesButton")
        self.sources_button.setCheckable(True)
        self.sources_button.toggled.connect(self._show_sources)
        self._lay_out()
        self._show_sources(False)

    def show_view(self, view: AnswerView) -> None:
        """Show what belongs to an answer."""
        fill(self._details, "\n".join(filter(None, (view.age, *view.details))))
        self._timeline.show_events(view.events)
        fill(self._steps, rich_text.steps(view.steps) if view.steps else "")
        self._why.setVisible(bool(view.steps))
        fill(self._notices, "\n".join(view.to_know))
        fill(self._warnings, "\n".join(filter(None, (*view.warnings, view.advice))))
        fill(self._sides, rich_text.sides(view.sides) if view.sides else "")
        fill(self._basis, view.basis)
        self._sources.setText(rich_text.sources(view.rule, view.sources))
        show(self.sources_button, bool(view.sources))
        self._sources.setVisible(self.sources_button.isChecked() and bool(view.sources))

    def show_waiting(self, how: str) -> None:
        """Say how an answer is come by; nothing of the last one stays."""
        texts = (
            self._steps,
            self._notices,
            self._warnings,
            self._basis,
            self._sources,
            self._sides,
        )
        for label in texts:
            fill(label, "")
        self._timeline.show_events(())
        self._why.hide()
        fill(self._details, how)
        self.sources_button.setChecked(False)
        show(self.sources_button, False)

    def take_over(self, old: "Reason") -> None:
        """Show the sources if another one shows them."""
        self.sources_button.setChecked(old.sources_button.isChecked())

    def _lay_out(self) -> None:
        answer, computed = Column(em(self, 0.5)), Column(em(self, 0.2))
        answer.add(self._details, self._timeline)
        computed.add(self._why, self._steps)
        halves = Row(em(self, 1), least=em(self, BESIDE / 2))
        halves.add(answer, computed)
        self.add(halves, self._sides, self._warnings, self._notices, self._basis, self._sources)

    def _show_sources(self, shown: bool) -> None:
        text = "收起出处" if shown else "看出处"
        self.sources_button.setText(with_key(text, self._key))
        self.sources_button.setAccessibleName(text)
        self._sources.setVisible(shown)
        tell(self.sources_button)
