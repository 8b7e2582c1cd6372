"""What the program remembers of its user: preferences, nothing about visitors."""

from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from yibao.system.files import Trouble, read_file, write_file

RECENT_LIMIT = 5


class Settings(Struct, frozen=True):
    """Preferences; unknown or missing ones take their default."""

    recent_regions: tuple[str, ...] = ()
    """Codes, the latest first."""
    text_size: str = "standard"
    contrast: Literal["normal", "high"] = "normal"
    idle_minutes: Annotated[int, Meta(ge=1, le=60)] = 3
    """After so many minutes without a key or a click the visitor is forgotten."""
    office_region: str = ""
    """Code of the region that every visit starts with; empty for none."""

    def with_recent(self, code: str) -> "Settings":
        """The same with a region as the latest."""
        others = (recent for recent in self.recent_regions if recent != code)
        recent = (code, *others)[:RECENT_LIMIT]
        return msgspec.structs.replace(self, recent_regions=recent)


class SettingsFile:
    """Where the settings live; `trouble` says what kept them from being read."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "settings.json"
        self.trouble: Trouble | None = None

    def read(self) -> Settings:
        """The settings kept, or the defaults."""
        settings, self.trouble = read_file(self._path, _decode)
        return settings or Settings()

    def write(self, settings: Settings) -> None:
        """Keep the settings; raises OSError where the disk does not take them."""
        write_file(self._path, msgspec.json.format(msgspec.json.encode(settings)))


def _decode(content: bytes) -> Settings:
    """Settings with every preference that is good; raises ValueError for what is no settings."""
    kept = msgspec.json.decode(content, type=dict[str, Any])
    settings = Settings()
    for name in Settings.__struct_fields__:
        try:
            one = msgspec.convert({name: kept.get(name)}, Settings)
        except msgspec.ValidationError:
            continue
        settings = msgspec.structs.replace(settings, **{name: getattr(one, name)})
    return settings
