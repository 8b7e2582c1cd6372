"""What is asked in contribution years, as people read it."""

from collections.abc import Iterator, Mapping

from yibao.policy.rules.contribution_rules import (
    ActualYears,
    ContributionPeriod,
    Counted,
    NoYearsRequired,
    Requirement,
    Sex,
    WayOut,
    YearsBySex,
    YearsByStartOfWork,
    YearsRequired,
)
from yibao.policy.store import PolicyStore
from yibao.presenters import formats

WAYS: Mapping[WayOut, str] = {
    "lump_sum": "一次补齐：把差的年限一次交清。从哪个月起享受、之前的费用能不能报，看当地。",
    "monthly": "按月接着交：到了年龄以后还按月交，交够为止。",
    "resident_insurance": "改参加城乡居民医保：不再补缴，以后每年交、每年有保障。",
}
COMMON_WAYS = (
    "年限不够，常见的有三条路：一次补齐，按月接着交，改参加城乡居民医保。"
    "当地开哪几条、交了从哪个月起享受，要问当地。"
)
"""Said where no source states what an area allows."""
COUNTED: Mapping[Counted, str] = {"anywhere": "", "here": "在本地", "province": "在本省"}


def ways_out(period: ContributionPeriod) -> tuple[str, ...]:
    """What can be done about missing years, as far as it is known for the area."""
    return tuple(WAYS[way] for way in period.ways_out) or (COMMON_WAYS,)


def requirement_lines(store: PolicyStore, period: ContributionPeriod) -> Iterator[str]:
    """What a period asks, what others say, and what is open to whom it is not met."""
    yield f"要求：{requirement_text(period.requirement)}"
    for other in period.contested:
        asked = requirement_text(other.requirement)
        yield f"另一种说法：{asked}（{other.note or '没有说明'}）"
    if period.recognises:
        yield recognised_text(store, period)
    if period.ways_out:
        yield f"年限不够：{'；'.join(WAYS[way] for way in period.ways_out)}"
    yield from (f"提示：{notice}" for notice in (*period.conditions, *period.notices))
    if period.at_limit:
        yield f"刚好满年限的：{period.at_limit}"


def recognised_text(store: PolicyStore, period: ContributionPeriod) -> str:
    """Where else paid years count: 在重庆市交的年限，这里也认。"""
    places = "、".join(store.regions.full_name(area) for area in period.recognises)
    return f"在{places}交的年限，这里也认。"


def requirement_text(requirement: Requirement, sex: Sex | None = None) -> str:
    """What is asked, in one sentence: 累计男 30 年、女 25 年，其中在本地实际缴费 10 年.

    Only of one's own sex where that is known.
    """
    if isinstance(requirement, NoYearsRequired):
        return "没有年限要求，年年都要交"
    if isinstance(requirement, YearsByStartOfWork):
        text = _stretches(requirement)
    else:
        text = _cumulative(requirement, sex)
    return f"{text}，其中{_actual_text(requirement.actual)}" if requirement.actual else text


def _cumulative(requirement: YearsRequired, sex: Sex | None) -> str:
    text = f"累计{_by_sex(requirement.cumulative, sex)}"
    if requirement.unbroken:
        text = f"连续 {requirement.unbroken} 年，或者{text}"
    most = requirement.deemed_at_most
    if most:
        text += f"（视同缴费最多算{_by_sex(most, sex)}）"
    return text


def _by_sex(years: YearsBySex, sex: Sex | None) -> str:
    if sex or years.men == years.women:
        return f" {years.women if sex == 'female' else years.men} 年"
    return f"男 {years.men} 年、女 {years.women} 年"


def _stretches(requirement: YearsByStartOfWork) -> str:
    texts = [f"本地职工医保开始以前参加工作的累计 {requirement.before_scheme} 年"]
    for stretch in requirement.stretches:
        until = f"{formats.day(stretch.until)}以前" if stretch.until else "更晚"
        texts.append(f"{until}参加工作的 {stretch.years} 年")
    return "，".join(texts)


def _actual_text(actual: ActualYears) -> str:
    text = f"{COUNTED[actual.counted]}实际缴费 {actual.years} 年"
    return f"{text}（有视同缴费的人才看这一条）" if actual.only_with_deemed else text
