"""Where things are kept; nobody else knows."""

from pathlib import Path
from typing import NamedTuple

APPLICATION = "yibao-counter"


class Folders(NamedTuple):
    """The program's own resources, and the user's folders for what the program writes."""

    resources: Path
    settings: Path
    log: Path

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
        settings=dirs.user_config_path,
        log=dirs.user_log_path,
    )
