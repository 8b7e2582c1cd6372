"""Deductions for the small stores of tests."""

from typing import Any

Json = dict[str, Any]


def deduction(name: str, amount: str, **fields: Any) -> Json:
    """A sum taken off each month, with what a test wants otherwise."""
    taken: Json = {
        "name": name,
        "start_date": None,
        "end_date": None,
        "confirmed_on": "2024-05-01",
        "references": ["a-source"],
        "takes": {"type": "amount", "amount": amount},
    }
    return taken | fields
