"""A step of the computation as people read it: a template per operation, filled with the step."""

from collections.abc import Callable, Mapping

from yibao.calculation.operations import Operation
from yibao.calculation.quantities import EXACT
from yibao.calculation.trace import Step
from yibao.presenters.formats import quantity, rounded_text
from yibao.presenters.parts.step_titles import PERSONAL, TITLES


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
    if step.label == "left_at_retirement":
        return f"还要 {required}，到那时还能交 {held}，还差 {quantity(step.result)}"
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
        exact, quantum = step.operands
        return f"{quantity(exact)}，{rounded_text(how, quantum.value)} → {quantity(step.result)}"

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
