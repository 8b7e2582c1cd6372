"""Two offices' rules beside each other: what differs, and one file made of both."""

from collections.abc import Collection
from datetime import datetime
from typing import Literal

import msgspec
from msgspec import Struct

from yibao.policy.office.edits import (
    cited_by,
    overlap,
    remember,
    rule_about,
    with_period,
    without_idle_references,
)
from yibao.policy.office.office_file import OfficeFile
from yibao.policy.references import Reference
from yibao.policy.rules.kinds import Rule
from yibao.policy.rules.periods import Period
from yibao.policy.store import PolicyStore

Kind = Literal["added", "changed", "gone"]


class Difference(Struct, frozen=True):
    """One period that the two files do not have alike."""

    kind: Kind
    """Only theirs · both speak of the same days and differ, which has to be decided · only ours."""
    rule: Rule
    """Theirs; ours where it is gone."""
    period: Period
    ours: tuple[Period, ...] = ()
    """Our periods that would give way to theirs."""

    @property
    def key(self) -> str:
        """By what it is named when it is decided: RULE_ID@2025-01-01."""
        start = self.period.start_date
        return f"{self.rule.id}@{start.isoformat() if start else 'open'}"


def export(file: OfficeFile, store: PolicyStore) -> OfficeFile:
    """The rules with every source they cite, also those that the program brings; no history.

    What lies below them is another computer's own matter.
    """
    used = sorted({id_ for rule in file.rules for id_ in cited_by(rule)})
    own = {r.id: r for r in file.references}
    references = tuple(own.get(id_) or store.references[id_] for id_ in used)
    return OfficeFile(references=references, rules=file.rules)


def differences(ours: OfficeFile, theirs: OfficeFile) -> tuple[Difference, ...]:
    """What an import would add or change, and what only we have."""
    found: list[Difference] = []
    for rule in theirs.rules:
        held = rule_about(ours, rule)
        for period in rule.periods:
            touched = tuple(p for p in (held.periods if held else ()) if overlap(p, period))
            if not _alike(touched, period, ours, theirs):
                kind: Kind = "changed" if touched else "added"
                found.append(Difference(kind, rule, period, touched))
    for rule in ours.rules:
        other = rule_about(theirs, rule)
        for period in rule.periods:
            if not any(overlap(p, period) for p in (other.periods if other else ())):
                found.append(Difference("gone", rule, period))
    return tuple(found)


def take_in(
    ours: OfficeFile, theirs: OfficeFile, taken: Collection[str], at: datetime
) -> OfficeFile:
    """Our file with all that they have more, and of what differs that which is `taken`, by key.

    What only we have stays.
    """
    merged = ours
    for difference in differences(ours, theirs):
        accepted = difference.kind == "added" or difference.key in taken
        if accepted and difference.kind != "gone":
            merged = _with(merged, difference, theirs.references, at)
    return without_idle_references(merged)


def _with(
    file: OfficeFile, difference: Difference, references: tuple[Reference, ...], at: datetime
) -> OfficeFile:
    rule, period = difference.rule, difference.period
    own = msgspec.structs.replace(rule, periods=(period,))
    merged = with_period(file, own, references)
    return remember(merged, "imported", rule_about(merged, rule) or rule, period.start_date, at)


def _alike(
    touched: tuple[Period, ...], period: Period, ours: OfficeFile, theirs: OfficeFile
) -> bool:
    """Whether we have just this period, from the same sources."""
    return len(touched) == 1 and _plain(touched[0], ours) == _plain(period, theirs)


def _plain(period: Period, file: OfficeFile) -> object:
    held = {r.id: r for r in file.references}
    sources = tuple(held.get(id_, id_) for id_ in period.references)
    return msgspec.structs.replace(period, after_gap=False), sources
