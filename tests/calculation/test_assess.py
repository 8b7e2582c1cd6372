"""What a visitor gets from the embedded store."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from yibao.calculation.assess import assess
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.proving.examples import check_examples
from yibao.calculation.quantities import Span, yuan
from yibao.calculation.trace import ReplayError
from yibao.policy.loading.files import policy_files
from yibao.policy.loading.reading import read_policy
from yibao.policy.store import PolicyStore

DAY = date(2025, 12, 20)


def amount(low: str, high: str | None = None) -> Span:
    return Span(Decimal(low), Decimal(high or low))


@pytest.mark.parametrize(
    ("asked", "status", "per_month"),
    [
        ({"region": "110105", "age": 69}, "exact", amount("97")),
        ({"region": "110105", "age": 70}, "exact", amount("107")),
        ({"region": "110105", "born": date(1955, 12, 20)}, "exact", amount("107")),
        ({"region": "110105", "born": date(1955, 12, 21)}, "exact", amount("97")),
        ({"region": "110105"}, "missing", None),
        ({"region": "510302"}, "missing", None),
        ({"region": "510302", "average_pension": Decimal(3700)}, "range", amount("74", "111")),
        ({"region": "440305"}, "exact", amount("251")),
        ({"region": "420703"}, "exact", amount("71")),
        ({"region": "211321"}, "exact", amount("65")),
        ({"region": "210102"}, "exact", amount("80")),
        ({"region": "310101", "age": 74}, "exact", amount("140")),
        ({"region": "310101", "age": 75}, "exact", amount("157.50")),
        ({"region": "420106"}, "exact", amount("83")),
        ({"region": "420106", "retired_from": "flexible"}, "exact", amount("66")),
        ({"region": "420703", "retired_from": "flexible"}, "exact", amount("71")),
        ({"region": "421002", "plan": "pooled_only"}, "exact", amount("30")),
        ({"region": "421200"}, "exact", amount("70")),
        ({"region": "429006", "average_pension": Decimal(3000)}, "exact", amount("75")),
        ({"region": "420500"}, "exact", amount("70")),
        ({"region": "620000-direct"}, "exact", amount("120")),
        ({"region": "620102"}, "exact", amount("90")),
        ({"region": "620600"}, "exact", amount("120")),
        (
            {"region": "110105", "status": "in_service", "base": Decimal("8123.45")},
            "exact",
            amount("162.47"),
        ),
        ({"region": "110105", "status": "in_service"}, "missing", None),
        ({"region": "110105", "status": "in_service", "plan": "pooled_only"}, "no_account", None),
        ({"region": "110105", "status": "flexible", "plan": "pooled_only"}, "no_account", None),
        ({"region": "110105", "status": "flexible"}, "no_rule", None),
        ({"region": "110105", "status": "resident"}, "no_account", None),
        ({"region": "110105", "status": "resident", "plan": "pooled_only"}, "no_account", None),
        ({"region": "110105", "plan": "pooled_only", "age": 71}, "no_rule", None),
        ({"region": "220102", "plan": "pooled_only", "age": 71}, "no_account", None),
        ({"region": "110105", "retirement_completed": False, "age": 71}, "no_account", None),
        (
            {"region": "421002", "plan": "pooled_only", "retirement_completed": False},
            "no_account",
            None,
        ),
    ],
)
def test_the_credit(
    store: PolicyStore, asked: dict[str, Any], status: str, per_month: Span | None
) -> None:
    credit = assess(store, Inquiry(**asked), DAY).credit

    assert credit.status == status
    amounts = credit.outcome and credit.outcome.amounts
    assert (amounts.per_month if amounts else None) == per_month


@pytest.mark.parametrize(
    ("region", "plan", "group"),
    [
        ("110105", "full", "retirement_pending"),
        ("421002", "pooled_only", "retirement_pending"),
        ("110105", "pooled_only", "retirement_pending"),
        ("220102", "pooled_only", "retired_pooled_only"),
    ],
)
def test_while_the_procedure_is_pending_nothing_is_credited_yet(
    store: PolicyStore, region: str, plan: Any, group: str
) -> None:
    inquiry = Inquiry(region=region, plan=plan, retirement_completed=False, age=71)

    rule = assess(store, inquiry, DAY).credit.rule

    assert rule is not None
    assert rule.rule.whom == group


@pytest.mark.parametrize(
    ("region", "on", "stale"),
    [
        ("110105", date(2025, 12, 20), False),
        ("110105", date(2026, 12, 21), False),
        ("420703", date(2023, 12, 31), False),
        ("420703", date(2030, 1, 2), True),
        ("110105", date(2024, 1, 1), False),
    ],
)
def test_a_rule_not_confirmed_lately_is_stale(
    store: PolicyStore, region: str, on: date, stale: bool
) -> None:
    assert assess(store, Inquiry(region=region, age=71), on).credit.stale is stale


def test_only_an_amount_is_ever_stale(store: PolicyStore) -> None:
    resident = Inquiry(region="110105", status="resident")
    without_base = Inquiry(region="110105", status="in_service")

    for inquiry in (resident, without_base):
        assert assess(store, inquiry, date(2030, 1, 1)).credit.stale is False
    assert assess(store, Inquiry(region="110105"), date(1995, 1, 1)).credit.stale is False


def test_before_a_rule_began_it_does_not_answer(store: PolicyStore) -> None:
    before = assess(store, Inquiry(region="420703"), date(2022, 12, 31)).credit
    earlier = assess(store, Inquiry(region="420703"), date(2021, 4, 12)).credit

    assert before.rule is not None
    assert before.rule.rule.area == "000000"
    assert earlier.status == "no_rule"


def test_both_sides_of_a_contested_rule_are_computed(store: PolicyStore) -> None:
    (other,) = assess(store, Inquiry(region="620602"), DAY).credit.others

    assert other.outcome.amounts.per_month == amount("90")
    assert other.outcome.references[0].id == "wuwei-report"


def test_what_changes_at_which_age(store: PolicyStore) -> None:
    by_birth = assess(store, Inquiry(region="110105", born=date(1961, 5, 3)), DAY).credit.changes
    by_age = assess(store, Inquiry(region="110105", age=64), DAY).credit.changes

    assert [(c.age, c.on, c.outcome.amounts.per_month) for c in by_birth] == [
        (70, date(2031, 5, 3), amount("107"))
    ]
    assert [(c.age, c.on, c.outcome.amounts.per_month) for c in by_age] == [
        (70, None, amount("107"))
    ]


@pytest.mark.parametrize(
    "asked",
    [
        {"region": "110105"},
        {"region": "110105", "age": 70},
        {"region": "440305", "age": 60},
        {"region": "110105", "status": "flexible", "age": 40},
    ],
)
def test_nothing_changes_where_the_age_is_unknown_or_plays_no_part(
    store: PolicyStore, asked: dict[str, Any]
) -> None:
    assert assess(store, Inquiry(**asked), DAY).credit.changes == ()


@pytest.mark.parametrize(("status", "credited"), [("flexible", "66"), ("in_service", "83")])
def test_on_retirement_one_gets_what_those_get_who_retire_from_where_one_works(
    store: PolicyStore, status: Any, credited: str
) -> None:
    wuhan = Inquiry(region="420106", status=status, retires_on=date(2030, 1, 1))

    (change,) = assess(store, wuhan, DAY).credit.changes

    assert change.outcome is not None
    assert change.outcome.amounts is not None
    assert change.outcome.amounts.per_month == amount(credited)


def test_a_change_follows_the_rule_of_its_own_day(make_store: Any, records: Any) -> None:
    by_age = {
        "type": "amount_by_age",
        "bands": [{"from": 0, "to": 70, "amount": "80"}, {"from": 70, "to": None, "amount": "90"}],
    }
    until_2025 = records.period(method=by_age, end_date="2025-12-31")
    store = make_store(records.rule(until_2025))

    def changes(born: date) -> list[int]:
        asked = Inquiry(region="130102", born=born)
        return [c.age for c in assess(store, asked, date(2024, 6, 1)).credit.changes]

    assert changes(date(1955, 12, 31)) == [70]
    assert changes(date(1956, 1, 1)) == []


def test_the_inputs_that_a_rule_uses(store: PolicyStore) -> None:
    def used(**asked: Any) -> set[str]:
        return set(assess(store, Inquiry(**asked), DAY).credit.inputs_used)

    assert used(region="110105") == {"age"}
    assert used(region="510302") == {"average_pension"}
    assert used(region="420902") == {"average_pension"}
    assert used(region="510104") == {"retired_from", "average_pension"}
    assert used(region="440305") == set()
    assert used(region="110105", status="flexible") == set()


def test_every_example_of_the_embedded_store_comes_out(store: PolicyStore) -> None:
    from yibao.system.folders import resources_folder

    embedded = read_policy(policy_files(resources_folder() / "policy"))

    assert list(check_examples(embedded.store, embedded.rules)) == []


@pytest.mark.parametrize(
    ("example", "came_out"),
    [
        (
            {"given": {}, "expected": {"status": "exact", "low": "81.00"}},
            '{"status":"exact","low":"80.00"}',
        ),
        (
            {"given": {"age": 70}, "expected": {"status": "no_account"}},
            '{"status":"exact","low":"80.00"}',
        ),
    ],
)
def test_an_example_that_does_not_come_out_is_told(
    tmp_path: Any, records: Any, example: dict[str, Any], came_out: str
) -> None:
    average = {
        "kind": "average_pension",
        "id": "average",
        "area": "130100",
        "base_year": 2022,
        "periods": [
            {
                "start_date": None,
                "end_date": None,
                "confirmed_on": "2024-05-01",
                "references": ["a-source"],
                "amount": "3000",
            }
        ],
    }
    rule = records.rule(records.period(examples=[example]))
    reading = read_policy(policy_files(records.write(tmp_path, [average, rule])))

    (problem,) = check_examples(reading.store, reading.rules)

    assert problem.file == "rules/test.json"
    assert problem.path == "$.rules[1].periods[0].examples[0].expected"
    assert problem.allowed == (came_out,)


def test_every_answer_can_be_replayed_as_it_is_before_printing(store: PolicyStore) -> None:
    in_work = Inquiry(
        region="110105", status="in_service", base=Decimal(6000), born=date(1970, 6, 1),
        sex="male", paid_months=240,
    )  # fmt: skip
    for inquiry in (in_work, Inquiry(region="620602", age=66), Inquiry(region="469001")):
        assess(store, inquiry, date(2025, 12, 20)).replay()


def test_an_answer_that_was_tampered_with_is_not_printed(store: PolicyStore) -> None:
    answer = assess(store, Inquiry(region="110105", age=71), date(2025, 12, 20))
    outcome = answer.credit.outcome
    assert outcome
    first, *others = outcome.steps
    forged = replace(outcome, steps=(replace(first, result=yuan(Decimal("999"))), *others))
    credit = replace(answer.credit, outcome=forged)

    with pytest.raises(ReplayError):
        replace(answer, credit=credit).replay()
