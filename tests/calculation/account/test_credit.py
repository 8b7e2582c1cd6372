"""Every method of a credit, with its rhythm, deductions and rounding."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.deductions import deduction

from yibao.calculation.account.credit import gross_credit, share_basis
from yibao.calculation.assess import assess
from yibao.calculation.assessment import CreditOutcome
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.quantities import Span
from yibao.calculation.trace import PeriodOfRule, Trace
from yibao.policy.rules.methods import NoAccount, OwnPension, Share

DAY = date(2024, 6, 1)
OWN = {"type": "own_pension"}
AVERAGE = {"type": "average_pension", "area": "pooling_area", "base_year": 2022}
FEN = {"quantum": "0.01", "mode": "half_up"}
ROUNDED = {"rounding": FEN}


@pytest.fixture
def outcome(make_store: Any, records: Any) -> Any:
    def of(period: dict[str, Any], **inquiry: Any) -> CreditOutcome:
        store = make_store(records.rule(records.period(**period)))
        got = assess(store, Inquiry(region="130102", **inquiry), DAY).credit.outcome
        assert got is not None
        return got

    return of


def exactly(amount: str) -> Span:
    return Span(Decimal(amount), Decimal(amount))


def bands(figure: str, *values: str) -> list[dict[str, Any]]:
    return [
        {"from": 0, "to": 70, figure: values[0]},
        {"from": 70, "to": 80, figure: values[1]},
        {"from": 80, "to": None, figure: values[2]},
    ]


@pytest.mark.parametrize(
    ("period", "known", "per_month", "per_year"),
    [
        ({}, {}, "80", "960"),
        ({"credited": "yearly", "method": {"type": "amount", "amount": "840"}}, {}, "70", "840"),
        ({"deductions": [deduction("甲", "3")]}, {}, "77", "924"),
        (
            {"method": {"type": "amount_by_age", "bands": bands("amount", "40", "50", "60")}},
            {"age": 79},
            "50",
            "600",
        ),
        (
            {"method": {"type": "share", "of": AVERAGE, "rate": "2.8%"}, **ROUNDED},
            {"average_pension": Decimal("3712.34")},
            "103.95",
            "1247.40",
        ),
        (
            {"method": {"type": "share", "of": OWN, "rate": "2%"}, **ROUNDED},
            {"pension": Decimal("4000")},
            "80",
            "960",
        ),
        (
            {"method": {"type": "share", "of": {"type": "contribution_base"}, "rate": "2%"}}
            | ROUNDED,
            {"base": Decimal("8123.45")},
            "162.47",
            "1949.64",
        ),
        (
            {
                "method": {
                    "type": "share_by_age",
                    "of": AVERAGE,
                    "bands": bands("rate", "2%", "2.5%", "3%"),
                }
            }
            | ROUNDED,
            {"average_pension": Decimal(4000), "age": 80},
            "120",
            "1440",
        ),
        (
            {"method": {"type": "share", "of": OWN, "rate": "2%"}}
            | {"rounding": {"quantum": "1", "mode": "down"}},
            {"pension": Decimal("4049")},
            "80",
            "960",
        ),
        (
            {"method": {"type": "share", "of": OWN, "rate": "2%"}}
            | {"rounding": {"quantum": "1", "mode": "up"}},
            {"pension": Decimal("4001")},
            "81",
            "972",
        ),
    ],
)
def test_an_exact_amount(
    outcome: Any, period: dict[str, Any], known: dict[str, Any], per_month: str, per_year: str
) -> None:
    got = outcome(period, **known)

    assert got.status == "exact"
    assert got.amounts.per_month == exactly(per_month)
    assert got.amounts.per_year == exactly(per_year)


def test_a_range_stays_a_range(outcome: Any) -> None:
    period = {
        "method": {"type": "share_range", "of": AVERAGE, "low": "2%", "high": "3%"},
        **ROUNDED,
    }

    got = outcome(period, average_pension=Decimal("3700"))

    assert got.status == "range"
    assert got.amounts.per_month == Span(Decimal("74.00"), Decimal("111.00"))
    assert got.amounts.per_year == Span(Decimal("888.00"), Decimal("1332.00"))


def test_what_comes_before_deductions(outcome: Any) -> None:
    taken = {"deductions": [deduction("甲", "3"), deduction("乙", "1.50")]}

    assert outcome({}).amounts.before_deductions == exactly("80")
    assert outcome(taken).amounts.before_deductions == exactly("80")
    assert outcome(taken).amounts.per_month == exactly("75.50")


def test_a_yearly_credit_is_shown_by_the_month(outcome: Any) -> None:
    got = outcome({"method": {"type": "amount", "amount": "500"}, "credited": "yearly"})

    assert got.amounts.per_year == exactly("500")
    assert got.amounts.per_month == exactly("41.67")
    assert got.amounts.before_deductions == exactly("41.67")


@pytest.mark.parametrize(
    ("method", "missing"),
    [
        ({"type": "amount_by_age", "bands": bands("amount", "1", "2", "3")}, ("age",)),
        ({"type": "share", "of": AVERAGE, "rate": "2%"}, ("average_pension",)),
        ({"type": "share", "of": OWN, "rate": "2%"}, ("pension",)),
        ({"type": "share", "of": {"type": "contribution_base"}, "rate": "2%"}, ("base",)),
        (
            {"type": "share_range", "of": AVERAGE, "low": "2%", "high": "3%"},
            ("average_pension",),
        ),
        (
            {"type": "share_by_age", "of": AVERAGE, "bands": bands("rate", "1%", "2%", "3%")},
            ("age", "average_pension"),
        ),
    ],
)
def test_an_input_that_is_not_known_is_asked_for(
    outcome: Any, method: dict[str, Any], missing: tuple[str, ...]
) -> None:
    got = outcome({"method": method, **ROUNDED})

    assert (got.status, got.missing, got.amounts) == ("missing", missing, None)


@pytest.mark.parametrize("status", ["individual", "no_account"])
def test_there_may_be_nothing_to_compute(outcome: Any, status: str) -> None:
    got = outcome({"method": {"type": status}})

    assert (got.status, got.amounts, got.steps) == (status, None, ())


def test_an_average_pension_that_is_published_need_not_be_asked_for(
    make_store: Any, records: Any
) -> None:
    share = records.period(method={"type": "share", "of": AVERAGE, "rate": "2%"}, **ROUNDED)
    figure = records.period(amount="3500", references=["a-source"])
    for credit_only in ("method", "examples"):
        del figure[credit_only]
    average = {
        "kind": "average_pension",
        "id": "average",
        "area": "130100",
        "base_year": 2022,
        "periods": [figure],
    }
    store = make_store(records.rule(share, area="130000"), average)

    def per_month(region: str, **known: Any) -> Span | None:
        answered = assess(store, Inquiry(region=region, **known), DAY).credit.outcome
        return answered and answered.amounts and answered.amounts.per_month

    assert per_month("130102") == exactly("70")
    assert per_month("130102", average_pension=Decimal(4000)) == exactly("80")
    assert per_month("139001") is None
    assert per_month("130000") is None


def test_the_average_of_everyone_does_not_stand_in_for_that_of_a_group(
    make_store: Any, records: Any
) -> None:
    of_group = {**AVERAGE, "people": "own_group"}
    share = records.period(method={"type": "share", "of": of_group, "rate": "2%"}, **ROUNDED)
    figure = records.period(amount="3500", references=["a-source"])
    for credit_only in ("method", "examples"):
        del figure[credit_only]
    average = {
        "kind": "average_pension",
        "id": "average",
        "area": "130100",
        "base_year": 2022,
        "periods": [figure],
    }
    store = make_store(records.rule(share), average)
    asked = Inquiry(region="130102", retired_from="enterprise")

    outcome = assess(store, asked, DAY).credit.outcome

    assert outcome is not None
    assert (outcome.status, outcome.missing) == ("missing", ("average_pension",))


def test_an_average_of_a_year_not_named_is_always_asked_for(outcome: Any) -> None:
    for year in (None, "reform_year"):
        basis = {**AVERAGE, "base_year": year}
        period = {"method": {"type": "share", "of": basis, "rate": "2%"}, **ROUNDED}
        assert outcome(period).status == "missing"


def test_a_method_without_an_amount_or_with_an_unknown_input_is_a_programming_error() -> None:
    trace = Trace(PeriodOfRule("r", None))

    with pytest.raises(ValueError, match="gives no amount"):
        gross_credit(NoAccount(), None, {}, trace)
    with pytest.raises(ValueError, match="pension is not known"):
        gross_credit(Share(of=OwnPension(), rate="2%"), None, {"pension": ()}, trace)
    with pytest.raises(ValueError, match="NoAccount is no share"):
        share_basis(NoAccount())
