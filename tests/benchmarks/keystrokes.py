"""How long a keystroke takes, from the event to the painted answer, against one frame of 16.7 ms;
and a search among all regions, against 2 ms. Each counts with the median of several rounds.

The window is the real one, offscreen or on the screen that DISPLAY names.

.venv/bin/python tests/benchmarks/keystrokes.py
"""

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if os.environ.get("DISPLAY") else "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from yibao.policy.loading.files import policy_files
from yibao.policy.loading.reading import read_store
from yibao.policy.places.names import codes, keys
from yibao.policy.places.region_search import RegionSearch
from yibao.policy.places.regions import Region
from yibao.presenters.notices import TITLE
from yibao.program import bootstrap
from yibao.system.folders import Folders, resources_folder

ROUNDS = 5
FRAME, SEARCH = 1 / 60, 0.002
"""Seconds."""
PLACES = ("110105", "510302", "310101", "211321", "420703")
TYPED = {
    "retired": {
        "ageField": "71",
        "averagePensionField": "3700.50",
        "bornField": "1955-12-20",
    },
    "in_service": {
        "ageField": "41",
        "baseField": "8123.45",
        "bornField": "1985-06",
        "paidYearsField": "20-06",
        "actualYearsField": "12",
    },
}
QUERIES = ("bjcy", "zigong", "shanghai", "chaoyang", "hebei")


def main() -> None:
    keys = key_times()
    for name in dict(keys):
        report(name, [time for of, time in keys if of == name], FRAME)
    report("every key", [time for _, time in keys], FRAME)
    report("region search", search_times(), SEARCH)


def figures() -> list[tuple[str, str]]:
    """The slowest of a hundred keys and of a hundred searches, against what they may take."""
    keys = [time for _, time in key_times()]
    return [
        ("Key to painted answer (p99), against one frame", f"{most(keys) / FRAME:.2f} times"),
        ("Region search (p99), against 2 ms", f"{most(search_times()) / SEARCH:.2f} times"),
    ]


def key_times() -> list[tuple[str, float]]:
    """The field that each key went to, and its seconds."""
    with tempfile.TemporaryDirectory() as folder:
        folders = Folders(resources_folder(), Path(folder) / "settings", Path(folder) / "log")
        application = bootstrap.build(["yibao"], folders)
        application.window.show()
        QTest.qWaitForWindowExposed(application.window)
        application.counter.warm_up()
        counter = Counter(application.window)
        rounds = [counter.work() for _ in range(ROUNDS + 1)][1:]
        application.close()
    return [(same[0][0], median(time for _, time in same)) for same in zip(*rounds, strict=True)]


def search_times() -> list[float]:
    """Seconds of every search that can be typed."""
    search = RegionSearch(read_store(policy_files(resources_folder() / "policy")).regions)
    search.find(TITLE)
    return [median(seconds(search, query) for _ in range(3)) for query in queries(search)]


class Counter:
    """Types as a clerk does, and notes how long each key took."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._times: list[tuple[str, float]] = []

    def work(self) -> list[tuple[str, float]]:
        """Always the same keys: the field that each went to, and its seconds."""
        self._times = []
        for query in QUERIES:
            self._type("regionSearch", query)
        for place in PLACES:
            self._type("regionSearch", place)
            self._press(self._field("regionSearch"), Qt.Key.Key_Return, "Enter")
            for status, fields in TYPED.items():
                box = self._window.findChild(QComboBox, "statusChoice")
                box.setCurrentIndex(box.findData(status))
                for name, text in fields.items():
                    if self._field(name).isVisible():
                        self._type(name, text)
            self._press(self._window, Qt.Key.Key_Escape, "Esc")
        return self._times

    def _field(self, name: str) -> QLineEdit:
        return self._window.findChild(QLineEdit, name)

    def _type(self, name: str, text: str) -> None:
        field = self._field(name)
        field.setFocus()
        field.setText("")
        QApplication.processEvents()
        for letter in text:
            self._press(field, letter, name)

    def _press(self, widget: QWidget, key: str | Qt.Key, name: str) -> None:
        start = perf_counter()
        QTest.keyClick(widget, key)
        QApplication.processEvents()  # lays out and paints what has changed
        self._times.append((name, perf_counter() - start))


def queries(search: RegionSearch) -> Iterator[str]:
    """Every name, reading, initials and code, as far as it is typed at every letter."""
    seen: set[str] = set()
    for region in search._regions:
        for text in texts(region):
            for end in range(1, len(text) + 1):
                if text[:end] not in seen:
                    seen.add(text[:end])
                    yield text[:end]


def texts(region: Region) -> Iterable[str]:
    return (text for text, *_ in (*codes(region), *keys(region)))


def seconds(search: RegionSearch, query: str) -> float:
    start = perf_counter()
    search.find(query)
    return perf_counter() - start


def report(what: str, times: Sequence[float], limit: float) -> None:
    print(
        f"{what}: {len(times)} times; p50 {median(times) * 1000:.2f} ms,"
        f" p99 {most(times) * 1000:.2f} ms, longest {max(times) * 1000:.2f} ms;"
        f" p99 to {limit * 1000:.1f} ms: ratio {most(times) / limit:.2f} (at most 1)"
    )


def most(times: Sequence[float]) -> float:
    """The longest but for one in a hundred."""
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.99))]


if __name__ == "__main__":
    sys.exit(main())
