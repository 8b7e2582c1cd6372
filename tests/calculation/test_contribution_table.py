"""The contribution years of every area, row by row, at the edges of every period.

The figures are written down here a second time, on purpose, and are compared with what the whole
way from the place to the answer gives.
"""

from datetime import date, timedelta
from typing import Any

import pytest

from yibao.calculation.assess import assess
from yibao.calculation.contribution_answer import ContributionAnswer
from yibao.calculation.inquiry import Inquiry
from yibao.policy.rules.contribution_rules import ContributionRule
from yibao.policy.store import PolicyStore
from yibao.policy.terms import NATION

TODAY = date(2026, 11, 24)
LONG_AGO, FAR_AHEAD = date(2001, 1, 1), date(2041, 1, 1)

# Area, first day, last day of retirement ("-": open), years of men, of women, and actual years,
# and where they are counted.
REQUIRED = """
110000 - - 25 20 0 -
120000 - - 25 20 5 anywhere
500000 - - 30 25 10 anywhere
310000 - - 15 15 0 -
440300 - 2022-12-31 15 15 10 anywhere
440300 2023-01-01 - 25 25 10 here
441800 2023-01-01 2023-12-31 16 16 0 -
441800 2024-01-01 2024-12-31 17 17 0 -
441800 2025-01-01 2025-12-31 19 18 0 -
441800 2026-01-01 2026-12-31 21 19 0 -
441800 2027-01-01 2027-12-31 23 20 0 -
441800 2028-01-01 2028-12-31 25 21 0 -
441800 2029-01-01 2029-12-31 27 23 0 -
441800 2030-01-01 - 30 25 10 here
440100 2030-01-01 - 30 25 10 here
440300 2030-01-01 - 30 25 10 here
440500 2030-01-01 - 30 25 10 here
330100 - - 20 20 0 -
330200 2021-07-01 - 20 20 0 -
320100 - - 25 20 10 anywhere
321200 2023-01-01 - 25 20 15 anywhere
460000 2022-01-01 - 30 25 0 -
440800 2024-01-01 2024-12-31 21.5 21 0 -
440800 2025-01-01 2025-12-31 23 22 0 -
440800 2026-01-01 2026-12-31 24.5 23 0 -
440800 2027-01-01 2027-12-31 26 24 0 -
440800 2028-01-01 2028-12-31 27.5 25 0 -
440800 2029-01-01 2029-12-31 29 25 0 -
442000 2021-12-01 2025-12-31 25 25 10 here
442000 2026-01-01 - 30 25 10 here
610000 - - 30 25 15 anywhere
610100 2016-01-01 2016-12-31 30 25 10 anywhere
610100 2017-01-01 2017-12-31 30 25 11 anywhere
610100 2018-01-01 2018-12-31 30 25 12 anywhere
610100 2019-01-01 2019-12-31 30 25 13 anywhere
610100 2020-01-01 2020-12-31 30 25 14 anywhere
610100 2021-01-01 - 30 25 15 anywhere
630100 - - 30 25 15 anywhere
650100 - - 25 20 15 anywhere
510100 2024-03-01 - 20 20 0 -
130600 - - 30 25 15 anywhere
130100 - - 30 25 0 -
340400 - - 30 25 0 -
320500 2023-06-01 - 25 20 0 -
210300 2021-09-01 - 30 25 10 here
210100 2024-01-01 2024-12-31 26 25 10 here
210100 2025-01-01 2025-12-31 27 25 10 here
210100 2026-01-01 2026-12-31 28 25 10 here
210100 2027-01-01 2027-12-31 29 25 10 here
210100 2028-01-01 - 30 25 10 here
210200 - - 30 25 10 here
230100 - - 30 25 10 anywhere
150100 2017-01-01 - 25 25 0 -
350100 - - 25 25 10 here
370300 2026-01-01 - 30 25 0 -
370100 - - 30 25 0 -
370200 - 2025-12-31 25 20 0 -
370200 2026-01-01 - 30 25 0 -
410100 - - 25 20 10 anywhere
420100 - - 30 25 10 here
430100 2023-01-01 2023-12-31 30 25 10 province
430100 2024-01-01 2024-12-31 30 25 11 province
430100 2025-01-01 2025-12-31 30 25 12 province
430100 2026-01-01 2026-12-31 30 25 13 province
430100 2027-01-01 2027-12-31 30 25 14 province
430100 2028-01-01 - 30 25 15 province
"""


