"""What an area credits to the personal account: for whom, since when, how much."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from yibao.policy.rules.contribution_rules import Months, Sex, YearsBySex
from yibao.policy.rules.deductions import Deduction
from yibao.policy.rules.methods import CreditMethod
from yibao.policy.rules.periods import DatedRule, Period, References
from yibao.policy.terms import (
    Amount,
    Identifier,
    InsuranceStatus,
    Percentage,
    PolicyRecord,
    RetiredFrom,
    Text,
)

CreditInput = Literal["age", "average_pension", "pension", "base", "retired_from"]
"""What a credit may need to know of a person, by the names of an inquiry's fields."""

Rhythm = Literal["monthly", "yearly"]
"""How often a credit reaches the account."""

FirstMonth = Literal["after_procedure", "after_retirement"]
"""Whose first credit a source dates: that of the month after the medical-insurance retirement
procedure is done, or of the month after retirement."""

CalendarMonth = Annotated[int, Meta(ge=1, le=12)]

CreditStatus = Literal[
    "exact",
    "range",
    "individual",
    "missing",
    "amount_unknown",
    "ended",
    "no_account",
    "no_rule",
]


class Rounding(PolicyRecord, frozen=True):
    """To what multiple of yuan an amount is rounded, and how."""

    quantum: Amount
    mode: Literal["half_up", "down", "up"]


class LessForMissingYears(PolicyRecord, frozen=True, tag="missing_years", tag_field="type"):
    """A share of the credit is lost with every year that is missing to those required."""

    required: YearsBySex
    rate_a_year: Percentage


class ByMonthsWithAccount(PolicyRecord, frozen=True, tag="months_with_account", tag_field="type"):
    """The credit times the months paid in the place with an account, over all paid there."""

    retired_since: date
    """First day of retirement for which this holds; who retired before gets it whole."""


Adjustment = LessForMissingYears | ByMonthsWithAccount


class Given(PolicyRecord, frozen=True):
    """The inputs of an example."""

    on: date | None = None
    """The day of the credit; the first day of the period where left out."""
    sex: Sex | None = None
    retired_from: RetiredFrom = "employer"
    retires_on: date | None = None
    paid_months: Months | None = None
    actual_months: Months | None = None
    account_months: Months | None = None
    age: Annotated[int, Meta(ge=0, le=130)] | None = None
    average_pension: Amount | None = None
    pension: Amount | None = None
    base: Amount | None = None


class Expected(PolicyRecord, frozen=True):
    """What must come out of an example."""

    status: CreditStatus
    low: Amount | None = None
    """Yuan a credit that reaches the account, after deductions; the lower end of a range."""
    high: Amount | None = None
    """The upper end; left out where it equals `low`."""
    missing: tuple[CreditInput, ...] = ()


class CreditExample(PolicyRecord, frozen=True):
    """Inputs with the exact result that the rule must give."""

    given: Given
    expected: Expected


class OtherCredit(PolicyRecord, frozen=True):
    """What another source of like standing says instead."""

    method: CreditMethod
    references: References
    rounding: Rounding | None = None
    note: Text | None = None


class CreditPeriod(Period, frozen=True, kw_only=True):
    """How much is credited during a period."""

    method: CreditMethod
    credited: Rhythm = "monthly"
    credited_in: CalendarMonth | None = None
    """The month of a yearly credit; null where no source names it."""
    first_month: FirstMonth | None = None
    """From when somebody who retires gets it; null where no source says."""
    rounding: Rounding | None = None
    adjustment: Adjustment | None = None
    """What makes the credit smaller for some; the answer says it wherever it is not computed."""
    deductions: tuple[Deduction, ...] = ()
    conditions: tuple[Text, ...] = ()
    """What changes the amount, its time or its reason, for some or for all: the visitor is told."""
    notices: tuple[Text, ...] = ()
    """What is known without an amount, said with every answer."""
    notice_references: tuple[Identifier, ...] = ()
    """Sources of notices alone: they say nothing of the amount, and lend it no weight."""
    contested: tuple[OtherCredit, ...] = ()
    examples: Annotated[tuple[CreditExample, ...], Meta(min_length=1)]


class CreditRule(DatedRule[CreditPeriod], frozen=True, tag="account_credit", tag_field="kind"):
    """What an area credits to the personal account (个人账户划入) of one group of people."""

    insurance_status: InsuranceStatus
    date_basis: Literal["credit_month"] = "credit_month"
    """The day that decides the period is that of the credit."""

    @property
    def whom(self) -> str:
        """The group of people."""
        return self.insurance_status
