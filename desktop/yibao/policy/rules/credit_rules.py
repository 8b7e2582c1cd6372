"""What an area credits to the personal account: for whom, since when, how much."""

from typing import Annotated, Literal

from msgspec import Meta

from yibao.policy.rules.methods import CreditMethod
from yibao.policy.rules.periods import Period, References
from yibao.policy.terms import (
    Amount,
    AreaCode,
    Identifier,
    InsuranceStatus,
    PolicyRecord,
    Text,
)

CreditInput = Literal["age", "average_pension", "pension", "base"]
"""What a credit may need to know of a person, by the names of an inquiry's fields."""

Rhythm = Literal["monthly", "yearly"]
"""How often a credit reaches the account."""

CreditStatus = Literal["exact", "range", "individual", "missing", "no_account", "no_rule"]


class Rounding(PolicyRecord, frozen=True):
    """To what multiple of yuan an amount is rounded, and how."""

    quantum: Amount
    mode: Literal["half_up", "down", "up"]


class Deduction(PolicyRecord, frozen=True):
    """What is taken off each credit before it reaches the account, in yuan."""

    name: Text
    amount: Amount


class Given(PolicyRecord, frozen=True):
    """The inputs of an example."""

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
    rounding: Rounding | None = None
    deductions: tuple[Deduction, ...] = ()
    notices: tuple[Text, ...] = ()
    """What is known without an amount, said with every answer."""
    contested: tuple[OtherCredit, ...] = ()
    examples: Annotated[tuple[CreditExample, ...], Meta(min_length=1)]


class CreditRule(PolicyRecord, frozen=True, tag="account_credit", tag_field="kind"):
    """What an area credits to the personal account (个人账户划入) of one group of people."""

    id: Identifier
    area: AreaCode
    insurance_status: InsuranceStatus
    periods: Annotated[tuple[CreditPeriod, ...], Meta(min_length=1)]
    date_basis: Literal["credit_month"] = "credit_month"
    """The day that decides the period is that of the credit."""
