"""What is taken off a credit before it reaches the account."""

from typing import Annotated, Literal

from msgspec import Meta

from yibao.policy.rules.methods import AveragePension, ContributionBase, FixedAmount, OwnPension
from yibao.policy.rules.periods import Period
from yibao.policy.terms import Amount, Percentage, PolicyRecord, Text


class CreditBasis(PolicyRecord, frozen=True, tag="credit_basis", tag_field="type"):
    """That of which the credit itself is a share."""


class YearlySum(PolicyRecord, frozen=True, tag="yearly_sum", tag_field="type"):
    """A sum that is raised for each person in a year, in yuan a year, of which this is a part."""

    amount: Amount


class ShareTaken(PolicyRecord, frozen=True, tag="share", tag_field="type"):
    """A share of something, to the fen; of a year's sum, a twelfth of it comes off each month."""

    of: OwnPension | AveragePension | ContributionBase | CreditBasis | YearlySum
    rate: Percentage


class Deduction(Period, frozen=True, kw_only=True):
    """One thing that is taken off during a period of its own, from sources of its own."""

    name: Text
    takes: FixedAmount | ShareTaken
    """How much each time, in yuan."""
    taken: Literal["monthly", "yearly"] = "monthly"
    month: Annotated[int, Meta(ge=1, le=12)] | None = None
    """Of what is taken once a year, in which month; null where only "at the beginning"."""
    condition: Text | None = None
    """Of whom it is taken, where not of everybody: the answer then says both."""
    off: Literal["account", "pension"] = "account"
    """What is taken off the pension is only said, because the account does not feel it."""
