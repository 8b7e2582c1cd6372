"""What the store holds for a place, as items of a guide panel."""

from collections.abc import Iterator, Mapping
from datetime import date

from yibao.calculation.contribution_answer import contribution_rules
from yibao.policy.guides import PlaceRules
from yibao.policy.rules.contribution_rules import ContributionPeriod, ContributionRule
from yibao.policy.rules.credit_rules import CreditPeriod, CreditRule
from yibao.policy.rules.periods import Period
from yibao.policy.store import CreditRuleInForce, PolicyStore
from yibao.policy.terms import NATION, InsuranceStatus, Status
from yibao.presenters import formats, words
from yibao.presenters.asking.region_text import another_pool, place_text
from yibao.presenters.guides.views import GroupView, ItemView
from yibao.presenters.rules.lasting import sighting
from yibao.presenters.rules.rule_text import period_content
from yibao.presenters.words import HOTLINE

RETIRED: tuple[InsuranceStatus, ...] = ("retired", "retired_flexible", "retired_pooled_only")
EMPLOYEES: tuple[InsuranceStatus, ...] = ("flexible", "in_service")
PEOPLE: Mapping[PlaceRules, tuple[Status, ...]] = {
    "account_credit": ("retired",),
    "contribution_years": ("retired", "in_service", "flexible"),
}
"""Whom the place's own rules are for."""


def place_group(kind: PlaceRules, store: PolicyStore, region: str, on: date) -> GroupView:
    """The place's own rules, or that none is held."""
    credit = kind == "account_credit"
    items = _credits(store, region, on) if credit else _years(store, region)
    listed = tuple(items) or (_nothing_held(kind),)
    return GroupView(f"{place_text(store.regions, region)}适用的规定", listed)


def _cited(period: CreditPeriod | ContributionPeriod) -> Iterator[str]:
    """The sources of a period, and after them those that say otherwise."""
    yield from period.references
    for other in period.contested:
        yield from other.references


def _nothing_held(kind: PlaceRules) -> ItemView:
    what = "划入标准，答案是照全国原则估算的" if kind == "account_credit" else "缴费年限规定"
    told = f"没有收录这个地方自己的{what}。请打 {HOTLINE} 问当地医保部门。"
    return ItemView(title="没有收录", paragraphs=(told,))


def _credits(store: PolicyStore, region: str, on: date) -> Iterator[ItemView]:
    for held in _credit_rules(store, region, on):
        rule, period = held.rule, held.period
        cited = tuple(store.cited(_cited(period)))
        yield ItemView(
            title=f"{store.regions.full_name(rule.area)}：{words.GROUPS[rule.whom]}",
            paragraphs=tuple(period_content(store, rule.area, period)),
            remarks=_remarks(store, period),
            cautions=tuple(another_pool(store.regions, region, rule.area)),
            sources=tuple(words.source(reference) for reference in cited),
            reported=words.is_reported(cited),
        )


def _credit_rules(store: PolicyStore, region: str, on: date) -> Iterator[CreditRuleInForce]:
    """What holds for the retired on the day, the nation's principle left aside."""
    for status in RETIRED:
        held = store.in_force(CreditRule, region, (status,), on)
        if held and held.rule.area != NATION:
            yield held


def _years(store: PolicyStore, region: str) -> Iterator[ItemView]:
    for rule in _years_rules(store, region):
        named = dict.fromkeys(id_ for period in rule.periods for id_ in _cited(period))
        cited = tuple(store.cited(named))
        yield ItemView(
            title=f"{store.regions.full_name(rule.area)}：{words.GROUPS[rule.whom]}",
            paragraphs=tuple(
                line for period in rule.periods for line in _asked(store, rule, period)
            ),
            remarks=_remarks(store, rule.periods[-1]),
            cautions=tuple(another_pool(store.regions, region, rule.area)),
            sources=tuple(words.source(reference) for reference in cited),
            reported=words.is_reported(cited),
        )


def _years_rules(store: PolicyStore, region: str) -> Iterator[ContributionRule]:
    """The rules that can answer here: none behind an area whose rule leaves no day open."""
    settled_by = ""
    for rule in contribution_rules(store, region, EMPLOYEES):
        if settled_by and rule.area != settled_by:
            return
        yield rule
        if rule.periods[0].start_date is None and rule.periods[-1].end_date is None:
            settled_by = rule.area


def _asked(store: PolicyStore, rule: ContributionRule, period: ContributionPeriod) -> Iterator[str]:
    """What is asked, and before it of whom: 到 2025 年 12 月 31 日为止退休的，要求：累计…"""
    first, *others = period_content(store, rule.area, period)
    bounds = [f"{formats.day(period.start_date)}起"] if period.start_date else []
    bounds += [f"到 {formats.day(period.end_date)}为止"] if period.end_date else []
    event = "退休" if rule.date_basis == "retirement_date" else "参保"
    yield f"{''.join(bounds)}{event}的，{first}" if bounds else first
    yield from others


def _remarks(store: PolicyStore, period: Period) -> tuple[tuple[str, str], ...]:
    seen = sighting(period, store.cited(period.references))
    if seen is None:
        return (("上次核对", "日期没有记录"),)
    return (("上次核对" if seen.is_dated else "最近一次见到这个说法", seen.when),)