def rows() -> list[list[str]]:
    return [line.split() for line in REQUIRED.split("\n") if line]


@pytest.fixture
def ask(store: PolicyStore) -> Any:
    def of(area: str, retires_on: date = TODAY, **known: Any) -> ContributionAnswer:
        place = next((r.code for r in store.regions.children(area) if r.level == "county"), area)
        known = {"status": "in_service", "paid_months": 0, "actual_months": 0} | known
        inquiry = Inquiry(region=place, retires_on=retires_on, **known)
        return assess(store, inquiry, TODAY).contribution

    return of


def required(answer: ContributionAnswer) -> tuple[float | None, int]:
    """Years in all, and years actually paid."""
    if answer.outcome is None or answer.outcome.required_cumulative is None:
        return None, 0
    return answer.outcome.required_cumulative / 12, (answer.outcome.required_actual or 0) // 12


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row[0]}-{row[1]}")
def test_what_is_asked_of_those_who_retire_in_a_period(
    ask: Any, edges: Any, row: list[str]
) -> None:
    area, first, last, men, women, actual, counted = row
    for on in holds_on(edges, area, first, last):
        for sex, years in (("male", men), ("female", women)):
            known = {"sex": sex, "deemed_included": True}
            answer = ask(area, on, **known)
            assert required(answer) == (float(years), int(actual)), (sex, on)
            asked = answer.outcome.requirement.actual
            assert (asked.counted if asked else "-") == counted
            in_all = int(float(years) * 12)
            held = in_all if area == "321200" else int(actual) * 12
            met = {"paid_months": in_all, "actual_months": held}
            assert ask(area, on, **known, **met).status == "met"
            one_less = met | {
                "paid_months": in_all - 1,
                "actual_months": min(held, in_all - 1),
            }
            assert ask(area, on, **known, **one_less).outcome.shortfall.cumulative == 1
            if int(actual):
                short = ask(area, on, **known, **(met | {"actual_months": int(actual) * 12 - 1}))
                assert short.outcome.shortfall.actual == 1


def holds_on(edges: Any, area: str, first: str, last: str) -> list[date]:
    """Days of a period; in Guangdong the province's rule goes before its cities' from 2030 on."""
    days = edges(first, last).inside
    above = area.startswith("44") and first != "2030-01-01"
    return [day for day in days if not above or day < date(2030, 1, 1)]


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row[0]}-{row[1]}")
def test_beside_its_edges_a_period_does_not_answer(ask: Any, edges: Any, row: list[str]) -> None:
    area, first, last, *_ = row
    start = None if first == "-" else date.fromisoformat(first)
    own = ask(area, holds_on(edges, area, first, last)[0], sex="male").rule
    for on in edges(first, last).outside:
        rule = ask(area, on, sex="male", enrolled=date(2010, 1, 1)).rule
        assert rule is None or (rule.rule, rule.period) != (own.rule, own.period), on
    assert own.period.start_date == start
    assert own.rule.date_basis == "retirement_date"


@pytest.mark.parametrize(
    ("area", "first"),
    [
        ("441800", "2023-01-01"),
        ("330200", "2021-07-01"),
        ("320500", "2023-06-01"),
        ("210300", "2021-09-01"),
        ("150100", "2017-01-01"),
        ("370300", "2026-01-01"),
        ("430100", "2023-01-01"),
        ("440500", "2030-01-01"),
    ],
)
def test_before_the_first_period_nothing_is_held(ask: Any, area: str, first: str) -> None:
    eve = date.fromisoformat(first) - timedelta(days=1)

    assert ask(area, eve, sex="male").status == "no_rule"
    assert ask(area, date(eve.year - 1, 6, 1), sex="male").status == "no_rule"


def test_shenyang_before_its_ladder_has_the_province_s_rule(ask: Any) -> None:
    answer = ask("210100", date(2023, 12, 31), sex="male")

    assert (answer.rule.rule.area, required(answer)) == ("210000", (30, 10))


@pytest.mark.parametrize(
    ("joined", "years"),
    [
        (date(2001, 1, 1), 10),
        (date(2012, 12, 31), 10),
        (date(2013, 12, 30), 10),
        (date(2013, 12, 31), 10),
        (date(2014, 1, 1), 15),
        (date(2014, 1, 2), 15),
        (date(2015, 1, 1), 15),
    ],
)
def test_guangzhou_goes_by_the_date_of_joining(ask: Any, joined: date, years: int) -> None:
    assert required(ask("440100", date(2029, 12, 31), enrolled=joined)) == (years, 0)
    assert required(ask("440100", date(2030, 1, 1), enrolled=joined, sex="male")) == (30, 10)


