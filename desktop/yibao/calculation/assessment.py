"""The answer to one inquiry, complete: amounts, reasons, sources, and what is missing."""

from datetime import date
from typing import Literal

from msgspec import Struct

from yibao.calculation.contribution_answer import ContributionAnswer
from yibao.calculation.credit import CreditAmounts, inputs_of
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.retirement import RetirementAnswer
from yibao.calculation.trace import Step, replay
from yibao.policy.references import Reference
from yibao.policy.rules.credit_rules import CreditInput, CreditStatus, Rhythm
from yibao.policy.rules.methods import CreditMethod, ShareRange
from yibao.policy.rules.retirement_rules import WorkerCategory
from yibao.policy.store import CreditRuleInForce


class CreditOutcome(Struct, frozen=True, kw_only=True):
    """What one method makes of what is known of a person."""

    method: CreditMethod
    status: CreditStatus
    credited: Rhythm = "monthly"
    amounts: CreditAmounts | None = None
    """Known where the status is `exact` or `range`."""
    missing: tuple[CreditInput, ...] = ()
    steps: tuple[Step, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def depends_on_birthday(self) -> bool:
        """Whether it is one of two amounts, and the day of birth says which."""
        return self.status == "range" and not isinstance(self.method, ShareRange)


class OtherOutcome(Struct, frozen=True):
    """What another source of like standing would give."""

    outcome: CreditOutcome
    note: str | None


class CreditChange(Struct, frozen=True):
    """What the credit becomes on retirement, or at an age still to come."""

    because: Literal["age", "retirement"]
    age: int | None
    """Completed years on that day, where they are settled."""
    on: date | None
    """The day of it, where that is known."""
    outcome: CreditOutcome | None
    """None where no rule is held for what comes then."""
    worker_category: WorkerCategory | None = None
    """The group that would retire then, where it is open to which the person belongs."""


class CreditAnswer(Struct, frozen=True, kw_only=True):
    """What reaches the personal account, and why."""

    outcome: CreditOutcome | None
    """None where no rule is held."""
    rule: CreditRuleInForce | None
    stale: bool = False
    """Whether an amount rests on a rule not confirmed in the 12 months before the day."""
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
        return frozenset(name for outcome in self.outcomes for name in inputs_of(outcome.method))


class Assessment(Struct, frozen=True, kw_only=True):
    """Everything that one inquiry gets, for one day."""

    inquiry: Inquiry
    on: date
    credit: CreditAnswer
    contribution: ContributionAnswer
    retirement: RetirementAnswer

    def replay(self) -> None:
        """Carry out every step again; raises ReplayError where a result differs."""
        for outcome in self.credit.outcomes:
            replay(outcome.steps)
        if self.contribution.outcome:
            replay(self.contribution.outcome.steps)
        for dates in self.retirement.every:
            replay(dates.steps)
