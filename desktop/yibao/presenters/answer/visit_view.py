"""Everything that one visitor is told."""

from msgspec.structs import replace

from yibao.calculation.assessment import Assessment
from yibao.policy.store import PolicyStore
from yibao.presenters import formats, words
from yibao.presenters.account.credit_view import present_credit
from yibao.presenters.answer.assumptions import assumptions
from yibao.presenters.asking.region_text import place_text
from yibao.presenters.parts.views import AnswerView, VisitView
from yibao.presenters.payments.contribution_view import present_contribution
from yibao.presenters.payments.premium_view import present_premium
from yibao.presenters.payments.retirement_view import present_retirement


def present_visit(store: PolicyStore, assessment: Assessment) -> VisitView:
    """The answers to what was asked; to somebody still in work, all of them."""
    inquiry = assessment.inquiry
    in_work = inquiry.status in ("in_service", "flexible")
    waits = assessment.waits_for_procedure and assessment.retirement.every
    about_years = (
        inquiry.paid_months,
        inquiry.actual_months,
        inquiry.enrolled,
        inquiry.retires_on,
    )
    asked = in_work or any(known is not None for known in about_years)
    premium = present_premium(store, assessment)
    return VisitView(
        place=place_text(store.regions, inquiry.region),
        group=words.group(inquiry),
        age=_age(assessment),
        day=formats.day(assessment.on),
        assumptions=assumptions(inquiry),
        credit=_advised(present_credit(store, assessment)),
        premium=_advised(premium) if premium else None,
        contribution=_advised(present_contribution(store, assessment)) if asked else None,
        retirement=present_retirement(assessment) if in_work or waits else None,
    )


def _advised(view: AnswerView) -> AnswerView:
    """With what the clerk does where an answer is weak, or where there is none."""
    if view.warnings or not view.says_something:
        return replace(view, advice=words.FOR_THE_CLERK)
    return view


def _age(assessment: Assessment) -> str:
    """71 岁, or 69 或 70 岁 in the month of a birth of which the day is not known."""
    ages = " 或 ".join(map(str, assessment.inquiry.ages_on(assessment.on)))
    return ages and f"{ages} 岁"
