"""A counter that never opens the desk, and has no rules of its own, does not pay for it."""

import subprocess
import sys
from pathlib import Path

from yibao.system.folders import resources_folder

START = """
import sys
from pathlib import Path
from yibao.program.bootstrap import build
from yibao.system.folders import Folders
home = Path(sys.argv[1])
folders = Folders(Path(sys.argv[2]), home / "s", home / "l", home / "site", home / "own")
application = build(["yibao"], folders)
application.counter.choose_region("430900")
application.counter.next_visitor()
print(*sys.modules)
application.close()
"""
NEVER = (
    "yibao.window.desk",
    "yibao.presenters.desk",
    "yibao.policy.office",
    "yibao.commands",
    "yibao.window.sheets.page",
    "hashlib",
)


def test_nothing_of_it_is_imported(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", START, tmp_path, resources_folder()],
        capture_output=True,
        text=True,
        env={"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": ":".join(sys.path), "HOME": "/"},
    )

    assert done.returncode == 0, done.stderr
    loaded = done.stdout.split()
    assert "yibao.window.counter.counter" in loaded
    assert [name for name in loaded if name.startswith(NEVER)] == []
    assert not (tmp_path / "site").exists()
