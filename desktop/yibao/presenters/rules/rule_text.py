"""A rule as people read it."""

from collections.abc import Iterator, Mapping

from yibao.policy.loading.dates import dated_parts
from yibao.policy.rules.contribution_rules import ContributionPeriod, ContributionRule
from yibao.policy.rules.credit_rules import CreditPeriod, CreditRule
from yibao.policy.rules.kinds import Rule
from yibao.policy.rules.periods import AveragePensionRule, ParameterPeriod
from yibao.policy.rules.premium_rules import (
    FlexiblePremiumPeriod,
    FlexiblePremiumRule,
    IncentiveRule,
    ResidentPremiumPeriod,
    ResidentPremiumRule,
    TermsPeriod,
    WaitingPeriodRule,
)
from yibao.policy.rules.retirement_rules import RetirementAgeRule, RetirementGroup, RetirementPeriod
from yibao.policy.rules.shortfall_rules import ShortfallPeriod, ShortfallRule
from yibao.policy.store import PolicyStore
from yibao.presenters import formats, words
from yibao.presenters.rules.credit_rule_text import credit_lines
from yibao.presenters.rules.lasting import confirmed, lasting
from yibao.presenters.rules.price_text import offer_lines, resident_lines
from yibao.presenters.rules.requirement_text import requirement_lines

AnyPeriod = (
    CreditPeriod
    | ContributionPeriod
    | ShortfallPeriod
    | FlexiblePremiumPeriod
    | ResidentPremiumPeriod
    | TermsPeriod
    | RetirementPeriod
    | ParameterPeriod
)


def rule_text(store: PolicyStore, rule: Rule) -> str:
    """Area, people, and every period with what it says, its sources and notes, line by line."""
    lines = [rule.id, f"{store.regions.full_name(rule.area)}　{about(rule)}"]
    for period in rule.periods:
        lines += ["", f"{lasting(period)}，{confirmed(period, store.cited(period.references))}"]
        lines += [f"  {line}" for line in period_content(store, rule.area, period)]
        if period.note:
            lines.append(f"  说明：{period.note}")
        named = dict.fromkeys(id_ for _, part in dated_parts(period) for id_ in part.references)
        if isinstance(period, CreditPeriod):
            named |= dict.fromkeys(period.notice_references)
        lines += [f"  出处：{words.source(r)}" for r in store.cited(named)]
        if isinstance(period, CreditPeriod | ContributionPeriod):
            others = (id_ for other in period.contested for id_ in other.references)
            lines += [f"  另一种说法的出处：{words.source(r)}" for r in store.cited(others)]
    return "\n".join(lines)


ABOUT: Mapping[type[Rule], str] = {
    CreditRule: "个人账户划入",
    ShortfallRule: "年限不够，补一个月要多少钱",
    FlexiblePremiumRule: "灵活就业人员每月缴费",
    ResidentPremiumRule: "城乡居民每年缴费",
    WaitingPeriodRule: "等待期",
    IncentiveRule: "连续参保和零报销激励",
    RetirementAgeRule: "法定退休年龄",
}


def about(rule: Rule) -> str:
    """Whom a rule is for, and what it lays down."""
    if isinstance(rule, AveragePensionRule):
        return f"{rule.base_year} 年月人均基本养老金"
    people = words.GROUPS.get(rule.whom, "")
    if isinstance(rule, ContributionRule):
        basis = "按退休日期" if rule.date_basis == "retirement_date" else "按首次参保日期"
        above = "，先于各地自己的规定" if rule.above_local_rules else ""
        return f"{people}　缴费年限（{basis}{above}）"
    return "　".join(filter(None, (people, ABOUT[type(rule)])))


def period_content(store: PolicyStore, area: str, period: AnyPeriod) -> Iterator[str]:
    """What a period says, by its kind."""
    if period.provisional:
        yield "这是先发的数，说好以后要补差，最后的数没有收录。"
    match period:
        case CreditPeriod():
            yield from credit_lines(store, area, period)
        case ContributionPeriod():
            yield from requirement_lines(store, period)
        case ShortfallPeriod() | FlexiblePremiumPeriod():
            yield from offer_lines(period.offers)
            yield from (f"提示：{notice}" for notice in period.notices)
        case ResidentPremiumPeriod():
            yield from resident_lines(period)
        case TermsPeriod():
            yield from period.says
        case RetirementPeriod():
            yield from (_group(group) for group in period.groups)
            yield from (f"提示：{notice}" for notice in (*period.notices, *period.elective_notices))
        case _:
            yield f"每月：{period.amount} 元"


def _group(group: RetirementGroup) -> str:
    who = words.SEXES[group.sex]
    if group.worker_category:
        who += f"（{words.WORKER_CATEGORIES[group.worker_category]}）"
    return (
        f"{who}：原来 {group.old_age} 岁；{formats.month(group.first_birth)}出生的起，"
        f"每 {group.births_a_month} 个月多延迟一个月，最多 {group.most} 个月"
    )
