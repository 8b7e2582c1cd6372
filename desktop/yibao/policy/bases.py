"""What an office's rule replaces, as a short mark: another one once that has changed."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, cast

import msgspec

from yibao.policy.rules.kinds import Rule
from yibao.policy.rules.periods import Period

UNSAID = {"id", "confirmed_on", "references", "notice_references", "note", "after_gap", "examples"}
"""What may change without another answer: the same figure, only seen again."""
NOTHING = "none"
LENGTH = 12


def mark(rules: Iterable[Rule], first: date | None, last: date | None) -> str:
    """The mark of the nearest of some rules that lays anything down for these days."""
    from hashlib import sha256  # noqa: PLC0415 - brings 4 MB of OpenSSL along, for offices alone

    for rule in rules:
        periods = [p for p in cast(Iterable[Period], rule.periods) if _meets(p, first, last)]
        if periods:
            said = _said(msgspec.to_builtins(msgspec.structs.replace(rule, periods=tuple(periods))))
            return sha256(msgspec.json.encode(said, order="sorted")).hexdigest()[:LENGTH]
    return NOTHING


def _meets(period: Period, first: date | None, last: date | None) -> bool:
    begins, ends = period.start_date or date.min, period.end_date or date.max
    return begins <= (last or date.max) and (first or date.min) <= ends


def _said(value: Any) -> Any:
    """What a rule says, without fields that say nothing: a newer program may know more of those."""
    if isinstance(value, Mapping):
        items = cast(Mapping[str, Any], value).items()
        return {key: _said(each) for key, each in items if key not in UNSAID and each}
    if isinstance(value, list | tuple):
        return [_said(each) for each in cast(list[Any], value)]
    return value
