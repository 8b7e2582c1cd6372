"""What is shown is what was computed."""

from datetime import date
from decimal import Decimal, FloatOperation

import msgspec
import pytest

from yibao.calculation.quantities import Quantity, rate, yuan
from yibao.calculation.quantities import age as years_of_age
from yibao.calculation.trace import PeriodOfRule, ReplayError, Trace, replay

PERIOD = PeriodOfRule("a-rule", date(2023, 1, 1))
TWELVE = Quantity(Decimal(12), "times")


@pytest.fixture
def trace() -> Trace:
    return Trace(PERIOD)


def money(text: str) -> Quantity:
    return yuan(Decimal(text))


def test_remembers_what_it_did(trace: Trace) -> None:
    gross = trace.do("share", money("3700"), rate(Decimal("0.02")), label="share")
    net = trace.do("deduct", gross, money("4"), label="护理保险")

    assert net == money("70.00")
    assert [step.operation for step in trace.steps] == ["share", "deduct"]
    assert trace.steps[1].operands == (gross, money("4"))
    assert trace.steps[1].label == "护理保险"
    assert trace.steps[1].period == PERIOD


@pytest.mark.parametrize(
    ("operation", "exact", "quantum", "rounded"),
    [
        ("round_half_up", "162.469", "0.01", "162.47"),
        ("round_half_up", "162.465", "0.01", "162.47"),
        ("round_half_up", "162.464", "0.01", "162.46"),
        ("round_half_up", "162.5", "1", "163"),
        ("round_half_up", "162.5", "5", "165"),
        ("round_down", "162.469", "0.01", "162.46"),
        ("round_up", "162.461", "0.1", "162.5"),
    ],
)
def test_rounds_as_the_rule_says(
    trace: Trace, operation: str, exact: str, quantum: str, rounded: str
) -> None:
    assert trace.do(operation, money(exact), money(quantum), label="rounded") == money(rounded)


def test_a_twelfth_is_shown_to_the_fen_and_a_year_is_exact(trace: Trace) -> None:
    assert trace.do("twelfth", money("500"), TWELVE, label="per_month") == money("41.67")
    assert trace.do("whole_year", money("162.47"), TWELVE, label="per_year") == money("1949.64")


@pytest.mark.parametrize(("age", "amount"), [(0, "500"), (59, "500"), (60, "700"), (80, "1600")])
def test_looks_an_age_up(trace: Trace, age: int, amount: str) -> None:
    table = (money("500"), years_of_age(60), money("700"), years_of_age(80), money("1600"))

    assert trace.do("by_age", years_of_age(age), *table, label="amount_for_age") == money(amount)


def test_is_closed_to_binary_floats(trace: Trace) -> None:
    with pytest.raises((TypeError, FloatOperation)):
        trace.do("share", Quantity(Decimal(1), "yuan"), Quantity(0.1, "rate"), label="share")


def test_a_replay_gives_every_result_again(trace: Trace) -> None:
    trace.do("whole_year", money("107"), TWELVE, label="per_year")

    assert replay(trace.steps) == (money("1284"),)


def test_a_replay_finds_a_step_that_was_tampered_with(trace: Trace) -> None:
    trace.do("whole_year", money("107"), TWELVE, label="per_year")
    forged = msgspec.structs.replace(trace.steps[0], result=money("1285"))

    with pytest.raises(ReplayError, match="whole_year"):
        replay([forged])
