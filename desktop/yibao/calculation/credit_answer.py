"""The account credit of one inquiry: find the rule, apply it, say how far the answer goes."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

import msgspec

from yibao.calculation.ages import reaches, year_before
from yibao.calculation.assessment import (
    CreditAnswer,
    CreditChange,
    CreditOutcome,
    OtherOutcome,
)
from yibao.calculation.credit import Inputs, compute_credit, inputs_of
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.retirement import Retirement
from yibao.calculation.trace import PeriodOfRule, Trace
from yibao.policy.rules.credit_rules import CreditInput, OtherCredit
from yibao.policy.rules.methods import (
    AmountByAge,
    AveragePension,
    CreditMethod,
    IndividualAmount,
    NoAccount,
    Share,
    ShareByAge,
    ShareRange,
)
from yibao.policy.rules.periods import ParameterPeriod
from yibao.policy.store import CreditRuleInForce, PolicyStore


def answer_credit(
    store: PolicyStore, inquiry: Inquiry, on: date, retirements: Sequence[Retirement]
) -> CreditAnswer:
    """What reaches the account on a day, and what it becomes on retirement and with age.

    `retirements` are those of somebody who is still in work, as far as they are known.
    """
    answer = _credit_on(store, inquiry, on)
    if inquiry.status in ("in_service", "flexible"):
        changes = _changes_on_retirement(store, inquiry, on, retirements)
    else:
        changes = _changes_with_age(store, inquiry, on, answer)
    return msgspec.structs.replace(answer, changes=tuple(changes))


def _credit_on(store: PolicyStore, inquiry: Inquiry, on: date) -> CreditAnswer:
    rule = _rule(store, inquiry, on)
    if rule is None:
        return CreditAnswer(outcome=None, rule=None)
    outcome = apply_rule(store, rule, None, inquiry, on)
    others = (
        OtherOutcome(apply_rule(store, rule, other, inquiry, on), other.note)
        for other in rule.period.contested
    )
    claims_amount = outcome.status in ("exact", "range", "individual")
    return CreditAnswer(
        outcome=outcome,
        rule=rule,
        stale=claims_amount and not rule.period.confirmed_since(year_before(on)),
        others=tuple(others),
    )


def _rule(store: PolicyStore, inquiry: Inquiry, on: date) -> CreditRuleInForce | None:
    """The rule for the person; while the procedure is pending, that nothing is credited yet.

    Where there will be no account afterwards either, that is what there is to say.
    """
    rule = store.credit_rule(inquiry.region, inquiry.insurance_statuses, on)
    never = rule is not None and isinstance(rule.period.method, NoAccount)
    if inquiry.retirement_pending and not never:
        return store.credit_rule(inquiry.region, ("retirement_pending",), on)
    return rule


def apply_rule(
    store: PolicyStore,
    in_force: CreditRuleInForce,
    other: OtherCredit | None,
    inquiry: Inquiry,
    on: date,
) -> CreditOutcome:
    """What a rule in force, or another source beside it, makes of an inquiry on a day."""
    period, stated = in_force.period, other or in_force.period
    method = stated.method
    references = store.cited(stated.references)
    if isinstance(method, IndividualAmount):
        return CreditOutcome(method=method, status="individual", references=references)
    if isinstance(method, NoAccount):
        return CreditOutcome(method=method, status="no_account", references=references)
    average = _published_average(store, method, inquiry, on)
    if average:
        references += store.cited(average.references)
    inputs = _inputs(inquiry, average, on)
    missing: tuple[CreditInput, ...] = tuple(n for n in inputs_of(method) if not inputs[n])
    if missing:
        return CreditOutcome(
            method=method, status="missing", missing=missing, references=references
        )
    trace = Trace(PeriodOfRule(in_force.rule.id, period.start_date))
    amounts = compute_credit(method, stated.rounding, period, inputs, trace)
    open_ended = isinstance(method, ShareRange) or amounts.per_year.low != amounts.per_year.high
    return CreditOutcome(
        method=method,
        status="range" if open_ended else "exact",
        credited=period.credited,
        amounts=amounts,
        steps=trace.steps,
        references=references,
    )


def _inputs(inquiry: Inquiry, average: ParameterPeriod | None, on: date) -> Inputs:
    published = Decimal(average.amount) if average else None
    return {
        "age": inquiry.ages_on(on),
        "average_pension": _if_known(inquiry.average_pension or published),
        "pension": _if_known(inquiry.pension),
        "base": _if_known(inquiry.base),
    }


def _if_known(value: Decimal | None) -> tuple[Decimal, ...]:
    return () if value is None else (value,)


def _published_average(
    store: PolicyStore, method: CreditMethod, inquiry: Inquiry, on: date
) -> ParameterPeriod | None:
    """The average pension that the method asks for, where the visitor gave none and it is held."""
    if not isinstance(method, Share | ShareRange | ShareByAge):
        return None
    basis = method.of
    if not isinstance(basis, AveragePension) or inquiry.average_pension is not None:
        return None
    if not isinstance(basis.base_year, int):
        return None
    pooled = basis.area == "pooling_area"
    area = store.regions.pooling_area(inquiry.region) if pooled else basis.area
    return store.average_pension(area, basis.base_year, on) if area else None


def _changes_on_retirement(
    store: PolicyStore, inquiry: Inquiry, on: date, retirements: Sequence[Retirement]
) -> Iterator[CreditChange]:
    """The first credit after each retirement that is possible, and what becomes of it with age."""
    then = msgspec.structs.replace(
        inquiry,
        status="retired",
        retired_from="flexible" if inquiry.status == "flexible" else "employer",
        retirement_completed=True,
    )
    coming = sorted((r for r in retirements if r.on >= on), key=lambda retirement: retirement.on)
    for retirement in coming:
        ages = then.ages_on(retirement.by)
        yield CreditChange(
            "retirement",
            ages[0] if len(ages) == 1 else None,
            retirement.on,
            _credit_on(store, then, retirement.by).outcome,
            retirement.worker_category,
        )
    if inquiry.born and coming:
        last = coming[-1].by
        yield from _changes_with_age(store, then, last, _credit_on(store, then, last))


def _changes_with_age(
    store: PolicyStore, inquiry: Inquiry, on: date, answer: CreditAnswer
) -> Iterator[CreditChange]:
    """The credit at each age still to come at which the rule makes a difference."""
    ages = inquiry.ages_on(on)
    method = answer.outcome and answer.outcome.method
    if not ages or not isinstance(method, AmountByAge | ShareByAge):
        return
    for age in (band.from_age for band in method.bands if band.from_age > ages[0]):
        day = max(on, reaches(inquiry.born, age)) if inquiry.born else None
        then = msgspec.structs.replace(inquiry, born=None, age=age)
        outcome = _credit_on(store, then, day or on).outcome
        if outcome:
            yield CreditChange("age", age, day, outcome)
