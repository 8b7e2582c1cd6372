"""The frozen program against a bare window that PyInstaller froze as it does by default.

- Start: processes that draw their window once, save the picture and end; they run in turns.
- Memory: the peak of each, some time after its start.
- Size: installed, and packed as for a package.

python3 tests/benchmarks/frozen.py [--again]     --again freezes both even where that was done
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

from archive import read_tree, tar_xz
from freeze import FROZEN, build_environment, freeze, pyinstaller
from identity import PACKAGE, WINDOW

BARE = "bare_window"
ROUNDS, SETTLED_AFTER = 11, 4
"""Seconds, after which whatever was put off at the start has happened."""


def main() -> None:
    for name, ratio in figures():
        print(f"{name}: {ratio}")


def figures() -> list[tuple[str, str]]:
    """How many times as much as the bare window."""
    program, bare = freeze_both(again="--again" in sys.argv)
    with tempfile.TemporaryDirectory() as home:
        own = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home}
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **own}
        starts = [
            [seconds_to_draw(folder, environment) for folder in (program, bare)]
            for _ in range(ROUNDS + 1)
        ][1:]
        memory = [peak_kibibytes(folder, environment) for folder in (program, bare)]
    start, bare_start = (median(times) for times in zip(*starts, strict=True))
    sizes = [sum(path.stat().st_size for path in files(folder)) for folder in (program, bare)]
    packed = [len(tar_xz(read_tree(folder, ""), 0)) for folder in (program, bare)]
    return [
        ("Frozen: start to first paint, against a bare window", times(start, bare_start)),
        ("Frozen: peak memory, against a bare window", times(*memory)),
        ("Frozen: installed size, against a bare window by default", times(*sizes)),
        ("Frozen: packed size, against a bare window by default", times(*packed)),
    ]


def freeze_both(again: bool) -> tuple[Path, Path]:
    """The folders of the program and of the bare window."""
    program, bare = FROZEN / PACKAGE, FROZEN / BARE
    if again or not program.exists():
        freeze()
    if again or not bare.exists():
        script = Path(__file__).with_name(f"{BARE}.py")
        pyinstaller(build_environment(), script, "--specpath", FROZEN.parent)
    return program, bare


def command(folder: Path) -> Path:
    return folder / (WINDOW if folder.name == PACKAGE else BARE)


def seconds_to_draw(folder: Path, environment: dict[str, str]) -> float:
    """From the start of the process to its end, with one picture of the window."""
    picture = str(Path(environment["HOME"]) / "picture.png")
    start = time.perf_counter()
    subprocess.run(
        [command(folder), "--render", picture], check=True, env=environment, capture_output=True
    )
    return time.perf_counter() - start


def peak_kibibytes(folder: Path, environment: dict[str, str]) -> float:
    """The most memory that the open window has taken."""
    with subprocess.Popen([command(folder)], env=environment, stderr=subprocess.DEVNULL) as process:
        time.sleep(SETTLED_AFTER)
        status = Path(f"/proc/{process.pid}/status").read_text()
        process.terminate()
    return float(status.split("VmHWM:")[1].split()[0])


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]


def times(ours: float, bare: float) -> str:
    return f"{ours / bare:.2f} times"


if __name__ == "__main__":
    main()
