"""Where things are kept; nobody else knows."""

import os
from pathlib import Path
from typing import NamedTuple

APPLICATION = "yibao-counter"


class Folders(NamedTuple):
    """The program's own resources, and the user's folders for what the program writes."""

    resources: Path
    settings: Path | None
    """Nothing where the user has no home."""
    log: Path | None

    @property
    def policy(self) -> Path:
        return self.resources / "policy"

    @property
    def style(self) -> Path:
        return self.resources / "style"

    @property
    def icons(self) -> Path:
        return self.resources / "icons"

    @property
    def guides(self) -> Path:
        return self.resources / "guides"


def resources_folder() -> Path:
    """The resources inside the installed package, or those of the checkout it runs from."""
    package = Path(__file__).parents[1]
    installed = package / "resources"
    return installed if installed.is_dir() else package.parents[1] / "resources"


def user_folders() -> Folders:
    """The folders of this machine and user."""
    from platformdirs import PlatformDirs  # noqa: PLC0415 - the command line does without it

    dirs = PlatformDirs(APPLICATION, appauthor=False)
    try:
        own = (dirs.user_config_path, dirs.user_log_path)
    except RuntimeError:  # nobody says where the home is
        own = ()
    settings, log = own if own and _is_a_home(own[0]) else (None, None)
    return Folders(resources_folder(), settings, log)


def _is_a_home(path: Path) -> bool:
    """Whether this lies in a home, and not in whatever folder the program was started from.

    Without a text in HOME the root of all folders would be taken for one.
    """
    return path.is_absolute() and os.environ.get("HOME") != ""
