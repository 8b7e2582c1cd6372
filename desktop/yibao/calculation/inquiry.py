"""What a visitor asks, as far as it is known."""

from datetime import date
from decimal import Decimal

from msgspec import Struct

from yibao.calculation.ages import completed_years
from yibao.policy.rules.contribution_rules import Sex
from yibao.policy.rules.retirement_rules import WorkerCategory
from yibao.policy.terms import InsuranceStatus, Plan, RetiredFrom, Status


class Inquiry(Struct, frozen=True, kw_only=True):
    """One visitor's question. What is not known is None and is never guessed."""

    region: str
    """Code of the region where the person is insured."""
    status: Status = "retired"
    retirement_completed: bool = True
    """Whether the retirement procedure is done; matters for the retired only."""
    plan: Plan = "full"
    """统账结合, or 单建统筹 (`pooled_only`)."""
    retired_from: RetiredFrom = "employer"
    age: int | None = None
    """Completed years on the day of the question; `born`, where known, goes before it."""
    born: date | None = None
    """Day of birth, or the first that it may have been."""
    born_until: date | None = None
    """The last day that it may have been, where it is open."""
    pension: Decimal | None = None
    """Own basic pension, yuan a month."""
    average_pension: Decimal | None = None
    """Average basic pension that the rule asks for, yuan a month."""
    base: Decimal | None = None
    """Contribution base, yuan a month."""
    shortfall_base: Decimal | None = None
    """The base on which missing months are made up, yuan a month."""
    sex: Sex | None = None
    worker_category: WorkerCategory | None = None
    """Of women in service: whether their retirement age was 55 or 50."""
    paid_months: int | None = None
    """Months of contributions in all, deemed ones included where they count."""
    actual_months: int | None = None
    """Of these, the months actually paid in the place that will pay the benefits."""
    deemed_included: bool | None = None
    """Whether the months in all hold deemed ones."""
    account_months: int | None = None
    """Of the months actually paid in that place, those paid with an account (统账结合)."""
    unbroken_months: int | None = None
    """The longest time paid without a break."""
    enrolled: date | None = None
    """When the person first joined the scheme."""
    work_start: date | None = None
    """When the person began to work."""
    scheme_start: date | None = None
    """When the employee scheme began in the place."""
    retires_on: date | None = None
    """Day of retirement, past or to come; where it is not known, it may follow from the birth."""

    def ages_on(self, day: date) -> tuple[int, ...]:
        """Every number of completed years that is possible on a day, the least first."""
        if self.born is None:
            return () if self.age is None else (self.age,)
        least = completed_years(self.born_until or self.born, day)
        return tuple(range(least, completed_years(self.born, day) + 1))

    @property
    def contribution_statuses(self) -> tuple[InsuranceStatus, ...]:
        """The groups of the contribution rules that the person belongs to, the narrowest first."""
        if self.status == "resident":
            return ("resident",)
        flexible = self.status == "flexible" or (
            self.status == "retired" and self.retired_from == "flexible"
        )
        return ("flexible", "in_service") if flexible else ("in_service",)

    @property
    def retirement_pending(self) -> bool:
        """Whether the person waits for the retirement procedure to be done."""
        return self.status == "retired" and not self.retirement_completed

    @property
    def insurance_statuses(self) -> tuple[InsuranceStatus, ...]:
        """The groups of the rules that the person belongs to, the narrowest first.

        Somebody whose procedure is pending is in the group that they will then belong to.
        """
        if self.status == "resident":
            return ("resident",)
        if self.plan == "pooled_only":
            return ("retired_pooled_only" if self.status == "retired" else "paying_pooled_only",)
        if self.status != "retired":
            return (self.status,)
        if self.retired_from == "flexible":
            return ("retired_flexible", "retired")
        return ("retired",)
