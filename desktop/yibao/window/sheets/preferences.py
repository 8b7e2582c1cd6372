"""How an office likes the window, as far as the window itself must know."""

from typing import NamedTuple


class Preferences(NamedTuple):
    """Nothing about visitors."""

    text_size: str = "standard"
    contrast: str = "normal"
    idle_minutes: int = 3
    office_region: str = ""
    """Code of the region that every visit starts with; empty for none."""
