"""What a month of contributions costs: a base and a rate, or a sum."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from yibao.policy.rules.contribution_rules import Months
from yibao.policy.rules.periods import Period
from yibao.policy.terms import Amount, Percentage, Plan, PolicyRecord, Text

Per = Literal["monthly", "yearly"]
"""Yuan a month, or yuan a year, of which a twelfth falls on a month."""

PriceInput = Literal["base", "shortfall_base"]
"""What a price may need to know of a person, by the names of an inquiry's fields."""

PriceStatus = Literal["exact", "missing", "amount_unknown", "ended", "no_rule", "not_applicable"]
"""How far the question could be answered; see the account credit's."""


class BasePeriod(Period, frozen=True, kw_only=True):
    """A published base during a period of its own."""

    amount: Amount
    """The base on which the least is paid."""
    highest: Amount | None = None
    """The base on which the most is paid, per the same time."""
    per: Per = "monthly"


class PublishedBase(PolicyRecord, frozen=True, tag="published", tag_field="type"):
    """A base that is published from time to time."""

    what: Text
    """What it is called, as the form asks for it: "本市上年在岗职工月平均工资的 60%"."""
    periods: tuple[BasePeriod, ...] = ()
    """What is held of it; for a day outside of them the form asks for the figure."""


class OwnBase(PolicyRecord, frozen=True, tag="own", tag_field="type"):
    """A base of the person's own."""

    what: Text
    """Which one: "退休前最后一个月的缴费基数"."""


Base = PublishedBase | OwnBase


class StatedSum(PolicyRecord, frozen=True, tag="amount", tag_field="type"):
    """A sum that the source states."""

    amount: Amount
    per: Per = "monthly"


class RateOfBase(PolicyRecord, frozen=True, tag="rate", tag_field="type"):
    """A share of a base, to the fen."""

    rate: Percentage
    base: Base


class PriceNotHeld(PolicyRecord, frozen=True, tag="amount_unknown", tag_field="type"):
    """It is known how the sum is found, and neither the sum nor the rate is held."""

    what: Text
    """By what it goes, in words."""


class AddedSum(PolicyRecord, frozen=True, tag="amount", tag_field="type"):
    """A sum that is paid beside it."""

    name: Text
    amount: Amount
    per: Per = "monthly"


class AddedShare(PolicyRecord, frozen=True, tag="share", tag_field="type"):
    """A share of the same base that is paid beside it, to the fen."""

    name: Text
    rate: Percentage


class Offer(PolicyRecord, frozen=True, kw_only=True):
    """One way to pay."""

    name: Text | None = None
    """What sets it apart, where there are several: "一档"."""
    plan: Plan | None = None
    """For which plan; null for both, and where the source does not say."""
    price: StatedSum | RateOfBase | PriceNotHeld
    added: tuple[AddedSum | AddedShare, ...] = ()


class PriceGiven(PolicyRecord, frozen=True):
    """The inputs of an example."""

    on: date | None = None
    """The day; the first day of the period where left out."""
    plan: Plan = "full"
    base: Amount | None = None
    missing_months: Months | None = None
    """For a shortfall: how many months are missing."""


class PriceExpected(PolicyRecord, frozen=True):
    """What must come out of an example."""

    status: PriceStatus
    per_month: tuple[Amount, ...] = ()
    """Yuan a month for each way to pay that is open to the person, in their order."""
    totals: tuple[Amount, ...] = ()
    """For a shortfall: yuan for all missing months."""
    missing: tuple[PriceInput, ...] = ()


class PriceExample(PolicyRecord, frozen=True):
    """Inputs with the exact result that the rule must give."""

    given: PriceGiven
    expected: PriceExpected


PriceExamples = Annotated[tuple[PriceExample, ...], Meta(min_length=1)]
