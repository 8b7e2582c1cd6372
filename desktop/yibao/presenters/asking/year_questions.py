"""What the rules on contribution years and on their price need to know."""

from datetime import date

from msgspec import Struct

from yibao.calculation.assessment import Assessment
from yibao.calculation.contribution_answer import contribution_rules
from yibao.calculation.payments.prices import open_offers
from yibao.policy.rules.contribution_rules import (
    Counted,
    NoYearsRequired,
    Requirement,
    YearsByStartOfWork,
    YearsRequired,
)
from yibao.policy.rules.credit_rules import ByMonthsWithAccount
from yibao.policy.rules.prices import Base, PublishedBase, RateOfBase
from yibao.policy.rules.shortfall_rules import ShortfallRule
from yibao.policy.store import PolicyStore
from yibao.presenters.asking.inquiry_form import Field


def about_the_years(store: PolicyStore, assessment: Assessment) -> set[Field]:
    """What the rules on contribution years that may apply here ask for."""
    inquiry = assessment.inquiry
    rules = tuple(contribution_rules(store, inquiry.region, inquiry.contribution_statuses))
    shown: set[Field] = set()
    if any(rule.date_basis == "enrolment_date" for rule in rules):
        shown.add("enrolled")
    stated = [stated for r in rules for p in r.periods for stated in (p, *p.contested)]
    for requirement in (one.requirement for one in stated):
        shown |= _about_a_requirement(requirement)
    return shown


class ActualYearsAsked(Struct, frozen=True):
    """Where years must have been paid to count as actually paid, and how that is asked."""

    counted: Counted
    label: str
    hint: str


def actual_years_asked(store: PolicyStore, assessment: Assessment) -> ActualYearsAsked | None:
    """As the rule counts them that answers, else the latest of those that may; None where no
    rule asks for them."""
    inquiry, rule = assessment.inquiry, assessment.contribution.rule
    credit = assessment.credit.rule
    if credit and isinstance(credit.period.adjustment, ByMonthsWithAccount):
        return _asked(store, inquiry.region, "here")
    rules = contribution_rules(store, inquiry.region, inquiry.contribution_statuses)
    periods = (rule.period,) if rule else (period for r in rules for period in r.periods[::-1])
    stated = [stated for period in periods for stated in (period, *period.contested)]
    for requirement in (one.requirement for one in stated):
        if not isinstance(requirement, NoYearsRequired) and requirement.actual:
            return _asked(store, inquiry.region, requirement.actual.counted)
    return None


def _asked(store: PolicyStore, region: str, counted: Counted) -> ActualYearsAsked:
    if counted == "anywhere":
        return ActualYearsAsked(counted, "其中实际缴费年限", "在哪里交的都算，只要真正交了钱。")
    if counted == "province":
        province = store.regions.path(region)[0].name
        hint = "省里各地真正交了钱的时间都算。"
        return ActualYearsAsked(counted, f"其中在{province}实际缴费年限", hint)
    place = store.regions[store.regions.pooling_area(region) or region].name
    return ActualYearsAsked(counted, f"其中在{place}实际缴费年限", "只算在那里真正交了钱的时间。")


def _about_a_requirement(requirement: Requirement) -> set[Field]:
    shown: set[Field] = set()
    if isinstance(requirement, NoYearsRequired):
        return shown
    if isinstance(requirement, YearsByStartOfWork):
        shown |= {"work_start", "scheme_start"}
    elif requirement.unbroken:
        shown.add("unbroken_years")
    capped = isinstance(requirement, YearsRequired) and requirement.deemed_at_most
    if requirement.actual or capped:
        shown |= {"actual_years", "deemed"}
    return shown


def asked_bases(store: PolicyStore, assessment: Assessment) -> dict[Field, str]:
    """The bases that make a difference to a price, by the name that the rule gives them."""
    inquiry, on = assessment.inquiry, assessment.on
    asked: dict[Field, str] = {}
    flexible = assessment.premium.flexible
    for offer in open_offers(flexible.period.offers, inquiry.plan) if flexible else ():
        if isinstance(offer.price, RateOfBase):
            asked["base"] = "缴费基数"
    statuses = inquiry.contribution_statuses
    shortfall = store.in_force(ShortfallRule, inquiry.region, statuses, on)
    for offer in open_offers(shortfall.period.offers, inquiry.plan) if shortfall else ():
        price = offer.price
        if isinstance(price, RateOfBase) and not _is_held(price.base, on):
            asked["shortfall_base"] = price.base.what
    return asked


def _is_held(base: Base, on: date) -> bool:
    return isinstance(base, PublishedBase) and any(p.holds_on(on) for p in base.periods)
