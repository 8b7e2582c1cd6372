"""The contribution years of one inquiry: find the rule that answers, and apply it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from yibao.calculation.contribution import ContributionOutcome, Life, apply_requirement
from yibao.calculation.freshness import is_stale
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.payments.shortfall_cost import CostAnswer, answer_cost
from yibao.calculation.retirement_days import RetirementDay
from yibao.calculation.trace import PeriodOfRule
from yibao.policy.rules.contribution_rules import (
    ContributionInput,
    ContributionPeriod,
    ContributionRule,
    ContributionStatus,
    OtherRequirement,
    WayOut,
)
from yibao.policy.store import ContributionRuleInForce, PolicyStore, RuleInForce
from yibao.policy.terms import InsuranceStatus

Basis = Literal["retirement_date", "enrolment_date"]
ASKED: Mapping[Basis, ContributionInput] = {
    "retirement_date": "retires_on",
    "enrolment_date": "enrolled",
}


NO_COST = CostAnswer(status="not_applicable")


class OtherContribution(Struct, frozen=True):
    """What another source of like standing would ask."""

    outcome: ContributionOutcome
    note: str | None


class OnAnotherDay(Struct, frozen=True):
    """What is asked of whoever goes, or is held to have gone, on another day."""

    day: RetirementDay
    outcome: ContributionOutcome
    rule: ContributionRuleInForce


class ContributionAnswer(Struct, frozen=True, kw_only=True):
    """How many years are asked of a person, and how many are missing."""

    status: ContributionStatus
    outcome: ContributionOutcome | None = None
    """None where no rule is held, or where it is open which one applies."""
    rule: ContributionRuleInForce | None = None
    stale: bool = False
    """Whether it rests on a rule that was not confirmed lately enough."""
    missing: tuple[ContributionInput, ...] = ()
    others: tuple[OtherContribution, ...] = ()
    day: RetirementDay | None = None
    """The day of retirement by which it goes, where one is known."""
    other_days: tuple[OnAnotherDay, ...] = ()
    """Where another day that is possible asks for something else."""
    cost: CostAnswer = NO_COST
    """What it costs to make up what will be missing at retirement, at today's prices."""
    can_pay_on: bool = True
    """Whether a shortfall can be made up month by month: by all who work, and by the retired where
    the rule lets them, or does not say."""

    @property
    def outcomes(self) -> tuple[ContributionOutcome, ...]:
        """What the rule asks, what other sources say, what other days would ask."""
        own = (self.outcome,) if self.outcome else ()
        others = (other.outcome for other in self.others)
        return (*own, *others, *(other.outcome for other in self.other_days))

    @property
    def ways_out(self) -> tuple[WayOut, ...]:
        """What can be done about a shortfall."""
        return self.rule.period.ways_out if self.rule and self.status == "short" else ()


class Days(Struct, frozen=True):
    """A day of a person's life, or the days between which it must lie; None: no limit."""

    earliest: date | None
    latest: date | None


def answer_contribution(
    store: PolicyStore, inquiry: Inquiry, on: date, days: Sequence[RetirementDay]
) -> ContributionAnswer:
    """What is asked of the person, and how far it is met on a day.

    `days` are those on which the person may retire, the one to go by first.
    """
    if not days or days[0].worker_category:
        return _answer(store, inquiry, on, None)
    answer = _answer(store, inquiry, on, days[0])
    asked = [answer.outcome.requirement] if answer.outcome else []
    differing: list[OnAnotherDay] = []
    for day in days[1:]:
        held = _rule_by(store, inquiry, on, day.on)
        if isinstance(held, RuleInForce) and held.period.requirement not in asked:
            outcome = _outcome(store, held, held.period, inquiry, Life(on, day.on))
            differing.append(OnAnotherDay(day, outcome, held))
            asked.append(outcome.requirement)
    return replace(answer, other_days=tuple(differing))


def _answer(
    store: PolicyStore, inquiry: Inquiry, on: date, day: RetirementDay | None
) -> ContributionAnswer:
    """By one day of retirement, or as far as that can be said without one."""
    retires = day.on if day else None
    held = _rule_by(store, inquiry, on, retires)
    if isinstance(held, RuleInForce):
        return replace(_apply(store, held, inquiry, Life(on, retires)), day=day)
    return ContributionAnswer(
        status="missing" if held else "no_rule",
        missing=(held,) if held else (),
        day=day,
        cost=answer_cost(store, inquiry, None, on),
    )


