"""What the program says of itself where that depends on what it has before it."""

from collections.abc import Mapping
from datetime import date

from yibao.policy.store import PolicyStore
from yibao.presenters import formats, words
from yibao.presenters.asking.inquiry_form import Field

YEARS_APART = 10
"""No store is still asked so long after its newest source: the clock is wrong, or the store old."""


def nothing_found(typed: str) -> str:
    """What is said where nothing in the guide panels holds what was typed."""
    return (
        f"指南里没有“{typed.strip()}”。换个说法，或者少打几个字再找。\n"
        f"按 Esc 看全部，也可以打 {words.HOTLINE} 问。"
    )


def correct_first(errors: Mapping[Field, str]) -> tuple[str, str]:
    """Which entries are to be corrected before there is an answer, and how."""
    names = "、".join(words.FIELDS[field] for field in errors)
    return f"请先改好：{names}", "".join(errors.values())


def clock_warning(store: PolicyStore, today: date) -> str | None:
    """What is said where the computer's clock cannot be right, or the rules are from long ago."""
    newest = store.newest_confirmation
    if newest is None or newest <= today < newest.replace(newest.year + YEARS_APART, day=1):
        return None
    here, there = formats.day(today), formats.day(newest)
    early = today < newest
    apart = "还早" if early else f"晚了 {YEARS_APART} 年以上"
    otherwise = "" if early else "日期没有错的话，是规则太旧了，请更新程序。"
    return (
        f"这台电脑的日期是 {here}，比规则库的日期（{there}）{apart}，多半是时钟不准。"
        f"请校准时间，或者在“查哪一天”里填上今天的日期。{otherwise}"
    )
