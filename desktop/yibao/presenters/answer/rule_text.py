"""A rule as people read it."""

from collections.abc import Iterator

from yibao.policy.rules.contribution_rules import ALL_WAYS, ContributionPeriod, ContributionRule
from yibao.policy.rules.credit_rules import CreditPeriod, CreditRule
from yibao.policy.rules.kinds import Rule
from yibao.policy.rules.methods import (
    AmountByAge,
    CreditMethod,
    FixedAmount,
    IndividualAmount,
    Share,
    ShareByAge,
    ShareRange,
)
from yibao.policy.rules.periods import ParameterPeriod
from yibao.policy.rules.retirement_rules import RetirementAgeRule, RetirementGroup, RetirementPeriod
from yibao.policy.store import PolicyStore
from yibao.presenters import formats, words
from yibao.presenters.answer import provenance
from yibao.presenters.answer.contribution_view import WAYS, requirement_text
from yibao.presenters.basis import basis_name

AnyPeriod = CreditPeriod | ContributionPeriod | RetirementPeriod | ParameterPeriod


def rule_text(store: PolicyStore, rule: Rule) -> str:
    """Area, people, and every period with what it says, its sources and notes, line by line."""
    lines = [rule.id, f"{store.regions.full_name(rule.area)}　{_about(rule)}"]
    for period in rule.periods:
        lines += ["", f"{provenance.lasting(period)}，{provenance.confirmed(period)}"]
        lines += [f"  {line}" for line in period_content(store, rule.area, period)]
        if period.note:
            lines.append(f"  说明：{period.note}")
        lines += [f"  出处：{words.source(r)}" for r in store.cited(period.references)]
        if isinstance(period, CreditPeriod | ContributionPeriod):
            others = (id_ for other in period.contested for id_ in other.references)
            lines += [f"  另一种说法的出处：{words.source(r)}" for r in store.cited(others)]
    return "\n".join(lines)


def _about(rule: Rule) -> str:
    match rule:
        case CreditRule():
            return f"{words.GROUPS[rule.insurance_status]}　个人账户划入"
        case ContributionRule():
            basis = "按退休日期" if rule.date_basis == "retirement_date" else "按首次参保日期"
            above = "，先于各地自己的规定" if rule.above_local_rules else ""
            return f"{words.GROUPS[rule.insurance_status]}　缴费年限（{basis}{above}）"
        case RetirementAgeRule():
            return "法定退休年龄"
        case _:
            return f"{rule.base_year} 年月人均基本养老金"


def period_content(store: PolicyStore, area: str, period: AnyPeriod) -> Iterator[str]:
    """What a period says, by its kind."""
    match period:
        case CreditPeriod():
            yield from _credit(store, area, period)
        case ContributionPeriod():
            yield from _years(period)
        case RetirementPeriod():
            yield from (_group(group) for group in period.groups)
            yield from (f"提示：{notice}" for notice in (*period.notices, *period.elective_notices))
        case _:
            yield f"每月：{period.amount} 元"


def _years(period: ContributionPeriod) -> Iterator[str]:
    yield f"要求：{requirement_text(period.requirement)}"
    for other in period.contested:
        asked = requirement_text(other.requirement)
        yield f"另一种说法：{asked}（{other.note or '没有说明'}）"
    if set(period.ways_out) != set(ALL_WAYS):
        yield f"年限不够：{'；'.join(WAYS[way] for way in period.ways_out)}"
    yield from (f"提示：{notice}" for notice in period.notices)
    if period.at_limit:
        yield f"刚好满年限的：{period.at_limit}"


def _group(group: RetirementGroup) -> str:
    who = words.SEXES[group.sex]
    if group.worker_category:
        who += f"（{words.WORKER_CATEGORIES[group.worker_category]}）"
    return (
        f"{who}：原来 {group.old_age} 岁；{formats.month(group.first_birth)}出生的起，"
        f"每 {group.births_a_month} 个月多延迟一个月，最多 {group.most} 个月"
    )


def _credit(store: PolicyStore, area: str, period: CreditPeriod) -> Iterator[str]:
    rhythm = "每年" if period.credited == "yearly" else "每月"
    yield f"{rhythm}：{_method(store, area, period.method)}"
    if period.rounding:
        modes = {"half_up": "四舍五入", "down": "去尾", "up": "进一"}
        yield f"取整：{modes[period.rounding.mode]}到 {period.rounding.quantum} 元的整数倍"
    for deduction in period.deductions:
        yield f"扣除：{deduction.name} {deduction.amount} 元"
    for other in period.contested:
        yield f"另一种说法：{_method(store, area, other.method)}（{other.note or '没有说明'}）"
    for notice in period.notices:
        yield f"提示：{notice}"


def _method(store: PolicyStore, area: str, method: CreditMethod) -> str:
    if isinstance(method, FixedAmount | AmountByAge):
        return _amounts(method)
    if isinstance(method, Share | ShareRange | ShareByAge):
        return f"{basis_name(store, area, method.of)}的 {_rates(method)}"
    return "各人保留自己的数目" if isinstance(method, IndividualAmount) else "不划入"


def _amounts(method: FixedAmount | AmountByAge) -> str:
    if isinstance(method, FixedAmount):
        return f"{method.amount} 元"
    return "；".join(f"{_ages(b.from_age, b.to_age)} {b.amount} 元" for b in method.bands)


def _rates(method: Share | ShareRange | ShareByAge) -> str:
    if isinstance(method, Share):
        return method.rate
    if isinstance(method, ShareRange):
        return f"{method.low} 到 {method.high}"
    return "；".join(f"{b.rate}（{_ages(b.from_age, b.to_age)}）" for b in method.bands)


def _ages(from_age: int, to_age: int | None) -> str:
    if to_age is None:
        return f"满 {from_age} 岁"
    return f"满 {from_age} 岁、不满 {to_age} 岁" if from_age else f"不满 {to_age} 岁"
