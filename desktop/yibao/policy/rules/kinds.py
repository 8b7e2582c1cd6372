"""Every kind of rule that a file may hold."""

from yibao.policy.rules.contribution_rules import ContributionRule
from yibao.policy.rules.credit_rules import CreditRule
from yibao.policy.rules.periods import AveragePensionRule
from yibao.policy.rules.premium_rules import (
    FlexiblePremiumRule,
    IncentiveRule,
    ResidentPremiumRule,
    WaitingPeriodRule,
)
from yibao.policy.rules.retirement_rules import RetirementAgeRule
from yibao.policy.rules.shortfall_rules import ShortfallRule

Rule = (
    CreditRule
    | ContributionRule
    | ShortfallRule
    | FlexiblePremiumRule
    | ResidentPremiumRule
    | WaitingPeriodRule
    | IncentiveRule
    | RetirementAgeRule
    | AveragePensionRule
)
