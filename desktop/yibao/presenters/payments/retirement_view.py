"""The statutory retirement as people read it, kept apart from the medical contribution years."""

from collections.abc import Iterator

from msgspec.structs import replace

from yibao.calculation.assessment import Assessment
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.retirement import RetirementAnswer, RetirementDates
from yibao.presenters import formats, words
from yibao.presenters.asking.worker_category import Wording, wording
from yibao.presenters.parts import provenance
from yibao.presenters.parts.views import AnswerView, StepView

TITLE = "退休时间"
NOT_MEDICAL = "这是养老保险，不是医保的缴费年限。"


def present_retirement(assessment: Assessment) -> AnswerView | None:
    """When somebody retires by law, and how that was reckoned; None where nobody asks."""
    view = retirement_in_brief(assessment)
    return view and replace(view, steps=tuple(_steps(assessment)) if view.is_answer else ())


def retirement_in_brief(assessment: Assessment) -> AnswerView | None:
    """When somebody retires by law; None where the question does not arise."""
    answer, status = assessment.retirement, assessment.inquiry.status
    if answer.status == "not_applicable":
        return None
    if answer.dates:
        return _known(assessment, answer.dates)
    if answer.possible and status != "in_service":
        return _either(assessment)
    return _open(answer, wording(status))


def _known(assessment: Assessment, dates: RetirementDates) -> AnswerView:
    answer = assessment.retirement
    return AnswerView(
        title=TITLE,
        headline=_reached(dates, assessment),
        is_answer=True,
        details=(_choice(dates, assessment), f"{_pension_years(dates)}。{NOT_MEDICAL}"),
        age=f"那时 {formats.age(dates.age_months)}",
        warnings=tuple(questioned_day(assessment)),
        notices=answer.notices,
        sources=provenance.sources(answer.references),
    )


def _reached(dates: RetirementDates, assessment: Assessment) -> str:
    """The month, past or to come."""
    already = "已" if dates.month <= assessment.on else ""
    return f"{formats.month(dates.month)}{already}到法定退休年龄"


def _either(assessment: Assessment) -> AnswerView:
    """Both months, where it is open to which group a woman belongs, and neither of them picked."""
    answer, asked = assessment.retirement, wording(assessment.inquiry.status)
    named = _named(assessment)
    each = (f"{name}：{_choice(d, assessment)}；{_pension_years(d)}。" for name, d in named)
    return AnswerView(
        title=TITLE,
        headline="；".join(f"{name}，{_reached(d, assessment)}" for name, d in named),
        is_answer=True,
        details=(*each, NOT_MEDICAL),
        age="；".join(f"{name}，那时 {formats.age(d.age_months)}" for name, d in named),
        warnings=(f"还没选是{asked.question}。{asked.hint}", *questioned_day(assessment)),
        sources=provenance.sources(answer.references),
    )


def _steps(assessment: Assessment) -> Iterator[StepView]:
    """Those of both months, each with its name, where it is open which of them it is."""
    answer = assessment.retirement
    if answer.dates:
        yield from provenance.steps(answer.dates.steps)
        return
    for name, dates in _named(assessment):
        for step in provenance.steps(dates.steps):
            yield replace(step, title=f"{name}，{step.title}")


def _named(assessment: Assessment) -> list[tuple[str, RetirementDates]]:
    """The months that are possible, with the names of the groups that they are for."""
    names = wording(assessment.inquiry.status).names
    return [
        (names[dates.group.worker_category or ""], dates)
        for dates in assessment.retirement.possible
    ]


def _open(answer: RetirementAnswer, asked: Wording) -> AnswerView:
    names = {**words.FIELDS, "worker_category": asked.question}
    return AnswerView(
        title=TITLE,
        headline=f"请再填：{'、'.join(names[name] for name in answer.missing)}",
        is_answer=False,
        is_question=True,
        details=("填上以后，就能推算退休的年龄和月份。",),
    )


def _choice(dates: RetirementDates, assessment: Assessment) -> str:
    """Which other months there are; whoever is insured alone has no employer to agree with."""
    on, alone = assessment.on, _is_alone(assessment.inquiry)
    if dates.month <= on:
        agreed = "" if alone or dates.latest is None else "没有约定延迟的，"
        return f"已到法定退休年龄；{agreed}请尽快办手续"
    if dates.latest is None:
        return "延迟退休的规定施行以前就到了退休年龄，没有别的月份可选"
    earliest = "现在就可以办" if dates.earliest <= on else f"最早 {formats.month(dates.earliest)}"
    latest = formats.month(dates.latest)
    how = "要推迟，先打 12333 问" if alone else "和单位商量好"
    return f"自己可以选：{earliest}；{how}，最晚 {latest}"


def _is_alone(inquiry: Inquiry) -> bool:
    """Whether somebody is, or was, insured without an employer."""
    if inquiry.status == "retired":
        return inquiry.retired_from == "flexible"
    return inquiry.status == "flexible"


def questioned_day(assessment: Assessment) -> Iterator[str]:
    """That a day of retirement that somebody stated lies outside what may be chosen."""
    stated, every = assessment.inquiry.retires_on, assessment.retirement.every
    if stated is None or not every:
        return
    first = min(dates.earliest for dates in every)
    last = max(dates.latest or dates.month for dates in every)
    typed = f"填的退休日期 {formats.month(stated)}"
    if stated < first:
        month = formats.month(first)
        yield f"{typed}比能选的最早月份 {month}还早，请核对；特殊工种、病退的不按这个算。"
    elif stated.replace(day=1) > last:
        yield f"{typed}比能推迟到的最晚月份 {formats.month(last)}还晚，请核对。"


def _pension_years(dates: RetirementDates) -> str:
    """Least years of pension insurance, which are those of the year in which somebody goes."""
    text = f"领养老金要交满养老保险 {formats.number(dates.pension_years)} 年"
    if dates.earliest_pension_years == dates.pension_years:
        return text
    years = formats.number(dates.earliest_pension_years)
    return f"{text}；选最早那个月退，按那一年算，要满 {years} 年"
