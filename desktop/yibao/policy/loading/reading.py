"""Policy files from disk to a store, or to the list of everything wrong with them."""

from collections.abc import Mapping, Set
from pathlib import Path
from typing import Annotated, cast

import msgspec
from msgspec import Meta, Struct

from yibao.policy.loading.checks import check_store
from yibao.policy.loading.files import REFERENCES, REGIONS
from yibao.policy.loading.problems import Placed, PolicyError, PolicyProblem, ProblemKind
from yibao.policy.loading.records import RecordReader
from yibao.policy.places.regions import Region, RegionTable, with_direct
from yibao.policy.references import Reference
from yibao.policy.rules.kinds import Rule
from yibao.policy.store import PolicyStore
from yibao.policy.terms import PolicyRecord


class RegionsFile(PolicyRecord, frozen=True):
    """The form of regions.json."""

    schema: str = msgspec.field(name="$schema")
    regions: Annotated[tuple[Region, ...], Meta(min_length=1)]


class ReferencesFile(PolicyRecord, frozen=True):
    """The form of references.json."""

    schema: str = msgspec.field(name="$schema")
    references: Annotated[tuple[Reference, ...], Meta(min_length=1)]


class RulesFile(PolicyRecord, frozen=True):
    """The form of every file in rules/."""

    schema: str = msgspec.field(name="$schema")
    rules: tuple[Rule, ...]


class PolicyReading(Struct, frozen=True):
    """What the files hold, as far as it is sound, and everything wrong with the rest."""

    store: PolicyStore
    rules: list[Placed[Rule]]
    """The sound rules, each with the place it was read from."""
    problems: list[PolicyProblem]


def read_store(files: Mapping[str, Path]) -> PolicyStore:
    """The store that the files make; raises PolicyError with all that is wrong with them."""
    reading = read_policy(files)
    if reading.problems:
        raise PolicyError(reading.problems)
    return reading.store


def read_policy(files: Mapping[str, Path]) -> PolicyReading:
    """Everything in the files, good and bad, for those who check them."""
    reader = RecordReader(files)
    regions = reader.records(REGIONS, RegionsFile, "regions", Region)
    references = reader.records(REFERENCES, ReferencesFile, "references", Reference)
    rules = [
        placed
        for name in files
        if name not in (REGIONS, REFERENCES)
        for placed in reader.records(name, RulesFile, "rules", cast(type[Rule], Rule))
    ]
    table = _region_table(regions, rules)
    problems = reader.problems
    if regions and references:
        problems += check_store(table, regions, references, rules)
    else:
        rules = []
    faulty = {(problem.file, problem.path) for problem in problems}
    sound = [placed for placed in rules if not is_faulty(placed, faulty)] if faulty else rules
    store = PolicyStore(table, (r.record for r in references), (r.record for r in sound))
    return PolicyReading(store, sound, _causes(problems))


def _causes(problems: list[PolicyProblem]) -> list[PolicyProblem]:
    """All but what only follows from a list that is itself faulty: that something is not in it."""
    files = {problem.file for problem in problems}
    lists: dict[ProblemKind, str] = {"unknown_reference": REFERENCES, "unknown_region": REGIONS}
    follows = {kind: file for kind, file in lists.items() if file in files}
    return [p for p in problems if p.file == follows.get(p.kind, p.file)]


def is_faulty(placed: Placed[PolicyRecord], faulty: Set[tuple[str, str]]) -> bool:
    """Whether anything is wrong with the record or inside it."""
    return any(
        file == placed.file and f"{path}.".startswith(f"{placed.path}.") for file, path in faulty
    )


def _region_table(regions: list[Placed[Region]], rules: list[Placed[Rule]]) -> RegionTable:
    """All regions, with 省直 added wherever a rule exists for the people of a province itself."""
    table = RegionTable(placed.record for placed in regions)
    return with_direct(table, (placed.record.area for placed in rules))
