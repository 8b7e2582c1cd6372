"""Where things are kept; nobody else knows."""

from collections.abc import Callable
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
    return Folders(
        resources=resources_folder(),
        settings=_in_a_home(lambda: dirs.user_config_path),
        log=_in_a_home(lambda: dirs.user_log_path),
    )


def _in_a_home(folder: Callable[[], Path]) -> Path | None:
    """A folder of the user's own; None where nobody says where the home is.

    Older versions of platformdirs answer all the same: in whatever folder the program was started
    from, or, where HOME is empty, in a hidden folder of the root.
    """
    try:
        path = folder()
    except RuntimeError:
        return None
    return path if path.is_absolute() and not path.parts[1].startswith(".") else None
