"""What is wrong with a policy file, and where."""

from typing import Generic, Literal, TypeVar

from msgspec import Struct

from yibao.policy.terms import PolicyRecord

Record_co = TypeVar("Record_co", bound=PolicyRecord, covariant=True)

ProblemKind = Literal[
    "unreadable",
    "not_json",
    "too_large",
    "newer",
    "duplicate_key",
    "wrong_value",
    "unknown_field",
    "missing_field",
    "unknown_region",
    "unknown_reference",
    "twice",
    "two_rules",
    "bands",
    "ages",
    "stretches",
    "groups",
    "dates",
    "future",
    "overlap",
    "gap",
    "rounding",
    "range",
    "deduction",
    "month",
    "base",
    "example",
]


class PolicyProblem(Struct, frozen=True):
    """One thing that keeps a policy file from being used."""

    file: str
    """Name of the file, from the policy folder."""
    path: str
    """JSON path of the place: `$.rules[0].periods[1].method.rate`."""
    kind: ProblemKind
    found: str
    """What stands there, or what the reader of the file made of it."""
    allowed: tuple[str, ...] = ()
    """What may stand there, in words such as `text` or `one_of`; see `forms`."""


class Placed(Struct, Generic[Record_co], frozen=True, gc=False):
    """A record with the file and the JSON path that it was read from."""

    file: str
    path: str
    record: Record_co

    def problem(self, kind: ProblemKind, found: str, at: str = "") -> PolicyProblem:
        """Something wrong with the record, at a path inside it."""
        return PolicyProblem(self.file, self.path + at, kind, found)


class PolicyError(Exception):
    """Policy files that cannot be used; `problems` says all that is wrong with them."""

    def __init__(self, problems: list[PolicyProblem]) -> None:
        super().__init__("; ".join(f"{p.file} {p.path}: {p.kind} {p.found}" for p in problems))
        self.problems = problems
