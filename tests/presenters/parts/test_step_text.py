"""The text of a step holds the numbers of the step, and no others."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from yibao.calculation.assess import assess
from yibao.calculation.assessment import Assessment
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.quantities import Quantity, age, months, yuan
from yibao.calculation.trace import PeriodOfRule, Step, Trace
from yibao.policy.store import PolicyStore
from yibao.presenters.formats import quantity
from yibao.presenters.parts import step_text

NUMBER = re.compile(r"\d+(?:\.\d+)?")


def numbers(text: str) -> set[str]:
    return set(NUMBER.findall(text))


def of_step(step: Step) -> set[str]:
    return {n for q in (*step.operands, step.result) for n in numbers(quantity(q))}


def all_steps(answered: Assessment) -> Iterator[Step]:
    years, dates = answered.contribution, answered.retirement.dates
    asked = [years.outcome, *(other.outcome for other in years.others)]
    changed = [change.outcome for change in answered.credit.changes]
    for outcome in (*answered.credit.outcomes, *changed, *asked):
        yield from outcome.steps if outcome else ()
    paid = (*answered.premium.prices, *answered.premium.sums, *years.cost.costs)
    yield from (step for one in paid for step in one.steps)
    yield from dates.steps if dates else ()


@given(
    data=st.data(),
    born=st.dates(date(1925, 1, 1), date(2005, 12, 31)),
    money=st.decimals(1, 1_000_000, places=2),
    months=st.integers(0, 839),
    person=st.fixed_dictionaries(
        {
            "status": st.sampled_from(["retired", "in_service", "flexible"]),
            "sex": st.sampled_from(["male", "female"]),
            "worker_category": st.sampled_from(["cadre", "worker"]),
        }
    ),
)
def test_the_text_holds_exactly_the_numbers_of_the_step(
    store: PolicyStore,
    data: st.DataObject,
    born: date,
    money: Decimal,
    months: int,
    person: dict[str, Any],
) -> None:
    areas = [rule.area for rule in store.rules.values() if rule.area in store.regions]
    areas.append("510302")  # where the national principle answers
    inquiry = Inquiry(
        region=data.draw(st.sampled_from(areas)),
        born=born,
        average_pension=money,
        base=money,
        paid_months=months,
        actual_months=months // 2,
        enrolled=date(2010, 1, 1),
        **person,
    )

    steps = tuple(all_steps(assess(store, inquiry, date(2026, 11, 24))))

    assert steps
    for step in steps:
        coin = {"0.01"} if "到分" in step_text.text(step) else set()
        assert numbers(step_text.text(step)) | coin == of_step(step)


def only_step(operation: Any, *operands: Quantity, label: str = "x") -> Step:
    trace = Trace(PeriodOfRule("r", None))
    trace.do(operation, *operands, label=label)
    return trace.steps[0]


def money(text: str) -> Quantity:
    return yuan(Decimal(text))


TWELVE = Quantity(Decimal(12), "times")


def test_how_each_operation_is_told() -> None:
    table = (money("500"), age(60), money("700"), age(70), money("1400"))
    told = {
        "by_age": only_step("by_age", age(65), *table),
        "share": only_step("share", money("3700"), Quantity(Decimal("0.028"), "rate")),
        "round": only_step("round_half_up", money("162.469"), money("0.01")),
        "down": only_step("round_down", money("162.469"), money("1")),
        "up": only_step("round_up", money("162.469"), money("1")),
        "exact twelfth": only_step("twelfth", money("1680"), TWELVE),
        "rounded twelfth": only_step("twelfth", money("500"), TWELVE),
        "missing years": only_step("less_share", money("60"), Quantity(Decimal("0.06"), "rate")),
        "by months": only_step("part_of", money("70"), months(100), months(300)),
        "whole years": only_step("whole_years", months(25), TWELVE),
        "years begun": only_step("years_begun", months(25), TWELVE),
        "shorter": only_step("shorter", months(50), months(10)),
    }

    assert {name: step_text.text(step) for name, step in told.items()} == {
        "by_age": "不满 60 岁 500.00 元，60 岁到不满 70 岁 700.00 元，满 70 岁 1400.00 元；65 岁 → 700.00 元",
        "share": "3700.00 元 × 2.8% = 103.60 元",
        "round": "162.469 元，四舍五入到分 → 162.47 元",
        "down": "162.469 元，去尾到元 → 162.00 元",
        "up": "162.469 元，进一到元 → 163.00 元",
        "exact twelfth": "1680.00 元 ÷ 12 = 140.00 元",
        "rounded twelfth": "500.00 元 ÷ 12 ≈ 41.67 元",
        "missing years": "60.00 元，少划 6% → 56.40 元",
        "by months": "70.00 元 × 100 个月 ÷ 300 个月 ≈ 23.3333 元",
        "whole years": "25 个月 ÷ 12，不满一年的不算 → 2 年",
        "years begun": "25 个月 ÷ 12，不满一年的算一年 → 3 年",
        "shorter": "50 个月和 10 个月，取短的 → 10 个月",
    }


def test_a_rounding_that_changed_nothing_need_not_be_told() -> None:
    assert not step_text.tells_something(only_step("round_half_up", money("74"), money("0.01")))
    assert step_text.tells_something(only_step("round_half_up", money("74.004"), money("0.01")))
    assert step_text.tells_something(only_step("amount", money("74")))


def test_titles() -> None:
    assert step_text.title(only_step("amount", money("74"), label="amount")) == "规定的数目"
    deduction = only_step("deduct", money("74"), money("4"), label="护理保险")
    assert step_text.title(deduction) == "扣除护理保险"
