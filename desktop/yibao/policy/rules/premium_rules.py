"""What is paid: by flexible workers a month, by residents a year."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from yibao.policy.rules.periods import DatedRule, Period
from yibao.policy.rules.prices import Offer, PriceExamples
from yibao.policy.terms import Amount, InsuranceStatus, PolicyRecord, Text

Age = Annotated[int, Meta(ge=0, le=130)]


class FlexiblePremiumPeriod(Period, frozen=True, kw_only=True):
    """The monthly premiums of flexible workers during a period."""

    offers: Annotated[tuple[Offer, ...], Meta(min_length=1)]
    notices: tuple[Text, ...] = ()
    examples: PriceExamples


class FlexiblePremiumRule(
    DatedRule[FlexiblePremiumPeriod], frozen=True, tag="flexible_premium", tag_field="kind"
):
    """What an area asks of flexible workers for the employee scheme (灵活就业缴费)."""


class PaidWithIt(PolicyRecord, frozen=True):
    """What a resident pays together with the premium, yuan a year."""

    name: Text
    amount: Amount


class ResidentPremium(PolicyRecord, frozen=True, kw_only=True):
    """What some residents pay themselves for a calendar year."""

    people: Text
    """Who they are: "满 70 岁的"."""
    from_age: Age | None = None
    """Completed years, included; null where the source names no age."""
    to_age: Age | None = None
    """Not included; null: no upper end, or no age named."""
    amount: Amount
    """Yuan a year."""
    added: tuple[PaidWithIt, ...] = ()


class Enrolment(PolicyRecord, frozen=True):
    """When one can enrol for the year; both ends included, null where not known."""

    from_date: date | None
    to_date: date | None

    def is_over(self, on: date) -> bool:
        """Whether the last day is known and has passed."""
        return self.to_date is not None and on > self.to_date


class ResidentGiven(PolicyRecord, frozen=True):
    """The inputs of an example."""

    age: Age | None = None


class ResidentExpected(PolicyRecord, frozen=True):
    """What must come out of an example: yuan a year for each group that the person may be in."""

    amounts: tuple[Amount, ...]


class ResidentExample(PolicyRecord, frozen=True):
    """Inputs with the exact result that the rule must give."""

    given: ResidentGiven
    expected: ResidentExpected


class ResidentPremiumPeriod(Period, frozen=True, kw_only=True):
    """What residents pay for the calendar year that the period is."""

    premiums: tuple[ResidentPremium, ...]
    """Empty where enrolment has opened and no amount is held."""
    at_least: bool = False
    """Whether it is only the least that an area may ask."""
    subsidy: Amount | None = None
    """What the state adds for each person, yuan a year."""
    enrolment: Enrolment | None = None
    notices: tuple[Text, ...] = ()
    examples: Annotated[tuple[ResidentExample, ...], Meta(min_length=1)]


class ResidentPremiumRule(
    DatedRule[ResidentPremiumPeriod], frozen=True, tag="resident_premium", tag_field="kind"
):
    """What an area's residents pay themselves (城乡居民医保个人缴费)."""


class TermsPeriod(Period, frozen=True, kw_only=True):
    """Terms that are said and never computed."""

    says: Annotated[tuple[Text, ...], Meta(min_length=1)]
    """Each a short sentence."""


class WaitingPeriodRule(
    DatedRule[TermsPeriod], frozen=True, tag="waiting_period", tag_field="kind"
):
    """How long new members and those with a gap wait for benefits (等待期)."""

    insurance_status: InsuranceStatus

    @property
    def whom(self) -> str:
        """The group of people."""
        return self.insurance_status


class IncentiveRule(DatedRule[TermsPeriod], frozen=True, tag="incentive", tag_field="kind"):
    """What staying in and claiming nothing earns (连续参保、零报销激励)."""

    insurance_status: InsuranceStatus

    @property
    def whom(self) -> str:
        """The group of people."""
        return self.insurance_status
