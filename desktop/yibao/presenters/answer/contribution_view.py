"""The contribution years as people read them: how many, how many are missing, what can be done."""

from collections.abc import Iterator, Mapping

from yibao.calculation.assessment import Assessment
from yibao.calculation.contribution import ContributionOutcome, Shortfall
from yibao.calculation.contribution_answer import ContributionAnswer, OtherContribution
from yibao.policy.rules.contribution_rules import ContributionPeriod, NoYearsRequired
from yibao.policy.store import PolicyStore
from yibao.presenters import formats, words
from yibao.presenters.answer import provenance
from yibao.presenters.answer.cost_text import cost_lines, cost_references
from yibao.presenters.answer.views import AnswerView
from yibao.presenters.asking.region_text import another_pool, place_text
from yibao.presenters.rules.requirement_text import WAYS, recognised_text, requirement_text
from yibao.presenters.words import HOTLINE

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
        notices=tuple(_notices(store, answer, period)),
        steps=provenance.steps(
            (*outcome.steps, *(step for cost in answer.cost.costs for step in cost.steps))
        ),
        sources=provenance.sources(
            (*outcome.references, *cost_references(store, answer.cost)),
            (reference for other in answer.others for reference in other.outcome.references),
        ),
        rule=tuple(provenance.rule_facts(store, area, None, period, rule.layer)),
        others=tuple(_other(other) for other in answer.others),
    )


def _headline(store: PolicyStore, assessment: Assessment) -> tuple[str, tuple[str, ...]]:
    answer = assessment.contribution
    if answer.status == "no_rule":
        place = place_text(store.regions, assessment.inquiry.region)
        advice = f"没有收录{place}的缴费年限规定，所以不给数字。请打 {HOTLINE} 问当地医保部门。"
        return "没有收录这项规定", (advice, *cost_lines(answer.cost))
    if answer.outcome is None:
        return f"还差：{_names(answer)}", (OPEN[answer.missing[0]], *cost_lines(answer.cost))
    requirement = answer.outcome.requirement
    if isinstance(requirement, NoYearsRequired):
        return "没有年限要求，年年都要交", ()
    asked = f"要求：{requirement_text(requirement)}"
    shortfall = answer.outcome.shortfall
    if shortfall is None:
        return requirement_headline(answer.outcome), (
            asked,
            f"还差：{_names(answer)}",
            *cost_lines(answer.cost),
        )
    if answer.status == "met":
        return _met_headline(assessment), (asked, "退休以后不用再交职工医保费。")
    return _short_headline(shortfall), (asked, *_short_details(answer, shortfall))


OPEN: Mapping[str, str] = {
    "retires_on": "不同时间退休，要求的年限不一样。填退休日期，或者填出生日期和性别来推算。",
    "enrolled": "参保的早晚不同，要求的年限不一样。",
}


def requirement_headline(outcome: ContributionOutcome) -> str:
    """How many years, for this person where that is known."""
    months = outcome.required_cumulative
    if months is None:
        return f"要{requirement_text(outcome.requirement)}"
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


def _short_details(answer: ContributionAnswer, shortfall: Shortfall) -> Iterator[str]:
    if shortfall.cumulative and shortfall.actual:
        yield f"实际缴费也还差 {formats.duration(shortfall.actual)}。"
    if answer.can_pay_on:
        yield f"下个月起每月都交、不断，到 {formats.month(shortfall.met_in)}交够，这个月不算在内。"
    if shortfall.left_at_retirement == 0:
        yield "一直交到退休，就够了。"
    elif shortfall.left_at_retirement:
        yield f"一直交到退休，还会差 {formats.duration(shortfall.left_at_retirement)}。"
    yield from (WAYS[way] for way in answer.ways_out)
    yield from cost_lines(answer.cost)


def _notices(
    store: PolicyStore, answer: ContributionAnswer, period: ContributionPeriod
) -> Iterator[str]:
    if period.recognises:
        yield recognised_text(store, period)
    yield from period.notices
    if answer.cost.rule:
        yield from answer.cost.rule.period.notices


def _names(answer: ContributionAnswer) -> str:
    return "、".join(words.FIELDS[name] for name in answer.missing)


def _other(other: OtherContribution) -> str:
    outcome = other.outcome
    if outcome.shortfall is None:
        result = f"要{requirement_text(outcome.requirement)}"
    elif outcome.status == "met":
        result = "年限够了"
    else:
        result = _short_headline(outcome.shortfall)
    return f"{other.note or '另一个来源的说法不同。'}照它算：{result}。"
