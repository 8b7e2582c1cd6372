"""The files of a pack: what it says of itself, and rules in the form of the embedded ones."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct, field

from yibao.policy.loading import json_text
from yibao.policy.loading.checks import check_layer
from yibao.policy.loading.problems import Placed, PolicyProblem
from yibao.policy.pack.refusal import PackRefusedError
from yibao.policy.places.regions import with_direct
from yibao.policy.references import Reference
from yibao.policy.rules.kinds import Rule
from yibao.policy.store import PolicyStore, subject
from yibao.policy.terms import PolicyRecord, Text
from yibao.policy.timeline import Issue, RuleLayer

FOLDER = "yibao-pack"
"""Of a pack on a stick."""
METADATA = "metadata"
"""Of The Update Framework, in a pack and in what is kept of one."""
NOTE = "pack.json"
FORM = 1
LARGEST = 4 * 1024 * 1024
"""Bytes of one file."""
MOST_FILES = 64
RULES_OF = len("rules/")

FILE_NAME = r"^rules/[0-9]{2}[a-z0-9-]{0,60}\.json$"
FileName = Annotated[str, Meta(pattern=FILE_NAME)]
"""The two digits are those with which the code of every area in it begins; 00 is the nation."""
Form = TypeVar("Form", bound=PolicyRecord)


class PackNote(PolicyRecord, frozen=True):
    """What a pack says of itself."""

    form: Literal[1]
    issuer: Text
    issued_on: date
    number: Annotated[int, Meta(ge=1, le=999_999)]
    """Which of the issuer's it is, counted from 1."""
    files: Annotated[tuple[FileName, ...], Meta(min_length=1, max_length=MOST_FILES)]

    @property
    def issue(self) -> Issue:
        """By whom and when it was issued."""
        return Issue(self.issuer, self.issued_on, self.number)


class PackFile(PolicyRecord, frozen=True):
    """The form of every file of rules in a pack."""

    schema: str = field(name="$schema")
    references: tuple[Reference, ...] = ()
    rules: tuple[Rule, ...] = ()


class PackReading(Struct, frozen=True):
    """What the files of a pack hold, and everything that is wrong with them."""

    note: PackNote
    layer: RuleLayer
    rules: tuple[Placed[Rule], ...]
    problems: tuple[PolicyProblem, ...]

    @property
    def provinces(self) -> tuple[str, ...]:
        """Codes of the provinces that it has rules for, and of the nation."""
        return tuple(sorted({f"{rule.area[:2]}0000" for rule in self.layer.rules}))


def read_note(content: bytes) -> PackNote:
    """What a pack says of itself; raises PackRefusedError."""
    document, problems = _document(content, NOTE)
    form = json_text.look_up(document, "$.form")
    if type(form) is int and form > FORM:
        raise PackRefusedError("newer", NOTE)
    try:
        note = msgspec.convert(document, PackNote)
    except msgspec.ValidationError as error:
        raise PackRefusedError("damaged", NOTE) from error
    if problems:
        raise PackRefusedError("damaged", NOTE)
    return note


def encode_note(note: PackNote) -> bytes:
    """The content of its file, for people to read as well."""
    return msgspec.json.format(msgspec.json.encode(note), indent=2) + b"\n"


def read_pack(files: Mapping[str, bytes], below: PolicyStore) -> PackReading:
    """The rules of a pack, as they would lie over a store.

    Raises PackRefusedError where it is no pack, or has a rule in a file that is not of the rule's
    province; everything else that is wrong is among the problems.
    """
    note = read_note(files[NOTE])
    problems: list[PolicyProblem] = []
    references: list[Placed[Reference]] = []
    rules: list[Placed[Rule]] = []
    for name in note.files:
        held = _file(files[name], name, problems)
        references += [Placed(name, f"$.references[{i}]", r) for i, r in enumerate(held.references)]
        rules += [Placed(name, f"$.rules[{i}]", rule) for i, rule in enumerate(held.rules)]
    _refuse_crossed(rules)
    table = with_direct(below.regions, (placed.record.area for placed in rules))
    problems += check_layer(table, below.references, references, rules)
    problems += _names_taken(rules, below)
    layer = RuleLayer(
        layer="pack",
        rules=tuple(placed.record for placed in rules),
        references=tuple(placed.record for placed in references),
        issue=note.issue,
    )
    return PackReading(note, layer, tuple(rules), tuple(problems))


def digest(files: Mapping[str, bytes]) -> str:
    """By which it is known again whether the files are what they were."""
    from hashlib import sha256  # noqa: PLC0415 - brings OpenSSL along, for packs alone

    whole = sha256()
    for name in sorted(files):
        whole.update(f"{name} {sha256(files[name]).hexdigest()}\n".encode())
    return whole.hexdigest()


def _file(content: bytes, name: str, problems: list[PolicyProblem]) -> PackFile:
    document, found = _document(content, name)
    problems += found
    try:
        return msgspec.convert(document, PackFile)
    except msgspec.ValidationError as error:
        from yibao.policy.loading.forms import form_problems  # noqa: PLC0415 - only for faulty ones

        wrong = [
            PolicyProblem(name, each.path, each.kind, each.found, each.allowed)
            for each in form_problems(document, PackFile)
        ]
        problems += wrong or [PolicyProblem(name, "$", "wrong_value", str(error))]
        return PackFile(schema="")


def _document(content: bytes, name: str) -> tuple[Any, list[PolicyProblem]]:
    try:
        document, doubled = json_text.parse(content)
    except json_text.MalformedJsonError as error:
        raise PackRefusedError("damaged", name) from error
    return document, [
        PolicyProblem(name, path, "duplicate_key", path.rpartition(".")[2]) for path in doubled
    ]


def _refuse_crossed(rules: list[Placed[Rule]]) -> None:
    """Whoever may sign a province's file may say nothing of any other."""
    for placed in rules:
        if not placed.record.area.startswith(placed.file[RULES_OF : RULES_OF + 2]):
            raise PackRefusedError("crossed", placed.record.area)


def _names_taken(rules: list[Placed[Rule]], below: PolicyStore) -> Iterator[PolicyProblem]:
    """A rule must not go by the name of one that is about something else."""
    for placed in rules:
        held = below.rules.get(placed.record.id)
        if held is not None and subject(held) != subject(placed.record):
            yield placed.problem("twice", placed.record.id, ".id")
