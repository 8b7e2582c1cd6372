"""The stores that commands answer from, and the places in them."""

import sys
from collections.abc import Iterable

from yibao.policy.loading.files import policy_files
from yibao.policy.loading.reading import read_store
from yibao.policy.store import PolicyStore
from yibao.presenters.asking.region_text import place_text
from yibao.system.folders import SHELF, resources_folder, user_folders
from yibao.system.storage import stamp

Place = dict[str, str]


def place(store: PolicyStore, code: str) -> Place:
    """A region as scripts read it."""
    return {"code": code, "name": place_text(store.regions, code)}


def embedded_store() -> PolicyStore:
    """The store that comes with the program; raises PolicyError where it is broken."""
    return read_store(policy_files(resources_folder() / "policy"))


def store_beneath() -> PolicyStore:
    """The store with the pack over it, on which an office's rules rest; what is broken is told.

    Nothing that reads packs is imported where none was ever taken.
    """
    store, folders = embedded_store(), user_folders()
    if not any(folder and stamp(folder / SHELF) for folder in folders.packs):
        return store
    from yibao.commands.pack_files import with_pack  # noqa: PLC0415

    store, troubles = with_pack(store, folders)
    tell(troubles)
    return store


def whole_store() -> PolicyStore:
    """The store with the office's rules over it; what cannot be used of them is told.

    Nothing that reads them is imported where there are none, as at most counters.
    """
    store, folders = store_beneath(), user_folders()
    if not any(path and stamp(path) for path in folders.office_rules):
        return store
    from yibao.commands.office_files import with_office_rules  # noqa: PLC0415

    composed = with_office_rules(store, folders)
    tell(composed.troubles)
    return composed.store


def tell(troubles: Iterable[str]) -> None:
    """Write what does not keep a command from answering beside its answer."""
    for trouble in troubles:
        sys.stderr.write(f"{trouble}\n")
