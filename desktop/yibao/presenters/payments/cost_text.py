"""What it costs to make up missing months, in sentences."""

from collections.abc import Iterator

from yibao.calculation.payments.prices import PriceOutcome
from yibao.calculation.payments.shortfall_cost import Cost, CostAnswer
from yibao.policy.references import Reference
from yibao.policy.rules.periods import Period
from yibao.policy.rules.prices import PriceNotHeld
from yibao.policy.store import PolicyStore
from yibao.presenters import formats
from yibao.presenters.rules.price_text import offer_name, price_text


def cost_lines(answer: CostAnswer) -> Iterator[str]:
    """Each way with its sum: 一次补齐：54 个月 × 305.30 元 = 16486.20 元，按 2025 年的标准"""
    if answer.status == "no_rule" and answer.missing_months:
        yield "补齐要多少钱：没有收录，要问当地。"
    for cost in answer.costs:
        yield f"{offer_name(cost.price.offer)}{_sum(cost, answer)}"
    if answer.stale:
        yield "补缴的标准好久没有核对过，要核实。"


def cost_references(store: PolicyStore, answer: CostAnswer) -> tuple[Reference, ...]:
    """The sources of the price, and of the bases on which it was reckoned."""
    if answer.rule is None:
        return ()
    bases = (cost.price.base.held for cost in answer.costs if cost.price.base)
    figures = (answer.rule.period, *filter(None, bases))
    return store.cited(dict.fromkeys(id_ for figure in figures for id_ in figure.references))


def _sum(cost: Cost, answer: CostAnswer) -> str:
    if cost.price.per_month is None or answer.rule is None:
        how = price_text(cost.price.offer)
        unknown = isinstance(cost.price.offer.price, PriceNotHeld)
        return f"每个月按{how}" if unknown else f"每个月是{how}，填上基数就能算"
    by_the_month = formats.yuan(cost.price.per_month)
    standard = standard_text(cost.price, answer.rule.period)
    if cost.total is None:
        return f"补一个月 {by_the_month}，{standard}"
    total = formats.yuan(cost.total)
    return f"{answer.missing_months} 个月 × {by_the_month} = {total}，{standard}"


def standard_text(price: PriceOutcome, period: Period) -> str:
    """By the figures of which time: 按 2025 年的标准（后来的没有收录）"""
    held = price.base.held if price.base else None
    figures = held or period
    later = "（后来的没有收录）" if price.ended_on else ""
    if price.base and held is None:
        return "按填的基数"
    return f"按{_time(figures)}的标准{later}"


def _time(period: Period) -> str:
    first, last = period.start_date, period.end_date
    if first and last and (first.year, first.month, last.month) == (last.year, 1, 12):
        return f" {first.year} 年"
    if last:
        return f"到 {formats.day(last)}为止"
    return f" {formats.day(first)}起" if first else "来源没有写时间"
