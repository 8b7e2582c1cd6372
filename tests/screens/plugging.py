"""Plugs a visitor's screen in and out, and mirrors it, under the running program.

    .venv/bin/python tests/screens/plugging.py

It needs an X server of 1920×1080 with a window manager and nothing else on it, and xrandr.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from yibao.program.bootstrap import Application, build
from yibao.system.folders import Folders, resources_folder

DEADLINE = 30
"""Seconds."""
LEFT, RIGHT, HALF_OVER = (f"960/250x1080/280+{x}+0" for x in (0, 960, 500))


def main() -> int:
    """Returns 0 if the view stood as it should after every step."""
    with tempfile.TemporaryDirectory() as kept:
        folders = Folders(resources_folder(), settings=Path(kept), log=Path(kept))
        application = build(["yibao", "--demo", "北京朝阳", "71"], folders)
        application.window.resize(800, 700)
        application.window.show()
        application.window.move(50, 50)
        try:
            go_through(Desk(application))
        finally:
            application.close()
    return 0


class Desk:
    """A program with a visitor's view, and the screens before it."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self._button = application.window.findChild(QPushButton, "visitorViewButton")

    def plug(self, name: str, place: str, output: str = "none") -> None:
        """Make a part of the X server's screen a monitor of its own."""
        subprocess.run(["xrandr", "--setmonitor", name, place, output], check=True)

    def unplug(self, name: str) -> None:
        """Take a monitor away."""
        subprocess.run(["xrandr", "--delmonitor", name], check=True)

    def press(self) -> None:
        """Ask for the visitor's view, or for its end."""
        self._button.click()

    def work_at(self, x: int) -> None:
        """Put the clerk's window elsewhere."""
        self._application.window.move(x, 50)

    def expect(self, what: str, wanted: str) -> None:
        """Wait until the view stands as it should; ends the program where it does not."""
        until = time.monotonic() + DEADLINE
        while (found := self.stands()) != wanted and time.monotonic() < until:
            self._application.qt.processEvents()
            time.sleep(0.01)
        print(f"{what}: {found}", flush=True)
        if found != wanted:
            raise SystemExit(f"wanted {wanted}")

    def stands(self) -> str:
        """How the view stands, and on which monitor."""
        view = self._view()
        if view is None or not view.isVisible():
            return "off"
        place, clerks = view.geometry(), self._application.window.screen()
        if view.isFullScreen():
            return f"fills {view.screen().name()} {place.x()}+{place.width()}"
        return "a window in sight" if clerks.geometry().contains(place) else "out of sight"

    def _view(self) -> QWidget | None:
        windows = self._application.qt.topLevelWidgets()
        return next((w for w in windows if w.objectName() == "visitorWindow"), None)


def go_through(desk: Desk) -> None:
    """Everything that happens to a cable."""
    desk.plug("clerks", LEFT, "screen")
    desk.press()
    desk.expect("one screen", "a window in sight")
    desk.plug("visitors", RIGHT)
    desk.expect("plugged in", "fills visitors 960+960")
    desk.unplug("visitors")
    desk.expect("unplugged", "a window in sight")
    desk.plug("visitors", RIGHT)
    desk.expect("plugged in again", "fills visitors 960+960")
    desk.unplug("visitors")
    desk.plug("mirror", LEFT)
    desk.expect("mirrored", "a window in sight")
    desk.unplug("mirror")
    desk.plug("right", RIGHT)
    desk.expect("apart again", "fills right 960+960")
    desk.unplug("right")
    desk.plug("over", HALF_OVER)
    desk.expect("half over the clerk's", "a window in sight")
    desk.unplug("over")
    desk.plug("visitors", RIGHT)
    desk.expect("plugged in once more", "fills visitors 960+960")
    desk.work_at(1000)
    desk.expect("the clerk moves to it", "fills clerks 0+960")
    desk.work_at(50)
    desk.expect("the clerk moves back", "fills visitors 960+960")
    desk.press()
    desk.unplug("visitors")
    desk.plug("visitors", RIGHT)
    desk.expect("not wanted any more", "off")


if __name__ == "__main__":
    sys.exit(main())
