"""One layer over another: on every day the store says what the rules of DESIGN.md say."""

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yibao.policy.places.regions import Region, RegionTable
from yibao.policy.references import Reference
from yibao.policy.rules.contribution_rules import ContributionRule
from yibao.policy.rules.credit_rules import CreditRule
from yibao.policy.rules.kinds import Rule
from yibao.policy.store import PolicyStore
from yibao.policy.timeline import RuleLayer

REGIONS = [
    ("130000", "河北省", "province"),
    ("130100", "石家庄市", "prefecture"),
    ("130102", "长安区", "county"),
]
DAYS = [date(2023, 1, 1) + timedelta(days=13 * i) for i in range(60)]
AREAS = ("130000", "130100", "130102")


def table() -> RegionTable:
    return RegionTable(
        msgspec.convert({"code": c, "name": n, "level": lv, "pinyin": "x"}, Region)
        for c, n, lv in REGIONS
    )


def rule(area: str, periods: list[dict[str, Any]], rule_id: str = "a") -> Rule:
    full = [
        {
            "confirmed_on": None,
            "references": ["s"],
            "method": {"type": "amount", "amount": "1"},
            "examples": [{"given": {}, "expected": {"status": "exact", "low": "1.00"}}],
        }
        | period
        for period in periods
    ]
    return msgspec.convert(
        {
            "kind": "account_credit",
            "id": rule_id,
            "area": area,
            "insurance_status": "retired",
            "periods": msgspec.to_builtins(full),
        },
        Rule,  # pyright: ignore
    )


@st.composite
def rules(draw: Any, name: str) -> list[Rule]:
    """For some areas a rule with periods that follow each other, some with gaps."""
    made: list[Rule] = []
    for area in draw(st.sets(st.sampled_from(AREAS))):
        edges = sorted(draw(st.sets(st.sampled_from(DAYS), min_size=2, max_size=6)))
        pairs = list(zip(edges[::2], edges[1::2], strict=False))
        periods = [
            {
                "start_date": start,
                "end_date": end,
                "moves": draw(st.sampled_from(["yearly", "seldom"])),
                "method": {"type": "amount", "amount": str(draw(st.integers(1, 99)))},
            }
            for start, end in pairs
        ]
        if draw(st.booleans()):
            periods[0]["start_date"] = None
        if draw(st.booleans()):
            periods[-1]["end_date"] = None
        made.append(rule(area, periods, f"{name}-{area}"))
    return made


def slowly(layers: list[list[Rule]], area: str, on: date) -> tuple[str, int, bool] | None:
    """Which rule answers, day by day: rule, amount, and whether it had run out."""
    order = ["130102", "130100", "130000"]
    for nearest in order[order.index(area) :]:
        of_area = [next((r for r in layer if r.area == nearest), None) for layer in layers]
        owner = {day: _owner(of_area, day) for day in _all_days(on)}
        if owner[on]:
            found, period = owner[on]
            return found.id, int(period.method.amount), False
        held = [(day, o) for day, o in owner.items() if o]
        if held:
            day, (found, period) = held[-1]
            if day < on and period.moves == "yearly":
                return found.id, int(period.method.amount), True
    return None


def _all_days(on: date) -> list[date]:
    first, last = date(2022, 12, 1), date(2025, 6, 1)
    return [first + timedelta(days=i) for i in range((last - first).days)]


def _owner(of_area: list[Any], day: date) -> tuple[Any, Any] | None:
    for level in reversed(range(len(of_area))):
        for period in of_area[level].periods if of_area[level] else ():
            if period.holds_on(day) and not _silenced(of_area[level + 1 :], period, day):
                return of_area[level], period
    return None


def _silenced(above: list[Any], period: Any, day: date) -> bool:
    """Whether a yearly period above that it shared days with ran out before the day."""
    return any(
        upper.moves == "yearly"
        and upper.end_date
        and upper.end_date < day
        and (period.start_date or date.min) <= upper.end_date
        for layer in above
        if layer
        for upper in layer.periods
    )


