"""The program's own Chinese font holds every character that the program can show."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtWidgets import QApplication

from yibao.system import fonts
from yibao.system.folders import resources_folder

pytestmark = pytest.mark.screen

PACKAGE = Path(fonts.__file__).parents[1]
FONTS = resources_folder() / "fonts"
COPIED_AS_OTHERS = (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00))
"""Radicals and compatibility ideographs: found in what is typed, and never shown as such."""


def test_it_holds_every_character_of_the_program_and_its_data(qapp: QApplication) -> None:
    font = QRawFont(str(FONTS / fonts.FILE), 16)
    files = [*PACKAGE.rglob("*.py"), *(resources_folder().rglob("*.json"))]
    characters = {c for file in files for c in file.read_text("utf-8") if c.isprintable()}
    characters -= {chr(code) for code in COPIED_AS_OTHERS}

    assert font.isValid()
    assert sorted(c for c in characters if not font.supportsCharacter(ord(c))) == []


def test_it_holds_no_character_that_would_be_copied_as_another(qapp: QApplication) -> None:
    font = QRawFont(str(FONTS / fonts.FILE), 16)

    for code in COPIED_AS_OTHERS:
        assert not font.supportsCharacter(code)


def test_it_is_loaded(qapp: QApplication) -> None:
    assert fonts.load_font(FONTS) == "Yibao Sans SC"


@pytest.mark.parametrize("content", [None, b"not a font"])
def test_one_that_is_missing_or_broken_is_told(
    qapp: QApplication, tmp_path: Path, content: bytes | None
) -> None:
    if content:
        (tmp_path / fonts.FILE).write_bytes(content)

    assert fonts.load_font(tmp_path) is None


@pytest.mark.parametrize(
    ("general", "chinese", "taken"),
    [
        ("DejaVu Sans", [], None),
        ("DejaVu Sans", ["AR PL UKai CN"], None),
        ("DejaVu Sans", ["AR PL UKai CN", "WenQuanYi Zen Hei"], "WenQuanYi Zen Hei"),
        ("DejaVu Sans", ["Noto Sans CJK SC", "WenQuanYi Zen Hei"], "Noto Sans CJK SC"),
        ("HarmonyOS Sans SC", ["HarmonyOS Sans SC", "Noto Sans CJK SC"], "HarmonyOS Sans SC"),
        (".AppleSystemUIFont", ["PingFang SC"], ".AppleSystemUIFont"),
    ],
)
def test_digits_and_chinese_come_out_of_one_family(
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    general: str,
    chinese: list[str],
    taken: str | None,
) -> None:
    monkeypatch.setattr(fonts.QFontDatabase, "families", lambda _: chinese)
    monkeypatch.setattr(fonts, "QFontInfo", lambda font: font)

    assert fonts.system_family(QFont(general)) == taken
