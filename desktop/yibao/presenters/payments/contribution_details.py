"""What is said under the headline of the contribution years: how they are met, what to do."""

from collections.abc import Iterator, Mapping

from yibao.calculation.assessment import Assessment
from yibao.calculation.contribution import ContributionOutcome, Shortfall
from yibao.calculation.contribution_answer import ContributionAnswer, OnAnotherDay
from yibao.calculation.retirement_days import Because, RetirementDay
from yibao.policy.rules.contribution_rules import Sex
from yibao.presenters import formats, words
from yibao.presenters.payments.cost_text import cost_lines
from yibao.presenters.rules.requirement_text import requirement_text, ways_out

GO_ON = "现在还要接着交，交到办完医保退休手续为止，中间别停。"
NO_MORE = "办完医保退休手续，就不用再交职工医保费。"
BY_DAY: Mapping[Because, str] = {
    "stated": "{}办退休",
    "statutory": "按 {}到法定退休年龄算",
    "earliest": "选最早的 {}办",
    "latest": "推迟到最晚的 {}办",
    "now": "按现在（{}）办手续算",
}
OPEN_DAY = "到了年龄、手续还没办的，按到年龄那个月的规定，还是按办手续时的规定，看当地。"


def met_details(assessment: Assessment) -> Iterator[str]:
    """What follows where the years are enough; enough is not yet the end of paying."""
    if assessment.inquiry.status != "retired":
        yield GO_ON
    if assessment.inquiry.status != "retired" or assessment.waits_for_procedure:
        yield NO_MORE
    else:
        yield "不用再交职工医保费。"


def short_details(assessment: Assessment, shortfall: Shortfall) -> Iterator[str]:
    """What is missing besides, until when to pay, and what is open to those who cannot."""
    answer = assessment.contribution
    if shortfall.cumulative and shortfall.actual:
        yield f"实际缴费也还差 {formats.duration(shortfall.actual)}。"
    in_work = assessment.inquiry.status != "retired" and not assessment.waits_for_procedure
    left = shortfall.left_at_retirement
    if answer.can_pay_on and not left:  # otherwise the retirement comes first
        yield _paying_on(shortfall, answer, in_work=in_work)
    if left == 0:
        yield "一直交到退休，就够了。"
    elif left:
        yield f"一直交到退休，还会差 {formats.duration(left)}。"
    if answer.rule and (left or not in_work):
        yield from ways_out(answer.rule.period)
    yield from cost_lines(answer.cost)


def _paying_on(shortfall: Shortfall, answer: ContributionAnswer, *, in_work: bool) -> str:
    """Until when to pay; the month asked about counts as paid, because it was counted."""
    until = (
        f"从下个月起每月都交（这个月算已经交过的），交到 {formats.month(shortfall.met_in)}就够了。"
    )
    if in_work:
        return until
    stated = answer.rule and "monthly" in answer.rule.period.ways_out
    return f"{'按月接着交的' if stated else '当地让按月接着交的'}，{until}"


def either_headline(answer: ContributionAnswer) -> str | None:
    """Both results, where it is open which day decides and they differ."""
    if answer.day is None or answer.day.because != "now" or answer.outcome is None:
        return None
    every = (answer.outcome, *(other.outcome for other in answer.other_days))
    left = [outcome.shortfall.months_to_pay for outcome in every if outcome.shortfall]
    if len(set(left)) < 2:
        return None
    now, *then = left
    at_that_age = "或".join(dict.fromkeys(_left(months) for months in then))
    return f"按现在的规定{_left(now)}，按到年龄时的规定{at_that_age}"


def other_days(answer: ContributionAnswer, sex: Sex | None) -> Iterator[str]:
    """What another day of retirement would ask, where it asks for something else."""
    if not answer.other_days:
        return
    if answer.day and answer.day.because == "now":
        yield OPEN_DAY
    if answer.day and answer.outcome:
        yield f"{day_text(answer.day)}：{_result(answer.outcome, sex)}。"
    yield from (_on_another(other, sex) for other in answer.other_days)


def _on_another(other: OnAnotherDay, sex: Sex | None) -> str:
    return f"{day_text(other.day)}：{_result(other.outcome, sex)}。"


def day_text(day: RetirementDay) -> str:
    """Why it may be that day: 选最早的 2027 年 6 月办"""
    whose = f"{words.OLD_AGES[day.worker_category]}退的，" if day.worker_category else ""
    return whose + BY_DAY[day.because].format(formats.month(day.on))


def _result(outcome: ContributionOutcome, sex: Sex | None) -> str:
    asked = f"要{requirement_text(outcome.requirement, sex)}"
    shortfall = outcome.shortfall
    if shortfall is None:
        missing = "、".join(words.FIELDS[name] for name in outcome.missing)
        return f"{asked}，够不够还要填{missing}"
    if shortfall.left_at_retirement is not None:
        left = shortfall.left_at_retirement
        return f"{asked}，交到那时{_left(left)}"
    return f"{asked}，{_left(shortfall.months_to_pay)}"


def _left(months: int) -> str:
    return f"还差 {formats.duration(months)}" if months else "够了"
