"""Everything that one visitor is told."""

from typing import NamedTuple

from msgspec.structs import replace

from yibao.calculation.assessment import Assessment
from yibao.policy.store import PolicyStore
from yibao.presenters import formats, words
from yibao.presenters.account.credit_view import credit_in_brief, present_credit
from yibao.presenters.answer.assumptions import assumptions
from yibao.presenters.asking.region_text import place_text
from yibao.presenters.parts.views import AnswerView, VisitView
from yibao.presenters.payments.contribution_view import contribution_in_brief, present_contribution
from yibao.presenters.payments.premium_view import present_premium
from yibao.presenters.payments.retirement_view import present_retirement, retirement_in_brief


class BriefView(NamedTuple):
    """What stands behind a row of many: the answers without how they were reckoned."""

    credit: AnswerView
    contribution: AnswerView | None
    retirement: AnswerView | None


def present_visit(store: PolicyStore, assessment: Assessment) -> VisitView:
    """The answers to what was asked; to somebody still in work, all of them."""
    inquiry = assessment.inquiry
    premium = present_premium(store, assessment)
    years = _asks_for_years(assessment)
    return VisitView(
        place=place_text(store.regions, inquiry.region),
        group=words.group(inquiry),
        age=_age(assessment),
        day=formats.day(assessment.on),
        assumptions=assumptions(inquiry),
        credit=_advised(present_credit(store, assessment)),
        premium=_advised(premium) if premium else None,
        contribution=_advised(present_contribution(store, assessment)) if years else None,
        retirement=present_retirement(assessment) if _asks_when(assessment) else None,
    )


def visit_in_brief(store: PolicyStore, assessment: Assessment) -> BriefView:
    """The same of the account, the years and the retirement."""
    years = _asks_for_years(assessment)
    return BriefView(
        credit=_advised(credit_in_brief(store, assessment)),
        contribution=_advised(contribution_in_brief(store, assessment)) if years else None,
        retirement=retirement_in_brief(assessment) if _asks_when(assessment) else None,
    )


def _asks_for_years(assessment: Assessment) -> bool:
    inquiry = assessment.inquiry
    about_years = (
        inquiry.paid_months,
        inquiry.actual_months,
        inquiry.enrolled,
        inquiry.retires_on,
    )
    return _is_in_work(assessment) or any(known is not None for known in about_years)


def _asks_when(assessment: Assessment) -> bool:
    waits = assessment.waits_for_procedure and bool(assessment.retirement.every)
    return waits or _is_in_work(assessment)


def _is_in_work(assessment: Assessment) -> bool:
    return assessment.inquiry.status in ("in_service", "flexible")


def _advised(view: AnswerView) -> AnswerView:
    """With what the clerk does where an answer is weak, or where there is none."""
    if view.warnings or not view.says_something:
        return replace(view, advice=words.FOR_THE_CLERK)
    return view


def _age(assessment: Assessment) -> str:
    """71 岁, or 69 或 70 岁 in the month of a birth of which the day is not known."""
    ages = " 或 ".join(map(str, assessment.inquiry.ages_on(assessment.on)))
    return ages and f"{ages} 岁"