def _rule_by(
    store: PolicyStore, inquiry: Inquiry, on: date, retires: date | None
) -> ContributionRuleInForce | ContributionInput | None:
    """The rule for whoever retires on a day; what is missing to say which; None without a rule."""
    days = _days(inquiry, on, retires)
    for rule in contribution_rules(store, inquiry.region, inquiry.contribution_statuses):
        possible = _possible(rule, days[rule.date_basis])
        if len(possible) > 1:
            return ASKED[rule.date_basis]
        if possible[0]:
            return store.held(rule, possible[0])
    return None


def _cost(
    store: PolicyStore, outcome: ContributionOutcome, inquiry: Inquiry, on: date
) -> CostAnswer:
    """Of what is missing; of a month where that is not known; of nothing where nobody asks."""
    if outcome.status == "not_applicable":
        return NO_COST
    short = outcome.shortfall
    return answer_cost(store, inquiry, short.months_to_buy if short else None, on)


def contribution_rules(
    store: PolicyStore, area: str, statuses: Sequence[InsuranceStatus]
) -> Iterator[ContributionRule]:
    """The rules that may answer for an area, in the order in which they are to be asked.

    Those that go before the rules of the areas inside come first, then the nearest. Which day of
    the person's decides is for each to say.
    """
    around = tuple(store.around(ContributionRule, area, statuses))
    yield from (rule for rule in around if rule.above_local_rules)
    yield from (rule for rule in around if not rule.above_local_rules)


def _days(inquiry: Inquiry, on: date, retires: date | None) -> Mapping[Basis, Days]:
    """What is known of the days that decide which period of a rule applies."""
    if retires:
        retirement_days = Days(retires, retires)
    elif inquiry.status == "retired":
        retirement_days = Days(None, on)
    else:
        retirement_days = Days(on, None)
    enrolled = inquiry.enrolled
    return {
        "retirement_date": retirement_days,
        "enrolment_date": Days(enrolled, enrolled or on),
    }


def _possible(rule: ContributionRule, days: Days) -> list[ContributionPeriod | None]:
    """The periods into which a day may fall; None among them where it may fall outside of all."""
    touched = [period for period in rule.periods if _touches(period, days)]
    covered = (
        touched
        and _reaches_back(touched[0], days.earliest)
        and _reaches_on(touched[-1], days.latest)
        and not any(period.after_gap for period in touched[1:])
    )
    return [*touched] if covered else [*touched, None]


def _touches(period: ContributionPeriod, days: Days) -> bool:
    begins_too_late = days.latest and period.start_date and period.start_date > days.latest
    ends_too_early = days.earliest and period.end_date and period.end_date < days.earliest
    return not begins_too_late and not ends_too_early


def _reaches_back(period: ContributionPeriod, day: date | None) -> bool:
    return period.start_date is None or (day is not None and period.start_date <= day)


def _reaches_on(period: ContributionPeriod, day: date | None) -> bool:
    return period.end_date is None or (day is not None and day <= period.end_date)


def _apply(
    store: PolicyStore, held: ContributionRuleInForce, inquiry: Inquiry, life: Life
) -> ContributionAnswer:
    period = held.period
    outcome = _outcome(store, held, period, inquiry, life)
    return ContributionAnswer(
        status=outcome.status,
        outcome=outcome,
        rule=held,
        stale=is_stale(period, life.on),
        missing=outcome.missing,
        others=tuple(
            OtherContribution(_outcome(store, held, other, inquiry, life), other.note)
            for other in period.contested
        ),
        cost=_cost(store, outcome, inquiry, life.on),
        can_pay_on=inquiry.status != "retired"
        or not period.ways_out
        or "monthly" in period.ways_out,
    )


def _outcome(
    store: PolicyStore,
    held: ContributionRuleInForce,
    stated: ContributionPeriod | OtherRequirement,
    inquiry: Inquiry,
    life: Life,
) -> ContributionOutcome:
    """What the rule, or another source beside it, makes of what is known."""
    origin = PeriodOfRule(held.rule.id, held.period.start_date)
    cited = store.cited(stated.references)
    return apply_requirement(stated.requirement, inquiry, life, origin, cited)
