"""How many years of contributions an area asks for, before its benefits last for life."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from yibao.policy.rules.periods import DatedRule, Period, References
from yibao.policy.terms import AreaCode, InsuranceStatus, PolicyRecord, Text

HALF_YEARS = r"^[1-4]?[0-9]\.5$"
Years = Annotated[int, Meta(ge=1, le=50)] | Annotated[str, Meta(pattern=HALF_YEARS)]
"""Years of contributions: 25, or to the half year as text: "21.5"."""
Months = Annotated[int, Meta(ge=0, le=1200)]
"""Months of contributions."""

Sex = Literal["male", "female"]
ContributionInput = Literal[
    "sex", "paid_years", "actual_years", "retires_on", "enrolled", "work_start", "scheme_start"
]
"""What a requirement may need to know of a person, by the names of the command line."""
ContributionStatus = Literal["met", "short", "missing", "not_applicable", "no_rule"]
Counted = Literal["anywhere", "here", "province"]
"""Where years must have been paid to count as actually paid."""
WayOut = Literal["lump_sum", "monthly", "resident_insurance"]
"""What can be done about a shortfall: pay it at once, pay on by the month, or change over to the
resident scheme."""


class YearsBySex(PolicyRecord, frozen=True):
    """The same requirement for everyone, or one for each sex."""

    men: Years
    women: Years


class ActualYears(PolicyRecord, frozen=True):
    """Years that must have been paid, not only counted as paid (视同缴费)."""

    years: Years
    counted: Counted
    only_with_deemed: bool = False
    """Whether this is asked only of those whose cumulative years hold deemed ones."""


class YearsRequired(PolicyRecord, frozen=True, tag="years", tag_field="type"):
    """Cumulative years, deemed ones included, and perhaps some that were actually paid."""

    cumulative: YearsBySex
    actual: ActualYears | None = None
    unbroken: Years | None = None
    """Years in a row that are enough instead of the cumulative ones."""
    deemed_at_most: YearsBySex | None = None
    """Up to how many deemed years (视同缴费) count."""


class Stretch(PolicyRecord, frozen=True):
    """What is asked of those who began to work up to a day."""

    until: date | None
    """Last day on which the work began; null for all later ones."""
    years: Years


class YearsByStartOfWork(PolicyRecord, frozen=True, tag="by_start_of_work", tag_field="type"):
    """Cumulative years that depend on when somebody began to work."""

    before_scheme: Years
    """For those who began before the area's scheme did, on a day that the form asks for."""
    stretches: Annotated[tuple[Stretch, ...], Meta(min_length=2)]
    """For all others, from the earliest begin of work to the latest."""
    actual: ActualYears | None = None


class NoYearsRequired(PolicyRecord, frozen=True, tag="none", tag_field="type"):
    """No number of years ends the payments: one pays every year."""


Requirement = YearsRequired | YearsByStartOfWork | NoYearsRequired


class ContributionGiven(PolicyRecord, frozen=True):
    """The inputs of an example."""

    sex: Sex | None = None
    paid_months: Months | None = None
    actual_months: Months | None = None
    deemed_included: bool | None = None
    unbroken_months: Months | None = None
    work_start: date | None = None
    scheme_start: date | None = None


class ContributionExpected(PolicyRecord, frozen=True):
    """What must come out of an example; shortfalls in months."""

    status: ContributionStatus
    cumulative_short: Months = 0
    actual_short: Months = 0
    missing: tuple[ContributionInput, ...] = ()


class ContributionExample(PolicyRecord, frozen=True):
    """Inputs with the exact result that the rule must give."""

    given: ContributionGiven
    expected: ContributionExpected


class OtherRequirement(PolicyRecord, frozen=True):
    """What another source of like standing says instead."""

    requirement: Requirement
    references: References
    note: Text | None = None


class ContributionPeriod(Period, frozen=True, kw_only=True):
    """What is asked of those whose day lies in a period."""

    requirement: Requirement
    ways_out: tuple[WayOut, ...] = ()
    """Those that a source states for the area; empty where none does."""
    recognises: tuple[AreaCode, ...] = ()
    """Areas whose contribution years count here as well, and the other way round."""
    conditions: tuple[Text, ...] = ()
    """What changes what is asked, for some or for all: the visitor is told."""
    notices: tuple[Text, ...] = ()
    at_limit: Text | None = None
    """What is open for somebody who has exactly the cumulative years that are asked for."""
    contested: tuple[OtherRequirement, ...] = ()
    examples: Annotated[tuple[ContributionExample, ...], Meta(min_length=1)]


class ContributionRule(
    DatedRule[ContributionPeriod], frozen=True, tag="contribution_years", tag_field="kind"
):
    """The years that an area asks for (缴费年限) of one group of people."""

    insurance_status: InsuranceStatus
    """`in_service` for the employee scheme; `flexible` where they are asked for something else;
    `resident`."""
    date_basis: Literal["retirement_date", "enrolment_date"]
    """Which day of the person's decides the period."""
    above_local_rules: bool = False
    """Whether it goes before the rules of the areas inside this one."""

    @property
    def whom(self) -> str:
        """The group of people."""
        return self.insurance_status
