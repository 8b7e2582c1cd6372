"""Makes what is not committed while the package is built: the Chinese font and the icons."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildHook(BuildHookInterface[Any]):
    """Called by hatchling for every wheel, the editable one of a checkout included."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, str(Path(self.root) / "packaging"))
        try:
            import make_font  # noqa: PLC0415
            import make_icons  # noqa: PLC0415
        finally:
            sys.path.pop(0)
        if make_font.is_outdated() or version == "standard":
            make_font.main()
        if make_icons.missing() or version == "standard":
            make_icons.main()
