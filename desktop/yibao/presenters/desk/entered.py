"""What somebody enters at the policy desk, as it was typed."""

from typing import Literal, NamedTuple

from msgspec import Struct

DeskKind = Literal[
    "account_credit",
    "average_pension",
    "contribution_years",
    "shortfall",
    "flexible_premium",
    "resident_premium",
]


class DeskDeduction(NamedTuple):
    """One thing that is taken off a credit."""

    name: str
    amount: str
    taken: str = "monthly"
    """monthly, yearly"""


class DeskForm(Struct, frozen=True, kw_only=True):
    """Everything as it was typed; an empty text where nothing was."""

    area: str
    kind: DeskKind = "account_credit"
    status: str = "retired"
    method: str = "amount"
    """Of a credit: amount, amount_by_age, share, share_by_age, no_account; of a price: amount,
    rate; of what residents pay: amount, amount_by_age."""
    amount: str = ""
    bands: tuple[tuple[str, str], ...] = ()
    """From which age on, and how much or which share; the first begins with 0."""
    rate: str = ""
    share_of: str = "own_pension"
    """own_pension, contribution_base, average_pension, average_of_group"""
    base_year: str = ""
    credited: str = "monthly"
    deductions: tuple[DeskDeduction, ...] = ()
    men: str = ""
    women: str = ""
    base: str = ""
    """What a rate is a share of, in words."""
    paid: str = "lump_sum"
    moves: str = "seldom"
    """yearly where the figure is set anew every year."""
    start: str = ""
    end: str = ""
    document: str = ""
    number: str = ""
    issuer: str = ""
    issued: str = ""
    confirmed: str = ""
    note: str = ""
