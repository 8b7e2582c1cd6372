"""The account credit as people read it: headline, why, from where, what else to know."""

from collections.abc import Iterator, Mapping

from yibao.calculation.assessment import Assessment, CreditChange, CreditOutcome, OtherOutcome
from yibao.calculation.credit import CreditAmounts
from yibao.calculation.quantities import Span
from yibao.policy.rules import figures
from yibao.policy.rules.credit_rules import CreditPeriod, CreditStatus
from yibao.policy.store import PolicyStore
from yibao.presenters import formats, words
from yibao.presenters.answer import provenance
from yibao.presenters.answer.views import AnswerView, EventView
from yibao.presenters.asking.region_text import another_pool, place_text
from yibao.presenters.asking.worker_category import wording
from yibao.presenters.basis import basis_name, basis_of
from yibao.presenters.words import HOTLINE

TITLE = "每月划入"
WITHOUT_AMOUNT: Mapping[CreditStatus, str] = {
    "missing": "还缺数据，算不出来",
    "individual": "每个人的数目不一样",
    "no_account": "没有个人账户",
}
BY_BIRTHDAY = "，看生日是哪天"


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
            events=tuple(_events(assessment, headline)),
        )
    area, period = rule.rule.area, rule.period
    return AnswerView(
        title=TITLE,
        headline=headline,
        is_answer=credit.status in ("exact", "range"),
        is_question=credit.status == "missing",
        details=details,
        events=tuple(_events(assessment, headline)),
        basis=provenance.basis(store, area, period, rule.layer),
        warnings=(
            *another_pool(store.regions, assessment.inquiry.region, area),
            *_warnings(store, assessment, outcome, period),
        ),
        notices=period.notices,
        steps=provenance.steps(outcome.steps),
        sources=provenance.sources(
            outcome.references,
            (reference for other in credit.others for reference in other.outcome.references),
        ),
        rule=tuple(
            provenance.rule_facts(store, area, rule.rule.insurance_status, period, rule.layer)
        ),
        others=tuple(_other(store, assessment, other) for other in credit.others),
    )


def _headline(store: PolicyStore, assessment: Assessment) -> tuple[str, tuple[str, ...]]:
    """The one line to say first, and what belongs to it."""
    credit, region = assessment.credit, assessment.inquiry.region
    outcome, rule = credit.outcome, credit.rule
    if outcome is None or rule is None:
        asked = f"{place_text(store.regions, region)}{words.group(assessment.inquiry)}"
        advice = f"没有收录{asked}的划入规定，所以不给数字。请打 {HOTLINE} 问当地医保部门。"
        return "没有收录这项规定", (advice,)
    if outcome.amounts:
        others = (o.outcome for o in credit.others if o.outcome.amounts)
        said = [f"另一种说法：{amount_text(other)}" for other in others]
        return amount_text(outcome), (
            *_amount_details(outcome, outcome.amounts, rule.period),
            *said,
        )
    if outcome.status == "missing":
        return f"还差：{missing_names(store, region, outcome)}", ("填上以后，马上就能算出来。",)
    if outcome.status == "individual":
        advice = f"每个人保留自己原来的数目，这里算不出来。请查个人账户明细，或者打 {HOTLINE}。"
        return WITHOUT_AMOUNT["individual"], (advice,)
    pending = rule.rule.insurance_status == "retirement_pending"
    return ("退休手续办好后才开始划" if pending else WITHOUT_AMOUNT["no_account"]), ()


def missing_names(store: PolicyStore, region: str, outcome: CreditOutcome) -> str:
    """The inputs that a method lacks, by their full names: 年龄、宜昌市 2021 年月人均基本养老金."""
    basis = basis_of(outcome.method)
    names = [
        basis_name(store, region, basis) if basis and name != "age" else words.FIELDS[name]
        for name in outcome.missing
    ]
    return "、".join(names)


def amount_text(outcome: CreditOutcome) -> str:
    """The amount in the rhythm in which it is credited, or what there is instead of one."""
    amounts = outcome.amounts
    if amounts is None:
        return WITHOUT_AMOUNT[outcome.status]
    yearly = outcome.credited == "yearly"
    text = _span(outcome, amounts.per_year if yearly else amounts.per_month)
    why = BY_BIRTHDAY if outcome.depends_on_birthday else ""
    return f"{'每年' if yearly else '每月'} {text}{why}"


def _span(outcome: CreditOutcome, span: Span) -> str:
    """From one end to the other, or one of two."""
    return formats.either(span) if outcome.depends_on_birthday else formats.span(span)


def _amount_details(
    outcome: CreditOutcome, amounts: CreditAmounts, period: CreditPeriod
) -> Iterator[str]:
    if period.deductions:
        taken = "，".join(
            f"扣{d.name} {formats.yuan(figures.yuan(d.amount))}" for d in period.deductions
        )
        yield f"先划 {_span(outcome, amounts.before_deductions)}，{taken}"
    if period.credited == "yearly":
        yield f"一年划一次，合每月 {_span(outcome, amounts.per_month)}"
    else:
        yield f"一年合计 {_span(outcome, amounts.per_year)}"


def _warnings(
    store: PolicyStore, assessment: Assessment, outcome: CreditOutcome, period: CreditPeriod
) -> Iterator[str]:
    credit = assessment.credit
    if outcome.amounts and store.regions.pooling_area(assessment.inquiry.region) is None:
        yield "您选的是全省，省里各市的标准可能不一样，请选到市。"
    yield from provenance.weaknesses(
        period,
        outcome.references,
        assessment.on,
        stale=credit.stale,
        contested=bool(credit.others),
    )
    if any(possible.depends_on_birthday for possible in credit.outcomes):
        yield "看生日是哪天：知道出生的日子，或者现在满多少周岁，就能定下来。"


def _events(assessment: Assessment, headline: str) -> Iterator[EventView]:
    """What holds now, and what it becomes; nothing where nothing is known to change."""
    if assessment.credit.changes:
        yield EventView("现在", headline)
        status = assessment.inquiry.status
        yield from (_event(change, status) for change in assessment.credit.changes)


def _event(change: CreditChange, status: str) -> EventView:
    """A yearly sum changes with a later credit, so that the month of the birthday says nothing."""
    outcome = change.outcome
    what = amount_text(outcome) if outcome else "没有收录那时候的规定"
    month = formats.month(change.on) if change.on else ""
    if change.because == "retirement":
        category = change.worker_category
        whose = f"{wording(status).names[category]}，" if category else ""
        age = "" if change.age is None else f"，{change.age} 岁"
        return EventView(
            f"{whose}{month}退休{age}", what, f"{whose}退休以后", is_one_of_two=bool(category)
        )
    yearly = outcome is not None and outcome.credited == "yearly"
    if yearly or not month:
        return EventView(f"满 {change.age} 岁以后", what)
    return EventView(f"满 {change.age} 岁（{month}）起", what, f"满 {change.age} 岁以后")


def _other(store: PolicyStore, assessment: Assessment, other: OtherOutcome) -> str:
    outcome = other.outcome
    if outcome.status == "missing":
        names = missing_names(store, assessment.inquiry.region, outcome)
        result = f"照它算还差：{names}"
    else:
        result = f"照它算：{amount_text(outcome)}"
    return f"{other.note or '另一个来源的说法不同。'}{result}。"
