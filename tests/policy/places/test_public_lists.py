"""Whatever two public lists call a place leads to it, to its prefecture, or to its successor."""

from collections.abc import Callable
from typing import Any

import pytest

from yibao.policy.places.region_search import RegionSearch
from yibao.policy.places.regions import RegionTable
from yibao.policy.store import PolicyStore


def leads_there(regions: RegionTable, search: RegionSearch, code: str, name: str) -> bool:
    """Whether the name has a hit with this code, with its successor's, or in its prefecture."""
    successors = {hit.region.code for hit in search.find(code)}
    return any(
        hit.region.code in successors or f"{code[:4]}00" in regions.inheritance(hit.region.code)
        for hit in search.find(name)
    )


@pytest.mark.parametrize("year", [2018, 2023])
def test_every_name_is_found(
    store: PolicyStore, search: RegionSearch, published: Callable[[str], Any], year: int
) -> None:
    names = published(f"list_{year}.json")
    assert len(names) > 3000

    lost = {
        code: name
        for code, name in names.items()
        if not leads_there(store.regions, search, code, name)
    }
    assert lost == {}


@pytest.mark.parametrize("year", [2018, 2023])
def test_every_code_leads_to_one_place_or_to_all_that_it_became(
    search: RegionSearch, published: Callable[[str], Any], year: int
) -> None:
    for code in published(f"list_{year}.json"):
        for written in (code, code.ljust(12, "0")):
            assert search.find(written), written


@pytest.mark.parametrize("year", [2018, 2023])
def test_every_name_is_found_behind_that_of_its_prefecture(
    store: PolicyStore, search: RegionSearch, published: Callable[[str], Any], year: int
) -> None:
    names = published(f"list_{year}.json")
    for code, name in names.items():
        prefecture = names.get(f"{code[:4]}00")
        if prefecture and prefecture != name:
            for filler in ("", "市辖区", "＞", "_"):
                found = search.find(f"{prefecture}{filler}{name}")
                assert found, f"{prefecture}{filler}{name}"
                assert found[0].region.code[:2] == code[:2]
