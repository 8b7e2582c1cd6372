"""The one way from a question to its answer."""

from datetime import date

from yibao.calculation.account.credit_answer import answer_credit
from yibao.calculation.ages import month_end
from yibao.calculation.assessment import Assessment
from yibao.calculation.contribution_answer import answer_contribution
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.payments.premium import answer_premium
from yibao.calculation.retirement import Retirement, RetirementAnswer, answer_retirement
from yibao.policy.store import PolicyStore


def assess(store: PolicyStore, inquiry: Inquiry, on: date) -> Assessment:
    """Everything the store can say to an inquiry on a day.

    Raises KeyError for a region that the store does not hold.
    """
    retirement = answer_retirement(store, inquiry, on)
    retirements = _retirements(inquiry, retirement, on)
    retires = next((r.on for r in retirements if r.worker_category is None), None)
    return Assessment(
        inquiry=inquiry,
        on=on,
        credit=answer_credit(store, inquiry, on, retirements),
        contribution=answer_contribution(store, inquiry, on, retires),
        premium=answer_premium(store, inquiry, on),
        retirement=retirement,
    )


def _retirements(
    inquiry: Inquiry, retirement: RetirementAnswer, on: date
) -> tuple[Retirement, ...]:
    """The day that is known, or every statutory month that is possible.

    Without those before which the person has retired, or after which they work on.
    """
    if inquiry.retires_on:
        return (Retirement(inquiry.retires_on, inquiry.retires_on),)
    retired = inquiry.status == "retired"
    return tuple(
        Retirement(
            dates.month,
            month_end(dates.month),
            dates.group.worker_category if retirement.possible else None,
        )
        for dates in retirement.every
        if (dates.month <= on) == retired
    )
