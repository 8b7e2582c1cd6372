"""What an office does to its rules: each a file made of a file, with the change written down."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import msgspec

from yibao.policy.loading.checks import cited
from yibao.policy.office.office_file import REMEMBERED, Change, Doing, OfficeFile
from yibao.policy.references import Reference
from yibao.policy.rules.kinds import Rule
from yibao.policy.rules.periods import Period
from yibao.policy.store import PolicyStore, subject


class OverlapError(Exception):
    """A period that reaches into a later one of the same office."""

    def __init__(self, later: date) -> None:
        super().__init__(later.isoformat())
        self.later = later


class NoSuchPeriodError(LookupError):
    """A rule or a period that the office does not have."""


def enter(
    file: OfficeFile, rule: Rule, references: Iterable[Reference], at: datetime
) -> OfficeFile:
    """Add the one period of a rule to what the office says of the same subject.

    One that begins on the same day is replaced; one that still lasts on that day ends on the day
    before. Raises OverlapError where a later one has begun before the new one ends.
    """
    (period,) = rule.periods
    held = rule_about(file, rule)
    before = held.periods if held else ()
    same = [p for p in before if p.start_date == period.start_date]
    others = [p for p in before if p.start_date != period.start_date]
    start, end = first_day(period), last_day(period)
    earlier = [_ended_before(p, start) for p in others if first_day(p) < start]
    later = [p for p in others if first_day(p) > start]
    if later and first_day(later[0]) <= end:
        raise OverlapError(first_day(later[0]))
    periods = in_order([*earlier, period, *later])
    kept = msgspec.structs.replace(held or rule, periods=periods)
    changed = looked_at(with_rule(with_references(file, references), kept), kept, period)
    return remember(changed, "replaced" if same else "entered", kept, period.start_date, at)


def with_period(file: OfficeFile, rule: Rule, sources: Iterable[Reference]) -> OfficeFile:
    """The file with the one period of a rule in place of what it shares days with."""
    held = rule_about(file, rule)
    (period,) = rule.periods
    others = [p for p in (held.periods if held else ()) if not overlap(p, period)]
    whole = msgspec.structs.replace(held or rule, periods=in_order([*others, period]))
    return looked_at(with_rule(with_references(file, sources), whole), whole, period)


def overlap(one: Period, other: Period) -> bool:
    """Whether they share a day."""
    return first_day(one) <= last_day(other) and first_day(other) <= last_day(one)


def end(file: OfficeFile, rule_id: str, start: date | None, last: date, at: datetime) -> OfficeFile:
    """Let a period end on a day; raises NoSuchPeriodError, and ValueError for a day before it."""
    rule, period = find(file, rule_id, start)
    if last < first_day(period):
        raise ValueError(last.isoformat())
    changed = msgspec.structs.replace(period, end_date=last)
    return remember(_changed_to(file, rule, period, changed), "ended", rule, start, at)


def confirm(
    file: OfficeFile,
    rule_id: str,
    start: date | None,
    by: tuple[date, Reference],
    at: datetime,
) -> OfficeFile:
    """Say that a period still holds, on a day and by a source; raises NoSuchPeriodError."""
    rule, period = find(file, rule_id, start)
    changed = confirmed(period, *by)
    filed = looked_at(with_references(file, by[1:]), rule, period)
    return remember(_changed_to(filed, rule, period, changed), "confirmed", rule, start, at)


def confirmed(period: Period, on: date, reference: Reference) -> Period:
    """The same period, confirmed on a day by one source more."""
    named = tuple(dict.fromkeys((*period.references, reference.id)))
    return msgspec.structs.replace(period, confirmed_on=on, references=named)


def take_back(file: OfficeFile, rule_id: str, at: datetime) -> OfficeFile:
    """Take a whole rule out again; raises NoSuchPeriodError."""
    rule = _rule(file, rule_id)
    left = msgspec.structs.replace(file, rules=tuple(r for r in file.rules if r is not rule))
    first = rule.periods[0].start_date
    return without_idle_references(remember(left, "taken_back", rule, first, at))


def take_back_period(
    file: OfficeFile, rule_id: str, start: date | None, at: datetime
) -> OfficeFile:
    """Take one period of a rule out again; raises NoSuchPeriodError."""
    rule, period = find(file, rule_id, start)
    left = in_order([p for p in rule.periods if p is not period])
    if not left:
        return take_back(file, rule_id, at)
    changed = with_rule(file, msgspec.structs.replace(rule, periods=left))
    return without_idle_references(remember(changed, "taken_back", rule, start, at))


def find(file: OfficeFile, rule_id: str, start: date | None) -> tuple[Rule, Period]:
    """A rule and its period that begins on a day; raises NoSuchPeriodError."""
    rule = _rule(file, rule_id)
    for period in rule.periods:
        if period.start_date == start:
            return rule, period
    raise NoSuchPeriodError(rule_id)


def rule_about(file: OfficeFile, rule: Rule) -> Rule | None:
    """The office's rule about the same, if it has one."""
    return next((r for r in file.rules if subject(r) == subject(rule)), None)


