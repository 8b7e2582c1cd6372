"""docs/coverage.md says how much the store holds, and it is as much as was wanted."""

import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from yibao.policy.store import PolicyStore

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")


@pytest.fixture
def make_coverage(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script that writes the page."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    sys.modules.pop("make_coverage", None)
    import make_coverage

    return make_coverage


def test_the_page_is_up_to_date(make_coverage: ModuleType, store: PolicyStore) -> None:
    made = re.search(r"for (\d{4}-\d{2}-\d{2});", PAGE)

    assert made is not None
    assert make_coverage.page(store, date.fromisoformat(made[1])) == PAGE


def test_most_places_have_an_amount_and_few_only_the_principle(
    make_coverage: ModuleType, store: PolicyStore
) -> None:
    table = make_coverage.coverage(store, date(2026, 11, 25))
    whole: Counter[str] = sum(table.values(), Counter())

    assert len(table) == 31
    assert whole["places"] == 337
    assert whole["exact"] >= 165
    assert whole["principle"] <= 45
    each_once = ("exact", "range", "missing", "individual", "none", "principle")
    assert sum(whole[column] for column in each_once) == 337