@pytest.mark.parametrize(("area", "men", "women"), [("500000", 30, 25)])
def test_actual_years_of_those_with_deemed_ones(ask: Any, area: str, men: int, women: int) -> None:
    for sex, years in (("male", men), ("female", women)):
        assert required(ask(area, sex=sex, deemed_included=False)) == (years, 0)
        assert required(ask(area, sex=sex, deemed_included=True)) == (years, 10)


def test_tianjin_s_other_requirement(ask: Any) -> None:
    answer = ask("120000", sex="male", paid_months=300, actual_months=60)
    (other,) = answer.others
    (without,) = ask("120000", sex="female", paid_months=300, deemed_included=False).others

    assert answer.status == "met"
    assert other.outcome.requirement.actual.counted == "anywhere"
    assert (other.outcome.shortfall.cumulative, other.outcome.shortfall.actual) == (60, 60)
    assert without.outcome.status == "met"
    assert answer.rule.period.ways_out == ("lump_sum",)


@pytest.mark.parametrize("year", [2023, 2024, 2025, 2029])
def test_shenzhen_s_other_requirements(ask: Any, year: int) -> None:
    for on in (date(year, 1, 1), date(year, 1, 2), date(year, 12, 30), date(year, 12, 31)):
        others = [
            (o.outcome.required_cumulative, o.outcome.required_actual)
            for o in ask("440300", on).others
        ]
        of_2023 = [(288, 120)] if year == 2023 else []
        assert others == [(300, 180), *of_2023]
    for before in (date(2022, 12, 31), date(2022, 1, 1)):
        assert ask("440300", before).others == ()
    assert ask("440300", date(2030, 1, 1), sex="male").others == ()


@pytest.mark.parametrize("on", [LONG_AGO, TODAY, FAR_AHEAD])
@pytest.mark.parametrize(
    ("area", "sex", "years", "actual"),
    [
        ("320100", "male", 25, 10),
        ("320100", "female", 20, 10),
        ("230100", "male", 30, 15),
        ("230100", "female", 25, 15),
    ],
)
def test_what_the_flexible_are_asked_for(
    ask: Any, area: str, actual: int, sex: str, years: int, on: date
) -> None:
    for who in ({"status": "flexible"}, {"status": "retired", "retired_from": "flexible"}):
        answer = ask(area, on, sex=sex, **who)
        assert required(answer) == (years, actual)
        assert answer.rule.rule.whom == "flexible"
        assert answer.outcome.requirement.actual.counted == "anywhere"


@pytest.mark.parametrize(("status", "actual"), [("in_service", None), ("flexible", 120)])
@pytest.mark.parametrize(("sex", "years"), [("male", 30), ("female", 25)])
def test_nanjing_s_other_requirement(
    ask: Any, status: str, actual: int | None, sex: str, years: int
) -> None:
    for on in (LONG_AGO, TODAY, FAR_AHEAD):
        (other,) = ask("320100", on, sex=sex, status=status).others
        assert other.outcome.required_cumulative == years * 12
        assert other.outcome.required_actual == actual


@pytest.mark.parametrize(
    ("began", "scheme", "years"),
    [
        (date(2000, 12, 31), date(2001, 1, 1), 10),
        (date(2001, 1, 1), date(2001, 1, 1), 15),
        (date(2016, 12, 31), date(2001, 1, 1), 15),
        (date(2017, 1, 1), None, 25),
        (date(2018, 1, 1), None, 25),
    ],
)
def test_guizhou_goes_by_the_begin_of_work(
    ask: Any, began: date, scheme: date | None, years: int
) -> None:
    answer = ask("520100", date(2023, 11, 1), work_start=began, scheme_start=scheme)

    assert required(answer) == (years, 10)
    assert answer.outcome.requirement.actual.counted == "province"


def test_guizhou_asks_for_the_begin_of_work_and_of_the_scheme(ask: Any) -> None:
    assert ask("520100").missing == ("work_start",)
    assert ask("520100", work_start=date(2000, 1, 1)).missing == ("scheme_start",)
    assert ask("520100", date(2023, 10, 31)).status == "no_rule"


