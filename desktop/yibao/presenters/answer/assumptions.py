"""What an answer takes for granted, in one line."""

from collections.abc import Mapping

from yibao.calculation.inquiry import Inquiry
from yibao.policy.terms import Plan
from yibao.presenters import words

ACCOUNT: Mapping[Plan, str] = {
    "full": "统账结合，有个人账户",
    "pooled_only": "单建统筹，多数没有个人账户",
}


def assumptions(inquiry: Inquiry) -> str:
    """按：职工医保（统账结合，有个人账户）、医保退休手续已办好"""
    if inquiry.status == "resident":
        return f"按：{words.STATUSES['resident']}"
    said = [f"职工医保（{ACCOUNT[inquiry.plan]}）"]
    if inquiry.status == "retired":
        done = words.RETIREMENT_COMPLETED["yes" if inquiry.retirement_completed else "no"]
        said.append(f"医保退休手续{done}")
        if inquiry.retired_from != "employer":
            said.append(f"从{words.RETIRED_FROM[inquiry.retired_from]}退休")
    else:
        said.append(words.AT_WORK[inquiry.status])
    return f"按：{'、'.join(said)}"
