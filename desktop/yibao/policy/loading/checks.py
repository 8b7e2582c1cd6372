"""What the form of a policy file cannot say: ids, places, dates and sources that fit."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import get_args

from yibao.policy.loading.credit_checks import check_credit
from yibao.policy.loading.problems import Placed, PolicyProblem
from yibao.policy.places.regions import Region, RegionTable
from yibao.policy.references import Reference
from yibao.policy.rules.contribution_rules import ContributionPeriod, Sex
from yibao.policy.rules.credit_rules import CreditPeriod
from yibao.policy.rules.kinds import Rule
from yibao.policy.rules.periods import Period
from yibao.policy.rules.retirement_rules import RetirementPeriod, WorkerCategory
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
    for placed in rules:
        problems += _check_rule(placed, table, known)
    return problems


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
    yield from _check_dates(placed, rule.periods)
    for i, period in enumerate(rule.periods):
        at = f".periods[{i}]"
        yield from _check_references(placed, at, period.references, known)
        if isinstance(period, CreditPeriod):
            yield from check_credit(placed, at, period, table)
        if isinstance(period, RetirementPeriod) and not _groups_cover(period):
            yield placed.problem("groups", "", f"{at}.groups")
        if isinstance(period, CreditPeriod | ContributionPeriod):
            for j, other in enumerate(period.contested):
                inside = f"{at}.contested[{j}]"
                yield from _check_references(placed, inside, other.references, known)


def _groups_cover(period: RetirementPeriod) -> bool:
    """Whether each sex has a group, one for all or one for each category of workers."""
    for sex in get_args(Sex):
        found = [group.worker_category for group in period.groups if group.sex == sex]
        if found != [None] and sorted(map(str, found)) != sorted(get_args(WorkerCategory)):
            return False
    return True


def _check_references(
    placed: Placed[Rule], at: str, ids: Sequence[str], known: set[str]
) -> Iterator[PolicyProblem]:
    for i, id_ in enumerate(ids):
        if id_ not in known:
            yield placed.problem("unknown_reference", id_, f"{at}.references[{i}]")


def _check_dates(placed: Placed[Rule], periods: Sequence[Period]) -> Iterator[PolicyProblem]:
    """Periods stand in order of time, without an overlap and without a gap not declared."""
    for i, period in enumerate(periods):
        if period.start_date and period.end_date and period.end_date < period.start_date:
            yield placed.problem("dates", str(period.end_date), f".periods[{i}].end_date")
        if i == 0:
            continue
        last, at = periods[i - 1].end_date or date.max, f".periods[{i}].start_date"
        if last == date.max or period.start_date is None:
            yield placed.problem("overlap", str(period.start_date), at)
            continue
        next_day = last + timedelta(days=1)
        if period.start_date < next_day:
            yield placed.problem("overlap", str(period.start_date), at)
        elif (period.start_date > next_day) != period.after_gap:
            yield placed.problem("gap", str(period.start_date), at)


def check_confirmations(rules: Iterable[Placed[Rule]], today: date) -> Iterator[PolicyProblem]:
    """Nothing can have been confirmed on a day still to come."""
    for placed in rules:
        for i, period in enumerate(placed.record.periods):
            if period.confirmed_on and period.confirmed_on > today:
                found = str(period.confirmed_on)
                yield placed.problem("future", found, f".periods[{i}].confirmed_on")
