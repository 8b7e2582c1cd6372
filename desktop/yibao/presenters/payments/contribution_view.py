"""The contribution years as people read them: how many, how many are missing, what can be done."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from yibao.calculation.assessment import Assessment
from yibao.calculation.contribution import ContributionOutcome
from yibao.calculation.contribution_answer import (
    ContributionAnswer,
    OnAnotherDay,
)
from yibao.policy.rules.contribution_rules import ContributionPeriod, NoYearsRequired, Sex
from yibao.policy.store import PolicyStore
from yibao.presenters import words
from yibao.presenters.asking.region_text import another_pool, place_text
from yibao.presenters.asking.worker_category import wording
from yibao.presenters.explained import explained
from yibao.presenters.parts import provenance
from yibao.presenters.parts.sides import ONE, OTHER, either
from yibao.presenters.parts.views import AnswerView, SideView, StepView
from yibao.presenters.payments.contribution_details import (
    day_text,
    either_headline,
    met_details,
    other_days,
    short_details,
)
from yibao.presenters.payments.contribution_results import (
    is_open,
    names_missing,
    result_text,
)
from yibao.presenters.payments.cost_text import cost_lines, cost_references
from yibao.presenters.payments.retirement_view import questioned_day
from yibao.presenters.rules.requirement_text import recognised_text, requirement_text

TITLE = "缴费年限"


def present_contribution(store: PolicyStore, assessment: Assessment) -> AnswerView:
    """How many years are asked for, how far that is met, how it was reckoned, what else to know."""
    view, answer = contribution_in_brief(store, assessment), assessment.contribution
    rule, outcome = answer.rule, answer.outcome
    if rule is None or outcome is None:
        return view
    area, period = rule.rule.area, rule.period
    return replace(
        view,
        notices=(
            *provenance.office_notices(store, rule, _replaced(store, assessment)),
            *provenance.kept_by_office(store, answer.cost.rule),
            *explained(view.details),
            *_notices(store, answer, period),
        ),
        steps=(
            *(() if answer.others else provenance.steps(outcome.steps)),
            *(step for other in answer.other_days for step in _steps_on(other)),
            *provenance.steps(step for cost in answer.cost.costs for step in cost.steps),
        ),
        rule=tuple(provenance.rule_facts(store, area, None, period, rule.layer)),
    )


def contribution_in_brief(store: PolicyStore, assessment: Assessment) -> AnswerView:
    """How many years are asked for, how far that is met, from where, and what weakens it."""
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
                rule,
                outcome.references,
                assessment.on,
                stale=answer.stale,
                contested=bool(answer.others),
            ),
        ),
        conditions=period.conditions,
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
        sides=tuple(_sides(answer, period, assessment)),
    )


def _steps_on(other: OnAnotherDay) -> Iterator[StepView]:
    """The steps of what another day asks, each with that day."""
    day = day_text(other.day)
    for step in provenance.steps(other.outcome.steps):
        yield replace(step, title=f"{day}，{step.title}")


def _replaced(store: PolicyStore, assessment: Assessment) -> AnswerView | None:
    """What the program says without the office's rules."""
    if store.beneath and assessment.replaced:
        return contribution_in_brief(store.beneath, assessment.replaced)
    return None


def _headline(store: PolicyStore, assessment: Assessment) -> tuple[str, tuple[str, ...]]:
    answer, sex = assessment.contribution, assessment.inquiry.sex
    if answer.status == "no_rule":
        place = place_text(store.regions, assessment.inquiry.region)
        advice = f"没有收录{place}的缴费年限规定，所以不给数字。"
        return words.NOT_HELD, (advice, *cost_lines(answer.cost))
    if answer.outcome is None:
        details = (_open(assessment), *other_days(answer, sex), *cost_lines(answer.cost))
        return f"请再填：{names_missing(answer)}", details
    requirement = answer.outcome.requirement
    if isinstance(requirement, NoYearsRequired):
        return "没有年限要求，年年都要交", ()
    asked = f"要求：{requirement_text(requirement, sex)}"
    shortfall = answer.outcome.shortfall
    days = tuple(other_days(answer, sex))
    every = (answer.outcome, *(other.outcome for other in answer.others))
    headline = either([result_text(outcome, sex) for outcome in every])
    if shortfall is None:
        to_fill = f"请再填：{names_missing(answer)}"
        if is_open(answer.outcome):
            return to_fill, (asked, *days, *cost_lines(answer.cost))
        return headline, (*_alone(answer, asked), *days, to_fill, *cost_lines(answer.cost))
    headline = either_headline(answer) or headline
    if answer.status == "met" and any(_doubts(assessment)):
        headline = DOUBTED
    return headline, (*_alone(answer, *_how_far(assessment)), *days)


def _alone(answer: ContributionAnswer, *said: str) -> tuple[str, ...]:
    """What one source says, where none contradicts it; otherwise it stands with that side."""
    return () if answer.others else said


def _how_far(assessment: Assessment) -> Iterator[str]:
    """What is asked, and what follows for somebody of whom the years are known."""
    answer, sex = assessment.contribution, assessment.inquiry.sex
    outcome = answer.outcome
    if outcome is None or outcome.shortfall is None:
        return
    asked = f"要求：{requirement_text(outcome.requirement, sex)}"
    if answer.status == "met":
        yield from (*met_details(assessment), asked)
    else:
        yield from (asked, *short_details(assessment, outcome.shortfall))


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


def _doubts(assessment: Assessment) -> Iterator[str]:
    """What is open for somebody who has exactly the years that are asked for."""
    rule, outcome = assessment.contribution.rule, assessment.contribution.outcome
    if not (rule and outcome and rule.period.at_limit):
        return
    if outcome.required_cumulative == assessment.inquiry.paid_months:
        yield rule.period.at_limit


DOUBTED = "年限刚好够，请再核实"


def _notices(
    store: PolicyStore, answer: ContributionAnswer, period: ContributionPeriod
) -> Iterator[str]:
    if period.recognises:
        yield recognised_text(store, period)
    yield from period.notices
    if answer.cost.rule:
        yield from answer.cost.rule.period.notices


def _sides(
    answer: ContributionAnswer, period: ContributionPeriod, assessment: Assessment
) -> Iterator[SideView]:
    """What each source asks, where they contradict each other."""
    sex = assessment.inquiry.sex
    if answer.outcome and answer.others:
        yield _side(answer.outcome, ONE, (period.note, *_how_far(assessment)), sex)
        yield from (_side(o.outcome, OTHER, (o.note,), sex) for o in answer.others)


def _side(
    outcome: ContributionOutcome, name: str, said: Sequence[str | None], sex: Sex | None
) -> SideView:
    asked = f"要{requirement_text(outcome.requirement, sex)}"
    result = result_text(outcome, sex) if outcome.shortfall else ""
    return SideView(
        name,
        "，".join(filter(None, (asked, result))),
        tuple(filter(None, said)),
        provenance.steps(outcome.steps),
        provenance.sources(outcome.references),
    )
