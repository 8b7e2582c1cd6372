"""The account credit as people read it: headline, why, from where, what else to know."""

from collections.abc import Iterator

from yibao.calculation.account.credit import basis_inputs
from yibao.calculation.assessment import Assessment, CreditOutcome, OtherOutcome
from yibao.calculation.inquiry import Inquiry
from yibao.policy.rules.credit_rules import CreditPeriod
from yibao.policy.store import PolicyStore
from yibao.presenters import formats, words
from yibao.presenters.account.credit_details import (
    WITHOUT_AMOUNT,
    amount_details,
    amount_text,
    under_condition,
)
from yibao.presenters.account.credit_events import ONCE_DONE, credit_events
from yibao.presenters.account.years_first import before_the_amount, before_the_amount_then
from yibao.presenters.asking.doubts import doubtful_age, doubtful_average, doubtful_base
from yibao.presenters.asking.region_text import another_pool, place_text
from yibao.presenters.basis import basis_name, basis_of
from yibao.presenters.explained import explained
from yibao.presenters.parts import provenance
from yibao.presenters.parts.views import AnswerView
from yibao.presenters.rules.credit_months import around_a_birthday, month_lines, since_retirement
from yibao.presenters.rules.credit_rule_text import adjustment_text, deduction_text

TITLE, YEARLY = "每月划入", "每年划入"
NOT_THE_PENSION = "办了领养老金，不等于医保这边也办好了。"


def present_credit(store: PolicyStore, assessment: Assessment) -> AnswerView:
    """What reaches the account, and why."""
    credit = assessment.credit
    headline, details = _headline(store, assessment)
    rule, outcome = credit.rule, credit.outcome
    if rule is None or outcome is None:
        return AnswerView(
            title=TITLE,
            headline=headline,
            is_answer=False,
            details=details,
            events=tuple(credit_events(assessment, headline)),
        )
    area, period = rule.rule.area, rule.period
    region = assessment.inquiry.region
    return AnswerView(
        title=YEARLY if outcome.credited == "yearly" and outcome.amounts else TITLE,
        headline=headline,
        is_answer=credit.status in ("exact", "range"),
        is_question=credit.status == "missing",
        details=details,
        personal=tuple(around_a_birthday(outcome, assessment.inquiry, assessment.on)),
        events=tuple(credit_events(assessment, headline)),
        basis=provenance.basis(store, area, period, rule.layer),
        warnings=(
            *another_pool(store.regions, assessment.inquiry.region, area),
            *_warnings(store, assessment, outcome, period),
        ),
        conditions=tuple(_conditions(outcome, period)),
        notices=(
            *provenance.office_notices(store, rule, _replaced(store, assessment)),
            *explained(details),
            *_notices(store, region, period),
        ),
        steps=provenance.steps(outcome.steps),
        sources=provenance.sources(
            outcome.references,
            (reference for other in credit.others for reference in other.outcome.references),
        ),
        rule=tuple(provenance.rule_facts(store, area, rule.rule.whom, period, rule.layer)),
        others=tuple(_other(store, assessment, other) for other in credit.others),
    )


def _replaced(store: PolicyStore, assessment: Assessment) -> AnswerView | None:
    """What the program says without the office's rules."""
    if store.beneath and assessment.replaced:
        return present_credit(store.beneath, assessment.replaced)
    return None


def _headline(store: PolicyStore, assessment: Assessment) -> tuple[str, tuple[str, ...]]:
    """The one line to say first, and what belongs to it."""
    credit, region = assessment.credit, assessment.inquiry.region
    outcome, rule = credit.outcome, credit.rule
    if outcome is None or rule is None:
        asked = f"{place_text(store.regions, region)}{words.group(assessment.inquiry)}"
        advice = f"没有收录{asked}的划入规定，所以不给数字。"
        return words.NOT_HELD, (advice, *_pooled_only(assessment.inquiry))
    if outcome.amounts:
        others = (o.outcome for o in credit.others if o.outcome.amounts)
        said = [f"另一种说法：{amount_text(other)}" for other in others]
        open_months = around_a_birthday(outcome, assessment.inquiry, assessment.on)
        details = (*amount_details(outcome, outcome.amounts), *open_months, *said)
        return f"{before_the_amount(assessment)}{amount_text(outcome)}", details
    if outcome.status == "missing":
        names = missing_names(store, assessment.inquiry, outcome)
        return f"请再填：{names}", ()
    if rule.rule.whom == "retirement_pending":
        return "医保退休手续办好后才开始划", tuple(_once_done(store, assessment))
    return WITHOUT_AMOUNT[outcome.status], tuple(_instead(outcome, rule.period))


