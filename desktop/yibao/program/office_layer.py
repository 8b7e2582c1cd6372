"""The office's rules over all others: read at the start, and again once somebody changed them."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from yibao.policy.store import PolicyStore
from yibao.system.files import write_file
from yibao.system.folders import Folders, can_write
from yibao.system.log import LOGGER
from yibao.system.storage import stamp

if TYPE_CHECKING:
    from yibao.policy.office.office_file import OfficeFile
    from yibao.window.desk.parts import DeskParts


class OfficeLayer:
    """What everybody answers from, made anew only when one of the office's files is another one."""

    def __init__(self, folders: Folders, below: PolicyStore, clock: Callable[[], date]) -> None:
        """`below` is what there is without the office."""
        self._folders = folders
        self._clock = clock
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

    def desk_parts(self) -> "DeskParts":
        """What the policy desk needs to change the files."""
        from yibao.commands.office_files import (  # noqa: PLC0415 - seldom used
            PLACES,
            OfficeRules,
        )
        from yibao.window.desk.parts import DeskParts  # noqa: PLC0415 - the same

        folders, below = self._folders, self.below
        site = folders.site
        return DeskParts(
            below=below,
            kept={place: OfficeRules(folders, place, below) for place in PLACES},
            may_write={"site": site is not None and can_write(site), "user": True},
            read_given=self._read_given,
            save_file=partial(write_file, keep_before=False),
        )

    def _read_given(self, path: Path) -> "OfficeFile":
        from yibao.commands.office_given import read_given  # noqa: PLC0415 - seldom used

        return read_given(path, self.below, self._clock())
