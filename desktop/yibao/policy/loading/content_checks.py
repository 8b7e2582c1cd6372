"""What the form of years, premiums and retirement ages cannot say."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import get_args

from yibao.policy.loading.problems import Placed, PolicyProblem
from yibao.policy.places.regions import RegionTable
from yibao.policy.rules.contribution_rules import (
    ContributionPeriod,
    Requirement,
    Sex,
    YearsByStartOfWork,
)
from yibao.policy.rules.kinds import Rule
from yibao.policy.rules.premium_rules import ResidentPremium, ResidentPremiumPeriod
from yibao.policy.rules.prices import AddedShare, Offer, RateOfBase
from yibao.policy.rules.retirement_rules import RetirementPeriod, WorkerCategory


def check_contribution(
    placed: Placed[Rule], at: str, period: ContributionPeriod, table: RegionTable
) -> Iterator[PolicyProblem]:
    """Stretches out of order, and areas that nobody knows."""
    stated = [("", period.requirement)]
    stated += [(f".contested[{i}]", o.requirement) for i, o in enumerate(period.contested)]
    for inside, requirement in stated:
        if not _stretches_follow(requirement):
            yield placed.problem("stretches", "", f"{at}{inside}.requirement.stretches")
    for i, area in enumerate(period.recognises):
        if area not in table:
            yield placed.problem("unknown_region", area, f"{at}.recognises[{i}]")


def _stretches_follow(requirement: Requirement) -> bool:
    """Whether the days rise, and only the last stretch is open."""
    if not isinstance(requirement, YearsByStartOfWork):
        return True
    *ends, last = (stretch.until for stretch in requirement.stretches)
    days = [end for end in ends if end]
    return last is None and days == ends and days == sorted(set(days))


def check_offers(placed: Placed[Rule], at: str, offers: Sequence[Offer]) -> Iterator[PolicyProblem]:
    """A share of a base is added only where the price has one."""
    for i, offer in enumerate(offers):
        shares = any(isinstance(added, AddedShare) for added in offer.added)
        if shares and not isinstance(offer.price, RateOfBase):
            yield placed.problem("base", "", f"{at}.offers[{i}].added")


def check_resident_premium(
    placed: Placed[Rule], at: str, period: ResidentPremiumPeriod
) -> Iterator[PolicyProblem]:
    """Ages that end before they begin, and an enrolment that does."""
    for i, premium in enumerate(period.premiums):
        if not _in_order(premium):
            found = f"{premium.from_age} {premium.to_age}"
            yield placed.problem("ages", found, f"{at}.premiums[{i}]")
    enrolment = period.enrolment
    if enrolment and (enrolment.from_date or date.min) > (enrolment.to_date or date.max):
        yield placed.problem("dates", str(enrolment.to_date), f"{at}.enrolment.to_date")


def _in_order(premium: ResidentPremium) -> bool:
    if premium.from_age is None:
        return premium.to_age is None
    return premium.to_age is None or premium.from_age < premium.to_age


def check_retirement(
    placed: Placed[Rule], at: str, period: RetirementPeriod
) -> Iterator[PolicyProblem]:
    """Each sex has a group, one for all or one for each category of workers."""
    of_sex: dict[Sex, list[str | None]] = {sex: [] for sex in get_args(Sex)}
    for group in period.groups:
        of_sex[group.sex].append(group.worker_category)
    each = sorted(get_args(WorkerCategory))
    if any(found != [None] and sorted(map(str, found)) != each for found in of_sex.values()):
        yield placed.problem("groups", "", f"{at}.groups")
