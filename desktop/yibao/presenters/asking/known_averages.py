"""Published averages that were typed for the office's own region, until the program ends."""

from yibao.policy.store import PolicyStore
from yibao.presenters.asking.inquiry_form import Entries
from yibao.presenters.asking.questions import Questions


class KnownAverages:
    """Remembers each by its full name: area, year, and whose average it is."""

    def __init__(self, store: PolicyStore) -> None:
        self._regions = store.regions
        self._typed: dict[str, str] = {}

    def learn(self, entries: Entries, questions: Questions, office: str) -> None:
        """Remember an average that was good for an answer, if it is of the office's region."""
        name = questions.labels.get("average_pension")
        if name and entries.average_pension.strip() and self._is_own(entries.region, office):
            self._typed[name] = entries.average_pension

    def of(self, questions: Questions) -> str:
        """The average that is asked for; empty where it is not known."""
        return self._typed.get(questions.labels.get("average_pension", ""), "")

    def _is_own(self, region: str, office: str) -> bool:
        if office not in self._regions:
            return False
        pool = self._regions.pooling_area(office)
        return pool is not None and pool == self._regions.pooling_area(region)
