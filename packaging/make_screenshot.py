"""Draw docs/window.png, the picture in the README: a visitor of 71 from Beijing.

.venv/bin/python packaging/make_screenshot.py
"""

import os
import tempfile
from datetime import date
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from yibao import bootstrap
from yibao.system.folders import Folders, resources_folder

TARGET = Path(__file__).parents[1] / "docs" / "window.png"
DAY = date(2026, 1, 5)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder)
        folders = Folders(resources=resources_folder(), settings=own / "settings", log=own / "log")
        application = bootstrap.build(["yibao", "--demo", "110105", "71"], folders, lambda: DAY)
        application.window.show()
        application.qt.processEvents()
        TARGET.parent.mkdir(exist_ok=True)
        application.window.grab().save(str(TARGET))
        application.close()


if __name__ == "__main__":
    main()
