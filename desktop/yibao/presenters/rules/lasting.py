"""For how long a period holds, and how lately it was confirmed."""

from yibao.policy.rules.periods import Period
from yibao.presenters import formats


def confirmed(period: Period) -> str:
    """When a source last said so."""
    if period.confirmed_on is None:
        return "核对日期没有记录"
    return f"{formats.day(period.confirmed_on)}核对"


def lasting(period: Period) -> str:
    """From when to when a period lasts."""
    start = f"{formats.day(period.start_date)}起" if period.start_date else "起始日期来源没有写"
    end = f"，到 {formats.day(period.end_date)}为止" if period.end_date else ""
    return start + end
