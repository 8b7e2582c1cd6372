"""What holds for every inquiry, whatever is known of the person."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, get_args

import msgspec
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from yibao.calculation.ages import month_end
from yibao.calculation.assess import assess
from yibao.calculation.assessment import Assessment
from yibao.calculation.inquiry import Inquiry, Plan, RetiredFrom, Status
from yibao.calculation.trace import Step, replay
from yibao.policy.rules.contribution_rules import ContributionRule, ContributionStatus, Sex
from yibao.policy.rules.credit_rules import CreditStatus
from yibao.policy.rules.retirement_rules import WorkerCategory
from yibao.policy.store import PolicyStore

# Half of what is drawn is what most visitors bring, so that most rules are reached.
DAYS = st.dates(date(2015, 1, 1), date(2040, 12, 31)) | st.dates(
    date(1990, 1, 1), date(2100, 12, 31)
)
MONEY = st.decimals(1, 1_000_000, places=2, allow_nan=False, allow_infinity=False)
AMOUNTS = st.none() | MONEY
MONTHS = st.none() | st.integers(0, 840)
TODAY = date(2026, 11, 24)
MANY = 500
"""Inquiries of each property that holds for all: of a hundred, about ten end with an amount."""


def choice(of: Any) -> Any:
    return st.sampled_from(get_args(of))


PERSON = st.fixed_dictionaries(
    {
        "status": choice(Status),
        "retirement_completed": st.just(True) | st.booleans(),
        "plan": st.just("full") | choice(Plan),
        "retired_from": choice(RetiredFrom),
        "age": st.none() | st.integers(0, 130),
        "pension": AMOUNTS,
        "average_pension": AMOUNTS,
        "base": AMOUNTS,
        "sex": st.none() | choice(Sex),
        "worker_category": st.none() | choice(WorkerCategory),
        "paid_months": MONTHS,
        "actual_months": MONTHS,
        "deemed_included": st.none() | st.booleans(),
        "account_months": MONTHS,
        "unbroken_months": MONTHS,
        "shortfall_base": AMOUNTS,
        "retires_on": st.none() | DAYS,
    }
)


@st.composite
def inquiries(draw: st.DrawFn, store: PolicyStore) -> tuple[Inquiry, date]:
    on = draw(DAYS)
    life = st.none() | st.dates(on - timedelta(days=47_000), on)
    regions = [region.code for region in store.regions]
    ruled = [rule.area for rule in store.rules.values() if rule.area in store.regions]
    region = draw(st.sampled_from(regions) | st.sampled_from(ruled))
    born = draw(life)
    until = min(month_end(born), on) if born and draw(st.booleans()) else None
    inquiry = Inquiry(
        region=region,
        born=born.replace(day=1) if born and until else born,
        born_until=until,
        enrolled=draw(life),
        work_start=draw(life),
        scheme_start=draw(life),
        **draw(PERSON),
    )
    return inquiry, on


@st.composite
def about_years(draw: st.DrawFn, store: PolicyStore) -> tuple[Inquiry, date]:
    """Inquiries of which all is known that a requirement of contribution years may ask for."""
    inquiry, on = draw(inquiries(store))
    rules = (rule for rule in store.rules.values() if isinstance(rule, ContributionRule))
    areas = [rule.area for rule in rules if rule.area in store.regions]
    paid = draw(st.integers(0, 500))
    known = {
        "region": draw(st.sampled_from(areas)),
        "status": draw(st.sampled_from(["retired", "in_service", "flexible"])),
        "sex": draw(choice(Sex)),
        "paid_months": paid,
        "actual_months": draw(st.integers(0, paid)),
        "enrolled": date(2000, 1, 1),
        "work_start": draw(st.dates(date(1970, 1, 1), date(2020, 12, 31))),
        "scheme_start": date(2001, 1, 1),
        "retires_on": draw(DAYS),
    }
    return msgspec.structs.replace(inquiry, **known), on


def all_steps(answered: Assessment) -> list[Step]:
    credit = [step for outcome in answered.credit.outcomes for step in outcome.steps]
    changed = [c.outcome for c in answered.credit.changes if c.outcome]
    credit += [step for outcome in changed for step in outcome.steps]
    years = answered.contribution
    outcomes = [years.outcome, *(other.outcome for other in years.others)]
    asked = [step for outcome in outcomes if outcome for step in outcome.steps]
    paid = (*answered.premium.prices, *answered.premium.sums, *years.cost.costs)
    paid_for = [step for one in paid for step in one.steps]
    retires = [step for dates in answered.retirement.every for step in dates.steps]
    return [*credit, *asked, *paid_for, *retires]


@settings(max_examples=MANY)
@given(data=st.data())
def test_every_inquiry_has_an_answer_of_finite_numbers_that_can_be_replayed(
    data: st.DataObject, store: PolicyStore
) -> None:
    inquiry, on = data.draw(inquiries(store))

    answered = assess(store, inquiry, on)

    steps = all_steps(answered)
    assert replay(steps) == tuple(step.result for step in steps)
    assert all(q.value.is_finite() for step in steps for q in (*step.operands, step.result))
    assert answered.credit.status in get_args(CreditStatus)
    assert answered.contribution.status in get_args(ContributionStatus)
    for outcome in answered.credit.outcomes:
        amounts, results = outcome.amounts, {step.result.value for step in outcome.steps}
        assert (amounts is None) == (outcome.status not in ("exact", "range"))
        for span in (amounts.per_month, amounts.per_year) if amounts else ():
            assert 0 <= span.low <= span.high
            assert {span.low, span.high} <= results
    assert assess(store, inquiry, on) == answered


@given(data=st.data(), more=st.integers(1, 240))
def test_more_months_never_make_a_shortfall_grow(
    data: st.DataObject, store: PolicyStore, more: int
) -> None:
    inquiry, on = data.draw(about_years(store))
    paid, actual = inquiry.paid_months or 0, inquiry.actual_months or 0
    longer = msgspec.structs.replace(inquiry, paid_months=paid + more, actual_months=actual + more)

    before, after = (assess(store, asked, on).contribution.outcome for asked in (inquiry, longer))

    assume(before is not None)
    assert before
    assert before.shortfall
    assert after
    assert after.shortfall
    assert after.shortfall.cumulative <= before.shortfall.cumulative
    assert after.shortfall.actual <= before.shortfall.actual
    assert after.shortfall.months_to_pay <= before.shortfall.months_to_pay
    assert after.shortfall.met_in <= before.shortfall.met_in


@settings(max_examples=MANY)
@given(data=st.data(), other=MONEY)
def test_an_input_without_influence_changes_nothing(
    data: st.DataObject, store: PolicyStore, other: Decimal
) -> None:
    inquiry, on = data.draw(inquiries(store))
    answered = assess(store, inquiry, on)
    unused = {"pension", "average_pension", "base"} - answered.credit.inputs_used

    changed = msgspec.structs.replace(inquiry, **dict.fromkeys(unused, other))

    assert assess(store, changed, on).credit.outcome == answered.credit.outcome


def test_every_region_and_status_has_an_answer_or_an_explicit_refusal(store: PolicyStore) -> None:
    people: list[dict[str, Any]] = [{"status": status} for status in get_args(Status)]
    people += [
        {"status": "retired", "retired_from": "flexible"},
        {"status": "retired", "retirement_completed": False},
        {"status": "retired", "plan": "pooled_only"},
        {"status": "in_service", "plan": "pooled_only"},
    ]
    refusals = {
        "individual",
        "missing",
        "amount_unknown",
        "ended",
        "no_account",
        "no_rule",
    }
    for region in store.regions:
        for person in people:
            answered = assess(store, Inquiry(region=region.code, **person), TODAY)
            credit, years = answered.credit, answered.contribution
            computed = credit.outcome is not None and credit.outcome.amounts is not None
            assert computed != (credit.status in refusals), region.code
            assert years.status in {"missing", "not_applicable", "no_rule"}, region.code
            assert (years.status == "missing") == bool(years.missing)
