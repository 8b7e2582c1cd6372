"""What a keystroke costs, from the event to the painted answer.

Counted, which does not depend on the machine: how often the parts of the window are laid out for a
key, and how often one of them is asked for its height. Measured in turns: each key, and right after
it a full paint of the same window. And a search among all regions, against 2 ms. All of it in time of
the processor, which is the window's own whatever else the machine does.

The window is the real one, offscreen or on the screen that DISPLAY names.

.venv/bin/python tests/benchmarks/keystrokes.py
"""

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import thread_time
from typing import Any, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if os.environ.get("DISPLAY") else "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget

from yibao.policy.loading.files import policy_files
from yibao.policy.loading.reading import read_store
from yibao.policy.places.names import codes, keys
from yibao.policy.places.region_search import RegionSearch
from yibao.policy.places.regions import Region
from yibao.presenters.notices import TITLE
from yibao.program import bootstrap
from yibao.system.folders import Folders, resources_folder

ROUNDS = 5
SIZE = (1366, 768)
"""The screen of most counters."""
FRAME, SEARCH = 1 / 60, 0.002
"""Seconds."""
MOST_ROUNDS, MOST_ASKED = 2, 60
"""So often a part may be laid out for a key, and so many heights may be asked for."""
SLOWEST, MOST = 2.5, 1.5
"""Full paints that the slowest of a hundred keys may take, and nineteen of twenty."""
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


class Key(NamedTuple):
    """A key that was pressed."""

    name: str
    """The field that it went to."""
    seconds: float
    paint: float
    """Seconds of a full paint of the window right after it."""

    @property
    def paints(self) -> float:
        """How many full paints it takes."""
        return self.seconds / self.paint


class Cost(NamedTuple):
    """What a key had the window do."""

    name: str
    rounds: int
    """How often the part was laid out that was laid out most often."""
    asked: int
    """How many times a height for a width was asked for."""


def main() -> None:
    pressed = key_times()
    for name in dict.fromkeys(key.name for key in pressed):
        report(name, [key.seconds for key in pressed if key.name == name], FRAME)
    report("every key", [key.seconds for key in pressed], FRAME)
    print(f"a full paint, in turns: {median(key.paint for key in pressed) * 1000:.2f} ms")
    paints = [key.paints for key in pressed]
    for how, part, limit in (("19 of 20", 0.95, MOST), ("99 of 100", 0.99, SLOWEST)):
        ratio = share(paints, part)
        print(f"{how} keys to a full paint: ratio {ratio:.2f} (at most {limit})")
    costs = key_costs()
    for what, counts, limit in (
        ("rounds of layout", [cost.rounds for cost in costs], MOST_ROUNDS),
        ("heights asked for", [cost.asked for cost in costs], MOST_ASKED),
    ):
        print(
            f"{what} a key: {len(counts)} keys; p50 {median(counts):.0f},"
            f" p95 {share(counts, 0.95)}, most {max(counts)} (at most {limit})"
        )
    report("region search", search_times(), SEARCH)


def figures() -> list[tuple[str, str]]:
    """What keys and searches cost, against what they may."""
    pressed, costs = key_times(), key_costs()
    slowest, paints = share([key.seconds for key in pressed], 0.99), [key.paints for key in pressed]
    searches = share(search_times(), 0.99)
    return [
        ("Key to painted answer (p99), against one frame", f"{slowest / FRAME:.2f} times"),
        ("The same, against a full paint of the window", f"{share(paints, 0.99):.2f} times"),
        ("Nineteen of twenty keys, against the same", f"{share(paints, 0.95):.2f} times"),
        ("Rounds of layout a key, at most", str(max(cost.rounds for cost in costs))),
        ("Heights asked for a key, at most", str(max(cost.asked for cost in costs))),
        ("Region search (p99), against 2 ms", f"{searches / SEARCH:.2f} times"),
    ]


def key_times() -> list[Key]:
    """Every key with the median of its seconds."""
    with opened() as window:
        clerk = Clerk(window)
        rounds = [clerk.work(timed) for _ in range(ROUNDS + 1)][1:]
    return [
        Key(same[0].name, median(key.seconds for key in same), median(key.paint for key in same))
        for same in zip(*rounds, strict=True)
    ]


def key_costs() -> list[Cost]:
    """What every key had the window do."""
    with counted() as counting, opened() as window:
        return Clerk(window).work(counting)


@contextmanager
def opened() -> Iterator[QWidget]:
    """The window, with everything made that is made only once."""
    with tempfile.TemporaryDirectory() as folder:
        folders = Folders(resources_folder(), Path(folder) / "settings", Path(folder) / "log")
        application = bootstrap.build(["yibao"], folders)
        application.window.resize(*SIZE)
        application.window.show()
        QTest.qWaitForWindowExposed(application.window)
        application.counter.warm_up()
        QApplication.processEvents()
        yield application.window
        application.close()


def timed(window: QWidget, name: str, press: Callable[[], None]) -> Key:
    """Press a key, then paint everything, and note how long each took."""
    start = thread_time()
    press()
    QApplication.processEvents()  # lays out and paints what has changed
    pressed = thread_time()
    window.repaint()
    return Key(name, pressed - start, thread_time() - pressed)


