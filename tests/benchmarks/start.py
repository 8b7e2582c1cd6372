"""How soon the window is there, and how much memory it takes, against a bare window of Qt's own.

.venv/bin/python tests/benchmarks/start.py
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from first_paint import ratios

ROUNDS = 15
PROGRAM = (sys.executable, "-m", "yibao")
BARE = (sys.executable, Path(__file__).with_name("bare_window.py"))


def main() -> None:
    for name, ratio in figures():
        print(f"{name}: {ratio}")


def figures() -> list[tuple[str, str]]:
    """How many times as much as the bare window; at most 1.3 and 1.4 are wanted."""
    run = ratios((PROGRAM, BARE), ROUNDS)
    return [
        ("Start to first paint, against a bare window", f"{run.seconds:.2f} times"),
        ("Peak memory until then, against a bare window", f"{run.painted:.2f} times"),
        ("Peak memory of the whole window, against a bare window", f"{run.settled:.2f} times"),
    ]


if __name__ == "__main__":
    main()
