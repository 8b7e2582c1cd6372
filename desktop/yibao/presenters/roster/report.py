"""What came of a whole roster, as it is told."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from yibao.calculation.quantities import Span
from yibao.presenters import formats, notices
from yibao.presenters.roster import words
from yibao.presenters.roster.outcome import Columns, Kind, Summary

KINDS: Mapping[Kind, str] = {
    "answered": "算出来的",
    "contested": "有两种说法的",
    "missing": "缺数据的",
    "no_amount": "没有数目的",
    "refused": "没有算的",
}
MEANING: Mapping[Kind, str] = {
    "contested": "两边的数都写上了，核实以后再答复",
    "missing": "提示里写着还要填什么",
    "no_amount": "没有账户，或者没有收录，原因写在提示里",
    "refused": "这一行看不懂，原因写在提示里",
}


def summary_text(summary: Summary, target: str) -> str:
    """Everything, line by line."""
    lines = [
        *columns_text(summary.columns),
        "",
        f"一共 {summary.rows} 行，用了 {summary.seconds:.1f} 秒。",
        *(text for _, text in counts_text(summary)),
        *sums_text(summary),
        *changes_text(summary),
        "",
        notices.SAVED.format(target),
        notices.DISCLAIMER,
    ]
    return "\n".join(lines)


def columns_text(columns: Columns) -> Iterator[str]:
    """Which column was taken for what."""
    for field, column in columns.mapped.items():
        yield f"{words.column_name(field)}：用“{columns.names[column]}”这一列"
    yield from columns.remarks


def counts_text(summary: Summary) -> Iterator[tuple[Kind, str]]:
    """How many rows came to what; kinds that did not come up are left out."""
    for kind, name in KINDS.items():
        if number := summary.counts.get(kind):
            meaning = f"（{MEANING[kind]}）" if kind in MEANING else ""
            yield kind, f"{name} {number} 行{meaning}"


def sums_text(summary: Summary) -> Iterator[str]:
    """What all of them get together."""
    if summary.per_year[1]:
        yield f"每月到账一共{_sum(summary.per_month)}，全年一共{_sum(summary.per_year)}"


def _sum(of: tuple[Decimal, Decimal]) -> str:
    return f" {formats.span(Span(*of))}"


def changes_text(summary: Summary) -> Iterator[str]:
    """2026 年 7 月要变的 12 行"""
    for month, number in summary.changes.items():
        yield f"{month_name(month)}要变的 {number} 行"


def month_name(month: str) -> str:
    """2026-07 → 2026 年 7 月"""
    year, number = month.split("-")
    return f"{year} 年 {int(number)} 月"


def progress_text(rows: int, seconds: float) -> str:
    """已经查了 12000 行，每秒 8000 行"""
    return f"已经查了 {rows} 行，每秒 {rows / max(seconds, 0.001):.0f} 行"
