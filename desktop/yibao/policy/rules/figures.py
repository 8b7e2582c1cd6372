"""Figures of a policy file as exact numbers."""

from decimal import Decimal


def yuan(amount: str) -> Decimal:
    """An amount of a policy file in yuan: "97" → Decimal("97")."""
    return Decimal(amount)


def rate(percentage: str) -> Decimal:
    """A percentage of a policy file as a share of one: "2.8%" → Decimal("0.028")."""
    return Decimal(percentage.removesuffix("%")).scaleb(-2)
