"""The account credit of one inquiry: find the rule, apply it, say how far the answer goes."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from yibao.calculation.account.credit_outcome import apply_rule
from yibao.calculation.ages import reaches
from yibao.calculation.assessment import (
    CreditAnswer,
    CreditChange,
    CreditOutcome,
    OtherOutcome,
)
from yibao.calculation.freshness import is_stale
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.retirement_days import RetirementDay
from yibao.policy.rules.credit_rules import CreditRule
from yibao.policy.rules.methods import AmountByAge, NoAccount, ShareByAge
from yibao.policy.store import CreditRuleInForce, PolicyStore


def answer_credit(
    store: PolicyStore, inquiry: Inquiry, on: date, days: Sequence[RetirementDay], *, waits: bool
) -> CreditAnswer:
    """What reaches the account on a day, and what it becomes on retirement and with age.

    `days` are those of a retirement, as far as they are known; somebody who `waits` has reached
    the age and gets what the retired get once the procedure is done.
    """
    answer = _credit_on(store, inquiry, on)
    if waits:
        changes = _changes_once_done(store, inquiry, on)
    elif inquiry.status in ("in_service", "flexible"):
        changes = _changes_on_retirement(store, inquiry, on, days)
    else:
        changes = _changes_with_age(store, inquiry, on, answer)
    return replace(answer, changes=tuple(changes))


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
    figures = (rule.period, *(taken.deduction for taken in outcome.taken))
    return CreditAnswer(
        outcome=outcome,
        rule=rule,
        stale=claims_amount and any(is_stale(figure, on) for figure in figures),
        others=tuple(others),
    )


def _rule(store: PolicyStore, inquiry: Inquiry, on: date) -> CreditRuleInForce | None:
    """The rule for the person; while the procedure is pending, that nothing is credited yet.

    Where there will be no account afterwards either, that is what there is to say.
    """
    rule = store.in_force(CreditRule, inquiry.region, inquiry.insurance_statuses, on)
    never = rule is not None and isinstance(rule.period.method, NoAccount)
    if inquiry.retirement_pending and not never:
        return store.in_force(CreditRule, inquiry.region, ("retirement_pending",), on)
    return rule


def _retired(inquiry: Inquiry) -> Inquiry:
    """The same person once retired."""
    from_work = "flexible" if inquiry.status == "flexible" else "employer"
    return replace(
        inquiry,
        status="retired",
        retired_from=inquiry.retired_from if inquiry.status == "retired" else from_work,
        retirement_completed=True,
    )


def _changes_once_done(store: PolicyStore, inquiry: Inquiry, on: date) -> Iterator[CreditChange]:
    """The credit once the retirement procedure is done, and what becomes of it with age."""
    then = _retired(inquiry)
    done = _credit_on(store, then, on)
    if done.status != "no_account":
        yield CreditChange("procedure", None, None, done.outcome, _others(done))
        yield from _changes_with_age(store, then, on, done)


def _changes_on_retirement(
    store: PolicyStore, inquiry: Inquiry, on: date, days: Sequence[RetirementDay]
) -> Iterator[CreditChange]:
    """The first credit after each retirement that is possible, and what becomes of it with age."""
    then = _retired(inquiry)
    possible = (d for d in days if d.because in ("now", "stated", "statutory") and d.on >= on)
    last: tuple[date, CreditAnswer] | None = None
    for retirement in sorted(possible, key=lambda day: day.on):
        ages, reached = then.ages_on(retirement.by), _credit_on(store, then, retirement.by)
        done = retirement.because == "now"
        yield CreditChange(
            "procedure" if done else "retirement",
            ages[0] if len(ages) == 1 and not done else None,
            None if done else retirement.on,
            reached.outcome,
            _others(reached),
            by_law=retirement.because == "statutory",
            worker_category=retirement.worker_category,
        )
        last = retirement.by, reached
    if inquiry.born and last:
        yield from _changes_with_age(store, then, *last)


def _changes_with_age(
    store: PolicyStore, inquiry: Inquiry, on: date, answer: CreditAnswer
) -> Iterator[CreditChange]:
    """The credit at each age still to come at which the rule makes a difference."""
    ages = inquiry.ages_on(on)
    method = answer.outcome and answer.outcome.method
    if not ages or not isinstance(method, AmountByAge | ShareByAge) or answer.status == "ended":
        return
    for age in (band.from_age for band in method.bands if band.from_age > ages[0]):
        day = max(on, reaches(inquiry.born, age)) if inquiry.born else None
        then = replace(inquiry, born=None, age=age)
        later = _credit_on(store, then, day or on)
        if later.outcome:
            # What is in force now is the best that is known of a later year.
            best = later.outcome.last_known or later.outcome
            yield CreditChange("age", age, day, best, _others(later))


def _others(answer: CreditAnswer) -> tuple[CreditOutcome, ...]:
    return tuple(other.outcome for other in answer.others)
