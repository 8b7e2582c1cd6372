"""Whether what an office replaced is still what it was: only what changes an answer counts."""

from datetime import date
from typing import Any

import msgspec
import pytest
from tests.policy.test_layers import rule, table

from yibao.policy.references import Reference
from yibao.policy.rules.kinds import Rule
from yibao.policy.store import PolicyStore
from yibao.policy.timeline import Base, RuleLayer

DAY = date(2025, 6, 1)
SOURCES = [
    msgspec.convert(
        {"id": i, "title": "通知", "issuer": "局", "level": "published", "issued_on": "2020-01-01"},
        Reference,
    )
    for i in ("s", "t")
]
OWN = rule("130100", [{"start_date": "2025-01-01", "end_date": None}], "own")


def store(*rules: Rule) -> PolicyStore:
    return PolicyStore(table(), SOURCES, rules)


def province(amount: str = "1", end: str | None = None, **more: Any) -> Rule:
    period = {"start_date": "2020-01-01", "end_date": end, **more}
    return rule("130000", [{**period, "method": {"type": "amount", "amount": amount}}], "province")


def held(below: PolicyStore, bases: tuple[Base, ...]) -> bool:
    """Whether the office's rule is said to rest on something else."""
    over = below.under(RuleLayer(layer="office", rules=(OWN,), kept_in="site", bases=bases))
    found = over.in_force(type(OWN), "130100", ("retired",), DAY)
    assert found
    assert found.layer == "office"
    return found.base_changed


def written_down(below: PolicyStore) -> tuple[Base, ...]:
    return (below.base(OWN, date(2025, 1, 1), None),)


@pytest.mark.parametrize(
    "later",
    [
        store(province("2")),
        store(province(end="2025-03-01")),
        store(),
        store(province(), rule("130100", [{"start_date": None, "end_date": None}], "city")),
    ],
)
def test_another_rule_below_is_noticed(later: PolicyStore) -> None:
    bases = written_down(store(province()))

    assert held(later, bases)


@pytest.mark.parametrize(
    "later",
    [
        store(province()),
        store(province(confirmed_on="2025-05-01", references=["s", "t"], note="又见到一次")),
        store(rule("130102", [{"start_date": None, "end_date": None}], "county"), province()),
        store(rule("130100", [{"start_date": None, "end_date": "2019-12-31"}], "old"), province()),
    ],
)
def test_the_same_figure_seen_again_is_no_change(later: PolicyStore) -> None:
    assert not held(later, written_down(store(province())))


def test_what_nobody_wrote_down_is_not_missed() -> None:
    assert not held(store(province()), ())


def test_a_pack_below_counts_as_what_the_program_brings() -> None:
    bases = written_down(store(province()))
    newer = RuleLayer(layer="pack", rules=(province("2"),))
    same = RuleLayer(layer="pack", rules=(province(),))

    assert held(store(province()).under(newer), bases)
    assert not held(store(province()).under(same), bases)


def test_days_of_which_nobody_spoke_do_not_count() -> None:
    bases = (store(province()).base(OWN, date(2025, 1, 1), date(2025, 12, 31)),)
    later = store(
        rule(
            "130000",
            [
                {"start_date": "2020-01-01", "end_date": "2025-12-31"},
                {"start_date": "2026-01-01", "end_date": None}
                | {"method": {"type": "amount", "amount": "9"}},
            ],
        )
    )
    first = (later.base(OWN, date(2025, 1, 1), date(2025, 12, 31)),)

    assert held(later, bases), "its end is named now"
    assert not held(later, first)
