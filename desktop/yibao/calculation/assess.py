"""The one way from a question to its answer."""

from datetime import date

import msgspec

from yibao.calculation.account.credit_answer import answer_credit
from yibao.calculation.assessment import Assessment
from yibao.calculation.contribution_answer import answer_contribution
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.payments.premium import answer_premium
from yibao.calculation.retirement import answer_retirement
from yibao.calculation.retirement_days import retirement_days, waits_for_procedure
from yibao.policy.store import PolicyStore


def assess(store: PolicyStore, inquiry: Inquiry, on: date) -> Assessment:
    """Everything the store can say to an inquiry on a day.

    Raises KeyError for a region that the store does not hold.
    """
    answer = _assess(store, inquiry, on)
    if store.beneath is None or not answer.rests_on_office:
        return answer
    return msgspec.structs.replace(answer, replaced=_assess(store.beneath, inquiry, on))


def _assess(store: PolicyStore, inquiry: Inquiry, on: date) -> Assessment:
    retirement = answer_retirement(store, inquiry, on)
    days = retirement_days(inquiry, retirement, on)
    waits = waits_for_procedure(inquiry, retirement, on)
    return Assessment(
        inquiry=inquiry,
        on=on,
        credit=answer_credit(store, inquiry, on, days, waits=waits),
        contribution=answer_contribution(store, inquiry, on, days),
        premium=answer_premium(store, inquiry, on),
        retirement=retirement,
        waits_for_procedure=waits,
    )
