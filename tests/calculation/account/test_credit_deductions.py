"""What comes off a credit: sums, shares, once a year, of some only, and what has run out."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.deductions import deduction

from yibao.calculation.assess import assess
from yibao.calculation.assessment import CreditOutcome
from yibao.calculation.inquiry import Inquiry

DAY = date(2024, 6, 1)
OWN = {"type": "own_pension"}
AVERAGE = {"type": "average_pension", "area": "pooling_area", "base_year": 2022}
SHARE = {
    "method": {"type": "share", "of": AVERAGE, "rate": "2.8%"},
    "rounding": {"quantum": "0.01", "mode": "half_up"},
}


def share(of: dict[str, Any], rate: str) -> dict[str, Any]:
    return {"type": "share", "of": of, "rate": rate}


@pytest.fixture
def outcome(make_store: Any, records: Any) -> Any:
    def of(*taken: dict[str, Any], on: date = DAY, **fields: Any) -> Any:
        known = fields.pop("known", {})
        period = records.period(deductions=list(taken), **fields)
        period["examples"] = [{"given": {}, "expected": {"status": "exact"}}]
        store = make_store(records.rule(period))
        got = assess(store, Inquiry(region="130102", **known), on)
        got.replay()
        assert got.credit.outcome is not None
        return got.credit.outcome

    return of


def months(outcome: CreditOutcome) -> tuple[str, str]:
    """Yuan a month, and a year."""
    assert outcome.amounts is not None
    return f"{outcome.amounts.per_month.low:.2f}", f"{outcome.amounts.per_year.low:.2f}"


def test_a_share_of_one_s_own_pension_to_the_fen(outcome: Any) -> None:
    care = deduction("长护", "1", takes=share(OWN, "0.15%"))

    assert months(outcome(care, known={"pension": Decimal(3001)})) == ("75.50", "906.00")
    assert outcome(care).missing == ("pension",)
    assert outcome(care).uses == ("pension",)


def test_what_is_owed_never_exceeds_what_there_is(outcome: Any) -> None:
    care = deduction("长护", "1", takes=share(OWN, "50%"))

    assert months(outcome(care, known={"pension": Decimal(3000)})) == ("0.00", "0.00")


def test_a_share_of_what_the_credit_is_a_share_of(outcome: Any) -> None:
    care = deduction("长护", "1", takes=share({"type": "credit_basis"}, "0.3%"))

    got = outcome(care, known={"average_pension": Decimal(4000)}, **SHARE)

    assert months(got) == ("100.00", "1200.00")
    assert [taken.amount for taken in got.taken] == [Decimal("12.00")]


def test_half_of_a_sum_raised_for_the_year(outcome: Any) -> None:
    whole = share({"type": "yearly_sum", "amount": "132"}, "50%")

    assert months(outcome(deduction("长护", "1", takes=whole))) == ("74.50", "894.00")
    once = deduction("长护", "1", takes=whole, taken="yearly", month=3)
    assert months(outcome(once)) == ("80.00", "894.00")


def test_once_a_year(outcome: Any) -> None:
    got = outcome(deduction("大额", "30", taken="yearly"), deduction("互助", "6"))

    assert months(got) == ("74.00", "858.00")
    assert [(t.deduction.name, t.amount) for t in got.taken] == [("大额", 30), ("互助", 6)]


def test_off_the_pension_the_account_does_not_feel_it(outcome: Any) -> None:
    got = outcome(deduction("大额", "30", off="pension"))

    assert months(got) == ("80.00", "960.00")
    assert got.taken == ()


def test_both_where_a_condition_decides(outcome: Any) -> None:
    by_employer = deduction("大额", "15", condition="单位办了代扣的")
    by_consent = deduction("长护", "1", condition="同意的", takes=share(OWN, "0.15%"))

    got = outcome(by_employer, by_consent)
    sum_known, open_case = got.under_conditions

    assert months(got) == ("80.00", "960.00")
    assert sum_known.amounts.per_month.low == Decimal(65)
    assert (open_case.amounts, open_case.missing) == (None, ("pension",))
    assert got.uses == ("pension",)
    paid = outcome(by_consent, known={"pension": Decimal(4000)}).under_conditions[0]
    assert paid.amounts.per_month.low == Decimal(74)


def test_a_deduction_has_a_time_of_its_own(outcome: Any) -> None:
    first = deduction("长护", "5", start_date="2024-01-01", end_date="2024-12-31")

    assert months(outcome(first, on=date(2023, 12, 31)))[0] == "80.00"
    assert months(outcome(first, on=date(2024, 1, 1)))[0] == "75.00"
    assert months(outcome(first, on=date(2024, 12, 31)))[0] == "75.00"
    over = outcome(first, on=date(2025, 1, 1))
    assert months(over)[0] == "80.00"
    assert [deducted.name for deducted in over.lapsed] == ["长护"]
    assert outcome(first).lapsed == ()


def test_what_has_a_successor_has_not_run_out(outcome: Any) -> None:
    first = deduction("长护", "5", end_date="2024-12-31")
    second = deduction("长护", "6", start_date="2025-01-01")

    got = outcome(first, second, on=date(2025, 1, 1))

    assert months(got)[0] == "74.00"
    assert got.lapsed == ()


def test_a_sum_not_confirmed_lately_makes_the_amount_stale(make_store: Any, records: Any) -> None:
    old = deduction("长护", "5", confirmed_on="2020-01-01")
    period = records.period(deductions=[old])
    store = make_store(records.rule(period))

    assert assess(store, Inquiry(region="130102"), DAY).credit.stale


def test_the_average_of_one_s_own_group(outcome: Any) -> None:
    method = {"type": "share", "of": {**AVERAGE, "people": "own_group"}, "rate": "2.8%"}
    fields = {"method": method, "rounding": SHARE["rounding"]}
    average = {"average_pension": Decimal(4000)}

    assert outcome(known=average, **fields).missing == ("retired_from",)
    for group in ("institution", "enterprise", "flexible"):
        known = {**average, "retired_from": group}
        assert months(outcome(known=known, **fields))[0] == "112.00"
    without = outcome(known={"retired_from": "enterprise"}, **fields)
    assert without.missing == ("average_pension",)


@pytest.mark.parametrize(
    ("known", "low", "high"),
    [
        ({}, "80.00", "80.00"),
        ({"sex": "male"}, "80.00", "80.00"),
        ({"sex": "male", "paid_months": 360}, "80.00", "80.00"),
        ({"sex": "male", "paid_months": 336}, "75.20", "75.20"),
        ({"sex": "male", "paid_months": 335}, "72.80", "75.20"),
        ({"sex": "female", "paid_months": 300}, "80.00", "80.00"),
        ({"sex": "female", "paid_months": 276}, "75.20", "75.20"),
    ],
)
def test_less_for_missing_years(outcome: Any, known: dict[str, Any], low: str, high: str) -> None:
    less = {
        "type": "missing_years",
        "required": {"men": 30, "women": 25},
        "rate_a_year": "3%",
    }

    got = outcome(known=known, adjustment=less)

    assert f"{got.amounts.per_month.low:.2f}" == low
    assert f"{got.amounts.per_month.high:.2f}" == high
    assert got.status == ("exact" if low == high else "range")
    assert not got.depends_on_birthday
    assert got.adjustment_open is ("paid_months" not in known)


@pytest.mark.parametrize(
    ("known", "amount", "is_open"),
    [
        ({}, "80.00", True),
        ({"retires_on": date(2022, 12, 31)}, "80.00", False),
        ({"retires_on": date(2023, 1, 1)}, "80.00", True),
        (
            {"retires_on": date(2023, 1, 1), "actual_months": 300, "account_months": 100},
            "26.67",
            False,
        ),
        (
            {"retires_on": date(2023, 1, 1), "actual_months": 0, "account_months": 0},
            "80.00",
            True,
        ),
    ],
)
def test_by_the_months_with_an_account(
    outcome: Any, known: dict[str, Any], amount: str, is_open: bool
) -> None:
    by_months = {"type": "months_with_account", "retired_since": "2023-01-01"}

    got = outcome(known=known, adjustment=by_months)

    assert (months(got)[0], got.adjustment_open) == (amount, is_open)


def test_a_sum_that_is_not_held(outcome: Any) -> None:
    got = outcome(method={"type": "amount_unknown"})

    assert (got.status, got.amounts, got.missing) == ("amount_unknown", None, ())


def test_of_a_rule_that_ran_out_the_last_known_amount(outcome: Any) -> None:
    over = outcome(
        deduction("长护", "5", end_date="2024-03-31"),
        on=date(2024, 7, 1),
        end_date="2024-06-30",
        moves="yearly",
    )
    by_age = {
        "type": "amount_by_age",
        "bands": [
            {"from": 0, "to": 70, "amount": "70"},
            {"from": 70, "to": None, "amount": "80"},
        ],
    }
    unknown_age = outcome(on=date(2024, 7, 1), end_date="2024-06-30", moves="yearly", method=by_age)

    assert (over.status, over.amounts) == ("ended", None)
    assert over.last_known.amounts.per_month.low == Decimal(80)
    assert (unknown_age.status, unknown_age.missing) == ("ended", ("age",))
    assert unknown_age.last_known.status == "missing"
