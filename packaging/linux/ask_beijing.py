"""Ask the open window for Beijing and an age of 71, as a screen reader would, and read the answer.

Run with the system's Python, for which Debian packages pyatspi.
"""

import time
from collections.abc import Iterator
from typing import Any

import pyatspi  # pyright: ignore[reportMissingImports]

DEADLINE, PAUSE = 60, 0.2
"""Seconds."""
WINDOW, PLACE, AGE = "医保窗口助手", "参保地区", "年龄"
ENTER = 0xFF0D

Part = Any


def parts(part: Part) -> Iterator[Part]:
    """A part of the desktop with all that is in it."""
    part.clearCache()
    yield part
    for child in part:
        if child is not None:
            yield from parts(child)


def spoken(part: Part) -> str:
    """Its name; a space that does not break sounds like any other."""
    return part.name.replace("\u00a0", " ")


def find(role: str, name: str) -> Part:
    """Wait for the part of a role whose name holds these words."""
    until = time.monotonic() + DEADLINE
    while time.monotonic() < until:
        for part in parts(pyatspi.Registry.getDesktop(0)):
            if part.getRoleName() == role and name in spoken(part):
                return part
        time.sleep(PAUSE)
    raise SystemExit(f"No {role} called {name} within {DEADLINE} seconds")


def main() -> None:
    """Prints what the window answers."""
    find("frame", WINDOW)
    find("text", AGE)  # the whole window is there
    find("text", PLACE).queryEditableText().setTextContents("110105")
    find("list item", "北京市朝阳区")
    pyatspi.Registry.generateKeyboardEvent(ENTER, None, pyatspi.KEY_SYM)
    find("label", "北京市朝阳区")
    find("text", AGE).queryEditableText().setTextContents("71")
    print(spoken(find("page tab", "每月 107.00")))


if __name__ == "__main__":
    main()
