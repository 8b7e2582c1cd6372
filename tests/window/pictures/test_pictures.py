"""The main states, in three text sizes, light and dark: nothing cut, nothing pale, as it was."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from tests.window import waiting
from tests.window.pictures.geometry import troubles
from tests.window.pictures.pictures import (
    ALLOWED,
    REFERENCES,
    contact_sheet,
    contrast,
    difference,
    pale_labels,
    reduced,
    tile_of,
)
from tests.window.pictures.scenes import SCENES, freshen

from yibao.system.settings import Settings
from yibao.window.kit import look
from yibao.window.kit.palettes import DARK, LIGHT, PALETTES, Colours

DAY = date(2026, 11, 24)
SIZES = ("standard", "large", "elder")
THEMES = {"light": LIGHT, "dark": DARK}
WINDOWS = ((640, 360), (853, 480), (1280, 720), (1920, 1080))
"""1280×720 at 200 %, at 150 % and at 100 %, and a large screen."""
TEXTS = ("text", "quiet", "hint", "accent", "warning", "error")

offscreen_only = pytest.mark.skipif(
    os.environ.get("QT_QPA_PLATFORM") != "offscreen", reason="drawn alike only without a screen"
)


@pytest.fixture
def before(
    sit_down: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str, Colours], Any]]:
    """Somebody before the window in a text size and a palette, in the program's own font."""
    monkeypatch.setattr("yibao.system.fonts.system_family", lambda _: None)

    def sit(size: str, colours: Colours) -> Any:
        monkeypatch.setattr(look, "colours", lambda _: colours)
        person = sit_down(today=DAY)
        person.application._appearance.put_on(Settings(text_size=size))
        person.counter.renew_page()
        return person

    yield sit
    monkeypatch.undo()


def settled(person: Any, name: str) -> Any:
    shown = SCENES[name](person)
    waiting.rested(shown)
    return shown


@offscreen_only
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("window", WINDOWS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_cut_laid_over_or_too_small(
    before: Any, size: str, window: tuple[int, int]
) -> None:
    person = before(size, LIGHT)
    person.sizes(*window)
    found: list[str] = []
    for name in SCENES:
        found += [f"{name}: {trouble}" for trouble in troubles(settled(person, name))]
        freshen(person)

    assert found == []


@offscreen_only
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
def test_it_looks_as_it_was_found_good(before: Any, size: str, theme: str, tmp_path: Path) -> None:
    person = before(size, THEMES[theme])
    person.sizes(1280, 720)
    tiles = []
    for name in SCENES:
        tiles.append(reduced(settled(person, name).grab().toImage()))
        freshen(person)
    drawn = Path(os.environ.get("KEEP_PICTURES_IN", tmp_path)) / f"{size}-{theme}.png"
    contact_sheet(tiles).save(str(drawn))

    reference = QImage(str(REFERENCES / drawn.name))
    differing = {
        name: round(share, 3)
        for number, (name, tile) in enumerate(zip(SCENES, tiles, strict=True))
        if (share := difference(tile, tile_of(reference, number))) > ALLOWED
    }
    assert differing == {}, f"compare {drawn} with tests/data/pictures/{drawn.name}"


@offscreen_only
def test_a_pixel_of_the_font_makes_no_difference_and_a_missing_line_does(before: Any) -> None:
    person = before("standard", LIGHT)
    person.sizes(1280, 720)
    picture = settled(person, "exact").grab().toImage()
    moved = picture.copy(1, 1, picture.width(), picture.height())
    person.find("creditTile").hide()
    waiting.rested(person.window)
    without = person.window.grab().toImage()

    assert difference(reduced(picture), reduced(moved)) <= ALLOWED
    assert difference(reduced(picture), reduced(without)) > ALLOWED


@offscreen_only
@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize(
    "name",
    [
        "exact",
        "error",
        "contested",
        "compare",
        "panel_1",
        "visitor",
        "desk",
        "desk_errors",
        "roster",
        "packs",
    ],
)
def test_every_label_stands_out_as_it_is_drawn(before: Any, theme: str, name: str) -> None:
    person = before("standard", PALETTES[theme])
    person.sizes(1280, 720)

    assert list(pale_labels(settled(person, name), 7)) == []
    freshen(person)


@pytest.mark.parametrize("theme", PALETTES)
def test_the_palettes_keep_their_contrasts(theme: str) -> None:
    colour = {name: QColor(value) for name, value in PALETTES[theme]._asdict().items()}

    for ground in ("page", "card", "field"):
        for text in TEXTS if ground != "page" else set(TEXTS) - {"hint"}:
            assert contrast(colour[text], colour[ground]) >= 7, (text, ground)
        for line in ("border", "line", "accent", "error"):
            assert contrast(colour[line], colour[ground]) >= 3, (line, ground)
    for text, ground in (
        ("text", "selected"), ("accent", "selected"), ("warning", "warning_back"),
        ("error", "error_back"), ("text", "error_back"), ("on_accent", "accent"),
    ):  # fmt: skip
        assert contrast(colour[text], colour[ground]) >= 7, (text, ground)


@pytest.mark.screen
@pytest.mark.parametrize("size", SIZES)
def test_the_main_text_is_as_large_as_its_name_says(before: Any, size: str) -> None:
    before(size, LIGHT)

    height = QGuiApplication.font().pixelSize()
    if height < 0:
        height = round(QGuiApplication.font().pointSizeF() * 96 / 72)
    least = {"standard": 14, "large": 17, "elder": 18}[size]
    assert least <= height <= 30
