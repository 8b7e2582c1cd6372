"""The policy store: which rule answers for a place, a status and a day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Generic, TypeVar, cast

from msgspec import Struct

from yibao.policy.bases import mark
from yibao.policy.places.regions import RegionTable, with_direct
from yibao.policy.references import Reference
from yibao.policy.rules.contribution_rules import ContributionPeriod
from yibao.policy.rules.credit_rules import CreditPeriod
from yibao.policy.rules.kinds import Rule
from yibao.policy.rules.periods import DatedRule, Period
from yibao.policy.terms import Layer
from yibao.policy.timeline import (
    Base,
    Issue,
    KeptIn,
    RuleLayer,
    Stretch,
    laid_over,
    merged,
    stretches,
)

RuleT = TypeVar("RuleT", bound=DatedRule[Period])
PeriodT = TypeVar("PeriodT", bound=Period)
PeriodT_co = TypeVar("PeriodT_co", bound=Period, covariant=True)

EVERYBODY = ("",)
"""The statuses by which a rule is found that is for all."""


class RuleInForce(Struct, Generic[PeriodT_co], frozen=True):
    """A rule with the one period of it that answers for the day asked about."""

    rule: DatedRule[PeriodT_co]
    period: PeriodT_co
    ended: bool = False
    """Whether the period had run out by that day, and nothing newer is known."""
    layer: Layer = "embedded"
    kept_in: KeptIn | None = None
    """Of an office's rule: whether it is for the whole computer."""
    base_changed: bool = False
    """Of an office's rule: whether what it replaces has changed since it was entered."""


CreditRuleInForce = RuleInForce[CreditPeriod]
ContributionRuleInForce = RuleInForce[ContributionPeriod]


class PolicyStore:
    """Regions, references and rules, by what one looks for."""

    def __init__(
        self, regions: RegionTable, references: Iterable[Reference], rules: Iterable[Rule]
    ) -> None:
        self.regions = regions
        self.references: Mapping[str, Reference] = {r.id: r for r in references}
        self.rules: Mapping[str, Rule] = {rule.id: rule for rule in rules}
        self._by_subject = {subject(rule): rule for rule in self.rules.values()}
        self._timelines: Mapping[tuple[str, str, str], tuple[Stretch, ...]] = {}
        self.beneath: PolicyStore | None = None
        """What there was before the office's rules were laid over it."""
        self.pack: Issue | None = None
        """By whom and when the pack was issued that lies in it."""

    def under(self, layer: RuleLayer) -> "PolicyStore":
        """The store with a layer over it, which replaces whole periods of what is there."""
        rules = {**self.rules, **{rule.id: rule for rule in layer.rules}}
        references = {**{r.id: r for r in layer.references}, **self.references}
        regions = with_direct(self.regions, (rule.area for rule in layer.rules))
        composed = PolicyStore(regions, references.values(), rules.values())
        program = self.beneath or self
        rebased: dict[str, set[date | None]] = {}
        for base in layer.bases:
            rule = composed.rules.get(base.rule)
            if rule and program.base(rule, base.start_date, base.end_date) != base:
                rebased.setdefault(base.rule, set()).add(base.start_date)
        timelines = dict(self._timelines)
        by_subject = dict(self._by_subject)
        for rule in layer.rules:
            about = subject(rule)
            timeline = stretches(rule, layer.layer, layer.kept_in, rebased.get(rule.id, ()))
            if about in by_subject:
                below = timelines.get(about) or stretches(by_subject[about])
                timeline = laid_over(timeline, below)
            timelines[about] = timeline
            by_subject[about] = merged(timeline)
        composed._timelines, composed._by_subject = timelines, by_subject
        composed.beneath = (self.beneath or self) if layer.layer == "office" else None
        composed.pack = layer.issue or self.pack
        return composed

    @property
    def subjects(self) -> Mapping[tuple[str, str, str], Rule]:
        """What is said of each subject, by all layers together."""
        return self._by_subject

    def base(self, rule: Rule, first: date | None, last: date | None) -> Base:
        """What this store says on some days of what a rule is about, in a short mark."""
        below = self.around(type(rule), rule.area, (rule.whom,))
        return Base(rule=rule.id, start_date=first, end_date=last, mark=mark(below, first, last))

    def timeline(self, rule: Rule) -> tuple[Stretch, ...]:
        """What holds when of that which a rule is about, from all layers."""
        about = subject(rule)
        return self._timelines.get(about) or stretches(self._by_subject[about])

    def held(
        self, rule: DatedRule[PeriodT], period: PeriodT, *, ended: bool = False
    ) -> RuleInForce[PeriodT]:
        """A period of a rule of this store with the layer that it comes from."""
        for stretch in self._timelines.get(subject(cast(Rule, rule)), ()):
            if stretch.period.start_date == period.start_date:
                source = cast(DatedRule[PeriodT], stretch.rule)
                return RuleInForce(
                    source, period, ended, stretch.layer, stretch.kept_in, stretch.base_changed
                )
        return RuleInForce(rule, period, ended)

    def in_force(
        self,
        kind: type[DatedRule[PeriodT]],
        area: str,
        statuses: Sequence[str],
        on: date,
    ) -> RuleInForce[PeriodT] | None:
        """The rule that answers on a day, of the nearest area that has one.

        `statuses` are the groups that the person belongs to, the narrowest first; within an area
        the narrowest that has a rule answers. A rule that had run out by then, and whose successor
        is not known, answers as `ended`: no wider area stands in for it. None where neither the
        area, nor an area around it, nor the nation has a rule for that day.
        """
        for rule in self.around(kind, area, statuses):
            for period in rule.periods:
                if period.holds_on(on):
                    return self.held(rule, period)
            if rule.periods[-1].ran_out_before(on):
                return self.held(rule, rule.periods[-1], ended=True)
        return None

    def around(self, kind: type[RuleT], area: str, statuses: Sequence[str]) -> Iterator[RuleT]:
        """The rules of a kind that may answer for an area, whenever they hold, nearest first."""
        tag = _tag(kind)
        for nearest in self.regions.inheritance(area):
            for status in statuses:
                rule = self._by_subject.get((tag, nearest, status))
                if rule is not None:
                    yield cast(RuleT, rule)

    def about(self, area: str) -> Iterator[Rule]:
        """Every rule of an area and of those around it, of whatever kind, nearest first."""
        for nearest in self.regions.inheritance(area):
            yield from (r for (_, of, _), r in self._by_subject.items() if of == nearest)

    def cited(self, ids: Iterable[str]) -> tuple[Reference, ...]:
        """The references with these ids, in that order."""
        return tuple(self.references[i] for i in ids)

    @property
    def newest_confirmation(self) -> date | None:
        """The latest day on which anything in the store was confirmed."""
        periods = (period for rule in self.rules.values() for period in rule.periods)
        return max((p.confirmed_on for p in periods if p.confirmed_on), default=None)


def subject(rule: Rule) -> tuple[str, str, str]:
    """What a rule is about: its kind, its area, and whom or which year it is for.

    No two rules of one layer are about the same.
    """
    return _tag(type(rule)), rule.area, rule.whom


def _tag(kind: type[DatedRule[Period]]) -> str:
    return str(kind.__struct_config__.tag)
