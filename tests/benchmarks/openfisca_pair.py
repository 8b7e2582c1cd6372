"""Two answers a second and the time to load, against the same two rules in OpenFisca.

Both compute what a retired person of 71 in Beijing gets a month and how many months somebody in
service must still pay there, and both keep the trace. Loading is everything from the first import
to the first answer: there two rules, here the whole store. Processes run in turns.

python3 tests/benchmarks/openfisca_pair.py
"""

import subprocess
import sys
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

from machine import environment, environment_of

OPENFISCA = "openfisca-core==46.0.1"
ROUNDS, ANSWERS = 7, 300
OURS = """
import sys
from time import perf_counter
start = perf_counter()
from datetime import date
from yibao.calculation.assess import assess
from yibao.calculation.inquiry import Inquiry
from yibao.policy.loading.files import policy_files
from yibao.policy.loading.reading import read_store
from yibao.system.folders import resources_folder
store = read_store(policy_files(resources_folder() / "policy"))
retired = Inquiry(region="110105", age=71)
in_service = Inquiry(region="110105", status="in_service", sex="male", paid_months=246)
day = date(2026, 1, 5)
def answer():
    credit = assess(store, retired, day).credit
    contribution = assess(store, in_service, day).contribution
    return credit.outcome.amounts.per_month.low, contribution.outcome.shortfall.cumulative
assert answer() == (107, 54)
loaded = perf_counter() - start
times = int(sys.argv[1])
start = perf_counter()
for _ in range(times):
    answer()
print(loaded, (perf_counter() - start) / times)
"""


def main() -> None:
    for name, ratio in figures():
        print(f"{name}: {ratio}")


def figures() -> list[tuple[str, str]]:
    """How many times as much as with OpenFisca."""
    ours = [environment(".venv", "test"), "-c", OURS]
    theirs = [
        environment_of(".venv-openfisca", OPENFISCA),
        Path(__file__).with_name("openfisca_rules.py"),
    ]
    rounds = [[measure(command) for command in (ours, theirs)] for _ in range(ROUNDS)]
    (loading, answering), (their_loading, their_answering) = (
        [median(column) for column in zip(*of, strict=True)] for of in zip(*rounds, strict=True)
    )
    return [
        ("Answers a second, against OpenFisca", f"{their_answering / answering:.1f} times as many"),
        ("Loading the rules, against OpenFisca", f"{loading / their_loading:.2f} of its time"),
    ]


def measure(command: list[str | Path]) -> tuple[float, float]:
    """Seconds to load, and for both answers, in a process of its own."""
    run = subprocess.run([*command, str(ANSWERS)], check=True, capture_output=True, text=True)
    loading, answering = run.stdout.split()
    return float(loading), float(answering)


if __name__ == "__main__":
    main()
