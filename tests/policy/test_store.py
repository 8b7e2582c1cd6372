"""Which rule answers for a place, a status and a day."""

from datetime import date
from typing import Any

import pytest

from yibao.policy.rules.credit_rules import CreditRule
from yibao.policy.store import PolicyStore

DAY = date(2024, 6, 1)


@pytest.fixture
def small(make_store: Any, records: Any) -> PolicyStore:
    return make_store(
        records.rule(id="nation", area="000000"),
        records.rule(id="province", area="130000"),
        records.rule(
            records.period(end_date="2023-12-31"),
            records.period(start_date="2024-03-01", end_date="2024-12-31", after_gap=True),
            id="city",
        ),
        records.rule(id="flexible", insurance_status="retired_flexible"),
        records.rule(id="direct", area="130000-direct"),
    )


@pytest.mark.parametrize(
    ("area", "day", "rule"),
    [
        ("130102", DAY, "city"),
        ("130100", DAY, "city"),
        ("139001", DAY, "province"),
        ("310101", DAY, "nation"),
        ("130000-direct", DAY, "direct"),
        ("130102", date(2023, 1, 1), "city"),
        ("130102", date(2023, 12, 31), "city"),
        ("130102", date(2024, 1, 1), "province"),
        ("130102", date(2024, 3, 1), "city"),
        ("130102", date(2024, 12, 31), "city"),
        ("130102", date(2025, 1, 1), "province"),
    ],
)
def test_the_nearest_rule_in_force_answers(
    small: PolicyStore, area: str, day: date, rule: str
) -> None:
    in_force = small.in_force(CreditRule, area, ["retired"], day)

    assert in_force is not None
    assert in_force.rule.id == rule
    assert in_force.period.holds_on(day)
    assert in_force.layer == "embedded"


def test_no_rule_answers_before_any_is_in_force(small: PolicyStore) -> None:
    assert small.in_force(CreditRule, "130102", ["retired"], date(2022, 12, 31)) is None
    assert small.in_force(CreditRule, "130102", ["in_service"], DAY) is None


def test_the_narrower_group_goes_first_within_an_area(small: PolicyStore) -> None:
    statuses = ["retired_flexible", "retired"]

    here = small.in_force(CreditRule, "130102", statuses, DAY)
    elsewhere = small.in_force(CreditRule, "139001", statuses, DAY)

    assert here is not None
    assert here.rule.id == "flexible"
    assert elsewhere is not None
    assert elsewhere.rule.id == "province"


def test_what_must_be_set_anew_runs_out_and_no_wider_area_stands_in(
    make_store: Any, records: Any
) -> None:
    store = make_store(
        records.rule(id="province", area="130000"),
        records.rule(records.period(end_date="2024-06-30", moves="yearly"), id="city"),
    )

    last = store.in_force(CreditRule, "130102", ["retired"], date(2024, 6, 30))
    after = store.in_force(CreditRule, "130102", ["retired"], date(2024, 7, 1))
    before = store.in_force(CreditRule, "130102", ["retired"], date(2022, 12, 31))

    assert last is not None
    assert (last.rule.id, last.ended) == ("city", False)
    assert after is not None
    assert (after.rule.id, after.ended) == ("city", True)
    assert before is None


def test_the_newest_confirmation(small: PolicyStore) -> None:
    assert small.newest_confirmation == date(2024, 5, 1)


def test_an_empty_store_has_no_confirmation(make_store: Any) -> None:
    assert make_store().newest_confirmation is None
