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
import sys
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
        QTimer.singleShot(1000, QApplication.quit)
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
from yibao import start
from yibao.bootstrap import Application
{WATCH}
run = Application.run
def watched(application, instance):
    application.watch = Watch()
    application.window.installEventFilter(application.watch)
    return run(application, instance)
Application.run = watched
start.main(["yibao"])
"""
MEMORY = """
status = open("/proc/self/status").read()
print(status.split("VmHWM:")[1].split()[0])
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        rounds = [[measure(code, home) for code in (BARE, PROGRAM)] for _ in range(ROUNDS + 1)][1:]
    bare, program = zip(*rounds, strict=True)
    report(
        "start to first paint",
        "s",
        *(median(time for time, _ in of) for of in (bare, program)),
        1.3,
    )
    report("peak memory", "MiB", *(median(size for _, size in of) for of in (bare, program)), 1.4)


def measure(code: str, home: str) -> tuple[float, float]:
    """Seconds from the start of a process to its first paint, and MiB at its peak."""
    kept = {name: str(Path(home)) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **kept}
    start = perf_counter()
    run = subprocess.run(
        [sys.executable, "-c", code + MEMORY],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
    )
    painted, kibibytes = run.stdout.split()
    return float(painted) - start, int(kibibytes) / 1024


def report(what: str, unit: str, bare: float, program: float, limit: float) -> None:
    print(
        f"{what}: {program:.3f} {unit}; bare window: {bare:.3f} {unit};"
        f" ratio {program / bare:.2f} (at most {limit})"
    )


if __name__ == "__main__":
    main()