def _once_done(store: PolicyStore, assessment: Assessment) -> Iterator[str]:
    """What there will be once the procedure is done, with what belongs to the amount."""
    for change in assessment.credit.changes:
        outcome = change.outcome if change.because == "procedure" else None
        if outcome and outcome.amounts:
            amount = f"{before_the_amount_then(assessment)}{amount_text(outcome)}"
            yield f"{ONCE_DONE}：{amount}（{since_retirement(outcome)}）"
            yield from amount_details(outcome, outcome.amounts)
        elif outcome and outcome.status == "missing":
            names = missing_names(store, assessment.inquiry, outcome)
            yield f"填上{names}，就能说办好以后是多少。"
    yield NOT_THE_PENSION


def _pooled_only(inquiry: Inquiry) -> Iterator[str]:
    """What is known of a plan that has an account in some places and none in others."""
    if inquiry.plan == "pooled_only" and inquiry.status == "retired":
        yield "单建统筹退休的，有的地方没有个人账户，有的地方也划钱，各地不一样。"


def _instead(outcome: CreditOutcome, period: CreditPeriod) -> Iterator[str]:
    """What is said where there is no amount."""
    if outcome.status == "ended":
        yield from _last_known(outcome, period)
    elif outcome.status == "amount_unknown":
        yield "这里有自己的划入标准，可是多少钱没有收录。请查个人账户明细。"
    elif outcome.status == "individual":
        yield "每个人保留自己原来的数目，这里算不出来。请查个人账户明细。"


def _last_known(outcome: CreditOutcome, period: CreditPeriod) -> Iterator[str]:
    """What held until the rule ran out, and that what holds now is not known."""
    end = formats.day(period.end_date) if period.end_date else ""
    last = outcome.last_known
    if last and last.amounts:
        yield f"{end}为止是{amount_text(last)}；以后的没有收录。"
        yield from amount_details(last, last.amounts)
    else:
        yield f"收录的标准只到 {end}；以后的没有收录。"


def missing_names(store: PolicyStore, inquiry: Inquiry, outcome: CreditOutcome) -> str:
    """The inputs that a method lacks, by their full names: 年龄、宜昌市 2021 年月人均基本养老金."""
    basis = basis_of(outcome.method)
    names = [
        basis_name(store, inquiry.region, basis, inquiry.retired_from)
        if basis and name == basis_inputs(basis)[-1]
        else words.FIELDS[name]
        for name in outcome.missing
    ]
    return "、".join(names)


def _warnings(
    store: PolicyStore, assessment: Assessment, outcome: CreditOutcome, period: CreditPeriod
) -> Iterator[str]:
    credit = assessment.credit
    if outcome.amounts and store.regions.pooling_area(assessment.inquiry.region) is None:
        yield "您选的是全省，省里各市的标准可能不一样，请选到市。"
    yield from _questioned(store, assessment)
    yield from provenance.weaknesses(
        period,
        store.cited(period.references),
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


def _other(store: PolicyStore, assessment: Assessment, other: OtherOutcome) -> str:
    outcome = other.outcome
    if outcome.status == "missing":
        names = missing_names(store, assessment.inquiry, outcome)
        result = f"照它算，还要填{names}"
    else:
        result = f"照它算：{amount_text(outcome)}"
    return f"{other.note or '另一个来源的说法不同。'}{result}。"