class Counting(QObject):
    """Counts what happens to the parts of the window while a key is pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.laid_out: Counter[int] = Counter()
        self.asked = 0

    def __call__(self, window: QWidget, name: str, press: Callable[[], None]) -> Cost:
        """Press a key, and say what it cost."""
        QApplication.processEvents()
        self.laid_out.clear()
        self.asked = 0
        QApplication.instance().installEventFilter(self)
        press()
        QApplication.processEvents()
        QApplication.instance().removeEventFilter(self)
        return Cost(name, max(self.laid_out.values(), default=0), self.asked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of what Qt has laid out."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.laid_out[id(watched)] += 1
        return False

    def ask(self, real: Callable[[Any, int], int]) -> Callable[[Any, int], int]:
        """The same question, counted."""

        def heightForWidth(part: Any, width: int) -> int:
            self.asked += 1
            return real(part, width)

        return heightForWidth

    def lay_out(self, real: Callable[[Any], None]) -> Callable[[Any], None]:
        """Laying out what scrolls, counted where anything has changed."""

        def arrange(part: Any) -> None:
            self.laid_out[id(part)] += part._waits
            real(part)

        return arrange


@contextmanager
def counted() -> Iterator[Counting]:
    """Count in every widget that is made from now on."""
    from yibao.window.kit.scrolling_column import ScrollingColumn
    from yibao.window.kit.wrapped_label import WrappedLabel

    counting = Counting()
    saved = [(kind, "heightForWidth", kind.__dict__.get("heightForWidth")) for kind in asked()]
    saved.append((ScrollingColumn, "arrange", ScrollingColumn.arrange))
    WrappedLabel.heightForWidth = QLabel.heightForWidth  # type: ignore[method-assign]
    for kind, name, _ in saved:
        wrap = counting.ask if name == "heightForWidth" else counting.lay_out
        setattr(kind, name, wrap(getattr(kind, name)))
    yield counting
    for kind, name, real in saved:
        delattr(kind, name) if real is None else setattr(kind, name, real)


def asked() -> set[type]:
    """Every kind of widget that says how high it is at a width."""
    from yibao.window.kit.wrapped_label import WrappedLabel

    waiting: list[type] = [QWidget]
    found: set[type] = {WrappedLabel}
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        ours = kind.__module__.startswith("yibao")
        if ours and "heightForWidth" in kind.__dict__:
            found.add(kind)
    return found


def search_times() -> list[float]:
    """Seconds of every search that can be typed."""
    search = RegionSearch(read_store(policy_files(resources_folder() / "policy")).regions)
    search.find(TITLE)
    return [median(seconds(search, query) for _ in range(3)) for query in queries(search)]


class Clerk:
    """Types as a clerk does; what becomes of each key is noted by whoever asks for the work."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def work(self, note: Callable[[QWidget, str, Callable[[], None]], Any]) -> list[Any]:
        """Always the same keys: what was noted of each."""
        return [note(self._window, name, press) for name, press in self._keys()]

    def _keys(self) -> Iterator[tuple[str, Callable[[], None]]]:
        for query in QUERIES:
            yield from self._type("regionSearch", query)
        for place in PLACES:
            yield from self._type("regionSearch", place)
            yield self._press(self._field("regionSearch"), Qt.Key.Key_Return, "Enter")
            for status, fields in TYPED.items():
                box = self._window.findChild(QComboBox, "statusChoice")
                box.setCurrentIndex(box.findData(status))
                for name, text in fields.items():
                    if self._field(name).isVisible():
                        yield from self._type(name, text)
            yield self._press(self._window, Qt.Key.Key_Escape, "Esc")

    def _field(self, name: str) -> QLineEdit:
        return self._window.findChild(QLineEdit, name)

    def _type(self, name: str, text: str) -> Iterator[tuple[str, Callable[[], None]]]:
        field = self._field(name)
        field.setFocus()
        field.setText("")
        QApplication.processEvents()
        for letter in text:
            yield self._press(field, letter, name)

    def _press(
        self, widget: QWidget, key: str | Qt.Key, name: str
    ) -> tuple[str, Callable[[], None]]:
        return name, lambda: QTest.keyClick(widget, key)


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
    start = thread_time()
    search.find(query)
    return thread_time() - start


def report(what: str, times: Sequence[float], limit: float) -> None:
    slowest = share(times, 0.99)
    print(
        f"{what}: {len(times)} times; p50 {median(times) * 1000:.2f} ms,"
        f" p99 {slowest * 1000:.2f} ms, longest {max(times) * 1000:.2f} ms;"
        f" p99 to {limit * 1000:.1f} ms: ratio {slowest / limit:.2f} (at most 1)"
    )


def share(counts: Sequence[Any], part: float) -> Any:
    """What so large a part of all does not exceed."""
    return sorted(counts)[min(len(counts) - 1, int(len(counts) * part))]


if __name__ == "__main__":
    sys.exit(main())
