"""A rule on the account credit as people read it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from yibao.policy.rules.credit_rules import Adjustment, ByMonthsWithAccount, CreditPeriod
from yibao.policy.rules.deductions import CreditBasis, Deduction, YearlySum
from yibao.policy.rules.methods import (
    AmountByAge,
    AmountUnknown,
    CreditMethod,
    FixedAmount,
    IndividualAmount,
    Share,
    ShareByAge,
    ShareRange,
)
from yibao.policy.store import PolicyStore
from yibao.presenters import formats
from yibao.presenters.basis import basis_name
from yibao.presenters.rules.credit_months import month_lines

ROUNDING: Mapping[str, str] = {"half_up": "四舍五入", "down": "去尾", "up": "进一"}


def credit_lines(store: PolicyStore, area: str, period: CreditPeriod) -> Iterator[str]:
    """How much, what comes off it, what others say."""
    rhythm = "每年" if period.credited == "yearly" else "每月"
    yield f"{rhythm}：{_method(store, area, period.method)}"
    yield from month_lines(period)
    if period.adjustment:
        yield adjustment_text(period.adjustment)
    if period.rounding:
        mode = ROUNDING[period.rounding.mode]
        yield f"取整：{formats.rounded_text(mode, Decimal(period.rounding.quantum))}"
    for deduction in period.deductions:
        yield f"扣除：{deduction_text(store, area, deduction)}"
    for other in period.contested:
        yield f"另一种说法：{_method(store, area, other.method)}（{other.note or '没有说明'}）"
    for notice in (*period.conditions, *period.notices):
        yield f"提示：{notice}"


def adjustment_text(adjustment: Adjustment) -> str:
    """For whom the credit is smaller, and by how much."""
    if isinstance(adjustment, ByMonthsWithAccount):
        day = formats.day(adjustment.retired_since)
        return (
            f"{day}起退休的，按本地有个人账户的缴费月数，占本地全部缴费月数的比例来划。"
            "填上退休日期和这两个月数，就能算出来。"
        )
    by_sex = adjustment.required
    return (
        f"缴费年限不满男 {by_sex.men} 年、女 {by_sex.women} 年的，"
        f"每差一年少划 {adjustment.rate_a_year}。填上性别和累计年限，就能算出来。"
    )


def deduction_text(store: PolicyStore, area: str, deduction: Deduction) -> str:
    """What is taken off, how much, when, of whom and until when."""
    when = "每月" if deduction.taken == "monthly" else yearly_text(deduction)
    off = "从养老金里扣，不动个人账户" if deduction.off == "pension" else ""
    only = f"只限{deduction.condition}" if deduction.condition else ""
    until = f"到 {formats.day(deduction.end_date)}为止" if deduction.end_date else ""
    since = f"{formats.day(deduction.start_date)}起" if deduction.start_date else ""
    facts = (f"{when} {_taken(store, area, deduction)}", since, until, off, only)
    return f"{deduction.name}，{'，'.join(filter(None, facts))}"


def yearly_text(deduction: Deduction) -> str:
    """When in the year something is taken: 每年 1 月"""
    return f"每年 {deduction.month} 月" if deduction.month else "每年年初"


def _taken(store: PolicyStore, area: str, deduction: Deduction) -> str:
    takes = deduction.takes
    if isinstance(takes, FixedAmount):
        return f"{takes.amount} 元"
    if isinstance(takes.of, YearlySum):
        return f"全年 {takes.of.amount} 元的 {takes.rate}"
    if isinstance(takes.of, CreditBasis):
        return f"划入基数的 {takes.rate}"
    return f"{basis_name(store, area, takes.of)}的 {takes.rate}"


def _method(store: PolicyStore, area: str, method: CreditMethod) -> str:
    if isinstance(method, FixedAmount | AmountByAge):
        return _amounts(method)
    if isinstance(method, Share | ShareRange | ShareByAge):
        return f"{basis_name(store, area, method.of)}的 {_rates(method)}"
    if isinstance(method, AmountUnknown):
        return "有规定，数目没有收录"
    return "各人保留自己的数目" if isinstance(method, IndividualAmount) else "不划入"


def _amounts(method: FixedAmount | AmountByAge) -> str:
    if isinstance(method, FixedAmount):
        return f"{method.amount} 元"
    return "；".join(f"{_ages(b.from_age, b.to_age)} {b.amount} 元" for b in method.bands)


def _rates(method: Share | ShareRange | ShareByAge) -> str:
    if isinstance(method, Share):
        return method.rate
    if isinstance(method, ShareRange):
        return f"{method.low} 到 {method.high}"
    return "；".join(f"{b.rate}（{_ages(b.from_age, b.to_age)}）" for b in method.bands)


def _ages(from_age: int, to_age: int | None) -> str:
    if to_age is None:
        return f"满 {from_age} 岁"
    return f"满 {from_age} 岁、不满 {to_age} 岁" if from_age else f"不满 {to_age} 岁"
