"""A step of the computation as people read it: a template per operation, filled with the step."""

from collections.abc import Callable, Mapping

from yibao.calculation.operations import Operation
from yibao.calculation.quantities import EXACT
from yibao.calculation.trace import Step
from yibao.presenters.formats import quantity

TITLES: Mapping[str, str] = {
    "amount": "规定的数目",
    "amount_for_age": "按年龄对照",
    "rate_for_age": "按年龄对照比例",
    "share": "按比例计算",
    "share_low": "按最低比例计算",
    "share_high": "按最高比例计算",
    "rounded": "取整",
    "per_month": "合每个月",
    "per_year": "合一年",
    "stated": "规定的数目",
    "stated_year": "规定的全年数目",
    "premium": "按比例计算",
    "with_added": "加在一起",
    "resident_premium": "个人每年交",
    "cost_in_all": "补齐一共",
    "difference": "每月相差",
    "difference_low": "每月相差（低的一头）",
    "difference_high": "每月相差（高的一头）",
    "deduction_month": "摊到每个月",
    "years_missing": "差的整年",
    "years_begun": "差的年数，往多里算",
    "rate_missing": "一共少划",
    "less_for_years": "按差的年限少划",
    "by_months": "按有账户的月数划",
    "deemed": "视同缴费",
    "deemed_at_most": "视同缴费最多算",
    "deemed_counted": "算进去的视同缴费",
    "counted": "算数的累计月数",
    "unbroken": "连续缴费的要求",
    "short_unbroken": "连续缴费还差",
    "short_either": "两样里差得少的",
    "required_cumulative": "要求的累计月数",
    "required_actual": "要求实际缴费的月数",
    "short_cumulative": "累计还差",
    "short_actual": "实际缴费还差",
    "months_to_pay": "还要交",
    "met_in": "交够的月份",
    "until_retirement": "离退休还有",
    "left_at_retirement": "交到退休时",
    "old_age": "原来的退休年龄",
    "delay": "延迟多少",
    "retirement_age": "现在的退休年龄",
    "retirement_month": "退休的月份",
    "old_month": "原来的退休月份",
    "early_month": "提前三年",
    "earliest_month": "最早可以选",
    "latest_month": "最晚可以选",
    "pension_years": "养老保险最低缴费年限",
}
"""Titles by label; a label that is not here is a name out of the rule and stands for itself."""
PERSONAL = frozenset(
    {
        "old_age",
        "delay",
        "retirement_age",
        "retirement_month",
        "old_month",
        "early_month",
        "earliest_month",
        "latest_month",
        "until_retirement",
    }
)
"""Labels of the steps from which an age or a birth can be read."""


def title(step: Step) -> str:
    """What the step is about."""
    if step.operation == "deduct":
        return f"扣除{step.label}"
    return TITLES.get(step.label, step.label)


def text(step: Step) -> str:
    """The computation of the step; its numbers are exactly those of the step."""
    return TEMPLATES[step.operation](step)


def impersonal(step: Step) -> str:
    """The computation without the person's age or birth; empty where it is about nothing else."""
    if step.operation == "by_age":
        return f"{_ranges(step)} → {quantity(step.result)}"
    return "" if step.label in PERSONAL else text(step)


def tells_something(step: Step) -> bool:
    """Whether a reader learns anything from it: not so where rounding changed nothing."""
    return step.operation not in ROUNDINGS or step.operands[0].value != step.result.value


def _amount(step: Step) -> str:
    return quantity(step.result)


def _by_age(step: Step) -> str:
    return f"{_ranges(step)}；{quantity(step.operands[0])} → {quantity(step.result)}"


def _ranges(step: Step) -> str:
    youngest, *older = (quantity(operand) for operand in step.operands[1:])
    lower, figures = older[::2], [youngest, *older[1::2]]
    ranges = [
        f"不满 {lower[0]} {figures[0]}",
        *(f"{a}到不满 {b} {c}" for a, b, c in zip(lower, lower[1:], figures[1:], strict=False)),
        f"满 {lower[-1]} {figures[-1]}",
    ]
    return "，".join(ranges)


def _infix(sign: str) -> Callable[[Step], str]:
    def written(step: Step) -> str:
        first, second = (quantity(operand) for operand in step.operands)
        return f"{first} {sign} {second} = {quantity(step.result)}"

    return written


def _twelfth(step: Step) -> str:
    year, months = step.operands
    exact = EXACT.multiply(step.result.value, months.value) == year.value
    sign = "=" if exact else "≈"
    return f"{quantity(year)} ÷ {quantity(months)} {sign} {quantity(step.result)}"


def _less_share(step: Step) -> str:
    whole, part = (quantity(operand) for operand in step.operands)
    return f"{whole}，少划 {part} → {quantity(step.result)}"


def _part_of(step: Step) -> str:
    whole, some, out_of = (quantity(operand) for operand in step.operands)
    return f"{whole} × {some} ÷ {out_of} ≈ {quantity(step.result)}"


def _in_years(how: str) -> Callable[[Step], str]:
    def written(step: Step) -> str:
        length, twelve = (quantity(operand) for operand in step.operands)
        return f"{length} ÷ {twelve}，{how} → {quantity(step.result)}"

    return written


def _shortfall(step: Step) -> str:
    required, held = (quantity(operand) for operand in step.operands)
    return f"要 {required}，已有 {held}，还差 {quantity(step.result)}"


def _greater(how: str) -> Callable[[Step], str]:
    def written(step: Step) -> str:
        first, second = (quantity(operand) for operand in step.operands)
        return f"{first}和 {second}，{how} → {quantity(step.result)}"

    return written


def _delay(step: Step) -> str:
    born, first, births, most = (quantity(operand) for operand in step.operands)
    return (
        f"{born}出生；从 {first}出生的起，每 {births}多延迟一个月，最多 {most}"
        f" → {quantity(step.result)}"
    )


def _pension_years(step: Step) -> str:
    year, before, first_rise, rise, most = (quantity(operand) for operand in step.operands)
    return (
        f"{year}退休；原来 {before}，从 {first_rise}起每年加 {rise}，最多 {most}"
        f" → {quantity(step.result)}"
    )


def _rounded(how: str) -> Callable[[Step], str]:
    def written(step: Step) -> str:
        exact, quantum = (quantity(operand) for operand in step.operands)
        return f"{exact}，{how}到 {quantum}的整数倍 → {quantity(step.result)}"

    return written


ROUNDINGS: Mapping[Operation, Callable[[Step], str]] = {
    "round_half_up": _rounded("四舍五入"),
    "round_down": _rounded("去尾"),
    "round_up": _rounded("进一"),
}
TEMPLATES: Mapping[Operation, Callable[[Step], str]] = {
    "amount": _amount,
    "by_age": _by_age,
    "share": _infix("×"),
    "deduct": _infix("−"),
    "twelfth": _twelfth,
    "for_months": _infix("×"),
    "whole_year": _infix("×"),
    "difference": _infix("−"),
    "in_months": _infix("×"),
    "sum": _infix("+"),
    "shortfall": _shortfall,
    "longer": _greater("取长的"),
    "shorter": _greater("取短的"),
    "times": _infix("×"),
    "less_share": _less_share,
    "part_of": _part_of,
    "whole_years": _in_years("不满一年的不算"),
    "years_begun": _in_years("不满一年的算一年"),
    "delay": _delay,
    "month_after": _infix("+"),
    "month_before": _infix("−"),
    "months_between": _infix("−"),
    "later_month": _greater("取晚的"),
    "pension_years": _pension_years,
    **ROUNDINGS,
}
