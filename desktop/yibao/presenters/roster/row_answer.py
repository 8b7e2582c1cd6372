"""What is written behind one row of a roster: the single answer, told in eleven cells."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from yibao.calculation.assessment import Assessment, CreditChange, CreditOutcome
from yibao.calculation.contribution import ContributionOutcome
from yibao.calculation.quantities import Span
from yibao.policy.rules.credit_rules import CreditStatus
from yibao.policy.store import PolicyStore
from yibao.presenters import formats
from yibao.presenters.account.credit_details import WITHOUT_AMOUNT
from yibao.presenters.account.years_first import before_the_amount
from yibao.presenters.answer.visit_view import BriefView, visit_in_brief
from yibao.presenters.parts.views import AnswerView
from yibao.presenters.payments.contribution_details import either_headline
from yibao.presenters.roster.outcome import Kind

ADDED = (
    "结果",
    "每月到账",
    "全年到账",
    "扣除",
    "还差月数",
    "补缴费用",
    "退休月份",
    "下次变化",
    "规定",
    "出处",
    "提示",
)
"""The headings of the columns that are added, in their order."""
REFUSED, CONTESTED = "未算", "两种说法"
RESULTS: dict[CreditStatus, str] = {
    "exact": "已算",
    "range": "范围",
    "missing": "缺数据",
    "individual": "各人不同",
    "amount_unknown": "要问当地",
    "ended": "标准到期",
    "no_account": "没有账户",
    "no_rule": "没有收录",
}

Cell = str | int | Decimal | date | None


class RowAnswer(Struct, frozen=True):
    """The cells behind one row, and what of it is counted."""

    kind: Kind
    cells: tuple[Cell, ...]
    """One for each of `ADDED`."""
    per_month: Span | None = None
    """From the least to the most that any source gives, yuan."""
    per_year: Span | None = None
    changes_on: date | None = None
    """First day of the month in which the amount changes next, where that is known."""


def refused_row(reason: str) -> RowAnswer:
    """A row that could not be read, and why."""
    return RowAnswer("refused", (REFUSED, *[None] * (len(ADDED) - 2), reason))


def row_answer(store: PolicyStore, assessment: Assessment, until: date | None) -> RowAnswer:
    """One person's answer; of changes only those up to the month of `until`, where it is given."""
    view, credit = visit_in_brief(store, assessment), assessment.credit
    coming = [n for n, change in enumerate(credit.changes) if _comes(change, assessment, until)]
    first = coming[0] if coming else None
    kind, result = _result(assessment)
    years = tuple(_years(assessment)) if view.contribution else ()
    cells = (
        result,
        _amounts([_amount(o, yearly=False) for o in credit.outcomes if _tells(credit.outcomes)]),
        _amounts([_amount(o, yearly=True) for o in credit.outcomes if _tells(credit.outcomes)]),
        "；".join(_deductions(credit.outcomes)) or None,
        _either([o.shortfall.months_to_pay for o in years if o.shortfall]),
        _cost(assessment) if view.contribution else None,
        _either([d.month for d in assessment.retirement.every]) if view.retirement else None,
        None if first is None else _change(view.credit, first),
        "；".join(_rules(view)) or None,
        "；".join(dict.fromkeys(_sources(view))) or None,
        " ".join(map(_sentence, dict.fromkeys(_told(assessment, view)))) or None,
    )
    return RowAnswer(
        kind,
        cells,
        _reach([o.amounts.per_month for o in credit.outcomes if o.amounts]),
        _reach([o.amounts.per_year for o in credit.outcomes if o.amounts]),
        _month(None if first is None else credit.changes[first].on),
    )


def _month(day: date | None) -> date | None:
    """The first day of a month: a day of birth follows from the whole."""
    return day and day.replace(day=1)


def _result(assessment: Assessment) -> tuple[Kind, str]:
    status = assessment.credit.status
    if assessment.credit.others or assessment.contribution.others:
        return "contested", CONTESTED
    if assessment.credit.outcome and assessment.credit.outcome.amounts:
        return "answered", RESULTS[status]
    return ("missing" if status == "missing" else "no_amount"), RESULTS[status]


def _tells(outcomes: Sequence[CreditOutcome]) -> bool:
    return any(outcome.amounts for outcome in outcomes)


