"""Kill a program in the middle of an import: `python tests/packs/kill_importers.py 1000`.

After each kill the pack in use must be the old one or the new one, whole.
"""

import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.packs.publisher import HEBEI, ISSUER, Computer, Publisher, rules_file, write_keys

from yibao.policy.loading.files import policy_files
from yibao.policy.loading.reading import read_store

STEPS = (b"looked\n", b"taken\n", b"back\n")
IMPORTER = Path(__file__).with_name("importer.py")


def kill_importers(folder: Path, policy: Path, times: int, seed: int = 7) -> tuple[int, int, int]:
    """How often the store was neither, how many kills met an import half done, and how many packs
    were met in use: the old one, and the new one."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    keys = write_keys(folder / "keys", ("root-1", "root-2", "targets", "release", "province-13"))
    publisher = Publisher(folder / "stick", keys).issue({HEBEI: rules_file(_rule("old"))})
    root = folder / "root.json"
    shutil.copy(publisher.folder / "metadata" / "1.root.json", root)
    computer = Computer(folder / "computer", root, read_store(policy_files(policy)))
    computer.take(publisher.folder)
    publisher.issue({HEBEI: rules_file(_rule("new"))})
    words = [str(IMPORTER), *map(str, (computer.folder, policy, root, publisher.folder))]
    bad = halfway = 0
    seen: set[str] = set()
    for _ in range(times):
        with subprocess.Popen([sys.executable, *words], stdout=subprocess.PIPE) as importer:
            assert importer.stdout
            for _ in range(chance.randint(1, 3)):
                assert importer.stdout.readline() in STEPS
            time.sleep(chance.uniform(0, 0.08) * chance.randint(0, 1))
            importer.kill()
        reading = computer.packs.in_use()
        bad += reading is None or bool(computer.packs.troubles) or bool(reading.problems)
        seen.add(str(reading and reading.layer.rules[0].id))
        left = list(computer.folder.glob(".yibao-*"))
        halfway += bool(left)
        for path in left:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    return bad, halfway, len(seen)


def _rule(name: str) -> dict[str, object]:
    return {
        "kind": "waiting_period",
        "id": f"pack-{name}",
        "area": "130100",
        "insurance_status": "flexible",
        "periods": [
            {
                "start_date": None,
                "end_date": None,
                "confirmed_on": None,
                "references": ["a-source"],
                "says": [f"{ISSUER}{name}"],
            }
        ],
    }


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        policy = write_small_policy(Path(folder) / "policy")
        bad, halfway, packs = kill_importers(Path(folder), policy, times)
    print(f"{times} kills, {halfway} in the middle of an import, {packs} packs seen, {bad} bad")  # noqa: T201


def write_small_policy(folder: Path) -> Path:
    """The policy of the tests, with nothing but a source."""
    from tests.conftest import write_policy

    return write_policy(folder, [])


if __name__ == "__main__":
    main()
