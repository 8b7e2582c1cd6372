"""A search over the embedded regions, and the lists that others publish."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from yibao.policy.places.names import Closeness
from yibao.policy.places.region_search import RegionSearch
from yibao.policy.store import PolicyStore

LISTS = Path(__file__).parents[2] / "data" / "places"

Find = Callable[[str], list[str]]


@pytest.fixture(scope="package")
def search(store: PolicyStore) -> RegionSearch:
    return RegionSearch(store.regions)


@pytest.fixture(scope="package")
def whole(search: RegionSearch) -> Find:
    """Gives the codes of the places of which a query is a whole name, reading or code."""

    def find(query: str) -> list[str]:
        return [
            hit.region.code for hit in search.find(query) if hit.closeness <= Closeness.INITIALS
        ]

    return find


@pytest.fixture(scope="session")
def published() -> Callable[[str], Any]:
    """Reads one of the lists in tests/data/places, which packaging/make_regions.py makes."""

    def read(name: str) -> Any:
        return json.loads((LISTS / name).read_text(encoding="utf-8"))

    return read
