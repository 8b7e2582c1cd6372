"""What stands in a tile: the headline of an answer, and the one line that is asked for next."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from yibao.calculation.assessment import Assessment, CreditChange, CreditOutcome
from yibao.calculation.contribution import Shortfall
from yibao.calculation.contribution_answer import ContributionAnswer
from yibao.calculation.payments.premium import PremiumAnswer
from yibao.calculation.quantities import Span
from yibao.calculation.retirement import RetirementDates
from yibao.policy.rules.contribution_rules import NoYearsRequired
from yibao.presenters import formats
from yibao.presenters.account.credit_details import either_amount, span_text
from yibao.presenters.account.years_first import before_the_amount_then
from yibao.presenters.asking.worker_category import wording
from yibao.presenters.parts.views import AnswerView, VisitView
from yibao.presenters.payments.contribution_details import either_headline
from yibao.presenters.payments.contribution_results import is_open, names_missing
from yibao.presenters.rules.requirement_text import requirement_text

TileName = Literal["premium", "credit", "contribution", "retirement"]

ASK = "核实以后再答复"
LOOK_UP = "看个人账户明细"
FILL_IN = "填上就能算"
DISPUTED = "有不同的说法，看下面"
AFTERWARDS: Mapping[str, str] = {"retirement": "退休后", "procedure": "手续办好后"}
FILL_IN_FOR_YEARS = "填上{}就知道差多少"


class TileView(Struct, frozen=True):
    """One answer at a glance."""

    name: TileName
    title: str
    headline: str
    line: str
    """What is asked for next; empty where there is nothing short to say."""
    is_answer: bool

    @property
    def spoken(self) -> str:
        """The whole tile as one sentence: 每月划入：每月 107.00 元，一年合计 1284.00 元"""
        said = "，".join(filter(None, (self.headline, self.line.replace(" · ", "，"))))
        return f"{self.title}：{said}"


def present_tiles(assessment: Assessment, visit: VisitView) -> tuple[TileView, ...]:
    """A tile for each answer, always in the same order, so that each keeps its place."""
    answers: tuple[tuple[TileName, AnswerView | None, Iterator[str]], ...] = (
        ("premium", visit.premium, _premium(assessment.premium, assessment.on)),
        ("credit", visit.credit, _credit(assessment)),
        ("contribution", visit.contribution, _contribution(assessment)),
        ("retirement", visit.retirement, _retirement(assessment)),
    )
    return tuple(_tile(name, view, line) for name, view, line in answers if view)


def first_told(visit: VisitView) -> TileName:
    """The tile of the answer that is told first."""
    names: tuple[TileName, ...] = ("premium", "contribution", "retirement", "credit")
    return next(n for n, view in zip(names, visit.each, strict=True) if view is visit.answers[0])


def _tile(name: TileName, view: AnswerView, line: Iterator[str]) -> TileView:
    return TileView(name, view.title, view.headline, " · ".join(line), view.is_answer)


def _credit(assessment: Assessment) -> Iterator[str]:
    """一年合计 1164.00 元 · 满 70 岁 107.00 元"""
    credit = assessment.credit
    outcome = credit.outcome
    if credit.others:
        yield DISPUTED
    elif outcome is None or outcome.amounts is None:
        yield from _instead(outcome)
    elif outcome.credited == "yearly":
        yield f"合每月{span_text(outcome, outcome.amounts.per_month)}"
    else:
        yield f"一年合计{span_text(outcome, outcome.amounts.per_year)}"
    for change in credit.changes[:1]:
        yield from _next(change, assessment)


def _next(change: CreditChange, assessment: Assessment) -> Iterator[str]:
    """What comes next, with what it depends on."""
    then = change.outcome
    if then is None or then.amounts is None:
        return
    if change.others:
        yield f"{AFTERWARDS.get(change.because, '以后')}{either_amount(change.outcomes)}"
        return
    amounts = then.amounts.per_year if then.credited == "yearly" else then.amounts.per_month
    if change.because == "age":
        yield f"满 {change.age} 岁{span_text(then, amounts)}"
        return
    when = AFTERWARDS["retirement" if change.worker_category else change.because]
    enough = "年限够的话" if before_the_amount_then(assessment, then) else ""
    yield f"{when}{enough}{span_text(then, amounts)}"


def _instead(outcome: CreditOutcome | None) -> Iterator[str]:
    if outcome is None or outcome.status in ("amount_unknown", "ended"):
        yield ASK
    elif outcome.status == "missing":
        yield FILL_IN
    elif outcome.status == "individual":
        yield LOOK_UP


def _contribution(assessment: Assessment) -> Iterator[str]:
    """2031 年 5 月交够 · 补齐约 16486.20 元"""
    answer, sex = assessment.contribution, assessment.inquiry.sex
    if answer.outcome is None:
        yield FILL_IN if answer.status == "missing" else ASK
    elif isinstance(answer.outcome.requirement, NoYearsRequired):
        return
    elif answer.outcome.shortfall is None:
        yield FILL_IN if is_open(answer.outcome) else FILL_IN_FOR_YEARS.format(_asked(answer))
    elif answer.others or either_headline(answer):
        yield DISPUTED
    elif answer.status == "met":
        yield f"要求{requirement_text(answer.outcome.requirement, sex)}"
    else:
        yield from _missing(answer, answer.outcome.shortfall)


def _asked(answer: ContributionAnswer) -> str:
    """The years in a word; what else is missing where they are known."""
    about_years = {"paid_years", "actual_years"} & {*answer.missing}
    return "年限" if about_years else names_missing(answer)


def _missing(answer: ContributionAnswer, shortfall: Shortfall) -> Iterator[str]:
    """Until when to pay, or what will still be missing then; and what making it up costs."""
    if shortfall.left_at_retirement:
        yield f"交到退休还差 {formats.duration(shortfall.left_at_retirement)}"
    elif answer.can_pay_on:
        yield f"{formats.month(shortfall.met_in)}交够"
    totals = sorted(cost.total for cost in answer.cost.costs if cost.total is not None)
    if totals:
        yield f"补齐约 {formats.span(Span(totals[0], totals[-1]))}"


def _retirement(assessment: Assessment) -> Iterator[str]:
    """最早 2030 年 6 月 · 最晚 2034 年 11 月"""
    every = assessment.retirement.every
    if not every:
        yield FILL_IN
        return
    dates, *others = every
    if others:
        yield f"要看{wording(assessment.inquiry.status).question}"
    else:
        yield from _choice(dates, assessment.on)


def _choice(dates: RetirementDates, on: date) -> Iterator[str]:
    """Which other months there are."""
    if dates.month <= on or dates.latest is None:
        yield "请尽快办手续"
    else:
        early = dates.earliest <= on
        yield "现在就可以办" if early else f"最早 {formats.month(dates.earliest)}"
        yield f"最晚 {formats.month(dates.latest)}"


def _premium(answer: PremiumAnswer, on: date) -> Iterator[str]:
    """集中参保到 2025 年 12 月 25 日"""
    if answer.rule is None or answer.status == "ended":
        yield ASK
    elif answer.status == "missing":
        yield FILL_IN
    elif answer.resident and (enrolment := answer.resident.period.enrolment) and enrolment.to_date:
        over = enrolment.is_over(on)
        yield "集中参保期已经过了" if over else f"集中参保到 {formats.day(enrolment.to_date)}"
