"""Kill a program in the middle of a save, many times: `python tests/system/kill_savers.py 1000`.

After each kill the file and the copy before it must each be whole.
"""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from yibao.system.files import backup_of

SAVER = Path(__file__).with_name("saver.py")
sys.path.insert(0, str(SAVER.parent))
from saver import decode  # noqa: E402  # pyright: ignore


def kill_savers(folder: Path, times: int, seed: int = 7) -> tuple[int, int]:
    """How many files were torn, and how many kills met a save half done."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    torn = halfway = 0
    file = folder / "kept.bin"
    for _ in range(times):
        with subprocess.Popen(
            [sys.executable, str(SAVER), str(file)], stdout=subprocess.PIPE
        ) as saver:
            assert saver.stdout
            assert saver.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0.001, 0.02))
            saver.kill()
        halfway += bool(list(folder.glob(".yibao-*")))
        for left in folder.glob(".yibao-*"):
            left.unlink()
        for path in (file, backup_of(file)):
            try:
                if path.exists():
                    decode(path.read_bytes())
            except (ValueError, IndexError):
                torn += 1
    return torn, halfway


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        torn, halfway = kill_savers(Path(folder), times)
    print(f"{times} kills, {halfway} of them in the middle of a save, {torn} torn files")  # noqa: T201


if __name__ == "__main__":
    main()
