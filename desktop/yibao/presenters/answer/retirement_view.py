"""The statutory retirement as people read it, kept apart from the medical contribution years."""

from collections.abc import Iterator

from yibao.calculation.retirement import RetirementAnswer, RetirementDates
from yibao.presenters import formats, words
from yibao.presenters.answer import provenance
from yibao.presenters.answer.views import AnswerView

TITLE = "法定退休年龄"


def present_retirement(answer: RetirementAnswer) -> AnswerView | None:
    """When somebody retires by law; None where the question does not arise."""
    if answer.status == "not_applicable":
        return None
    if answer.dates is None:
        names = "、".join(words.FIELDS[name] for name in answer.missing)
        hint = "填上以后，就能推算退休的年龄和月份。"
        return AnswerView(
            title=TITLE,
            headline=f"还差：{names}",
            is_answer=False,
            is_question=True,
            details=(hint,),
        )
    return AnswerView(
        title=TITLE,
        headline=f"{formats.month(answer.dates.month)}退休",
        is_answer=True,
        details=tuple(_details(answer.dates)),
        age=f"那时 {formats.age(answer.dates.age_months)}",
        notices=answer.notices,
        steps=provenance.steps(answer.dates.steps),
        sources=provenance.sources(answer.references),
    )


def _details(dates: RetirementDates) -> Iterator[str]:
    earliest, latest = formats.month(dates.earliest), formats.month(dates.latest)
    years = formats.number(dates.pension_years)
    yield f"自己可以选：最早 {earliest}；和单位商量好，最晚 {latest}"
    yield f"领养老金要交满养老保险 {years} 年。这是养老保险，不是医保的缴费年限。"
