"""The file of an office's own rules: read with all that is wrong with it, and written."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Annotated, Any, Literal, TypeVar, cast

import msgspec
from msgspec import Meta, Struct, field

from yibao.policy.loading import json_text
from yibao.policy.loading.checks import check_layer
from yibao.policy.loading.forms import form_problems
from yibao.policy.loading.problems import Placed, PolicyProblem
from yibao.policy.loading.reading import is_faulty
from yibao.policy.places.regions import with_direct
from yibao.policy.references import Reference
from yibao.policy.rules.kinds import Rule
from yibao.policy.store import PolicyStore
from yibao.policy.terms import AreaCode, Identifier, PolicyRecord
from yibao.policy.timeline import Base, KeptIn, RuleLayer

SCHEMA = "../policy/schema/office.schema.json"
VERSION = 1
LARGEST = 4 * 1024 * 1024
"""Bytes; what is larger is no file of an office."""
REMEMBERED = 500
"""Changes."""

Record = TypeVar("Record", bound=PolicyRecord)
Json = dict[str, Any]
Doing = Literal["entered", "replaced", "ended", "taken_back", "confirmed", "imported"]


class Change(PolicyRecord, frozen=True):
    """What was done to a rule, and when; never who did it."""

    at: datetime
    what: Doing
    rule: Identifier
    area: AreaCode
    start_date: date | None


class OfficeFile(PolicyRecord, frozen=True):
    """An office's own rules, with their sources and the latest changes."""

    schema: str = field(name="$schema", default=SCHEMA)
    version: Literal[1] = 1
    references: tuple[Reference, ...] = ()
    rules: tuple[Rule, ...] = ()
    history: Annotated[tuple[Change, ...], Meta(max_length=REMEMBERED)] = ()
    """The latest last."""
    bases: tuple[Base, ...] = ()
    """What the program said on the days of each period when it was entered or looked at again."""

    def layer(self, kept_in: KeptIn) -> RuleLayer:
        """The rules as a layer of the store."""
        return RuleLayer(
            layer="office",
            rules=self.rules,
            references=self.references,
            kept_in=kept_in,
            bases=self.bases,
        )


class OfficeReading(Struct, frozen=True):
    """What a file holds, as far as it is sound, and everything wrong with the rest."""

    file: OfficeFile
    problems: tuple[PolicyProblem, ...]
    rules: tuple[Placed[Rule], ...]
    """The sound rules, each with the place it was read from."""


class DamagedOfficeFileError(ValueError):
    """Content that is no file of an office."""

    def __init__(self, problem: PolicyProblem) -> None:
        super().__init__(f"{problem.path}: {problem.kind} {problem.found}")
        self.problem = problem


class NewerOfficeFileError(Exception):
    """A file that was written by a newer program; it must be left as it is."""


def encode(file: OfficeFile) -> bytes:
    """The content of the file on disk, for people to read as well."""
    return msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n"


def read_office(content: bytes, name: str, below: PolicyStore) -> OfficeReading:
    """The file as far as it fits the store that it is to be laid over.

    Raises DamagedOfficeFileError where it is no such file at all, NewerOfficeFileError where only a
    newer program can read it.
    """
    document, doubled = _document(content, name)
    problems = [
        PolicyProblem(name, path, "duplicate_key", path.rpartition(".")[2]) for path in doubled
    ]
    try:
        file = msgspec.convert(document, OfficeFile)
    except msgspec.ValidationError as error:
        file, found = _well_formed(document, name)
        problems += found or [PolicyProblem(name, "$", "wrong_value", str(error))]
        references = _placed(document, name, "references", Reference)
        rules = _placed(document, name, "rules", cast(type[Rule], Rule))
    else:
        references = [Placed(name, f"$.references[{i}]", r) for i, r in enumerate(file.references)]
        rules = [Placed(name, f"$.rules[{i}]", rule) for i, rule in enumerate(file.rules)]
    table = with_direct(below.regions, (placed.record.area for placed in rules))
    problems += check_layer(table, below.references, references, rules)
    faulty = {(problem.file, problem.path) for problem in problems}
    sound = tuple(placed for placed in rules if not is_faulty(placed, faulty))
    good = tuple(r.record for r in references if not is_faulty(r, faulty))
    file = msgspec.structs.replace(
        file, references=good, rules=tuple(placed.record for placed in sound)
    )
    return OfficeReading(file, tuple(problems), sound)


def _document(content: bytes, name: str) -> tuple[Json, list[str]]:
    """The document in the form of today, and its keys that stand twice."""
    if len(content) > LARGEST:
        raise DamagedOfficeFileError(PolicyProblem(name, "$", "too_large", str(len(content))))
    try:
        document, doubled = json_text.parse(content)
    except json_text.MalformedJsonError as error:
        found = f"{error.line}:{error.column}"
        raise DamagedOfficeFileError(PolicyProblem(name, "$", "not_json", found)) from error
    if not isinstance(document, dict):
        problem = PolicyProblem(name, "$", "wrong_value", type(document).__name__, ("object",))
        raise DamagedOfficeFileError(problem)
    return _migrated(cast(Json, document), name), doubled


def _migrated(document: Json, name: str) -> Json:
    version = document.get("version", 0)
    if type(version) is not int or version < 0:
        problem = PolicyProblem(name, "$.version", "wrong_value", str(version)[:20], ("1",))
        raise DamagedOfficeFileError(problem)
    if version > VERSION:
        raise NewerOfficeFileError(str(version)[:20])
    for older in range(version, VERSION):
        document = MIGRATIONS[older](document)
    return document


def _from_plain_rules(document: Json) -> Json:
    """Rules and sources in the form of the embedded files, as they are written by hand."""
    return document | {"version": 1}


MIGRATIONS: Mapping[int, Callable[[Json], Json]] = {0: _from_plain_rules}
"""From each form before today's to the next."""


def _well_formed(document: Json, name: str) -> tuple[OfficeFile, list[PolicyProblem]]:
    """A file without its lists of records, and what is wrong with the form of all."""
    problems = [
        PolicyProblem(name, found.path, found.kind, found.found, found.allowed)
        for found in form_problems(document, OfficeFile)
    ]
    history = tuple(placed.record for placed in _placed(document, name, "history", Change))
    bases = tuple(placed.record for placed in _placed(document, name, "bases", Base))
    return OfficeFile(history=history[-REMEMBERED:], bases=bases), problems


def _placed(document: Json, name: str, key: str, each: type[Record]) -> list[Placed[Record]]:
    """The records of a list that have the right form."""
    listed = document.get(key)
    good: list[Placed[Record]] = []
    for i, item in enumerate(cast(list[Any], listed) if isinstance(listed, list) else []):
        with suppress(msgspec.ValidationError):
            good.append(Placed(name, f"$.{key}[{i}]", msgspec.convert(item, each)))
    return good
