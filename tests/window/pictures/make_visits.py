"""Draw the pictures of docs/ anew; look at them before they are kept.

.venv/bin/python -m tests.window.pictures.draw_docs
"""

import os
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from unittest import mock

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QComboBox, QWidget
from tests.commands.visit_pages import COMMAND, DAY, PAGES
from tests.window import waiting
from tests.window.person import Person
from tests.window.pictures.scenes import (
    SCENES,
    Scene,
    choose,
    compared,
    freshen,
    handout,
    panel,
    visit,
)

from yibao.program import bootstrap
from yibao.system.folders import Folders, resources_folder
from yibao.system.settings import Settings
from yibao.window.guides import following_guides
from yibao.window.kit import look
from yibao.window.kit.palettes import DARK, LIGHT, Colours

DOCS = PAGES.parent
ONE_VISIT: dict[str, Scene] = {
    "1-empty": SCENES["empty"],
    "2-search": SCENES["search"],
    "3-answer": SCENES["exact"],
    "4-sources": SCENES["sources"],
    "5-visitor-view": SCENES["visitor"],
    "6-guide": panel(0),
    "7-handout": handout("a4"),
    "8-next-visitor": SCENES["empty"],
}
IN_THE_WINDOW: dict[str, Scene] = {
    "7-moving": compared("武汉市", "71", "110105"),
    "12-eight-digits": visit("110105", age="19550315"),
}
"""Visits that go otherwise in the window than on the command line."""


def main() -> int:
    """Everything that README and the trainers' pages show."""
    with before("standard", LIGHT) as person:
        person.sizes(1366, 768)
        for name, scene in the_twelve():
            keep(person, IN_THE_WINDOW.get(name, scene), DOCS / "visits" / f"{name}.png")
        person.sizes(1280, 720)
        keep(person, SCENES["exact"], DOCS / "window.png")
    for theme, colours in (("light", LIGHT), ("dark", DARK)):
        for size in ("standard", "elder"):
            with before(size, colours) as person:
                person.sizes(1280, 720)
                for name, scene in ONE_VISIT.items():
                    keep(person, scene, DOCS / "visit" / f"{theme}-{size}-{name}.png")
    return 0


def the_twelve() -> Iterator[tuple[str, Scene]]:
    """The name of each visit's picture, and what its first command gives the window."""
    _, *pages = PAGES.read_text("utf-8").split("\n## ")
    for page in pages:
        found = COMMAND.search(page)
        assert found, page[:20]
        _, *words = shlex.split(found["words"])
        name = page.split("](visits/")[1].split(".png")[0]
        yield name, filled(dict(zip(words[::2], words[1::2], strict=True)))


def filled(options: dict[str, str]) -> Scene:
    """A form that holds what the options of a command say."""

    def scene(person: Any) -> QWidget:
        person.picks(options["--region"])
        given = {_field(option): value for option, value in options.items()}
        for name, value in given.items():
            if person.window.findChild(QComboBox, f"{name}Choice"):
                choose(person, f"{name}Choice", value)
        for name, value in given.items():
            if person.window.findChild(QWidget, f"{name}Field"):
                person.types(value, into=f"{name}Field")
        return person.window

    return scene


def _field(option: str) -> str:
    """--paid-years → paidYears"""
    first, *rest = option.removeprefix("--").split("-")
    return first + "".join(word.capitalize() for word in rest)


def keep(person: Person, scene: Scene, picture: Path) -> None:
    """Draw one picture, and put the window back."""
    shown = scene(person)
    waiting.rested(shown)
    picture.parent.mkdir(exist_ok=True)
    if not shown.grab().save(str(picture)):
        raise OSError(picture)
    freshen(person)


@contextmanager
def before(size: str, colours: Colours, day: date = DAY) -> Iterator[Person]:
    """Somebody before the window in a text size and a palette, in the program's own font."""
    with (
        tempfile.TemporaryDirectory() as folder,
        mock.patch("yibao.system.fonts.needs_font", return_value=True),
        mock.patch.object(look, "colours", return_value=colours),
        mock.patch.object(following_guides, "REST", 0),
    ):
        folders = Folders(resources_folder(), settings=Path(folder), log=Path(folder))
        application = bootstrap.build(["yibao"], folders, lambda: day)
        application.window.show()
        waiting.active(application.window)
        application._appearance.put_on(Settings(text_size=size))
        application.counter.renew_page()
        yield Person(application)
        application.close()


if __name__ == "__main__":
    sys.exit(main())
