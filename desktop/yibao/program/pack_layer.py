"""The pack over what the program brings: read at the start, and again once another one is taken."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from yibao.policy.store import PolicyStore
from yibao.system.folders import SHELF, Folders, can_write
from yibao.system.log import LOGGER
from yibao.system.storage import stamp

if TYPE_CHECKING:
    from yibao.commands.pack_files import Packs
    from yibao.policy.pack.refusal import Watch
    from yibao.presenters.packs.pack_view import PackView, PreviewView
    from yibao.window.packs.parts import PackParts


class PackLayer:
    """What the program answers from without the office."""

    def __init__(self, folders: Folders, embedded: PolicyStore, clock: Callable[[], date]) -> None:
        self._folders = folders
        self._clock = clock
        self._embedded = embedded
        self.store = embedded
        self.troubles: Sequence[str] = ()
        """What could not be used, the last time that a pack was read."""
        self._stamps: tuple[object, ...] = (None, None)
        self.look_again()

    def look_again(self) -> bool:
        """Read what is kept if it has changed; returns whether it had.

        Nothing that reads packs is imported where none was ever taken.
        """
        stamps = tuple(stamp(path / SHELF) if path else None for path in self._folders.packs)
        if stamps == self._stamps or not len(self._embedded.regions):
            return False
        self._stamps = stamps
        from yibao.commands.pack_files import with_pack  # noqa: PLC0415

        self.store, self.troubles = with_pack(self._embedded, self._folders)
        for trouble in self.troubles:
            LOGGER.error("%s", trouble)
        return True

    def parts(self) -> "PackParts":
        """What the page of packs needs of the machine."""
        from yibao.window.packs.parts import PackParts  # noqa: PLC0415 - seldom used

        return PackParts(
            receives=self._folders.pack_root.exists(),
            in_use=self._in_use,
            other=self._other,
            kept_in="site" if self._for_all else "user",
            look=self._look,
            go_back=lambda: self._packs().go_back(),
        )

    @property
    def _for_all(self) -> bool:
        return self._folders.site is not None and can_write(self._folders.site)

    def _packs(self) -> "Packs":
        """Those of the whole computer where this user may change them, else the user's own."""
        from yibao.commands.pack_files import packs_of  # noqa: PLC0415 - seldom used

        site, own = packs_of(self._folders, self._embedded)
        return site if self._for_all else own

    def _other(self) -> str:
        from yibao.presenters.packs.pack_view import other_title  # noqa: PLC0415 - seldom used

        return other_title(self._packs().shelf())

    def _in_use(self) -> "PackView | None":
        from yibao.presenters.packs.pack_view import reading_view  # noqa: PLC0415 - seldom used

        reading = self._packs().in_use()
        return reading and reading_view(reading, self._embedded)

    def _look(self, folder: Path, watch: "Watch") -> "Found":
        noon = datetime.combine(self._clock(), time(12)).astimezone()
        offered = Offered(folder, noon, watch, self.store)
        return Found(self._packs(), self._folders, offered)


class Offered(NamedTuple):
    """A folder with a pack, as it is looked at."""

    folder: Path
    now: datetime
    watch: "Watch"
    before: PolicyStore
    """What is answered from now, without the office's rules."""


class Found:
    """A pack on a stick that was found good; to be taken, or dropped."""

    def __init__(self, packs: "Packs", folders: Folders, offered: Offered) -> None:
        """Raises PackRefusedError."""
        from yibao.commands.office_files import office_rules  # noqa: PLC0415 - seldom used
        from yibao.commands.pack_import import Offer, looked_at  # noqa: PLC0415 - the same
        from yibao.presenters.packs.pack_view import preview_view  # noqa: PLC0415 - the same

        self._packs = packs
        self._held = ExitStack()
        offer = Offer(offered.folder, folders.pack_root, offered.now, offered.watch)
        looked = self._looked = self._held.enter_context(looked_at(packs, offer))
        office = office_rules(folders, offered.before)
        self.is_in_use = looked.is_in_use
        self.view: PreviewView = preview_view(
            looked.reading, offered.before, looked.after, office, offered.now.date()
        )

    def take(self) -> None:
        """Put it in use; raises PackRefusedError."""
        from yibao.commands.pack_import import take  # noqa: PLC0415 - seldom used

        take(self._packs, self._looked)

    def drop(self) -> None:
        """Leave nothing of it behind."""
        self._held.close()
