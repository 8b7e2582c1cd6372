"""What the form of a policy file cannot say: ids, places, dates and sources that fit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from yibao.policy.loading.content_checks import (
    check_contribution,
    check_offers,
    check_resident_premium,
    check_retirement,
)
from yibao.policy.loading.credit_checks import check_credit
from yibao.policy.loading.dates import check_dates, dated_parts
from yibao.policy.loading.problems import Placed, PolicyProblem
from yibao.policy.places.regions import Region, RegionTable
from yibao.policy.references import Reference
from yibao.policy.rules.contribution_rules import ContributionPeriod
from yibao.policy.rules.credit_rules import CreditPeriod
from yibao.policy.rules.kinds import Rule
from yibao.policy.rules.periods import Period
from yibao.policy.rules.premium_rules import FlexiblePremiumPeriod, ResidentPremiumPeriod
from yibao.policy.rules.retirement_rules import RetirementPeriod
from yibao.policy.rules.shortfall_rules import ShortfallPeriod
from yibao.policy.store import subject
from yibao.policy.terms import NATION, PolicyRecord


def check_store(
    table: RegionTable,
    regions: Sequence[Placed[Region]],
    references: Sequence[Placed[Reference]],
    rules: Sequence[Placed[Rule]],
) -> list[PolicyProblem]:
    """Everything wrong with records that each have the right form."""
    known = {placed.record.id for placed in references}
    problems = [
        *_twice(regions, [placed.record.code for placed in regions], ".code"),
        *_twice(references, [placed.record.id for placed in references], ".id"),
        *_twice(rules, [placed.record.id for placed in rules], ".id"),
        *_two_rules(rules),
        *_without_parent(regions, table),
    ]
    return problems + [p for placed in rules for p in _check_rule(placed, table, known)]


def check_layer(
    table: RegionTable,
    below: Mapping[str, Reference],
    references: Sequence[Placed[Reference]],
    rules: Sequence[Placed[Rule]],
) -> list[PolicyProblem]:
    """Everything wrong with a layer's records, which may cite the sources `below` as well."""
    own = {placed.record.id for placed in references}
    known = {*own, *below}
    problems = [
        *_twice(references, [placed.record.id for placed in references], ".id"),
        *_twice(rules, [placed.record.id for placed in rules], ".id"),
        *_two_rules(rules),
    ]
    for placed in references:
        if below.get(placed.record.id, placed.record) != placed.record:
            problems.append(placed.problem("twice", placed.record.id, ".id"))
            known.discard(placed.record.id)
    return problems + [p for placed in rules for p in _check_rule(placed, table, known)]


def _twice(
    records: Sequence[Placed[PolicyRecord]], ids: Sequence[str], at: str
) -> Iterator[PolicyProblem]:
    seen: set[str] = set()
    for placed, id_ in zip(records, ids, strict=True):
        if id_ in seen:
            yield placed.problem("twice", id_, at)
        seen.add(id_)


def _without_parent(
    regions: Sequence[Placed[Region]], table: RegionTable
) -> Iterator[PolicyProblem]:
    for placed in regions:
        parent = table.parent(placed.record.code)
        if placed.record.code == NATION or (parent != NATION and parent not in table):
            yield placed.problem("unknown_region", placed.record.code, ".code")


def _two_rules(rules: Iterable[Placed[Rule]]) -> Iterator[PolicyProblem]:
    """One area has one rule for one group of people; its periods say what held when."""
    seen: set[tuple[str, str, str]] = set()
    for placed in rules:
        about = subject(placed.record)
        if about in seen:
            yield placed.problem("two_rules", " ".join(about))
        seen.add(about)


def _check_rule(
    placed: Placed[Rule], table: RegionTable, known: set[str]
) -> Iterator[PolicyProblem]:
    rule = placed.record
    if rule.area != NATION and rule.area not in table:
        yield placed.problem("unknown_region", rule.area, ".area")
    yield from check_dates(placed)
    for i, period in enumerate(rule.periods):
        at = f".periods[{i}]"
        for inside, ids in cited(period):
            yield from _check_references(placed, f"{at}{inside}", ids, known)
        yield from _check_content(placed, at, period, table)


def _check_content(
    placed: Placed[Rule], at: str, period: Period, table: RegionTable
) -> Iterator[PolicyProblem]:
    if isinstance(period, CreditPeriod):
        yield from check_credit(placed, at, period, table)
    elif isinstance(period, ContributionPeriod):
        yield from check_contribution(placed, at, period, table)
    elif isinstance(period, ResidentPremiumPeriod):
        yield from check_resident_premium(placed, at, period)
    elif isinstance(period, ShortfallPeriod | FlexiblePremiumPeriod):
        yield from check_offers(placed, at, period.offers)
    elif isinstance(period, RetirementPeriod):
        yield from check_retirement(placed, at, period)


def cited(period: Period) -> Iterator[tuple[str, Sequence[str]]]:
    """The references of a period and of everything in it, each list with its path."""
    for at, part in dated_parts(period):
        yield f"{at}.references", part.references
    if isinstance(period, CreditPeriod):
        yield ".notice_references", period.notice_references
    if isinstance(period, CreditPeriod | ContributionPeriod):
        for i, other in enumerate(period.contested):
            yield f".contested[{i}].references", other.references


def _check_references(
    placed: Placed[Rule], at: str, ids: Sequence[str], known: set[str]
) -> Iterator[PolicyProblem]:
    for i, id_ in enumerate(ids):
        if id_ not in known:
            yield placed.problem("unknown_reference", id_, f"{at}[{i}]")
