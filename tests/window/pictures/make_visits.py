"""Draw the pictures of docs/visits.md anew; look at them before they are kept.

.venv/bin/python -m tests.window.pictures.make_visits
"""

import os
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QComboBox, QWidget
from tests.commands.visit_pages import COMMAND, DAY, PAGES
from tests.window import waiting
from tests.window.person import Person
from tests.window.pictures.scenes import (
    Scene,
    choose,
    compared,
    freshen,
    visit,
)

from yibao.program import bootstrap
from yibao.system.folders import Folders, resources_folder
from yibao.system.settings import Settings
from yibao.window.guides import following_guides
from yibao.window.kit import look
from yibao.window.kit.palettes import LIGHT, Colours

IN_THE_WINDOW: dict[str, Scene] = {
    "7-moving": compared("武汉市", "71", "110105"),
    "12-eight-digits": visit("110105", age="19550315"),
}
"""Visits that go otherwise in the window than on the command line."""


def main() -> int:
    """A picture for each visit."""
    with before_the_window() as person:
        person.sizes(1366, 768)
        for name, scene in the_twelve():
            keep(person, IN_THE_WINDOW.get(name, scene), PAGES.parent / "visits" / f"{name}.png")
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
    if not shown.grab().save(str(picture), None, 0):  # 0: as small as possible
        raise OSError(picture)
    freshen(person)


@contextmanager
def before_the_window(colours: Colours = LIGHT, text_size: str = "standard") -> Iterator[Person]:
    """Somebody before the window on the day of the visits, in the program's own font."""
    with (
        tempfile.TemporaryDirectory() as folder,
        mock.patch("yibao.system.fonts.system_family", return_value=None),
        mock.patch.object(look, "colours", return_value=colours),
        mock.patch.object(following_guides, "REST", 0),
    ):
        folders = Folders(resources_folder(), settings=Path(folder), log=Path(folder))
        application = bootstrap.build(["yibao"], folders, lambda: DAY)
        application._appearance.put_on(Settings(text_size=text_size))
        application.counter.renew_page()
        application.window.show()
        waiting.active(application.window)
        yield Person(application)
        application.close()


if __name__ == "__main__":
    sys.exit(main())
