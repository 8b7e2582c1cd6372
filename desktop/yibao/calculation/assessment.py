"""The answer to one inquiry, complete: amounts, reasons, sources, and what is missing."""

from datetime import date
from typing import Literal

from msgspec import Struct

from yibao.calculation.account.credit import CreditAmounts
from yibao.calculation.account.credit_deductions import Taken
from yibao.calculation.contribution_answer import ContributionAnswer
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.payments.premium import PremiumAnswer
from yibao.calculation.quantities import Span
from yibao.calculation.retirement import RetirementAnswer
from yibao.calculation.trace import Step, replay
from yibao.policy.references import Reference
from yibao.policy.rules.credit_rules import CreditInput, CreditStatus, FirstMonth, Rhythm
from yibao.policy.rules.deductions import Deduction
from yibao.policy.rules.methods import CreditMethod
from yibao.policy.rules.retirement_rules import WorkerCategory
from yibao.policy.store import CreditRuleInForce


class CreditUnderCondition(Struct, frozen=True):
    """What is left of the credit for those of whom something more is taken."""

    deduction: Deduction
    """With its condition."""
    taken: Taken | None
    """None where something is missing to compute it."""
    amounts: CreditAmounts | None
    missing: tuple[CreditInput, ...] = ()
    steps: tuple[Step, ...] = ()


class CreditOutcome(Struct, frozen=True, kw_only=True):
    """What one method makes of what is known of a person."""

    method: CreditMethod
    status: CreditStatus
    credited: Rhythm = "monthly"
    credited_in: int | None = None
    """The month of a yearly credit, where a source names it."""
    first_month: FirstMonth | None = None
    """From when somebody who retires gets it, where a source says."""
    amounts: CreditAmounts | None = None
    """Known where the status is `exact` or `range`."""
    taken: tuple[Taken, ...] = ()
    """What has been taken off, with its sums."""
    lapsed: tuple[Deduction, ...] = ()
    """What would come off too, had its sum not run out."""
    under_conditions: tuple[CreditUnderCondition, ...] = ()
    depends_on_birthday: bool = False
    """Whether it is one of two amounts, and the day of birth says which."""
    adjustment_open: bool = False
    """Whether the rule's adjustment could not be computed, so that it has to be said."""
    missing: tuple[CreditInput, ...] = ()
    for_each_hundred: Span | None = None
    """Where an average pension is missing: the credit for each 100 yuan of it."""
    uses: tuple[CreditInput, ...] = ()
    """What of a person makes a difference."""
    last_known: "CreditOutcome | None" = None
    """Where the status is `ended`: what it was on the last day."""
    steps: tuple[Step, ...] = ()
    references: tuple[Reference, ...] = ()


class OtherOutcome(Struct, frozen=True):
    """What another source of like standing would give."""

    outcome: CreditOutcome
    note: str | None


class CreditChange(Struct, frozen=True):
    """What the credit becomes on retirement, or at an age still to come."""

    because: Literal["age", "retirement", "procedure"]
    """An age is completed · somebody retires · the retirement procedure has been done."""
    age: int | None
    """Completed years on that day, where they are settled."""
    on: date | None
    """The day of it, where that is known."""
    outcome: CreditOutcome | None
    """None where no rule is held for what comes then."""
    others: tuple[CreditOutcome, ...] = ()
    """What other sources of like standing would give then."""
    by_law: bool = False
    """Whether it is the statutory month of retirement, and nobody stated another."""
    worker_category: WorkerCategory | None = None
    """The group that would retire then, where it is open to which the person belongs."""

    @property
    def outcomes(self) -> tuple[CreditOutcome, ...]:
        """What each source gives then."""
        return (*((self.outcome,) if self.outcome else ()), *self.others)


class CreditAnswer(Struct, frozen=True, kw_only=True):
    """What reaches the personal account, and why."""

    outcome: CreditOutcome | None
    """None where no rule is held."""
    rule: CreditRuleInForce | None
    stale: bool = False
    """Whether an amount rests on a figure that was not confirmed lately enough."""
    others: tuple[OtherOutcome, ...] = ()
    changes: tuple[CreditChange, ...] = ()

    @property
    def status(self) -> CreditStatus:
        """How far the question could be answered."""
        return self.outcome.status if self.outcome else "no_rule"

    @property
    def outcomes(self) -> tuple[CreditOutcome, ...]:
        """What the rule gives, if there is one, and after it what other sources would give."""
        own = (self.outcome,) if self.outcome else ()
        return (*own, *(other.outcome for other in self.others))

    @property
    def inputs_used(self) -> frozenset[CreditInput]:
        """What of a person the rule, or another source beside it, needs to know."""
        return frozenset(name for outcome in self.outcomes for name in outcome.uses)


class Assessment(Struct, frozen=True, kw_only=True):
    """Everything that one inquiry gets, for one day."""

    inquiry: Inquiry
    on: date
    credit: CreditAnswer
    contribution: ContributionAnswer
    premium: PremiumAnswer
    retirement: RetirementAnswer
    waits_for_procedure: bool
    """Whether the person has reached the age, and has not retired yet."""
    replaced: "Assessment | None" = None
    """What there would be to say without the office's own rules, where one of them answered."""

    @property
    def rests_on_office(self) -> bool:
        """Whether a rule that the office keeps itself answered."""
        held = (self.credit.rule, self.contribution.rule, self.contribution.cost.rule)
        return any(rule and rule.layer == "office" for rule in (*held, self.premium.rule))

    def replay(self) -> None:
        """Carry out every step again; raises ReplayError where a result differs."""
        for outcome in self.credit.outcomes:
            replay(outcome.steps)
            for case in outcome.under_conditions:
                replay(case.steps)
        for cost in self.contribution.cost.costs:
            replay(cost.steps)
        for paid in (*self.premium.prices, *self.premium.sums):
            replay(paid.steps)
        for years in self.contribution.outcomes:
            replay(years.steps)
        for dates in self.retirement.every:
            replay(dates.steps)
