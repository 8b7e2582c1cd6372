"""What is said of a credit where there is no amount: what is lacking, what was, what will be."""

from collections.abc import Iterator

from yibao.calculation.account.credit import basis_inputs
from yibao.calculation.assessment import Assessment, CreditOutcome
from yibao.calculation.inquiry import Inquiry
from yibao.policy.rules.credit_rules import CreditPeriod
from yibao.policy.rules.methods import ShareByAge
from yibao.policy.store import PolicyStore
from yibao.presenters import formats, words
from yibao.presenters.account.credit_details import amount_details, amount_text, either_amount
from yibao.presenters.account.credit_events import ONCE_DONE
from yibao.presenters.account.years_first import before_the_amount_then
from yibao.presenters.basis import basis_name, basis_of
from yibao.presenters.rules.credit_months import since_retirement

NOT_THE_PENSION = "办了领养老金，不等于医保这边也办好了。"


def what_to_ask_for(
    store: PolicyStore, assessment: Assessment, outcome: CreditOutcome
) -> Iterator[str]:
    """Which average it is, and what difference it makes."""
    basis, hundred = basis_of(outcome.method), outcome.for_each_hundred
    if basis is None or hundred is None:
        return
    inquiry = assessment.inquiry
    name = basis_name(store, inquiry.region, basis, inquiry.retired_from)
    yield f"要的是{name}，不是本人的养老金；先查业务系统，或者问待遇科。"
    which = "，看年龄" if isinstance(outcome.method, ShareByAge) else ""
    yield f"这个数每 100 元，每月对应 {formats.span(hundred)}{which}。"


def once_done(store: PolicyStore, assessment: Assessment) -> Iterator[str]:
    """What there will be once the procedure is done, with what belongs to the amount."""
    for change in assessment.credit.changes:
        outcome = change.outcome if change.because == "procedure" else None
        if outcome and outcome.amounts:
            first = before_the_amount_then(assessment, outcome)
            amount = either_amount(change.outcomes)
            yield f"{ONCE_DONE}：{first}{amount}（{since_retirement(outcome)}）"
            yield from amount_details(outcome, outcome.amounts)
        elif outcome and outcome.status == "missing":
            names = missing_names(store, assessment.inquiry, outcome)
            yield f"填上{names}，就能说办好以后是多少。"
    yield NOT_THE_PENSION


def pooled_only(inquiry: Inquiry) -> Iterator[str]:
    """What is known of a plan that has an account in some places and none in others."""
    if inquiry.plan == "pooled_only" and inquiry.status == "retired":
        yield "单建统筹退休的，有的地方没有个人账户，有的地方也划钱，各地不一样。"


def instead(outcome: CreditOutcome, period: CreditPeriod) -> Iterator[str]:
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
        yield f"到 {end}为止是{amount_text(last)}；以后的没有收录。"
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