def without_idle_references(file: OfficeFile) -> OfficeFile:
    """The file without the sources that nothing in it cites any more."""
    used = {id_ for rule in file.rules for id_ in cited_by(rule)}
    return msgspec.structs.replace(
        file, references=tuple(r for r in file.references if r.id in used)
    )


def cited_by(rule: Rule) -> set[str]:
    """The sources of a rule."""
    return {id_ for period in rule.periods for _, ids in cited(period) for id_ in ids}


def first_day(period: Period) -> date:
    """The first day; the earliest of all where it is not known."""
    return period.start_date or date.min


def last_day(period: Period) -> date:
    """The last day; the latest of all while it goes on."""
    return period.end_date or date.max


def _ended_before(period: Period, day: date) -> Period:
    if last_day(period) < day:
        return period
    return msgspec.structs.replace(period, end_date=day - timedelta(days=1))


def in_order(periods: Sequence[Period]) -> tuple[Any, ...]:
    """In order of time, with the gaps between them declared."""
    marked: list[Period] = []
    for period in sorted(periods, key=first_day):
        gap = bool(marked) and (first_day(period) - last_day(marked[-1])).days > 1
        marked.append(msgspec.structs.replace(period, after_gap=gap))
    return tuple(marked)


def _rule(file: OfficeFile, rule_id: str) -> Rule:
    for rule in file.rules:
        if rule.id == rule_id:
            return rule
    raise NoSuchPeriodError(rule_id)


def _changed_to(file: OfficeFile, rule: Rule, old: Period, new: Period) -> OfficeFile:
    periods = in_order([new if period is old else period for period in rule.periods])
    return with_rule(file, msgspec.structs.replace(rule, periods=periods))


def with_rule(file: OfficeFile, rule: Rule) -> OfficeFile:
    """The file with a rule in place of the one about the same."""
    others = (r for r in file.rules if subject(r) != subject(rule))
    rules = tuple(sorted((*others, rule), key=lambda r: (r.area, r.id)))
    return msgspec.structs.replace(file, rules=rules)


def with_references(file: OfficeFile, references: Iterable[Reference]) -> OfficeFile:
    """The file with more sources."""
    by_id = {r.id: r for r in (*file.references, *references)}
    return msgspec.structs.replace(file, references=tuple(by_id.values()))


def looked_at(file: OfficeFile, rule: Rule, period: Period) -> OfficeFile:
    """The file without what lay below a period: somebody has just decided about it."""
    named = (rule.id, period.start_date)
    left = tuple(base for base in file.bases if (base.rule, base.start_date) != named)
    return msgspec.structs.replace(file, bases=left)


def with_bases(file: OfficeFile, below: PolicyStore) -> OfficeFile:
    """The file with what the program says now below each period of which that is not known yet."""
    known = {(base.rule, base.start_date): base for base in file.bases}
    bases = tuple(
        known.get((rule.id, period.start_date))
        or below.base(rule, period.start_date, period.end_date)
        for rule in file.rules
        for period in rule.periods
    )
    return msgspec.structs.replace(file, bases=bases)


def remember(
    file: OfficeFile, what: Doing, rule: Rule, start: date | None, at: datetime
) -> OfficeFile:
    """The file with a change written down."""
    change = Change(at=at, what=what, rule=rule.id, area=rule.area, start_date=start)
    return msgspec.structs.replace(file, history=(*file.history, change)[-REMEMBERED:])