def test_chengdu_takes_unbroken_years_instead(ask: Any) -> None:
    def short(**known: Any) -> int:
        return ask("510100", **known).outcome.shortfall.cumulative

    assert short(paid_months=240) == 0
    assert short(paid_months=190) == 50
    assert short(paid_months=190, unbroken_months=180) == 0
    assert short(paid_months=190, unbroken_months=170) == 10
    assert ask("510100").rule.period.recognises == ("500000",)
    assert ask("500000", sex="male").rule.period.recognises == ("510000",)


def test_taizhou_counts_only_so_many_deemed_years(ask: Any) -> None:
    def short(sex: str, paid: int, actual: int | None) -> Any:
        return ask("321200", sex=sex, paid_months=paid, actual_months=actual)

    assert short("male", 420, 180).status == "met"
    assert short("female", 420, 180).status == "met"
    assert short("male", 420, 179).outcome.shortfall.cumulative == 1
    assert short("female", 420, 179).outcome.shortfall.cumulative == 1
    assert short("male", 420, None).missing == ("actual_years",)


def test_fuzhou_takes_a_lump_sum_only(ask: Any) -> None:
    assert "monthly" not in ask("350100").ways_out
    assert "lump_sum" in ask("350100").ways_out


def test_residents_pay_every_year_everywhere(ask: Any) -> None:
    for area in ("110000", "440100", "510300", "650100"):
        assert ask(area, status="resident").status == "not_applicable"


@pytest.mark.parametrize("area", ["510300", "360100", "130200", "620100", "650200", "410200"])
def test_areas_without_a_rule_say_so(ask: Any, area: str) -> None:
    assert ask(area, sex="male").status == "no_rule"


NOTICES = """
310000 视同
310000 养老金 1 日
500000 2004 2003
420100 2006 12
440500 3 年 到期
150100 2017
210300 过渡
330100 一次补缴
330200 按月 一次
350100 一次补齐
460000 90% 3%
130600 外省 5
130100 2000 2005
610000 原则 各市
610100 特殊工种 15
510100 2009
500000 20 年 实际
520000 军龄
520000 旧文 累计 实际
320100 2016
"""
"""Area, and what one of its notices must say."""


@pytest.mark.parametrize("row", [line.split() for line in NOTICES.split("\n") if line], ids=str)
def test_what_is_known_besides_is_a_notice(ask: Any, row: list[str]) -> None:
    area, *said = row
    period = ask(area, date(2030, 1, 1), sex="male").rule.period
    told = (*period.conditions, *period.notices)

    assert any(all(part in notice for part in said) for notice in told), told


CONFIRMED = """
2026-06-29 310000
2026-01-01 440300
2025-04-20 110000 500000 440100 330100
2025-02-06 440000
2024-05-08 510100
2024-04-11 120000
2023-12-26 210100
2023-12-01 130600
2023-08-25 630100
2023-08-15 520000
2023-06-21 610100
2022-12-15 460000
None 370000 370200 440800 442000 210200 230100 350100 370100 410100 420100 130100 340400 610000 650100 320100
"""
"""The newest day on which a source gives it as in force, and the areas; None: not recorded."""
OFFICIAL = {"310000", "440000", "440300"}
"""The areas of which the document itself was read."""


@pytest.mark.parametrize("row", [line.split() for line in CONFIRMED.split("\n") if line], ids=str)
def test_a_rule_is_as_old_as_its_newest_source(store: PolicyStore, row: list[str]) -> None:
    day, *areas = row
    found = {rule.area: str(rule.periods[-1].confirmed_on) for rule in local_rules(store)}

    assert {area: found[area] for area in areas} == dict.fromkeys(areas, day)


def local_rules(store: PolicyStore) -> list[ContributionRule]:
    """The rules of areas, the nation's left aside."""
    rules = store.rules.values()
    return [r for r in rules if isinstance(r, ContributionRule) and r.area != NATION]


def test_only_three_rest_on_the_document_itself(store: PolicyStore) -> None:
    found = {
        rule.area
        for rule in local_rules(store)
        for reference in store.cited(rule.periods[-1].references)
        if reference.level == "official_text"
    }

    assert found == OFFICIAL


def test_every_rule_has_its_row(store: PolicyStore) -> None:
    inheriting = {"440500": "440000", "330200": "330000", "320500": "320000", "210300": "210000"}
    inheriting |= {"150100": "150000", "370300": "370000", "430100": "430000"}
    in_tables = {inheriting.get(row[0], row[0]) for row in rows()} | {"520000"}

    assert in_tables == {
        rule.area
        for rule in store.rules.values()
        if isinstance(rule, ContributionRule) and rule.area != NATION
    }
