"""The contribution years as people read them: how many, how many are missing, what can be done."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from yibao.calculation.assessment import Assessment
from yibao.calculation.contribution import ContributionOutcome, Shortfall
from yibao.calculation.contribution_answer import (
    ContributionAnswer,
    OnAnotherDay,
    OtherContribution,
)
from yibao.policy.rules.contribution_rules import ContributionPeriod, NoYearsRequired, Sex
from yibao.policy.store import PolicyStore
from yibao.presenters import formats, words
from yibao.presenters.asking.region_text import another_pool, place_text
from yibao.presenters.asking.worker_category import wording
from yibao.presenters.explained import explained
from yibao.presenters.parts import provenance
from yibao.presenters.parts.views import AnswerView, StepView
from yibao.presenters.payments.contribution_details import (
    day_text,
    either_headline,
    met_details,
    other_days,
    short_details,
)
from yibao.presenters.payments.cost_text import cost_lines, cost_references
from yibao.presenters.payments.retirement_view import questioned_day
from yibao.presenters.rules.requirement_text import COUNTED, recognised_text, requirement_text

TITLE = "缴费年限"


def present_contribution(store: PolicyStore, assessment: Assessment) -> AnswerView:
    """How many years are asked for, and how far that is met."""
    answer = assessment.contribution
    headline, details = _headline(store, assessment)
    rule, outcome = answer.rule, answer.outcome
    if rule is None or outcome is None:
        return AnswerView(
            title=TITLE,
            headline=headline,
            is_answer=False,
            is_question=answer.status == "missing",
            details=details,
        )
    area, period = rule.rule.area, rule.period
    return AnswerView(
        title=TITLE,
        headline=headline,
        is_answer=answer.status in ("met", "short"),
        is_question=answer.status == "missing",
        details=details,
        basis=provenance.basis(store, area, period, rule.layer),
        warnings=(
            *(questioned_day(assessment) if assessment.inquiry.status == "retired" else ()),
            *_doubts(assessment),
            *another_pool(store.regions, assessment.inquiry.region, area),
            *provenance.weaknesses(
                period,
                outcome.references,
                assessment.on,
                stale=answer.stale,
                contested=bool(answer.others),
            ),
        ),
        conditions=period.conditions,
        notices=(
            *provenance.office_notices(store, rule, _replaced(store, assessment)),
            *explained(details),
            *_notices(store, answer, period),
        ),
        steps=(
            *provenance.steps(outcome.steps),
            *(step for other in answer.other_days for step in _steps_on(other)),
            *provenance.steps(step for cost in answer.cost.costs for step in cost.steps),
        ),
        sources=provenance.sources(
            dict.fromkeys(
                (
                    *outcome.references,
                    *(r for other in answer.other_days for r in other.outcome.references),
                    *cost_references(store, answer.cost),
                )
            ),
            (reference for other in answer.others for reference in other.outcome.references),
        ),
        rule=tuple(provenance.rule_facts(store, area, None, period, rule.layer)),
        others=tuple(_other(other, assessment.inquiry.sex) for other in answer.others),
    )


def _steps_on(other: OnAnotherDay) -> Iterator[StepView]:
    """The steps of what another day asks, each with that day."""
    day = day_text(other.day)
    for step in provenance.steps(other.outcome.steps):
        yield replace(step, title=f"{day}，{step.title}")


def _replaced(store: PolicyStore, assessment: Assessment) -> AnswerView | None:
    """What the program says without the office's rules."""
    if store.beneath and assessment.replaced:
        return present_contribution(store.beneath, assessment.replaced)
    return None


