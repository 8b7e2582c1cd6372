"""An amount of the account credit in words, with what belongs to it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from yibao.calculation.account.credit import CreditAmounts
from yibao.calculation.account.credit_deductions import Taken
from yibao.calculation.assessment import CreditOutcome, CreditUnderCondition
from yibao.calculation.quantities import Span
from yibao.policy.rules.credit_rules import CreditStatus
from yibao.policy.rules.methods import ShareRange
from yibao.presenters import formats, words
from yibao.presenters.parts.sides import either
from yibao.presenters.rules.credit_rule_text import yearly_text

WITHOUT_AMOUNT: Mapping[CreditStatus, str] = {
    "missing": "还缺数据，算不出来",
    "individual": "每个人的数目不一样",
    "amount_unknown": "有规定，多少钱要问当地",
    "ended": "原来的标准到期了",
    "no_account": "没有个人账户",
}
BY_BIRTHDAY = "，看生日是哪天"


def amount_text(outcome: CreditOutcome) -> str:
    """The amount in the rhythm in which it is credited, or what there is instead of one."""
    amounts = outcome.amounts
    if amounts is None:
        return WITHOUT_AMOUNT[outcome.status]
    yearly = outcome.credited == "yearly"
    text = span_text(outcome, amounts.per_year if yearly else amounts.per_month)
    why = BY_BIRTHDAY if outcome.depends_on_birthday else ""
    return f"{'每年' if yearly else '每月'}{text}{why}"


def either_amount(outcomes: Sequence[CreditOutcome]) -> str:
    """The amount, or each that a source gives, the smallest first."""
    known = sorted(outcomes, key=lambda o: o.amounts.per_year.low if o.amounts else Decimal(0))
    return either([amount_text(outcome) for outcome in known])


def span_text(outcome: CreditOutcome, span: Span) -> str:
    """From one end to the other, or one of two; an estimate says that it is one."""
    if isinstance(outcome.method, ShareRange):
        return formats.roughly(span)
    return f" {formats.either(span) if outcome.depends_on_birthday else formats.span(span)}"


def amount_details(outcome: CreditOutcome, amounts: CreditAmounts) -> Iterator[str]:
    """What was taken off, and what it makes in a year."""
    monthly = [taken for taken in outcome.taken if taken.deduction.taken == "monthly"]
    if monthly:
        listed = "，".join(f"扣{t.deduction.name} {formats.yuan(t.amount)}" for t in monthly)
        yield f"先划{span_text(outcome, amounts.before_deductions)}，{listed}"
    yield from (_once_a_year(taken) for taken in outcome.taken if taken not in monthly)
    if outcome.credited == "yearly":
        yield f"一年划一次，合每月{span_text(outcome, amounts.per_month)}"
    else:
        yield f"一年合计{span_text(outcome, amounts.per_year)}"


def _once_a_year(taken: Taken) -> str:
    when, name = yearly_text(taken.deduction), taken.deduction.name
    return f"{when}一次扣{name} {formats.yuan(taken.amount)}，那个月就少到账这么多"


def under_condition(outcome: CreditOutcome, case: CreditUnderCondition) -> str:
    """What is left for whom one more deduction is made: 单位办了大额代扣的，再扣大额 15.00 元…"""
    deduction, amounts = case.deduction, case.amounts
    if case.taken is None or amounts is None:
        names = "、".join(words.FIELDS[name] for name in case.missing)
        return f"{deduction.condition}，还要扣{deduction.name}；填上{names}就能算出来"
    taken, left = formats.yuan(case.taken.amount), span_text(outcome, amounts.per_month)
    return f"{deduction.condition}，还要扣{deduction.name} {taken}，到账{left}"
