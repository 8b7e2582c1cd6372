"""The account credit as people read it: headline, why, from where, what else to know."""

from collections.abc import Iterator

from msgspec.structs import replace

from yibao.calculation.assessment import Assessment, CreditOutcome
from yibao.policy.rules.credit_rules import CreditPeriod
from yibao.policy.store import CreditRuleInForce, PolicyStore
from yibao.presenters import formats, words
from yibao.presenters.account.credit_details import (
    WITHOUT_AMOUNT,
    amount_details,
    amount_text,
    either_amount,
    under_condition,
)
from yibao.presenters.account.credit_events import credit_events
from yibao.presenters.account.credit_without_amount import (
    instead,
    missing_names,
    once_done,
    pooled_only,
    what_to_ask_for,
)
from yibao.presenters.account.years_first import before_the_amount
from yibao.presenters.asking.doubts import doubtful_age, doubtful_average, doubtful_base
from yibao.presenters.asking.region_text import another_pool, place_text
from yibao.presenters.explained import explained
from yibao.presenters.parts import provenance
from yibao.presenters.parts.sides import ONE, OTHER
from yibao.presenters.parts.views import AnswerView, SideView
from yibao.presenters.rules.credit_months import around_a_birthday, month_lines
from yibao.presenters.rules.credit_rule_text import adjustment_text, deduction_text

TITLE, YEARLY = "每月划入", "每年划入"


def present_credit(store: PolicyStore, assessment: Assessment) -> AnswerView:
    """What reaches the account, and why, with how it was reckoned and what else is good to know."""
    view, credit = credit_in_brief(store, assessment), assessment.credit
    rule, outcome = credit.rule, credit.outcome
    if rule is None or outcome is None:
        return view
    area, period, region = rule.rule.area, rule.period, assessment.inquiry.region
    return replace(
        view,
        personal=tuple(around_a_birthday(outcome, assessment.inquiry, assessment.on)),
        notices=(
            *provenance.office_notices(store, rule, _replaced(store, assessment)),
            *explained((*view.details, *view.conditions)),
            *_notices(store, region, period),
        ),
        steps=() if credit.others else provenance.steps(outcome.steps),
        rule=tuple(provenance.rule_facts(store, area, rule.rule.whom, period, rule.layer)),
    )


def credit_in_brief(store: PolicyStore, assessment: Assessment) -> AnswerView:
    """What reaches the account, from where that is known, and what weakens it."""
    credit = assessment.credit
    headline, details = _headline(store, assessment)
    rule, outcome = credit.rule, credit.outcome
    events = tuple(credit_events(assessment, headline))
    if rule is None or outcome is None:
        return AnswerView(
            title=TITLE, headline=headline, is_answer=False, details=details, events=events
        )
    area, period = rule.rule.area, rule.period
    return AnswerView(
        title=YEARLY if outcome.credited == "yearly" and outcome.amounts else TITLE,
        headline=headline,
        is_answer=credit.status in ("exact", "range"),
        is_question=credit.status == "missing",
        details=details,
        events=events,
        basis=provenance.basis(store, area, period, rule.layer),
        warnings=(
            *another_pool(store.regions, assessment.inquiry.region, area),
            *_warnings(store, assessment, outcome, rule),
        ),
        conditions=tuple(_conditions(outcome, period)),
        sources=provenance.sources(
            outcome.references,
            (reference for other in credit.others for reference in other.outcome.references),
        ),
        sides=tuple(_sides(store, assessment, period)),
    )


def _replaced(store: PolicyStore, assessment: Assessment) -> AnswerView | None:
    """What the program says without the office's rules."""
    if store.beneath and assessment.replaced:
        return credit_in_brief(store.beneath, assessment.replaced)
    return None