@given(rules("embedded"), rules("office"), st.sampled_from(AREAS), st.sampled_from(DAYS))
def test_every_look_up_equals_the_slow_reference(
    embedded: list[Rule], office: list[Rule], area: str, on: date
) -> None:
    store = PolicyStore(table(), [], embedded).under(
        RuleLayer(layer="office", rules=tuple(office), kept_in="site")
    )

    found = store.in_force(CreditRule, area, ("retired",), on)

    wanted = slowly([embedded, office], area, on)
    got = found and (found.rule.id, int(found.period.method.amount), found.ended)  # pyright: ignore
    assert got == wanted
    assert found is None or found.layer == found.rule.id.partition("-")[0]


@given(rules("office"), st.sampled_from(DAYS))
def test_embedded_answers_elsewhere_never_change(office: list[Rule], on: date) -> None:
    elsewhere = [r for r in office if r.area == "130102"]
    embedded = [rule("130000", [{"start_date": None, "end_date": None}], "e")]
    store = PolicyStore(table(), [], embedded)

    over = store.under(RuleLayer(layer="office", rules=tuple(elsewhere), kept_in="user"))

    for area in ("130000", "130100"):
        assert over.in_force(CreditRule, area, ("retired",), on) == store.in_force(
            CreditRule, area, ("retired",), on
        )


def test_the_users_own_rules_lie_over_those_of_the_computer() -> None:
    whole = {"start_date": date(2024, 1, 1), "end_date": None}
    store = PolicyStore(table(), [], [rule("130100", [whole], "e")])
    site = RuleLayer(layer="office", rules=(rule("130100", [whole], "o"),), kept_in="site")
    own = RuleLayer(
        layer="office",
        rules=(rule("130100", [{**whole, "start_date": date(2025, 1, 1)}], "o"),),
        kept_in="user",
    )

    both = store.under(site).under(own)

    earlier = both.in_force(CreditRule, "130100", ("retired",), date(2024, 6, 1))
    later = both.in_force(CreditRule, "130100", ("retired",), date(2025, 6, 1))
    assert earlier
    assert later
    assert (earlier.kept_in, later.kept_in) == ("site", "user")
    assert both.beneath is store
    assert [s.kept_in for s in both.timeline(both.rules["o"])] == ["site", "user"]
    assert [s.layer for s in store.timeline(store.rules["e"])] == ["embedded"]
    assert [r.id for r in both.about("130102")] == ["o"]


def test_a_pack_is_no_office() -> None:
    period = {"start_date": None, "end_date": None}
    store = PolicyStore(table(), [], [rule("130100", [period], "e")])
    pack = store.under(RuleLayer(layer="pack", rules=(rule("130000-direct", [period], "p"),)))

    assert pack.beneath is None
    assert "130000-direct" in pack.regions


def years(basis: str, rule_id: str) -> ContributionRule:
    return msgspec.convert(
        {
            "kind": "contribution_years",
            "id": rule_id,
            "area": "130100",
            "insurance_status": "in_service",
            "date_basis": basis,
            "periods": [
                {
                    "start_date": "2024-01-01",
                    "end_date": None,
                    "confirmed_on": None,
                    "references": ["s"],
                    "requirement": {"type": "none"},
                    "examples": [{"given": {}, "expected": {"status": "not_applicable"}}],
                }
            ],
        },
        ContributionRule,
    )


@pytest.mark.parametrize(("basis", "count"), [("retirement_date", 1), ("enrolment_date", 2)])
def test_rules_by_different_days_of_a_life_are_not_mixed(basis: str, count: int) -> None:
    below = years("enrolment_date", "e")
    earlier = msgspec.structs.replace(
        below, periods=(msgspec.structs.replace(below.periods[0], start_date=None),)
    )
    above = RuleLayer(layer="office", rules=(years(basis, "o"),), kept_in="site")

    store = PolicyStore(table(), [], [earlier]).under(above)

    assert len(next(store.around(ContributionRule, "130100", ("in_service",))).periods) == count


def test_a_source_of_the_program_stays_what_it_is() -> None:
    def source(title: str) -> Reference:
        return Reference(id="s", title=title, issuer="x", level="published", issued_on=None)

    layer = RuleLayer(layer="office", rules=(), references=(source("another"),), kept_in="site")

    assert PolicyStore(table(), [source("one")], []).under(layer).references["s"].title == "one"
