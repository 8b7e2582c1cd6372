"""Change the core in one place after another, and tell which changes no test notices.

Such a change is in a line that does not matter, or in one that no test guards. What is changed is
a copy of the checkout.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import takewhile
from operator import eq
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory

from machine import ROOT, MachineError, environment_without_qt
from mutations import Mutant, mutants, mutated

PACKAGE = Path("desktop/yibao")
CHANGED = ["policy", "calculation", "presenters"]
TESTS = [*(f"tests/{room}" for room in CHANGED), "tests/commands", "tests/test_cli.py"]
COPIED = ["desktop", "tests", "resources", "packaging"]
SIDE_BY_SIDE = 2
WANTED = 0.9
"""The share of the mutants that must be noticed."""
PATIENCE = 4
"""How many times as long as without a mutation the tests may take; beyond, it is noticed."""
PYTEST = """
import resource, sys, pytest

class FirstFailure:
    def pytest_configure(self):
        from hypothesis import Phase, settings
        settings.register_profile("first", phases=[Phase.explicit, Phase.generate], database=None)
        settings.load_profile("first")

resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
sys.exit(pytest.main(sys.argv[1:], [FirstFailure()]))
"""
"""A mutant that never ends must not take all the memory of the machine, and the first inquiry that
goes wrong will do: nobody reads the smallest."""


class Copy:
    """A copy of the checkout in which one mutant after the other is tried."""

    def __init__(self, folder: Path, python: Path) -> None:
        self._folder = folder
        self._python = python
        for name in COPIED:
            left_out = shutil.ignore_patterns("__pycache__", "pictures")
            shutil.copytree(ROOT / name, folder / name, ignore=left_out)
        shutil.copy2(ROOT / "pyproject.toml", folder)

    def survives(self, mutant: Mutant, limit: float) -> bool:
        """Whether every test passes with the mutant in place."""
        place = mutant.path.relative_to(ROOT)
        (self._folder / place).write_text(mutated(mutant), encoding="utf-8")
        try:
            return all(
                self.passes(tests, limit, PYTHONDONTWRITEBYTECODE="1")
                for tests in _nearest_first(place)
            )
        finally:
            # With its old date, so that what Python compiled from it holds again.
            shutil.copy2(mutant.path, self._folder / place)

    def passes(self, tests: Sequence[str], limit: float | None, **environment: str) -> bool:
        """Whether the tests pass, up to the first that does not, within so many seconds."""
        options = ["-q", "-x", "-p", "no:cacheprovider", "--hypothesis-seed=0"]
        try:
            done = subprocess.run(
                [self._python, "-c", PYTEST, *options, *tests],
                check=False,
                cwd=self._folder,
                env={**os.environ, "PYTHONPATH": "desktop", "PYTHONHASHSEED": "0", **environment},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=limit,
            )
        except subprocess.TimeoutExpired:
            return False
        return done.returncode == 0


def main() -> int:
    """Returns 0 if at least as many of the mutants as wanted were noticed."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sample", type=int, default=150, help="how many mutants to try")
    arguments.add_argument("--seed", type=int, default=0, help="another seed, another sample")
    given = arguments.parse_args()
    every = [mutant for path in _changed_files() for mutant in mutants(path)]
    chosen = random.Random(given.seed).sample(every, min(given.sample, len(every)))  # noqa: S311
    print(f"Trying {len(chosen)} of {len(every)} mutants, seed {given.seed}.", flush=True)
    try:
        survivors = len([*map(_tell, _survivors(sorted(chosen)))])
    except (MachineError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 1
    noticed = 1 - survivors / len(chosen)
    print(f"Noticed: {len(chosen) - survivors} of {len(chosen)} ({noticed:.1%}).")
    return 0 if noticed >= WANTED else 1


def _survivors(chosen: Sequence[Mutant]) -> Iterator[Mutant]:
    """Those of the mutants that no test notices."""
    python = environment_without_qt(".venv-core", "core-test")
    with TemporaryDirectory() as folder, ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        copies = [Copy(Path(folder, str(i)), python) for i in range(SIDE_BY_SIDE)]
        limit = PATIENCE * max(pool.map(_time_unchanged, copies))
        free: SimpleQueue[Copy] = SimpleQueue()
        for copy in copies:
            free.put(copy)

        def survives(mutant: Mutant) -> bool:
            copy = free.get()
            try:
                return copy.survives(mutant, limit)
            finally:
                free.put(copy)

        for mutant, survived in zip(chosen, pool.map(survives, chosen), strict=True):
            if survived:
                yield mutant


def _time_unchanged(copy: Copy) -> float:
    """How many seconds the tests take; raises MachineError where they fail as it is."""
    began = time.monotonic()
    if not copy.passes(TESTS, None):
        raise MachineError("The tests of the core fail without any mutation.")
    return time.monotonic() - began


def _tell(mutant: Mutant) -> None:
    place = mutant.path.relative_to(ROOT / PACKAGE)
    print(f"{place}:{mutant.line}  {mutant.before}  →  {mutant.after}", flush=True)


def _changed_files() -> list[Path]:
    return sorted(path for room in CHANGED for path in (ROOT / PACKAGE / room).rglob("*.py"))


def _nearest_first(place: Path) -> list[list[str]]:
    """The files of tests, the most likely to notice a mutant first: those of its module and room.

    They are tried by themselves, because gathering all the others takes longer than most mutants
    live.
    """
    files = [file for tests in TESTS for file in _test_files(ROOT / tests)]
    rooms = place.relative_to(PACKAGE).with_suffix("").parts

    def shared(file: Path) -> int:
        tested = file.relative_to(ROOT / "tests").with_suffix("")
        guards = (*tested.parent.parts, tested.name.removeprefix("test_"))
        return len([*takewhile(bool, map(eq, rooms, guards))])

    nearest = max(shared(file) for file in files)
    in_order = sorted(files, key=shared, reverse=True)
    turns = [
        [file for file in in_order if (shared(file) == nearest) == first] for first in (True, False)
    ]
    return [[str(file.relative_to(ROOT)) for file in turn] for turn in turns]


def _test_files(tests: Path) -> list[Path]:
    return [tests] if tests.is_file() else sorted(tests.rglob("test_*.py"))


if __name__ == "__main__":
    sys.exit(main())
