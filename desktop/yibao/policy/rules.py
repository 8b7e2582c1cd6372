"""Every kind of rule that a file may hold."""

from yibao.policy.contribution_rules import ContributionRule
from yibao.policy.credit_rules import CreditRule
from yibao.policy.periods import AveragePensionRule
from yibao.policy.retirement_rules import RetirementAgeRule

Rule = CreditRule | ContributionRule | RetirementAgeRule | AveragePensionRule