def _headline(store: PolicyStore, assessment: Assessment) -> tuple[str, tuple[str, ...]]:
    answer, sex = assessment.contribution, assessment.inquiry.sex
    if answer.status == "no_rule":
        place = place_text(store.regions, assessment.inquiry.region)
        advice = f"没有收录{place}的缴费年限规定，所以不给数字。"
        return words.NOT_HELD, (advice, *cost_lines(answer.cost))
    if answer.outcome is None:
        details = (_open(assessment), *other_days(answer, sex), *cost_lines(answer.cost))
        return f"请再填：{_names(answer)}", details
    requirement = answer.outcome.requirement
    if isinstance(requirement, NoYearsRequired):
        return "没有年限要求，年年都要交", ()
    asked = f"要求：{requirement_text(requirement, sex)}"
    shortfall = answer.outcome.shortfall
    days = tuple(other_days(answer, sex))
    if shortfall is None:
        return requirement_headline(answer.outcome, sex), (
            asked,
            *days,
            f"请再填：{_names(answer)}",
            *cost_lines(answer.cost),
        )
    either = either_headline(answer)
    if answer.status == "met":
        details = (*met_details(assessment), asked, *days)
        return either or _met_headline(assessment), details
    details = (asked, *days, *short_details(assessment, shortfall))
    return either or _short_headline(shortfall), details


OPEN: Mapping[str, str] = {
    "retires_on": "不同时间退休，要求的年限不一样。填退休日期，或者填出生日期和性别来推算。",
    "enrolled": "参保的早晚不同，要求的年限不一样。",
}


def _open(assessment: Assessment) -> str:
    """What helps to say which requirement it is; never what is filled in already."""
    answer, inquiry = assessment.contribution, assessment.inquiry
    if answer.missing[0] == "retires_on" and assessment.retirement.possible:
        question = wording(inquiry.status).question
        return f"不同时间退休，要求的年限不一样。选好{question}，或者填退休日期。"
    return OPEN[answer.missing[0]]


def requirement_headline(outcome: ContributionOutcome, sex: Sex | None = None) -> str:
    """How many years, for this person where that is known."""
    months = outcome.required_cumulative
    if months is None:
        return f"要{requirement_text(outcome.requirement, sex)}"
    return f"要累计交满 {formats.duration(months)}"


def _doubts(assessment: Assessment) -> Iterator[str]:
    """What is open for somebody who has exactly the years that are asked for."""
    rule, outcome = assessment.contribution.rule, assessment.contribution.outcome
    if not (rule and outcome and rule.period.at_limit):
        return
    if outcome.required_cumulative == assessment.inquiry.paid_months:
        yield rule.period.at_limit


def _met_headline(assessment: Assessment) -> str:
    return "年限刚好够，请再核实" if any(_doubts(assessment)) else "年限够了"


def _short_headline(shortfall: Shortfall) -> str:
    if shortfall.cumulative:
        return f"还差 {formats.duration(shortfall.cumulative)}"
    return f"实际缴费还差 {formats.duration(shortfall.actual)}"


def _notices(
    store: PolicyStore, answer: ContributionAnswer, period: ContributionPeriod
) -> Iterator[str]:
    if period.recognises:
        yield recognised_text(store, period)
    yield from period.notices
    if answer.cost.rule:
        yield from answer.cost.rule.period.notices


def _names(answer: ContributionAnswer) -> str:
    """What is to be filled in, the actual years with the place where they count."""
    requirement = answer.outcome.requirement if answer.outcome else None
    actual = None if isinstance(requirement, NoYearsRequired | None) else requirement.actual
    where = COUNTED[actual.counted] if actual else ""
    return "、".join(
        f"{where if name == 'actual_years' else ''}{words.FIELDS[name]}" for name in answer.missing
    )


def _other(other: OtherContribution, sex: Sex | None) -> str:
    outcome = other.outcome
    if outcome.shortfall is None:
        result = f"要{requirement_text(outcome.requirement, sex)}"
    elif outcome.status == "met":
        result = "年限够了"
    else:
        result = _short_headline(outcome.shortfall)
    return f"{other.note or '另一个来源的说法不同。'}照它算：{result}。"
