"""The office's rules over all others: read at the start, and again once somebody changed them."""

from collections.abc import Sequence

from yibao.policy.store import PolicyStore
from yibao.system.folders import Folders
from yibao.system.log import LOGGER
from yibao.system.storage import stamp


class OfficeLayer:
    """What everybody answers from, made anew only when one of the office's files is another one."""

    def __init__(self, folders: Folders, below: PolicyStore) -> None:
        """`below` is what there is without the office."""
        self._folders = folders
        self.below = below
        self.store = below
        self.troubles: Sequence[str] = ()
        """What could not be used of the files, the last time that they were read."""
        self._stamps: tuple[object, ...] = (None, None)
        self.look_again()

    def look_again(self) -> bool:
        """Read the files if they have changed; returns whether they had.

        It costs the question when they were written. Nothing that reads them is imported where
        there are none, as at most counters.
        """
        stamps = tuple(stamp(path) if path else None for path in self._folders.office_rules)
        if stamps == self._stamps or not len(self.below.regions):
            return False
        self._stamps = stamps
        from yibao.commands.office_files import with_office_rules  # noqa: PLC0415

        composed = with_office_rules(self.below, self._folders)
        for trouble in composed.troubles:
            LOGGER.error("%s", trouble)
        self.store, self.troubles = composed.store, composed.troubles
        return True

    def rest_on(self, below: PolicyStore) -> None:
        """Lie over another store from now on."""
        self.below = self.store = below
        self.troubles = ()
        self._stamps = (None, None)
        self.look_again()
