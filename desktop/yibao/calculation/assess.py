"""The one way from a question to its answer."""

from datetime import date

from yibao.calculation.account.credit_answer import answer_credit
from yibao.calculation.assessment import Assessment
from yibao.calculation.contribution_answer import answer_contribution
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.payments.premium import answer_premium
from yibao.calculation.retirement import RetirementAnswer, answer_retirement
from yibao.policy.store import PolicyStore


def assess(store: PolicyStore, inquiry: Inquiry, on: date) -> Assessment:
    """Everything the store can say to an inquiry on a day.

    Raises KeyError for a region that the store does not hold.
    """
    retirement = answer_retirement(store, inquiry, on)
    retires = inquiry.retires_on or _expected_retirement(inquiry, retirement, on)
    return Assessment(
        inquiry=inquiry,
        on=on,
        credit=answer_credit(store, inquiry, on, retires),
        contribution=answer_contribution(store, inquiry, on, retires),
        premium=answer_premium(store, inquiry, on),
        retirement=retirement,
    )


def _expected_retirement(inquiry: Inquiry, retirement: RetirementAnswer, on: date) -> date | None:
    """The statutory month, unless the person has retired before it, or works on after it."""
    if retirement.dates is None:
        return None
    month = retirement.dates.month
    retired = inquiry.status == "retired"
    return month if (month <= on) == retired else None
