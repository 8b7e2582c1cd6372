"""What the tests look for in the table: names and codes as others publish them."""

import json
from pathlib import Path

from places.former import ALL_NAMES
from places.sources import Sources
from places.zones import NO_NAME

FOLDER = Path("tests/data/places")


def write_test_data(sources: Sources, root: Path) -> None:
    """Write the two public lists, and the codes that divisions had, and characters."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for year, names in sources.lists.items():
        named = {code: name for code, name in sorted(names.items()) if not NO_NAME.match(name)}
        _write(folder / f"list_{year}.json", named)
    former = [
        [each.code, each.name, each.year]
        for each in sorted(sources.former)
        if each.code not in sources.divisions and each.year >= ALL_NAMES
    ]
    _write(folder / "former_codes.json", former)
    ours = {character for name, _ in sources.divisions.values() for character in name}
    older = {
        new: "".join(old for old in sources.traditional.get(new, []) if old not in ours)
        for new in sorted(ours)
    }
    _write(folder / "traditional.json", {new: old for new, old in older.items() if old})


def _write(path: Path, content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=0, separators=(",", ":"))
    path.write_text(text.replace(",\n", ",") + "\n", encoding="utf-8")
