"""The policy store: which rule answers for a place, a status and a day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from yibao.policy.places.regions import RegionTable
from yibao.policy.references import Reference
from yibao.policy.rules.contribution_rules import ContributionPeriod, ContributionRule
from yibao.policy.rules.credit_rules import CreditPeriod, CreditRule
from yibao.policy.rules.kinds import Rule
from yibao.policy.rules.periods import AveragePensionRule, ParameterPeriod
from yibao.policy.rules.retirement_rules import RetirementAgeRule
from yibao.policy.terms import NATION, InsuranceStatus, Layer


class CreditRuleInForce(Struct, frozen=True):
    """A credit rule with the one period of it that holds on the day asked about."""

    rule: CreditRule
    period: CreditPeriod
    layer: Layer = "embedded"


class ContributionRuleInForce(Struct, frozen=True):
    """A contribution rule with the one period of it that a person's day falls into."""

    rule: ContributionRule
    period: ContributionPeriod
    layer: Layer = "embedded"


class PolicyStore:
    """Regions, references and rules, by what one looks for."""

    def __init__(
        self, regions: RegionTable, references: Iterable[Reference], rules: Iterable[Rule]
    ) -> None:
        self.regions = regions
        self.references: Mapping[str, Reference] = {r.id: r for r in references}
        self.rules: Mapping[str, Rule] = {rule.id: rule for rule in rules}
        self._by_subject = {subject(rule): rule for rule in self.rules.values()}

    def credit_rule(
        self, area: str, statuses: Sequence[InsuranceStatus], on: date
    ) -> CreditRuleInForce | None:
        """The rule in force on the day in the nearest area that has one.

        `statuses` are the groups that the person belongs to, the narrowest first; within an area
        the narrowest that has a rule answers. None where neither the area, nor an area around it,
        nor the nation has a rule for that day.
        """
        for nearest in self.regions.inheritance(area):
            for status in statuses:
                rule = self._by_subject.get(("account_credit", nearest, status))
                if isinstance(rule, CreditRule):
                    for period in rule.periods:
                        if period.holds_on(on):
                            return CreditRuleInForce(rule, period)
        return None

    def contribution_rules(
        self, area: str, statuses: Sequence[InsuranceStatus]
    ) -> Iterator[ContributionRule]:
        """The rules that may answer for an area, in the order in which they are to be asked.

        Those that go before the rules of the areas inside come first, then the nearest; within an
        area the narrowest status. Which day of the person's decides is for each to say.
        """
        around = [
            rule
            for nearest in self.regions.inheritance(area)
            for status in statuses
            if isinstance(
                rule := self._by_subject.get(("contribution_years", nearest, status)),
                ContributionRule,
            )
        ]
        yield from (rule for rule in around if rule.above_local_rules)
        yield from (rule for rule in around if not rule.above_local_rules)

    def average_pension(self, area: str, base_year: int, on: date) -> ParameterPeriod | None:
        """The published average pension of just this area and base year, if it is held."""
        rule = self._by_subject.get(("average_pension", area, str(base_year)))
        if not isinstance(rule, AveragePensionRule):
            return None
        return next((period for period in rule.periods if period.holds_on(on)), None)

    def retirement_rule(self) -> RetirementAgeRule | None:
        """The nation's rule on the age of retirement."""
        rule = self._by_subject.get(("retirement_age", NATION, ""))
        return rule if isinstance(rule, RetirementAgeRule) else None

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
    match rule:
        case CreditRule():
            return "account_credit", rule.area, rule.insurance_status
        case ContributionRule():
            return "contribution_years", rule.area, rule.insurance_status
        case AveragePensionRule():
            return "average_pension", rule.area, str(rule.base_year)
        case _:
            return "retirement_age", rule.area, ""
