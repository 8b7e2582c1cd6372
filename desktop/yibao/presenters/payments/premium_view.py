"""What is paid now, as people read it: by flexible workers a month, by residents a year."""

from collections.abc import Iterator, Sequence
from datetime import date

from yibao.calculation.assessment import Assessment
from yibao.calculation.payments.premium import PremiumAnswer, ResidentSum
from yibao.calculation.payments.prices import PriceOutcome
from yibao.policy.references import Reference
from yibao.policy.rules.periods import Period
from yibao.policy.rules.premium_rules import ResidentPremiumPeriod
from yibao.policy.rules.prices import RateOfBase
from yibao.policy.store import PolicyStore, RuleInForce
from yibao.policy.terms import NATION
from yibao.presenters import formats, words
from yibao.presenters.asking.doubts import doubtful_base
from yibao.presenters.parts import provenance
from yibao.presenters.parts.views import AnswerView
from yibao.presenters.payments.cost_text import standard_text
from yibao.presenters.rules.price_text import enrolment_text, offer_name, price_text

FLEXIBLE, RESIDENT = "每月要交", "每年要交"
NOT_HELD = "要交多少，要问当地"
ENROLMENT_OVER = "集中参保期已经过了，现在还能不能参保，要问当地。"


def present_premium(store: PolicyStore, assessment: Assessment) -> AnswerView | None:
    """What is to be paid, the waiting periods and incentives; None for whom it is no question."""
    answer = assessment.premium
    if answer.status == "not_applicable":
        return None
    flexible = assessment.inquiry.status == "flexible"
    title = FLEXIBLE if flexible else RESIDENT
    held = answer.rule
    terms = tuple(sentence for term in answer.terms for sentence in term.period.says)
    sources = provenance.sources(premium_references(store, answer))
    if held is None:
        return AnswerView(
            title=title,
            headline=NOT_HELD,
            is_answer=False,
            details=("没有收录当地要交多少，所以不给数字。",),
            notices=terms,
            sources=sources,
        )
    area, period = held.rule.area, held.period
    return AnswerView(
        title=title,
        headline=_flexible_headline(answer) if flexible else _resident_headline(answer),
        is_answer=answer.status == "exact",
        is_question=answer.status == "missing",
        details=tuple(
            _resident(answer.resident, answer.sums, assessment.on)
            if answer.resident
            else _flexible(answer)
        ),
        basis=provenance.basis(store, area, period, held.layer),
        warnings=tuple(_weaknesses(store, assessment, held)),
        notices=(
            *provenance.office_notices(store, held, _replaced(store, assessment)),
            *period.notices,
            *terms,
        ),
        steps=provenance.steps(
            step for paid in (*answer.prices, *answer.sums) for step in paid.steps
        ),
        sources=sources,
        rule=tuple(provenance.rule_facts(store, area, None, period, held.layer)),
    )


def _replaced(store: PolicyStore, assessment: Assessment) -> AnswerView | None:
    """What the program says without the office's rules."""
    if store.beneath and assessment.replaced:
        return present_premium(store.beneath, assessment.replaced)
    return None


def _weaknesses(
    store: PolicyStore, assessment: Assessment, held: RuleInForce[Period]
) -> Iterator[str]:
    yield from doubtful_base(store, assessment.inquiry, assessment.on)
    yield from provenance.weaknesses(
        held,
        store.cited(held.period.references),
        assessment.on,
        stale=assessment.premium.stale,
        contested=False,
    )


def premium_references(store: PolicyStore, answer: PremiumAnswer) -> tuple[Reference, ...]:
    """The sources of the sum, of the bases on which it was reckoned, and of the terms."""
    held = answer.rule
    figures = (
        *((held.period,) if held else ()),
        *(price.base.held for price in answer.prices if price.base and price.base.held),
        *(term.period for term in answer.terms),
    )
    return store.cited(dict.fromkeys(id_ for figure in figures for id_ in figure.references))


def _flexible_headline(answer: PremiumAnswer) -> str:
    amounts = [price.per_month for price in answer.prices if price.per_month is not None]
    if not amounts:
        return f"请再填：{words.FIELDS['base']}" if answer.status == "missing" else NOT_HELD
    said = " 或 ".join(dict.fromkeys(formats.amount(amount) for amount in amounts))
    known = [price for price in answer.prices if price.per_month is not None]
    at_least = all(price.base and price.base.held for price in known)
    if answer.status == "ended":
        return f"原来每月 {said} 元，标准到期了"
    return f"每月{'最少' if at_least else ''} {said} 元"


def _flexible(answer: PremiumAnswer) -> Iterator[str]:
    for price in answer.prices:
        yield f"{offer_name(price.offer)}{_price(price, answer)}"


def _price(price: PriceOutcome, answer: PremiumAnswer) -> str:
    how = price_text(price.offer)
    if price.per_month is None or answer.flexible is None:
        return f"{how}，填上基数就能算" if price.status == "missing" else how
    stated = price.offer.price
    standard = standard_text(price, answer.flexible.period)
    made = f"，{how}" if isinstance(stated, RateOfBase) or price.offer.added else ""
    return f"每月 {formats.yuan(price.per_month)}{made}，{standard}"


def _resident_headline(answer: PremiumAnswer) -> str:
    if not answer.sums or answer.resident is None:
        return NOT_HELD
    period = answer.resident.period
    year = f"{period.start_date.year} 年" if period.start_date else ""
    amounts = sorted({paid.per_year for paid in answer.sums})
    least = "至少" if period.at_least else "交"
    if len(amounts) == 1:
        return f"{year}{least} {formats.yuan(amounts[0])}"
    return (
        f"{year}{least} {formats.amount(amounts[0])} 到 {formats.yuan(amounts[-1])}，看是哪一类人"
    )


def _resident(
    held: RuleInForce[ResidentPremiumPeriod], sums: Sequence[ResidentSum], on: date
) -> Iterator[str]:
    rule, period = held.rule, held.period
    enrolment = period.enrolment
    if held.ended:
        yield "这是那一年的数，以后的没有收录。"
    elif enrolment and enrolment.is_over(on):
        yield ENROLMENT_OVER
    if len(sums) > 1 or any(paid.premium.added for paid in sums):
        yield from (_resident_sum(paid) for paid in sums)
    if period.at_least and rule.area == NATION:
        yield "这是全国的最低数，当地可能更高。"
    if period.subsidy:
        yield f"财政另外补助每人每年{'至少' if period.at_least else ''} {period.subsidy} 元。"
    if enrolment:
        yield f"{enrolment_text(enrolment)}。"


def _resident_sum(paid: ResidentSum) -> str:
    added = "".join(f"，含{added.name} {added.amount} 元" for added in paid.premium.added)
    return f"{paid.premium.people}：{formats.yuan(paid.per_year)}{added}"
