"""Confirmed means that somebody saw it; where only the year is known, no day is called a check."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from yibao.policy.references import Reference
from yibao.policy.rules.periods import DatedRule, Period
from yibao.policy.store import PolicyStore, RuleInForce
from yibao.presenters.answer.consultation import consult
from yibao.presenters.answer.visit_view import present_visit
from yibao.presenters.asking.inquiry_form import Entries
from yibao.presenters.parts.provenance import weaknesses
from yibao.presenters.parts.views import AnswerView
from yibao.presenters.rules.lasting import confirmed, sighting

TODAY = date(2026, 11, 25)


def period(start: str | None, seen: str | None) -> Period:
    return Period(
        start_date=date.fromisoformat(start) if start else None,
        end_date=None,
        confirmed_on=date.fromisoformat(seen) if seen else None,
        references=("a-source",),
    )


def source(**known: Any) -> Reference:
    facts = {"level": "published", "issued_on": None} | known
    return Reference(id="a-source", title="一篇", issuer="一处", **facts)


@pytest.mark.parametrize(
    ("start", "seen", "known", "said"),
    [
        (None, "2025-12-20", {"issued_on": date(2025, 12, 20)}, "2025 年 12 月 20 日核对"),
        ("2021-04-13", "2021-04-13", {"issued_on": date(2021, 4, 13)}, "2021 年 4 月 13 日核对"),
        ("2026-11-25", "2026-11-25", {"level": "office"}, "2026 年 11 月 25 日核对"),
        ("2022-12-01", "2025-12-29", {"issued_about": "2026 年 1 月"}, "2025 年 12 月 29 日核对"),
        (None, "2026-02-01", {"issued_about": "2026 年 2 月"}, "2026 年 2 月核对"),
        ("2023-01-01", "2024-01-01", {"issued_about": "2024 年 1 月"}, "2024 年 1 月核对"),
        ("2023-01-01", "2023-01-01", {}, "最近一次见到这个说法：2023 年"),
        ("2025-09-10", "2025-09-10", {}, "最近一次见到这个说法：2025 年"),
        ("2023-07-01", "2025-07-01", {"issued_about": "2025 年"}, "最近一次见到这个说法：2025 年"),
        (
            None,
            "2022-12-01",
            {"issued_about": "讲的是 2022 年 12 月起的标准"},
            "最近一次见到这个说法：2022 年",
        ),
        ("2023-01-01", None, {}, "核对日期没有记录"),
    ],
)
def test_as_exactly_as_it_is_known(
    start: str | None, seen: str | None, known: dict[str, Any], said: str
) -> None:
    assert confirmed(period(start, seen), [source(**known)]) == said


def test_a_year_is_no_check_in_a_warning_either() -> None:
    held = RuleInForce(
        DatedRule(id="a", area="430900", periods=()), period("2023-01-01", "2023-01-01")
    )
    (old,) = weaknesses(
        held,
        [source(level="official_text")],
        TODAY,
        stale=True,
        contested=False,
    )
    assert old == "超过 3 年没有再核对过。"


def told(store: PolicyStore, **entries: str) -> AnswerView:
    assessment = consult(Entries(**entries), store, TODAY).assessment
    assert assessment
    return present_visit(store, assessment).credit


def test_the_answers_of_places_known_from_a_year_only(store: PolicyStore) -> None:
    for region in ("230202", "350702", "440103"):
        view = told(store, region=region)
        assert "最近一次见到这个说法：" in view.basis
        assert "核对" not in view.basis
        assert "核对" not in "".join(view.rule)


def test_nothing_in_the_store_calls_the_day_on_which_a_rule_began_a_check(
    store: PolicyStore,
) -> None:
    only_begun = [
        (held, cited)
        for held, cited in periods(store)
        if held.confirmed_on
        and held.confirmed_on == held.start_date
        and all(source.issued_on != held.confirmed_on for source in cited)
    ]
    assert len(only_begun) >= 90
    for held, cited in only_begun:
        seen = sighting(held, cited)
        assert seen
        assert not seen.is_dated
        assert seen.when == f"{held.confirmed_on:%Y} 年"


def periods(store: PolicyStore) -> Iterator[tuple[Period, tuple[Reference, ...]]]:
    for rule in store.rules.values():
        for held in rule.periods:
            yield held, store.cited(held.references)
