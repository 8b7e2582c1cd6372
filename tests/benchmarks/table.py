"""Run every benchmark and write its ratios into the table of the README.

python3 tests/benchmarks/table.py

A benchmark is a script here with a function `figures() -> list[tuple[str, str]]`: what was
measured, and the ratio as text.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "packaging"))

from machine import environment

README = ROOT / "README.md"
BETWEEN = re.compile(r"(?<=<!-- figures -->\n).*(?=<!-- end of figures -->)", re.DOTALL)
ASK = """
import json, runpy
figures = runpy.run_path({script!r}, run_name="benchmark")["figures"]
print("\\n" + json.dumps(figures()))
"""


def main() -> None:
    python = environment(".venv", "test")
    rows = [row for script in benchmarks() for row in figures_of(script, python)]
    README.write_text(with_table(README.read_text("utf-8"), rows), encoding="utf-8")


def benchmarks() -> list[Path]:
    """The scripts that can be asked for figures."""
    found = sorted(HERE.glob("*.py"))
    return [path for path in found if "\ndef figures()" in path.read_text("utf-8")]


def figures_of(script: Path, python: Path) -> list[tuple[str, str]]:
    """What a benchmark measures, in a process of its own."""
    print(f"{script.name} …", flush=True)
    code = ASK.format(script=str(script))
    run = subprocess.run([python, "-c", code], check=True, stdout=subprocess.PIPE, text=True)
    measured = [(name, ratio) for name, ratio in json.loads(run.stdout.splitlines()[-1])]
    for name, ratio in measured:
        print(f"  {name}: {ratio}", flush=True)
    return measured


def with_table(text: str, rows: list[tuple[str, str]]) -> str:
    """The README with these rows in its table."""
    lines = [
        "| measured | ratio |",
        "|---|---|",
        *(f"| {name} | {ratio} |" for name, ratio in rows),
    ]
    table = "".join(f"{line}\n" for line in lines)
    replaced, times = BETWEEN.subn(lambda _: table, text)
    if times != 1:
        raise SystemExit(f"{README.name} has no place for the table")
    return replaced


if __name__ == "__main__":
    main()
