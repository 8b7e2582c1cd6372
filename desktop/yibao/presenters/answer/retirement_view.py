"""The statutory retirement as people read it, kept apart from the medical contribution years."""

from collections.abc import Iterator

from msgspec.structs import replace

from yibao.calculation.assessment import Assessment
from yibao.calculation.retirement import RetirementAnswer, RetirementDates
from yibao.presenters import formats, words
from yibao.presenters.answer import provenance
from yibao.presenters.answer.views import AnswerView, StepView
from yibao.presenters.asking.worker_category import Wording, wording

TITLE = "法定退休年龄"
NOT_MEDICAL = "这是养老保险，不是医保的缴费年限。"


def present_retirement(assessment: Assessment) -> AnswerView | None:
    """When somebody retires by law; None where the question does not arise."""
    answer, status = assessment.retirement, assessment.inquiry.status
    if answer.status == "not_applicable":
        return None
    if answer.dates:
        return _known(answer, answer.dates, status)
    if answer.possible and status != "in_service":
        return _either(answer, status)
    return _open(answer, wording(status))


def _known(answer: RetirementAnswer, dates: RetirementDates, status: str) -> AnswerView:
    return AnswerView(
        title=TITLE,
        headline=f"{formats.month(dates.month)}退休",
        is_answer=True,
        details=(_choice(dates, status), f"{_pension_years(dates)}。{NOT_MEDICAL}"),
        age=f"那时 {formats.age(dates.age_months)}",
        notices=answer.notices,
        steps=provenance.steps(dates.steps),
        sources=provenance.sources(answer.references),
    )


def _either(answer: RetirementAnswer, status: str) -> AnswerView:
    """Both months, where it is open to which group a woman belongs, and neither of them picked."""
    asked = wording(status)
    named = [(asked.names[dates.group.worker_category or ""], dates) for dates in answer.possible]
    each = (f"{name}：{_choice(d, status)}；{_pension_years(d)}。" for name, d in named)
    return AnswerView(
        title=TITLE,
        headline="；".join(f"{name}，{formats.month(d.month)}退休" for name, d in named),
        is_answer=True,
        details=(*each, NOT_MEDICAL),
        age="；".join(f"{name}，那时 {formats.age(d.age_months)}" for name, d in named),
        warnings=(f"还没选{asked.question}。{asked.hint}",),
        steps=tuple(step for name, dates in named for step in _steps(name, dates)),
        sources=provenance.sources(answer.references),
    )


def _steps(name: str, dates: RetirementDates) -> Iterator[StepView]:
    for step in provenance.steps(dates.steps):
        yield replace(step, title=f"{name}，{step.title}")


def _open(answer: RetirementAnswer, asked: Wording) -> AnswerView:
    names = {**words.FIELDS, "worker_category": asked.question}
    return AnswerView(
        title=TITLE,
        headline=f"还差：{'、'.join(names[name] for name in answer.missing)}",
        is_answer=False,
        is_question=True,
        details=("填上以后，就能推算退休的年龄和月份。",),
    )


def _choice(dates: RetirementDates, status: str) -> str:
    """Which other months there are; whoever is insured alone has no employer to agree with."""
    if dates.latest is None:
        return "延迟退休的规定施行以前就到了退休年龄，没有别的月份可选"
    earliest, latest = formats.month(dates.earliest), formats.month(dates.latest)
    how = "要推迟，先打 12333 问" if status == "flexible" else "和单位商量好"
    return f"自己可以选：最早 {earliest}；{how}，最晚 {latest}"


def _pension_years(dates: RetirementDates) -> str:
    """Least years of pension insurance, which are those of the year in which somebody goes."""
    text = f"领养老金要交满养老保险 {formats.number(dates.pension_years)} 年"
    if dates.earliest_pension_years == dates.pension_years:
        return text
    years = formats.number(dates.earliest_pension_years)
    return f"{text}；选最早那个月走，按那一年算，要满 {years} 年"
