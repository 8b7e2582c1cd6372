"""Why a pack is not taken."""

from collections.abc import Callable, Sequence
from typing import Literal

from yibao.policy.loading.problems import PolicyProblem

Watch = Callable[[int], None]
"""Is told how many bytes have been read; may raise PackRefusedError to stop."""

RefusalKind = Literal[
    "no_root",
    "no_library",
    "no_pack",
    "forged",
    "older",
    "expired",
    "clock",
    "incomplete",
    "altered",
    "too_large",
    "damaged",
    "outside",
    "crossed",
    "faulty",
    "newer",
    "stick_gone",
    "not_kept",
    "no_right",
    "busy",
    "cancelled",
    "nothing_before",
]
"""
- `no_root`, `no_library`: the program has no root of trust, or nothing to verify with
- `no_pack`: there is none in the folder
- `forged`: not signed by those who may, or by too few of them
- `older`: older than what is known already, or put together from several
- `expired`: its time is over, or the clock goes wrong
- `clock`: the clock is behind what is certainly known
- `incomplete`, `altered`, `too_large`, `damaged`: files that are not what was signed
- `outside`: a link, or a name that leads out of the folder
- `crossed`: somebody's rules for a province that is not theirs
- `faulty`: rules that the store would not take either, or whose examples do not come out
- `newer`: in a form that only a newer program knows
- `stick_gone`, `not_kept`, `no_right`, `busy`, `cancelled`: the machine, or its user
- `nothing_before`: there is nothing to go back to
"""


class PackRefusedError(Exception):
    """A pack that is not taken; everything is as it was before."""

    def __init__(
        self, kind: RefusalKind, found: str = "", problems: Sequence[PolicyProblem] = ()
    ) -> None:
        super().__init__(f"{kind} {found}".strip())
        self.kind: RefusalKind = kind
        self.found = found
        """The file, area or day that it is about."""
        self.problems = tuple(problems)
