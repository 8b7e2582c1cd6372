"""What it costs to make up the contribution years that are missing."""

from typing import Annotated, Literal

from msgspec import Meta

from yibao.policy.rules.periods import DatedRule, Period
from yibao.policy.rules.prices import Offer, PriceExamples
from yibao.policy.terms import InsuranceStatus, Text

Payment = Literal["lump_sum", "monthly"]
"""All at once, or on by the month."""


class ShortfallOffer(Offer, frozen=True, kw_only=True):
    """One way to make up missing months."""

    paid: Annotated[tuple[Payment, ...], Meta(min_length=1)]
    """When the money is due; both where the source does not say."""


class ShortfallPeriod(Period, frozen=True, kw_only=True):
    """What a missing month costs during a period."""

    offers: Annotated[tuple[ShortfallOffer, ...], Meta(min_length=1)]
    notices: tuple[Text, ...] = ()
    examples: PriceExamples


class ShortfallRule(DatedRule[ShortfallPeriod], frozen=True, tag="shortfall", tag_field="kind"):
    """What a missing month costs in an area (补缴); the day is the one on which it is paid."""

    insurance_status: InsuranceStatus
    """`in_service` for the employee scheme."""

    @property
    def whom(self) -> str:
        """The group of people."""
        return self.insurance_status
