"""How quick an answer is, as ratios that do not depend on the machine:

- loading the whole store and answering the first inquiry, against importing QtWidgets;
- one assessment with its trace, against one paint of the window.

.venv/bin/python tests/benchmarks/answers.py
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ["QT_QPA_PLATFORM"] = "offscreen"

ROUNDS = 15
VISITOR = {
    "ageField": "",
    "statusChoice": "in_service",
    "bornField": "1970-06",
    "sexChoice": "male",
    "paidYearsField": "20-06",
    "actualYearsField": "8",
}
"""Somebody of whom all three answers are asked, by the names of the window's fields."""
QT = "import PySide6.QtWidgets"
FIRST_ANSWER = """
from datetime import date
from yibao.calculation.assess import assess
from yibao.calculation.inquiry import Inquiry
from yibao.policy.loading.files import policy_files
from yibao.policy.loading.reading import read_store
from yibao.system.folders import resources_folder
store = read_store(policy_files(resources_folder() / "policy"))
assess(store, Inquiry(region="110105", age=71), date(2026, 1, 5))
"""
TIMED = "from time import perf_counter; start = perf_counter()\n{}\nprint(perf_counter() - start)"


def main() -> None:
    for name, ratio in figures():
        print(f"{name}: {ratio}")


def figures() -> list[tuple[str, str]]:
    """How many times as long as what each is measured against."""
    qt, first = paired([lambda: in_new_process(QT), lambda: in_new_process(FIRST_ANSWER)])
    paint, assessment = window_times()
    return [
        ("Store and first answer, against the import of QtWidgets", f"{first / qt:.2f} times"),
        ("One assessment, against one paint of the window", f"{assessment / paint:.4f} times"),
    ]


def in_new_process(code: str) -> float:
    """Seconds that the code takes in a fresh interpreter, without the interpreter's own start."""
    run = subprocess.run(
        [sys.executable, "-c", TIMED.format(code)], check=True, capture_output=True, text=True
    )
    return float(run.stdout)


def window_times() -> tuple[float, float]:
    """Seconds of a paint of the whole window, and of the assessment of the visitor in it."""
    from PySide6.QtWidgets import QWidget

    from yibao.calculation.assess import assess
    from yibao.calculation.inquiry import Inquiry
    from yibao.policy.loading.files import policy_files
    from yibao.policy.loading.reading import read_store
    from yibao.program import bootstrap
    from yibao.system.folders import Folders, resources_folder

    store = read_store(policy_files(resources_folder() / "policy"))
    inquiry = Inquiry(
        region="210102",
        status="in_service",
        born=date(1970, 6, 1),
        sex="male",
        paid_months=246,
        actual_months=96,
    )
    with tempfile.TemporaryDirectory() as folder:
        folders = Folders(resources_folder(), Path(folder) / "settings", Path(folder) / "log")
        application = bootstrap.build(["yibao", "--demo", "210102", "71"], folders)
        application.window.show()
        for name, typed in VISITOR.items():
            fill_in(application.window.findChild(QWidget, name), typed)
        application.qt.processEvents()
        times = paired(
            [
                lambda: seconds(application.window.grab),
                lambda: seconds(lambda: assess(store, inquiry, date(2026, 1, 5)), times=200),
            ]
        )
        application.close()
    return times[0], times[1]


def fill_in(field: object, typed: str) -> None:
    """Type a text, or choose by what a choice stands for."""
    from PySide6.QtWidgets import QComboBox, QLineEdit

    if isinstance(field, QComboBox):
        field.setCurrentIndex(field.findData(typed))
    else:
        assert isinstance(field, QLineEdit)
        field.setText(typed)


def seconds(action: Callable[[], object], times: int = 1) -> float:
    """What an action takes, on average of so many times in a row."""
    start = perf_counter()
    for _ in range(times):
        action()
    return (perf_counter() - start) / times


def paired(actions: list[Callable[[], float]]) -> list[float]:
    """The median time of each; taken in turns, so that all meet the same load of the machine."""
    rounds = [[action() for action in actions] for _ in range(ROUNDS + 1)][1:]
    return [median(times) for times in zip(*rounds, strict=True)]


if __name__ == "__main__":
    main()
