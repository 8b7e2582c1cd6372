"""Everything that a visitor is told: a card for each answer."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from yibao.presenters.parts.views import AnswerView, VisitView
from yibao.window.answer.answer_card import AnswerCard
from yibao.window.kit.icons import Icons, put_icon
from yibao.window.kit.labels import with_key
from yibao.window.kit.look import em

COPY = with_key("复制答案", "C")
SHORTLY = 2000
"""Milliseconds."""


class AnswerCards(QWidget):
    """The answer that matters most, and under it the others that there are."""

    copy_asked = Signal()
    print_asked = Signal()
    compare_asked = Signal(bool)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.compare_button = QPushButton(with_key("换个地方比一比", "I"))
        self.compare_button.setObjectName("compareButton")
        self.compare_button.setCheckable(True)
        self._copy_button = QPushButton(COPY)
        self._copy_button.setObjectName("copyButton")
        self._print_button = QPushButton("打印 (Ctrl+P)")
        self._print_button.setObjectName("printButton")
        pictures = {
            self.compare_button: "scale",
            self._print_button: "printer",
            self._copy_button: "copy",
        }
        for button, name in pictures.items():
            put_icon(button, icons, name, QPalette.ColorRole.ButtonText)
        buttons = (self.compare_button, self._print_button, self._copy_button)
        self._first = AnswerCard("result", "O", timeline="timeline", buttons=buttons)
        self._premium = AnswerCard("premium", "8")
        self._credit = AnswerCard("credit", "9")
        self._contribution = AnswerCard("contribution", "4")
        self._retirement = AnswerCard("retirement", "5")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(self, 0.5))
        for card in self._cards:
            layout.addWidget(card)
        self._copy_button.clicked.connect(self.copy_asked)
        self._print_button.clicked.connect(self.print_asked)
        self.compare_button.toggled.connect(self.compare_asked)

    def show_visit(self, view: VisitView) -> None:
        """Show the answers there are."""
        first = view.answers[0]
        self._first.setAccessibleName(first.title)
        self._first.show_view(_whose(view, first), first)
        for card, answer in zip(self._others, view.each, strict=True):
            _show(card, None if answer is first else answer)

    def show_waiting(self, what: str, how: str) -> None:
        """Say what is to be done before there is an answer; nothing of the last one stays."""
        self._first.show_waiting(what, how)
        for card in self._others:
            _show(card, None)

    def take_over(self, old: "AnswerCards") -> None:
        """Show the sources that another one shows."""
        for card, other in zip(self._cards, old._cards, strict=True):
            card.take_over(other)

    def confirm_copied(self) -> None:
        """Say for a moment that the answer lies in the clipboard."""
        self._copy_button.setText("已复制")
        QTimer.singleShot(SHORTLY, self, lambda: self._copy_button.setText(COPY))

    @property
    def _cards(self) -> tuple[AnswerCard, ...]:
        return (self._first, *self._others)

    @property
    def _others(self) -> tuple[AnswerCard, ...]:
        """A card for each answer that there may be, in the order of `VisitView.each`."""
        return (self._premium, self._contribution, self._retirement, self._credit)


def _whose(view: VisitView, answer: AnswerView) -> str:
    """Whose answer it is; of what, where that is not the credit."""
    what = () if answer is view.credit else (answer.title,)
    return f"{' · '.join((view.place, view.person, view.day, *what))}\n{view.assumptions}"


def _show(card: AnswerCard, view: AnswerView | None) -> None:
    """Show an answer in its card under its title, or no card at all."""
    if view:
        card.setAccessibleName(view.title)
        card.show_view(view.title, view, "result")
    else:
        card.show_waiting("", "")
    card.setVisible(view is not None)
