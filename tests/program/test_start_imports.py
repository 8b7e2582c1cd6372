"""What a start loads: nothing that verifies packs, with a pack in use or without."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.packs.publisher import Publisher, write_keys
from tests.window.packs.test_pack_page import NAMES, rules

from yibao.commands.pack_files import Packs
from yibao.commands.pack_import import Offer, looked_at, take
from yibao.policy.loading.files import policy_files
from yibao.policy.loading.reading import read_store
from yibao.system.folders import resources_folder

START = """
import sys
from pathlib import Path
from yibao.program.bootstrap import build
from yibao.system.folders import Folders, resources_folder
own = Path(sys.argv[1])
program = build(["yibao"], Folders(resources_folder(), own / "s", own / "l", own=own))
print(program.counter._store.pack is not None)
left_out = ("tuf", "securesystemslib", "cryptography", "urllib3", "ssl", "yibao.packs")
print([name for name in sys.modules if name.startswith(left_out)])
program.close()
"""
ON = date(2026, 11, 24)


@pytest.mark.parametrize("with_pack", [False, True])
def test_a_start_loads_nothing_that_verifies(with_pack: bool, tmp_path: Path) -> None:
    if with_pack:
        _take_pack(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [str(with_pack), "[]"]


def _take_pack(own: Path) -> None:
    from datetime import UTC, datetime

    publisher = Publisher(own / "stick", write_keys(own / "keys", NAMES)).issue(rules("72"), ON)
    store = read_store(policy_files(resources_folder() / "policy"))
    packs = Packs(own / "packs", store, for_all=False)
    root = publisher.folder / "metadata" / "1.root.json"
    noon = datetime(ON.year, ON.month, ON.day, 12, tzinfo=UTC)
    with looked_at(packs, Offer(publisher.folder, root, noon, lambda read: None)) as looked:
        take(packs, looked)
