"""The statutory retirement age."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from yibao.policy.rules.contribution_rules import Sex
from yibao.policy.rules.periods import DatedRule, Period
from yibao.policy.terms import PolicyRecord, Text

WorkerCategory = Literal["cadre", "worker"]
"""Of women: whose retirement age was 55 (`cadre`) or 50 (`worker`)."""
RetirementInput = Literal["born", "sex", "worker_category"]
HalfYears = Annotated[str, Meta(pattern=r"^[1-9][0-9](\.[05])?$")]
"""Years as text, to the half year: "15.5"."""


class RetirementGroup(PolicyRecord, frozen=True):
    """Whose retirement is put off, from which births on, and how fast."""

    sex: Sex
    worker_category: WorkerCategory | None
    """Null where the sex alone decides."""
    old_age: Annotated[int, Meta(ge=40, le=70)]
    """Years of age at which the group retired before."""
    first_birth: date
    """First day of the first month of births that is put off."""
    births_a_month: Annotated[int, Meta(ge=1, le=12)]
    """How many months of births share each month that is put off."""
    most: Annotated[int, Meta(ge=1, le=120)]
    """Months that it is put off at most."""


class MinimumPensionYears(PolicyRecord, frozen=True):
    """Least years of pension insurance; not the years of medical insurance."""

    years: HalfYears
    """Until the first rise."""
    first_rise: Annotated[int, Meta(ge=2000, le=2100)]
    """Calendar year of the first rise."""
    yearly_rise: Annotated[str, Meta(pattern=r"^[0-9](\.[0-9])?$")]
    most: HalfYears


class RetirementGiven(PolicyRecord, frozen=True):
    """The inputs of an example."""

    born: date
    sex: Sex
    worker_category: WorkerCategory | None = None


class RetirementExpected(PolicyRecord, frozen=True):
    """What must come out of an example."""

    age_years: int
    age_months: int
    month: date
    """First day of the month of retirement."""


class RetirementExample(PolicyRecord, frozen=True):
    """Inputs with the exact result that the rule must give."""

    given: RetirementGiven
    expected: RetirementExpected


class RetirementPeriod(Period, frozen=True, kw_only=True):
    """The ages during a period."""

    groups: Annotated[tuple[RetirementGroup, ...], Meta(min_length=1)]
    elective_months: Annotated[int, Meta(ge=0, le=120)]
    """How many months earlier or later one may choose to retire."""
    minimum_pension_years: MinimumPensionYears
    notices: tuple[Text, ...] = ()
    elective_notices: tuple[Text, ...] = ()
    """What is said to those who may choose another month."""
    examples: Annotated[tuple[RetirementExample, ...], Meta(min_length=1)]


class RetirementAgeRule(
    DatedRule[RetirementPeriod], frozen=True, tag="retirement_age", tag_field="kind"
):
    """When people retire by law."""
