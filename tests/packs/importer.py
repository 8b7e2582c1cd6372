"""Takes a pack and goes back again until it is killed: importer.py PACKS POLICY ROOT STICK."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from yibao.commands.pack_files import Packs
from yibao.commands.pack_import import Offer, looked_at, take
from yibao.policy.loading.files import policy_files
from yibao.policy.loading.reading import read_store

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


def main() -> None:
    folder, policy, root, stick = map(Path, sys.argv[1:])
    packs = Packs(folder, read_store(policy_files(policy)), for_all=False)
    while True:
        with looked_at(packs, Offer(stick, root, NOON, lambda read: None)) as looked:
            tell("looked")
            if not looked.is_in_use:
                take(packs, looked)
            tell("taken")
        packs.go_back()
        tell("back")


def tell(done: str) -> None:
    """Say so to whoever waits to kill."""
    print(done, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
