"""Draw what a clerk sees at a glance, at the sizes of counters' screens: docs/glances/.

.venv/bin/python -m tests.window.pictures.make_glances
"""

import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget
from tests.commands.visit_pages import PAGES
from tests.window import waiting
from tests.window.pictures.make_visits import before_the_window
from tests.window.pictures.scenes import Scene, choose, freshen, visit

from yibao.window.kit.palettes import DARK, LIGHT

SIZES = {
    "1366x768": (1366, 768, "standard"),
    "1280x720": (1280, 720, "standard"),
    "1920x1080": (1920, 1080, "standard"),
    "elder": (1366, 768, "elder"),
}
LOOKS = {"light": LIGHT, "dark": DARK}
ACROSS = 2


def worker(region: str, status: str) -> Scene:
    """Somebody who still pays, and asks for everything."""

    def scene(person: Any) -> QWidget:
        person.picks(region)
        choose(person, "statusChoice", status)
        choose(person, "sexChoice", "male")
        known = {"born": "1970-06", "base": "6000", "paidYears": "20-06", "actualYears": "8"}
        for name, text in known.items():
            if person.find(f"{name}Field").isVisibleTo(person.window):
                person.types(text, into=f"{name}Field")
        return person.window

    return scene


STATES: Sequence[Scene] = (
    worker("110105", "flexible"),
    worker("420703", "in_service"),
    visit("620602", age="66"),
    visit("530102", age="66"),
    visit("310101", age="74"),
    visit("320102", age="66"),
)
"""All three answers; contested, missing, yearly, individual."""


def main() -> int:
    """A sheet for each size in each look."""
    for look, colours in LOOKS.items():
        for name, (width, height, text_size) in SIZES.items():
            with before_the_window(colours, text_size) as person:
                person.sizes(width, height)
                shots = [seen(person, scene) for scene in STATES]
            picture = PAGES.parent / "glances" / f"{look}-{name}.png"
            picture.parent.mkdir(exist_ok=True)
            if not sheet(shots).save(str(picture), None, 0):  # 0: as small as possible
                raise OSError(picture)
    return 0


def seen(person: Any, scene: Scene) -> QImage:
    """What is on the screen, and the window put back."""
    shown = scene(person)
    waiting.rested(shown)
    picture = shown.grab().toImage()
    freshen(person)
    return picture


def sheet(shots: Sequence[QImage]) -> QImage:
    """The pictures in rows, in the colours that fill most of it: a third of the bytes."""
    width, height = shots[0].width(), shots[0].height()
    rows = -(-len(shots) // ACROSS)
    whole = QImage(width * ACROSS, height * rows, QImage.Format.Format_RGB32)
    painter = QPainter(whole)
    for number, shot in enumerate(shots):
        painter.drawImage(number % ACROSS * width, number // ACROSS * height, shot)
    painter.end()
    used = Counter(whole.constBits().cast("I")).most_common(256)
    return whole.convertToFormat(QImage.Format.Format_Indexed8, [colour for colour, _ in used])


if __name__ == "__main__":
    sys.exit(main())
