"""Make resources/policy/regions.json: divisions, former ones, zones, and how people call them.

Run by hand when a source has a newer edition; the results are committed. Names and codes are
facts from the packages that `places.sources` names; none of them is installed or shipped, and
NOTICE credits them. Besides the regions this makes the characters that are read as others
(`variants.py`) and the lists that the tests find every name of (tests/data/places).

    .venv/bin/pip install pypinyin
    .venv/bin/python packaging/make_regions.py
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from places.former import Succession, is_told, successions
from places.readings import reading, reading_within
from places.short_names import everyday_names, short_name
from places.sources import Sources, read_sources
from places.test_data import write_test_data
from places.variants import write_variants
from places.zones import NOT_ZONES, OWN_POOLS, Zone, zones

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "resources" / "policy" / "regions.json"
Record = dict[str, Any]


def divisions(sources: Sources, succeeded: list[Succession]) -> Iterator[Record]:
    """Every division of today with all its names."""
    for code, (name, level) in sources.divisions.items():
        pinyin = reading(name)
        short, everyday = short_name(name), everyday_names(name)
        former, codes = _former(code, {name, short, *everyday}, succeeded, sources)
        yield {
            "code": code,
            "name": name,
            "level": level,
            "pinyin": pinyin,
            "short": short,
            "everyday": [_said(each, name, pinyin) for each in everyday],
            "former": former,
            "former_codes": codes + [old for old, new in NOT_ZONES.items() if new == code],
            "own_pool": code in OWN_POOLS,
        }


def _former(
    place: str, own: set[str], succeeded: list[Succession], sources: Sources
) -> tuple[list[Record], list[str]]:
    """The names of before with their codes, and codes without such a name.

    A name that another place of the same prefecture bears today is that place's alone.
    """
    borne = own | {
        each
        for code, (name, _) in sources.divisions.items()
        if code[:4] == place[:4]
        for each in (name, short_name(name))
    }
    names, codes = list[Record](), list[str]()
    for old in succeeded:
        if old.place != place:
            continue
        if old.name in borne or not is_told(old):
            codes += old.codes
            continue
        short, pinyin = short_name(old.name), reading(old.name)
        kept = "" if short in borne else short
        names.append({"name": old.name, "pinyin": pinyin, "short": kept, "codes": list(old.codes)})
        said = (each for each in everyday_names(old.name) if each not in borne)
        names += [_said(each, old.name, pinyin) for each in said]
    return names, codes


def zone(found: Zone) -> Record:
    """A zone or a town as a region."""
    pinyin = reading(found.name)
    return {
        "code": found.code,
        "name": found.name,
        "level": found.level,
        "pinyin": pinyin,
        "short": found.short,
        "everyday": [_said(each, found.name, pinyin) for each in found.said],
        "former": [
            {"name": name, "pinyin": reading(name), "codes": list(codes)}
            for name, codes in found.former
        ],
        "former_codes": list(found.former_codes),
        "within": found.within,
        "own_pool": found.code in OWN_POOLS,
    }


def _said(name: str, whole: str, pinyin: str) -> Record:
    return {"name": name, "pinyin": reading_within(name, whole, pinyin)}


def _line(record: Record) -> str:
    """A record without what is left empty."""
    filled = {key: value for key, value in record.items() if value}
    for key in ("former", "everyday"):
        if key in filled:
            filled[key] = [_row(each) for each in filled[key]]
    return json.dumps(filled, ensure_ascii=False)


def _row(named: Record) -> list[Any]:
    """A name as a row: itself, its reading, its short form and its codes, as far as it has them."""
    row = [named["name"], named["pinyin"], named.get("short", ""), named.get("codes", [])]
    while not row[-1]:
        row.pop()
    return row


def main() -> None:
    sources = read_sources()
    succeeded = list(successions(sources))
    led_on = {code for old in succeeded for code in old.codes}
    regions = [*divisions(sources, succeeded), *map(zone, zones(sources, led_on))]
    lines = ",\n".join(map(_line, regions))
    head = '{"$schema": "schema/regions.schema.json",\n"regions": [\n'
    TARGET.write_text(f"{head}{lines}\n]}}\n", encoding="utf-8")
    write_variants(sources.simplified, "".join(map(_characters, regions)), ROOT)
    write_test_data(sources, ROOT)
    print(f"{len(regions)} regions → {TARGET}")


def _characters(record: Record) -> str:
    names = [
        record["name"],
        *(each["name"] for key in ("everyday", "former") for each in record[key]),
    ]
    return "".join(names)


if __name__ == "__main__":
    main()
