"""What the program reads out of its own resources, and what is to be told of what is broken."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from yibao.policy.guides import Guide, read_guides
from yibao.policy.loading.files import guide_files, policy_files
from yibao.policy.loading.problems import PolicyError
from yibao.policy.loading.reading import read_store
from yibao.policy.places.regions import RegionTable
from yibao.policy.store import PolicyStore
from yibao.presenters import notices
from yibao.presenters.asking.remarks import clock_warning
from yibao.presenters.script.problem_text import problem_text
from yibao.system.folders import Folders
from yibao.system.log import LOGGER


class Contents(Struct, frozen=True):
    """Everything that the program brings; empty where it is broken."""

    store: PolicyStore
    guides: Sequence[Guide]
    icons: Mapping[str, bytes]
    troubles: Sequence[str]
    """What to tell of what is broken, and of a clock that goes wrong."""


def read_contents(folders: Folders, today: date) -> Contents:
    """Read the store, the guides and the icons; whatever is broken is told, and done without."""
    troubles: list[str] = []
    store = _store(folders, troubles)
    guides = _guides(folders, store, troubles) if len(store.regions) else ()
    if warning := clock_warning(store, today):
        troubles.append(warning)
    return Contents(store, guides, _icons(folders), troubles)


def _store(folders: Folders, troubles: list[str]) -> PolicyStore:
    try:
        return read_store(policy_files(folders.policy))
    except PolicyError as error:
        troubles.append(_told(notices.STORE_BROKEN, error))
        return PolicyStore(RegionTable(()), (), ())


def _guides(folders: Folders, store: PolicyStore, troubles: list[str]) -> Sequence[Guide]:
    try:
        return read_guides(guide_files(folders.guides), store)
    except PolicyError as error:
        troubles.append(_told(notices.GUIDES_BROKEN, error))
        return ()


def _told(message: str, error: PolicyError) -> str:
    LOGGER.error("%s", error)
    return message.format(problem_text(error.problems[0]))


def _icons(folders: Folders) -> dict[str, bytes]:
    """The pictures that there are; the program does without those that are not."""
    try:
        return {path.stem: path.read_bytes() for path in folders.icons.glob("*.svg")}
    except OSError as error:
        LOGGER.error("no icons: %s", type(error).__name__)
        return {}
