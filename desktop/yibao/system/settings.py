"""What the program remembers of its user: preferences, nothing about visitors.

Read before the window is there, and so without whatever takes long to import.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, cast

from yibao.system.files import NewerFormatError, Trouble
from yibao.system.storage import Storage

VERSION = 1
RECENT_LIMIT = 5
LONGEST_IDLE = 60
"""Minutes."""


class Settings(NamedTuple):
    """Preferences; unknown or missing ones take their default."""

    recent_regions: tuple[str, ...] = ()
    """Codes, the latest first."""
    text_size: str = "standard"
    contrast: str = "normal"
    """normal or high"""
    idle_minutes: int = 3
    """After so many minutes without a key or a click the visitor is forgotten."""
    office_region: str = ""
    """Code of the region that every visit starts with; empty for none."""

    def with_recent(self, code: str) -> "Settings":
        """The same with a region as the latest."""
        others = (recent for recent in self.recent_regions if recent != code)
        return self._replace(recent_regions=(code, *others)[:RECENT_LIMIT])


class SettingsFile:
    """Where the settings live; `trouble` says what kept them from being read."""

    def __init__(self, folder: Path | None) -> None:
        """Without a folder nothing is kept."""
        path = folder / "settings.json" if folder else None
        self._storage = Storage(path, _decode, _encode, Settings())

    @property
    def trouble(self) -> Trouble | None:
        """What kept them from being read the last time."""
        return self._storage.trouble

    def read(self) -> Settings:
        """The settings kept, or the defaults."""
        return self._storage.read()

    def change(self, **changes: Any) -> Settings:
        """Change some of what is kept, and nothing of what another program has changed meanwhile.

        Raises OSError where the disk does not take them.
        """
        return self._storage.change(lambda kept: kept._replace(**changes))


def _encode(settings: Settings) -> bytes:
    return json.dumps({"version": VERSION, **settings._asdict()}, indent=2).encode()


def _decode(content: bytes) -> Settings:
    """Settings with every preference that is good; raises ValueError for what is no settings.

    Those of before there were versions have the same form.
    """
    try:
        kept = json.loads(content)
    except RecursionError as error:
        raise ValueError("nested beyond all sense") from error
    if not isinstance(kept, dict):
        raise ValueError("no object")
    found = cast("dict[str, Any]", kept)
    version = found.get("version", 0)
    if type(version) is int and version > VERSION:
        raise NewerFormatError
    good = {name: found[name] for name, is_good in GOOD.items() if is_good(found.get(name))}
    settings = Settings(**good)
    return settings._replace(recent_regions=tuple(settings.recent_regions))


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, cast("list[object]", value)))


def _is_idle_time(value: object) -> bool:
    return type(value) is int and 1 <= value <= LONGEST_IDLE


GOOD: Mapping[str, Callable[[Any], bool]] = {
    "recent_regions": _are_texts,
    "text_size": _is_text,
    "contrast": ("normal", "high").__contains__,
    "idle_minutes": _is_idle_time,
    "office_region": _is_text,
}
"""What each preference must be; another value is passed over."""
