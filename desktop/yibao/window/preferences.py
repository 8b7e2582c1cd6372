"""How an office likes the window, as far as the window itself must know."""

from msgspec import Struct


class Preferences(Struct, frozen=True):
    """Nothing about visitors."""

    text_size: str = "standard"
    contrast: str = "normal"
    idle_minutes: int = 3
    office_region: str = ""
    """Code of the region that every visit starts with; empty for none."""
