"""Make the program's own Chinese font: the characters that it needs out of Noto Sans SC.

The PyPI package `pylopdf-fonts-zh-cn` holds the full font (SIL Open Font License 1.1). The build
calls this; by hand: `.venv/bin/pip install fonttools pylopdf-fonts-zh-cn` and run this file.
"""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "resources" / "fonts" / "NotoSansSC-subset.otf"
SOURCE_PACKAGE = "pylopdf_fonts_zh_cn"
SOURCE_FILE = "NotoSansSC-Regular.otf"
FAMILY = "Yibao Sans SC"
"""A name of its own, so that a full Noto Sans SC of the system is never taken for it."""

SIGNS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x2010, 0x2040),
    *range(0x2070, 0x20C0),
    *range(0x2100, 0x2270),
    *range(0x2460, 0x2500),
    *range(0x25A0, 0x2700),
    *range(0x3000, 0x3020),
    *range(0xFF01, 0xFF5F),
    0xFFE5,
)
COMMON = ROOT / "packaging" / "common_characters.txt"
"""The 8,105 characters of 通用规范汉字表 (property kTGH of the Unicode Han Database)."""
TYPED = ROOT / "desktop" / "yibao" / "policy" / "places" / "variants.py"
"""Traditional characters, which may be typed into the search box."""
COPIED_AS_OTHERS = (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00))


def wanted_characters() -> set[int]:
    """GB 2312, 通用规范汉字表, and whatever the resources use or may be searched for.

    Kangxi radicals and compatibility ideographs share their glyphs with common characters. They
    are left out, so that text copied out of a PDF holds the characters that were written.
    """
    characters = {*SIGNS, *_gb2312()}
    for path in _texts():
        characters |= {ord(c) for c in path.read_text(encoding="utf-8")}
    return {code for code in characters if code >= SIGNS[0]} - {*COPIED_AS_OTHERS}


def is_outdated() -> bool:
    """Whether there is no font yet, or a text that is younger."""
    made = TARGET.stat().st_mtime if TARGET.exists() else 0
    return any(path.stat().st_mtime > made for path in (Path(__file__), *_texts()))


def _texts() -> Iterator[Path]:
    yield from (COMMON, TYPED)
    yield from (ROOT / "resources").rglob("*.json")


def _gb2312() -> Iterator[int]:
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes((row, cell)).decode("gb2312"))
            except UnicodeDecodeError:
                continue


def main() -> None:
    """Write the font where the program looks for it."""
    from fontTools import subset  # noqa: PLC0415 - is there only while the package is built

    package = find_spec(SOURCE_PACKAGE)
    if package is None or package.origin is None:
        raise SystemExit(f"{SOURCE_PACKAGE} is not installed")
    options = subset.Options()
    options.layout_features = ["kern", "vert", "vrt2"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.hinting = False
    font = subset.load_font(str(Path(package.origin).parent / SOURCE_FILE), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted_characters())
    subsetter.subset(font)
    _rename(font)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    subset.save_font(font, str(TARGET), options)


def _rename(font: Any) -> None:
    names = {1: FAMILY, 3: FAMILY, 4: FAMILY, 6: FAMILY.replace(" ", "")}
    for record in font["name"].names:
        record.string = names.get(record.nameID, record.toUnicode())


if __name__ == "__main__":
    main()