def _headline(store: PolicyStore, assessment: Assessment) -> tuple[str, tuple[str, ...]]:
    """The one line to say first, and what belongs to it."""
    credit, region = assessment.credit, assessment.inquiry.region
    outcome, rule = credit.outcome, credit.rule
    if outcome is None or rule is None:
        asked = f"{place_text(store.regions, region)}{words.group(assessment.inquiry)}"
        advice = f"没有收录{asked}的划入规定，所以不给数字。"
        return words.NOT_HELD, (advice, *pooled_only(assessment.inquiry))
    if outcome.amounts:
        open_months = around_a_birthday(outcome, assessment.inquiry, assessment.on)
        alone = () if credit.others else amount_details(outcome, outcome.amounts)
        details = (*alone, *open_months)
        return f"{before_the_amount(assessment)}{either_amount(credit.outcomes)}", details
    if outcome.status == "missing":
        names = missing_names(store, assessment.inquiry, outcome)
        return f"请再填：{names}", tuple(what_to_ask_for(store, assessment, outcome))
    if rule.rule.whom == "retirement_pending":
        return "医保退休手续办好后才开始划", tuple(once_done(store, assessment))
    return WITHOUT_AMOUNT[outcome.status], tuple(instead(outcome, rule.period))


def _warnings(
    store: PolicyStore, assessment: Assessment, outcome: CreditOutcome, rule: CreditRuleInForce
) -> Iterator[str]:
    credit = assessment.credit
    if outcome.amounts and store.regions.pooling_area(assessment.inquiry.region) is None:
        yield "您选的是全省，省里各市的标准可能不一样，请选到市。"
    yield from _questioned(store, assessment)
    yield from provenance.weaknesses(
        rule,
        store.cited(rule.period.references),
        assessment.on,
        stale=credit.stale,
        contested=bool(credit.others),
    )
    if any(possible.depends_on_birthday for possible in credit.outcomes):
        yield "看生日是哪天：知道出生的日子，或者现在满多少周岁，就知道按哪个年龄算。"


def _questioned(store: PolicyStore, assessment: Assessment) -> Iterator[str]:
    """What somebody typed that can hardly be right."""
    yield from doubtful_average(store, assessment)
    yield from doubtful_age(store, assessment)
    if assessment.inquiry.status == "in_service":
        yield from doubtful_base(store, assessment.inquiry, assessment.on)


def _conditions(outcome: CreditOutcome, period: CreditPeriod) -> Iterator[str]:
    """What makes it another amount for some, or changes when or why it comes."""
    if outcome.adjustment_open and period.adjustment:
        yield adjustment_text(period.adjustment)
    for deduction in outcome.lapsed:
        end = formats.day(deduction.end_date) if deduction.end_date else ""
        yield f"另外还要扣{deduction.name}：收录的数只到 {end}，现在扣多少没有收录，所以没有减。"
    yield from (under_condition(outcome, case) for case in outcome.under_conditions)
    yield from month_lines(period)
    yield from period.conditions


def _notices(store: PolicyStore, region: str, period: CreditPeriod) -> Iterator[str]:
    """What else is good to know."""
    for deduction in period.deductions:
        if deduction.off == "pension":
            yield deduction_text(store, region, deduction)
    yield from period.notices


def _sides(store: PolicyStore, assessment: Assessment, period: CreditPeriod) -> Iterator[SideView]:
    """What each source gives, where they contradict each other."""
    credit = assessment.credit
    if credit.outcome and credit.others:
        yield _side(store, assessment, credit.outcome, ONE, period.note)
        for other in credit.others:
            yield _side(store, assessment, other.outcome, OTHER, other.note)


def _side(
    store: PolicyStore, assessment: Assessment, outcome: CreditOutcome, name: str, note: str | None
) -> SideView:
    result = amount_text(outcome)
    if outcome.status == "missing":
        result = f"还要填{missing_names(store, assessment.inquiry, outcome)}"
    more = amount_details(outcome, outcome.amounts) if outcome.amounts else ()
    return SideView(
        name,
        result,
        tuple(filter(None, (note, *more))),
        provenance.steps(outcome.steps),
        provenance.sources(outcome.references),
    )
