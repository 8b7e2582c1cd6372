"""How many years of contributions are asked for, and how many are missing."""

from datetime import date
from typing import Any

import pytest

from yibao.calculation.assess import assess
from yibao.calculation.contribution_answer import ContributionAnswer
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.trace import replay
from yibao.policy.store import PolicyStore

TODAY = date(2026, 11, 24)


@pytest.fixture
def ask(store: PolicyStore) -> Any:
    def of(region: str, on: date = TODAY, **known: Any) -> ContributionAnswer:
        known.setdefault("status", "in_service")
        return assess(store, Inquiry(region=region, **known), on).contribution

    return of


def years(count: int, months: int = 0) -> int:
    return count * 12 + months


def shortfall(answer: ContributionAnswer) -> tuple[int, int, int]:
    """Cumulative, actual, and months to pay."""
    assert answer.outcome
    assert answer.outcome.shortfall
    short = answer.outcome.shortfall
    replay(answer.outcome.steps)
    return short.cumulative, short.actual, short.months_to_pay


def test_enough_years_are_met_and_one_month_less_is_not(ask: Any) -> None:
    for sex, needed in (("male", years(25)), ("female", years(20))):
        met = ask("110105", sex=sex, paid_months=needed)
        short = ask("110105", sex=sex, paid_months=needed - 1)

        assert (met.status, shortfall(met)) == ("met", (0, 0, 0))
        assert (short.status, shortfall(short)) == ("short", (1, 0, 1))


def test_the_month_in_which_it_is_met_by_paying_on(ask: Any) -> None:
    met_in = ask("110105", sex="male", paid_months=years(24, 10)).outcome.shortfall.met_in

    assert met_in == date(2027, 1, 1)
    assert ask("110105", sex="male", paid_months=300).outcome.shortfall.met_in == date(2026, 11, 1)


def test_what_is_left_at_retirement(ask: Any) -> None:
    def left(retires_on: date | None, paid: int = years(20)) -> int | None:
        answer = ask("110105", sex="male", paid_months=paid, retires_on=retires_on)
        return answer.outcome.shortfall.left_at_retirement

    assert left(date(2031, 11, 1)) == 0
    assert left(date(2031, 10, 1)) == 1
    assert left(date(2026, 11, 24)) is None
    assert left(None) is None
    assert left(date(2031, 11, 1), years(25)) is None


def test_actual_years_are_asked_beside_the_cumulative_ones(ask: Any) -> None:
    unknown = ask("210202", sex="female", paid_months=years(26), retires_on=TODAY)
    short = ask("210202", sex="female", paid_months=years(24), actual_months=years(8))

    assert (unknown.status, unknown.missing) == ("missing", ("actual_years",))
    assert shortfall(short) == (12, 24, 24)


def test_years_paid_elsewhere_do_not_stand_for_years_paid_here(ask: Any) -> None:
    here = ask("210202", sex="female", paid_months=years(26), deemed_included=False)
    anywhere = ask("230102", sex="female", paid_months=years(26), deemed_included=False)

    assert here.missing == ("actual_years",)
    assert anywhere.status == "met"


def test_actual_years_that_are_asked_only_of_those_with_deemed_ones(ask: Any) -> None:
    def chongqing(**known: Any) -> ContributionAnswer:
        return ask("500103", sex="female", paid_months=years(25), **known)

    assert chongqing(deemed_included=False).status == "met"
    assert chongqing(deemed_included=True).missing == ("actual_years",)
    assert chongqing(deemed_included=True, actual_months=years(9)).status == "short"
    assert chongqing(actual_months=years(9)).status == "short"
    assert chongqing(actual_months=years(25)).status == "met"
    assert chongqing().missing == ("actual_years",)


def test_where_all_years_were_paid_none_of_them_is_a_deemed_one(ask: Any) -> None:
    def asked(paid: int, actual: int) -> int | None:
        answer = ask("500103", sex="female", paid_months=paid, actual_months=actual)
        return answer.outcome.required_actual

    assert asked(years(9), years(9)) is None
    assert asked(years(9), years(9) - 1) == years(10)


def test_what_is_missing_is_named(ask: Any) -> None:
    assert ask("110105").missing == ("sex", "paid_years")
    assert ask("310101").missing == ("paid_years",)
    assert ask("110105", sex="male").missing == ("paid_years",)
    assert ask("110105", paid_months=400).missing == ("sex",)
    assert ask("440103").missing == ("retires_on",)
    assert ask("440103", retires_on=date(2029, 1, 1)).missing == ("enrolled",)


def test_a_rule_by_the_date_of_joining(ask: Any) -> None:
    def guangzhou(enrolled: date) -> int:
        answer = ask("440103", enrolled=enrolled, retires_on=date(2029, 12, 31), paid_months=0)
        return shortfall(answer)[0]

    assert guangzhou(date(2013, 12, 31)) == years(10)
    assert guangzhou(date(2014, 1, 1)) == years(15)


def test_a_province_goes_above_its_cities_where_it_says_so(ask: Any) -> None:
    before = ask("441802", sex="male", paid_months=0, retires_on=date(2029, 12, 31))
    after = ask("441802", sex="male", paid_months=0, actual_months=0, retires_on=date(2030, 1, 1))

    assert (before.rule.rule.area, shortfall(before)[0]) == ("441800", years(27))
    assert (after.rule.rule.area, shortfall(after)[:2]) == ("440000", (years(30), years(10)))


