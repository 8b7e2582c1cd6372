"""An answer in a card of its own: that of another place, beside the visitor's."""

from yibao.presenters.parts.views import AnswerView
from yibao.window.answer.reason import Reason
from yibao.window.kit.arranged import Column
from yibao.window.kit.flow import Flow
from yibao.window.kit.labels import fill, plain
from yibao.window.kit.look import em, say_as


class AnswerCard(Column):
    """Whose answer it is, its headline, and the reason under it."""

    def __init__(self, prefix: str, key: str) -> None:
        """Objects are named after the prefix; `key` opens and closes the sources."""
        super().__init__()
        self.setObjectName(f"{prefix}Card")
        self.setProperty("role", "card")
        side, end = em(self, 1), em(self, 0.8)
        self._margins = (side, end, side, end)
        self._spacing = em(self, 0.4)
        self._whose = plain(role="whose", name=f"{prefix}Whose")
        self._headline = plain(role="result", name=f"{prefix}Headline")
        self._reason = Reason(prefix, key)
        buttons = Flow(em(self, 0.5), right=True)
        buttons.add(self._reason.sources_button)
        self.add(self._whose, self._headline, self._reason, buttons)
        self.hide()

    def show_view(self, whose: str, view: AnswerView) -> None:
        """Show an answer."""
        self.setAccessibleName(whose)
        fill(self._whose, whose)
        say_as(self._headline, "result" if view.is_answer else "question")
        fill(self._headline, view.headline)
        self._reason.show_view(view)
        self.show()

    def show_nothing(self) -> None:
        """Be away, with all that it held."""
        fill(self._whose, "")
        fill(self._headline, "")
        self._reason.show_waiting("")
        self.hide()
