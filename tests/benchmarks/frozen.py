"""The frozen program against a bare window that PyInstaller froze as it does by default.

- Start and memory: as in `start.py`; the processes run in turns.
- Size: installed, and packed as for a package.

python3 tests/benchmarks/frozen.py [--again]     --again freezes both even where that was done
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "packaging"), str(Path(__file__).resolve().parent)]

from first_paint import ratios

from archive import read_tree, tar_xz
from freeze import FROZEN, build_environment, freeze, pyinstaller
from identity import PACKAGE, WINDOW

BARE = "bare_window"
ROUNDS = 11


def main() -> None:
    for name, ratio in figures():
        print(f"{name}: {ratio}")


def figures() -> list[tuple[str, str]]:
    """How many times as much as the bare window."""
    program, bare = freeze_both(again="--again" in sys.argv)
    run = ratios([[command(folder)] for folder in (program, bare)], ROUNDS)
    sizes = [sum(path.stat().st_size for path in files(folder)) for folder in (program, bare)]
    packed = [len(tar_xz(read_tree(folder, ""), 0)) for folder in (program, bare)]
    return [
        ("Frozen: start to first paint, against a bare window", f"{run.seconds:.2f} times"),
        ("Frozen: peak memory until then, against a bare window", f"{run.painted:.2f} times"),
        (
            "Frozen: peak memory of the whole window, against a bare window",
            f"{run.settled:.2f} times",
        ),
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


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]


def times(ours: float, bare: float) -> str:
    return f"{ours / bare:.2f} times"


if __name__ == "__main__":
    main()