def test_both_sides_of_a_contested_requirement(ask: Any) -> None:
    answer = ask("320102", sex="male", paid_months=years(26), actual_months=years(10))
    (other,) = answer.others

    assert answer.status == "met"
    assert (other.outcome.status, other.outcome.shortfall.cumulative) == ("short", 48)


def test_the_flexible_may_be_asked_for_more(ask: Any) -> None:
    known = {"sex": "female", "paid_months": years(25), "actual_months": years(12)}

    assert ask("230102", **known).status == "met"
    assert shortfall(ask("230102", status="flexible", **known)) == (0, 36, 36)
    retired = {"status": "retired", "retired_from": "flexible"}
    assert shortfall(ask("230102", **retired, **known)) == (0, 36, 36)


def test_residents_pay_every_year_and_an_area_without_a_rule_says_so(ask: Any) -> None:
    assert ask("110105", status="resident").status == "not_applicable"
    nothing_held = ask("510302", sex="male", paid_months=years(40))
    assert (nothing_held.status, nothing_held.stale) == ("no_rule", False)
    assert nothing_held.can_pay_on


def test_the_statutory_month_stands_in_for_a_day_of_retirement_that_is_not_known(
    ask: Any,
) -> None:
    man = {"born": date(1970, 6, 15), "sex": "male", "paid_months": 0, "actual_months": 0}

    assert shortfall(ask("210102", **man))[0] == years(30)
    earlier = ask("210102", **man, retires_on=date(2026, 12, 1))
    assert shortfall(earlier)[0] == years(28)


def test_one_who_retired_early_or_works_on_did_not_retire_in_the_statutory_month(
    ask: Any,
) -> None:
    woman = {"sex": "female", "worker_category": "worker", "paid_months": 0, "actual_months": 0}

    working = ask("210102", born=date(1970, 1, 1), **woman)
    retired = ask("210102", born=date(1980, 1, 1), status="retired", **woman)

    assert working.day.because == "now"
    assert [other.day.because for other in working.other_days] == []
    assert retired.missing == ("retires_on",)
    known = ask("210102", born=date(1975, 1, 1), status="retired", **woman)
    assert known.rule.period.start_date == date(2025, 1, 1)


def test_on_the_first_day_of_the_statutory_month_one_may_have_retired_in_it(ask: Any) -> None:
    man = {"born": date(1970, 6, 15), "sex": "male", "paid_months": 0, "actual_months": 0}

    first_day = ask("210102", on=date(2031, 11, 1), status="retired", **man)
    before = ask("210102", on=date(2031, 10, 31), status="retired", **man)

    assert first_day.missing == ()
    assert before.missing == ("retires_on",)


def test_a_rule_that_was_not_confirmed_lately_is_stale(ask: Any) -> None:
    assert ask("110105", on=date(2028, 4, 20), sex="male").stale is False
    assert ask("110105", on=date(2028, 4, 21), sex="male").stale is True


def test_ways_out_are_named_only_where_years_are_missing(ask: Any) -> None:
    assert ask("350102", paid_months=0, actual_months=0).ways_out == ("lump_sum",)
    assert ask("350102", paid_months=300, actual_months=300).ways_out == ()
    assert ask("510302").ways_out == ()


def test_no_way_out_is_claimed_that_no_source_states(ask: Any) -> None:
    def stated(area: str) -> set[str]:
        return set(ask(area, sex="male", paid_months=0, actual_months=0).ways_out)

    assert stated("110105") == set()
    assert stated("120101") == stated("210202") == {"lump_sum"}
    assert stated("330102") == {"lump_sum", "monthly"}
    assert stated("460105") == {"lump_sum", "resident_insurance"}


def test_the_retired_cannot_pay_on_where_only_a_lump_sum_is_taken(ask: Any) -> None:
    years_of = {"sex": "male", "paid_months": 240, "actual_months": 120}

    assert ask("350102", **years_of).can_pay_on
    assert not ask("350102", status="retired", **years_of).can_pay_on
    assert ask("110105", status="retired", **years_of).can_pay_on


def test_a_day_outside_of_every_period_leaves_the_question_to_the_next_area(
    make_store: Any,
) -> None:
    period: dict[str, Any] = {
        "start_date": "2020-01-01",
        "end_date": "2024-12-31",
        "confirmed_on": "2024-05-01",
        "references": ["a-source"],
        "requirement": {"type": "years", "cumulative": {"men": 30, "women": 25}},
        "examples": [{"given": {"sex": "male", "paid_months": 360}, "expected": {"status": "met"}}],
    }
    later = period | {"start_date": "2026-01-01", "end_date": None, "after_gap": True}
    rule = {
        "kind": "contribution_years",
        "id": "years",
        "area": "130100",
        "insurance_status": "in_service",
        "date_basis": "retirement_date",
        "periods": [period, later],
    }
    store = make_store(rule)

    def status(retires_on: date | None) -> str:
        inquiry = Inquiry(
            region="130102", status="in_service", sex="male", paid_months=0, retires_on=retires_on
        )
        return assess(store, inquiry, date(2019, 1, 1)).contribution.status

    assert status(date(2019, 12, 31)) == "no_rule"
    assert status(date(2020, 1, 1)) == "short"
    assert status(date(2024, 12, 31)) == "short"
    assert status(date(2025, 1, 1)) == "no_rule"
    assert status(date(2026, 1, 1)) == "short"
    assert status(None) == "missing"


def test_the_first_period_may_be_open_at_its_beginning(ask: Any) -> None:
    past = ask("370202", sex="male", paid_months=0, retires_on=date(2001, 1, 1))

    assert shortfall(past)[0] == years(25)
    assert shortfall(ask("370202", sex="male", paid_months=0))[0] == years(30)
