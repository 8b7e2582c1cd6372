"""What a rule would give to somebody: a sample visitor, with the rule and without it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from yibao.calculation.assess import assess
from yibao.calculation.inquiry import Inquiry
from yibao.policy.rules.contribution_rules import ContributionRule
from yibao.policy.rules.credit_rules import CreditRule
from yibao.policy.rules.kinds import Rule
from yibao.policy.rules.periods import AveragePensionRule
from yibao.policy.rules.premium_rules import FlexiblePremiumRule, ResidentPremiumRule
from yibao.policy.rules.shortfall_rules import ShortfallRule
from yibao.policy.store import PolicyStore
from yibao.policy.terms import Plan, RetiredFrom, Status
from yibao.presenters import words
from yibao.presenters.account.credit_view import present_credit
from yibao.presenters.payments.contribution_view import present_contribution
from yibao.presenters.payments.premium_view import present_premium

AGE_RETIRED, AGE_WORKING = 66, 45
OLDER = 10
"""Years, after which rules by age mostly say something else."""
PENSION, BASE = Decimal(3000), Decimal(5000)
"""Yuan; only to show how a share works out."""


def preview(rule: Rule, store: PolicyStore, embedded: PolicyStore, on: date) -> Iterator[str]:
    """66 岁退休人员：68.50 元；程序自带：30.00 到 111.00 元"""
    day = max(rule.periods[0].start_date or on, on)
    for inquiry in _visitors(rule, day):
        own, before = _said(rule, store, inquiry, day), _said(rule, embedded, inquiry, day)
        person = f"{inquiry.age} 岁{words.group(inquiry)}{_given(rule)}"
        yield f"{person}：{own}；{words.beneath(embedded)}：{before}"


def before_and_after(
    rule: Rule, before: PolicyStore, after: PolicyStore, on: date
) -> Iterator[str]:
    """What an import changes for somebody: 66 岁退休人员：原来 68.50 元，导入后 70.00 元"""
    for inquiry in _visitors(rule, on):
        was, becomes = (_said(rule, store, inquiry, on) for store in (before, after))
        yield f"{inquiry.age} 岁{words.group(inquiry)}：原来 {was}，导入后 {becomes}"


def _given(rule: Rule) -> str:
    """What is taken for granted of the visitor, where a share is taken of it."""
    if not isinstance(rule, CreditRule):
        return ""
    text = repr([period.method for period in rule.periods])
    if "OwnPension" in text:
        return f"（养老金 {PENSION} 元）"
    if "AveragePension" in text:
        return f"（当地平均养老金 {PENSION} 元）"
    return f"（缴费基数 {BASE} 元）" if "ContributionBase" in text else ""


def _visitors(rule: Rule, on: date) -> Iterator[Inquiry]:
    status, retired_from, plan = _group(rule)
    first = AGE_RETIRED if status in ("retired", "resident") else AGE_WORKING
    for age in (first, first + OLDER):
        yield Inquiry(
            region=rule.area,
            status=status,
            plan=plan,
            retired_from=retired_from,
            age=age,
            sex="male",
            paid_months=240,
            actual_months=240,
            pension=PENSION,
            average_pension=None if isinstance(rule, AveragePensionRule) else PENSION,
            retires_on=on if isinstance(rule, ContributionRule | ShortfallRule) else None,
            base=BASE,
        )


def _group(rule: Rule) -> tuple[Status, RetiredFrom, Plan]:
    plan: Plan = "pooled_only" if rule.whom.endswith("pooled_only") else "full"
    if isinstance(rule, ResidentPremiumRule) or rule.whom == "resident":
        return "resident", "employer", plan
    if isinstance(rule, FlexiblePremiumRule) or rule.whom == "flexible":
        return "flexible", "employer", plan
    if isinstance(rule, CreditRule) and rule.whom in ("in_service", "paying_pooled_only"):
        return "in_service", "employer", plan
    return "retired", "flexible" if rule.whom == "retired_flexible" else "enterprise", plan


def _said(rule: Rule, store: PolicyStore, inquiry: Inquiry, on: date) -> str:
    assessment = assess(store, inquiry, on)
    if isinstance(rule, FlexiblePremiumRule | ResidentPremiumRule):
        view = present_premium(store, assessment)
        return view.headline if view else words.NOT_HELD
    if isinstance(rule, ContributionRule | ShortfallRule):
        view = present_contribution(store, assessment)
        told = view.details[-1:] if isinstance(rule, ShortfallRule) else view.details[:1]
        return "；".join((view.headline, *told))
    return present_credit(store, assessment).headline