def _amount(outcome: CreditOutcome, *, yearly: bool) -> Decimal | str:
    """A number; both ends of a range; both amounts of an open birthday; a word where none is."""
    if outcome.amounts is None:
        return WITHOUT_AMOUNT[outcome.status]
    span = outcome.amounts.per_year if yearly else outcome.amounts.per_month
    if span.low == span.high:
        return span.low
    between = " 或 " if outcome.depends_on_birthday else " 到 "
    return f"{formats.amount(span.low)}{between}{formats.amount(span.high)}"


def _amounts(sides: Sequence[Decimal | str]) -> Cell:
    """What each source gives, once; a number only where all give the same one."""
    different = list(dict.fromkeys(sides))
    if len(different) < 2:
        return different[0] if different else None
    return " 或 ".join(s if isinstance(s, str) else formats.amount(s) for s in different)


def _either(values: Sequence[int] | Sequence[date]) -> Cell:
    different = sorted(set(values))
    if len(different) < 2:
        return different[0] if different else None
    return " 或 ".join(f"{v:%Y-%m}" if isinstance(v, date) else str(v) for v in different)


def _reach(spans: Sequence[Span]) -> Span | None:
    if not spans:
        return None
    return Span(min(span.low for span in spans), max(span.high for span in spans))


def _deductions(outcomes: Sequence[CreditOutcome]) -> Iterator[str]:
    """大额医疗互助 3.00 元; one that is taken once a year says so."""
    for taken in dict.fromkeys(taken for outcome in outcomes for taken in outcome.taken):
        often = "每年 " if taken.deduction.taken == "yearly" else ""
        yield f"{taken.deduction.name} {often}{formats.yuan(taken.amount)}"


def _years(assessment: Assessment) -> Iterator[ContributionOutcome]:
    """By each source, and by each day where it is open which one decides."""
    answer = assessment.contribution
    if answer.outcome:
        yield answer.outcome
        yield from (other.outcome for other in answer.others)
        if either_headline(answer):
            yield from (other.outcome for other in answer.other_days)


def _cost(assessment: Assessment) -> Cell:
    """Of each way to pay; nothing where it is contested how many months are missing."""
    answer = assessment.contribution
    if answer.others or either_headline(answer):
        return None
    return _amounts(sorted(c.total for c in answer.cost.costs if c.total is not None))


def _comes(change: CreditChange, assessment: Assessment, until: date | None) -> bool:
    """Whether a change may come up to a month; one of an unknown month at its earliest."""
    if until is None:
        return True
    on = change.on
    ages = assessment.inquiry.ages_on(assessment.on)
    if on is None and change.age is not None and ages:
        # Somebody who is 66 today turns 67 tomorrow at the earliest.
        on = date(assessment.on.year + change.age - ages[-1] - 1, assessment.on.month, 1)
    return on is None or (on.year, on.month) <= (until.year, until.month)


def _change(credit: AnswerView, number: int) -> str:
    event = credit.events[number + 1]  # what holds now stands first
    return f"{event.when}：{event.what}"


def _asked(view: BriefView) -> tuple[AnswerView, ...]:
    return tuple(filter(None, (view.credit, view.contribution, view.retirement)))


def _rules(view: BriefView) -> Iterator[str]:
    """The credit's rule; that of the years with its name before it."""
    for answer in _asked(view):
        if answer.basis:
            yield answer.basis if answer is view.credit else f"{answer.title}{answer.basis}"


def _sources(view: BriefView) -> Iterator[str]:
    for answer in _asked(view):
        yield from (f"{source.title}（{source.details}）" for source in answer.sources)


def _sentence(text: str) -> str:
    """With its end: one of several in a cell."""
    return text if text.endswith("。") else f"{text}。"


def _told(assessment: Assessment, view: BriefView) -> Iterator[str]:
    """What is still to be filled in, what weakens the answer, what changes it for some."""
    first = before_the_amount(assessment)
    if first and assessment.credit.outcome and assessment.credit.outcome.amounts:
        yield f"{first}才有这么多。"
    for answer in _asked(view):
        if not answer.is_answer:
            yield f"{answer.title}：{answer.headline}。"
            yield from answer.details
        yield from answer.warnings
        yield from (f"{side.name}：{side.headline}。" for side in answer.sides)
        yield from answer.conditions
        if answer.advice:
            yield answer.advice
