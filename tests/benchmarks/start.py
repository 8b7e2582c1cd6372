"""How soon the window is there, and how much memory it takes, against a bare window of Qt's own.

Both are whole processes: from their start to the end of the first paint, and the peak memory once
everything that was put off until after the paint has happened. They run in turns.

.venv/bin/python tests/benchmarks/start.py
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

ROUNDS = 15
WATCH = """
import os, sys
from time import perf_counter
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.painted)
        return False
    def painted(self):
        print(perf_counter(), flush=True)
        QTimer.singleShot(1500, self.end)
    def end(self):
        status = open("/proc/self/status").read()
        print(status.split("VmHWM:")[1].split()[0], flush=True)
        os._exit(0)
"""
BARE = f"""{WATCH}
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow, QPushButton, QTabWidget
from PySide6.QtWidgets import QVBoxLayout, QWidget
application = QApplication(sys.argv)
window, content, tabs = QMainWindow(), QWidget(), QTabWidget()
rows = QVBoxLayout(content)
tabs.addTab(QLabel("余额查询"), "余额查询")
for widget in (QLabel("参保地区"), QLineEdit(), tabs, QPushButton("下一位")):
    rows.addWidget(widget)
window.setCentralWidget(content)
window.resize(1280, 720)
watch = Watch()
window.installEventFilter(watch)
window.show()
application.exec()
"""
PROGRAM = f"""
import runpy
from yibao.bootstrap import Application
{WATCH}
run = Application.run
def watched(application, instance):
    application.watch = Watch()
    application.window.installEventFilter(application.watch)
    return run(application, instance)
Application.run = watched
sys.argv = ["yibao"]
runpy.run_module("yibao", run_name="__main__")
"""


def main() -> None:
    for name, ratio in figures():
        print(f"{name}: {ratio}")


def figures() -> list[tuple[str, str]]:
    """How many times as much as the bare window; at most 1.3 and 1.4 are wanted."""
    with tempfile.TemporaryDirectory() as home:
        rounds = [[measure(code, home) for code in (PROGRAM, BARE)] for _ in range(ROUNDS + 1)][1:]
    (start, memory), (bare_start, bare_memory) = (
        [median(kind) for kind in zip(*runs, strict=True)] for runs in zip(*rounds, strict=True)
    )
    return [
        ("Start to first paint, against a bare window", times(start, bare_start)),
        ("Peak memory, against a bare window", times(memory, bare_memory)),
    ]


def measure(code: str, home: str) -> tuple[float, float]:
    """Seconds from the start of a process to its first paint, and MiB at its peak."""
    kept = {name: str(Path(home)) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **kept}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled already
    start = perf_counter()
    run = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
    )
    painted, kibibytes = run.stdout.split()
    return float(painted) - start, int(kibibytes) / 1024


def times(ours: float, bare: float) -> str:
    return f"{ours / bare:.2f} times"


if __name__ == "__main__":
    main()
