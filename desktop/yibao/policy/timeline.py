"""What held when, where several layers speak of the same: one layer laid over another."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec
from msgspec import Struct

from yibao.policy.references import Reference
from yibao.policy.rules.contribution_rules import ContributionRule
from yibao.policy.rules.kinds import Rule
from yibao.policy.rules.periods import Period
from yibao.policy.terms import Identifier, Layer, PolicyRecord, Text

KeptIn = Literal["site", "user"]
"""Of an office's rules: those of the whole computer, or the user's own."""
A_DAY = timedelta(days=1)


class Issue(Struct, frozen=True):
    """By whom and when a pack was issued, and which of theirs it is."""

    issuer: str
    issued_on: date
    number: int


class Base(PolicyRecord, frozen=True):
    """What lay below a period of a rule on its days, when it was entered."""

    rule: Identifier
    start_date: date | None
    end_date: date | None
    """The last day as it was then; what is asked for days of which nobody spoke does not count."""
    mark: Text


class RuleLayer(Struct, frozen=True, kw_only=True):
    """Rules that are laid over those that there are."""

    layer: Layer
    rules: tuple[Rule, ...]
    references: tuple[Reference, ...] = ()
    kept_in: KeptIn | None = None
    issue: Issue | None = None
    """Of a pack."""
    bases: tuple[Base, ...] = ()
    """What lay below, as far as that was written down."""


class Stretch(Struct, frozen=True):
    """A period of a rule, with the days of it that no later layer took."""

    period: Period
    rule: Rule
    layer: Layer = "embedded"
    kept_in: KeptIn | None = None
    base_changed: bool = False
    """Whether what lies below is no longer what it was when the period was entered."""


def stretches(
    rule: Rule,
    layer: Layer = "embedded",
    kept_in: KeptIn | None = None,
    rebased: Collection[date | None] = (),
) -> tuple[Stretch, ...]:
    """The whole periods of a rule; `rebased` are the first days of those whose base has changed."""
    return tuple(
        Stretch(period, rule, layer, kept_in, period.start_date in rebased)
        for period in rule.periods
    )


def laid_over(above: Sequence[Stretch], below: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """One timeline: on each day the period above, where one holds, else what is left below.

    A period below does not come back after one above that must be set anew each year has run out:
    what held before that is older still. Where the two go by different days of a person's, only
    the rule above answers.
    """
    if _day_that_decides(above[0].rule) != _day_that_decides(below[0].rule):
        return tuple(above)
    left = (part for stretch in below for part in _left_of(stretch, above))
    return tuple(sorted((*above, *left), key=_first))


def merged(timeline: Sequence[Stretch]) -> Rule:
    """The rule of the topmost layer, with the periods of all of them."""
    top = max(timeline, key=_rank).rule
    periods = tuple(_with_gaps_marked([stretch.period for stretch in timeline]))
    return msgspec.structs.replace(top, periods=periods)


def _rank(stretch: Stretch) -> tuple[bool, bool, bool]:
    return stretch.layer != "embedded", stretch.layer == "office", stretch.kept_in == "user"


def _day_that_decides(rule: Rule) -> str:
    return rule.date_basis if isinstance(rule, ContributionRule) else ""


def _left_of(stretch: Stretch, above: Iterable[Stretch]) -> Iterator[Stretch]:
    """The parts of a period that no period above takes."""
    start, last = _first(stretch), _last(stretch)
    for upper in above:
        first, end = _first(upper), _last(upper)
        if end < start or first > last:
            continue
        if first > start:
            yield _between(stretch, start, first - A_DAY)
        if upper.period.moves == "yearly" or end == date.max:
            return
        start = end + A_DAY
    if start <= last:
        yield _between(stretch, start, last)


def _between(stretch: Stretch, start: date, end: date) -> Stretch:
    period = msgspec.structs.replace(
        stretch.period,
        start_date=None if start == date.min else start,
        end_date=None if end == date.max else end,
    )
    return msgspec.structs.replace(stretch, period=period)


def _with_gaps_marked(periods: Sequence[Period]) -> Iterator[Period]:
    last: date | None = None
    for period in periods:
        gap = last is not None and (period.start_date or date.min) > last + A_DAY
        yield msgspec.structs.replace(period, after_gap=gap)
        last = period.end_date


def _first(stretch: Stretch) -> date:
    return stretch.period.start_date or date.min


def _last(stretch: Stretch) -> date:
    return stretch.period.end_date or date.max
