"""The program of the packages against a bare window that is laid beside an interpreter the same way.

Start and memory: as in `start.py`; the processes run in turns.

python3 tests/benchmarks/frozen.py [--again]     --again lays both anew even where that was done
"""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "packaging"), str(Path(__file__).resolve().parent)]

from first_paint import ratios

from freeze import build_environment, lay_for
from identity import PACKAGE, WINDOW
from laying.folder import LAID, compile_modules
from laying.targets import BUILDER

BARE = "bare_window"
ROUNDS = 11


def main() -> None:
    for name, ratio in figures():
        print(f"{name}: {ratio}")


def figures() -> list[tuple[str, str]]:
    """How many times as much as the bare window."""
    both = lay_both(again="--again" in sys.argv)
    run = ratios([[folder / WINDOW] for folder in both], ROUNDS)
    return [
        ("Frozen: start to first paint, against a bare window", f"{run.seconds:.2f} times"),
        ("Frozen: peak memory until then, against a bare window", f"{run.painted:.2f} times"),
        (
            "Frozen: peak memory of the whole window, against a bare window",
            f"{run.settled:.2f} times",
        ),
    ]


def lay_both(again: bool) -> tuple[Path, Path]:
    """The folders of the program and of the bare window."""
    program = LAID / BUILDER.architecture / PACKAGE
    if again or not program.exists():
        lay_for(BUILDER, build_environment())
    return program, lay_bare(program)


def lay_bare(program: Path) -> Path:
    """The same folder with the bare window in the place of the program."""
    bare = program.with_name(BARE)
    shutil.rmtree(bare, ignore_errors=True)
    shutil.copytree(program, bare)
    yibao = bare / "lib" / "yibao"
    shutil.rmtree(yibao)
    (yibao / "program").mkdir(parents=True)
    for package in (yibao, yibao / "program"):
        (package / "__init__.py").touch()
    script = Path(__file__).with_name(f"{BARE}.py")
    shutil.copy(script, yibao / "program" / "start.py")
    compile_modules([*yibao.rglob("*.py")], bare / "lib", bare / "lib")
    for source in yibao.rglob("*.py"):
        source.unlink()
    return bare


if __name__ == "__main__":
    main()
