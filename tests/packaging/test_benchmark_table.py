"""The table of ratios in the README, as far as it can be tried without measuring."""

import runpy
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_new_ratios_replace_the_old_ones_and_nothing_else() -> None:
    with_table = runpy.run_path(str(ROOT / "tests" / "benchmarks" / "table.py"))["with_table"]
    readme = (ROOT / "README.md").read_text("utf-8")

    once = with_table(readme, [("Start", "1.2 times")])
    twice = with_table(once, [("Start", "1.1 times")])

    assert "| Start | 1.1 times |\n" in twice
    assert "1.2 times" not in twice
    before, _, after = readme.partition("<!-- figures -->")
    assert twice.startswith(before)
    assert twice.endswith(after.partition("<!-- end of figures -->")[2])
