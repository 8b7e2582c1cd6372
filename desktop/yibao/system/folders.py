"""Where things are kept; nobody else knows."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

APPLICATION = "yibao-counter"
SHELF = "shelf.json"
"""In a folder of packs: which of them answers."""


class Folders(NamedTuple):
    """The program's own resources, and the user's folders for what the program writes."""

    resources: Path
    settings: Path | None
    """Nothing where the user has no home."""
    log: Path | None
    site: Path | None = None
    """What holds for the whole computer; only an administrator writes there."""
    own: Path | None = None
    """The user's own data; nothing where the user has no home."""

    @property
    def office_rules(self) -> tuple[Path | None, Path | None]:
        """Where an office keeps its own rules: of the whole computer, and the user's own."""
        site, own = (folder and folder / "office.json" for folder in (self.site, self.own))
        return site, own

    @property
    def packs(self) -> tuple[Path | None, Path | None]:
        """Where packs that were taken are kept: for the whole computer, and the user's own."""
        site, own = (folder and folder / "packs" for folder in (self.site, self.own))
        return site, own

    @property
    def pack_root(self) -> Path:
        """The root of trust for packs; there is none where the package was built without."""
        return self.resources / "packs" / "root.json"

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
        site=_site_folder(PlatformDirs(APPLICATION, appauthor=False, multipath=True).site_data_dir),
        own=_in_a_home(lambda: dirs.user_data_path),
    )


def can_write(folder: Path) -> bool:
    """Whether this user may make files in a folder, or make the folder."""
    there = next(f for f in (folder, *folder.parents) if f.exists())
    return there.is_dir() and os.access(there, os.W_OK)


def _site_folder(listed: str) -> Path:
    """Of several folders the one that is there already: which comes first differs by session."""
    folders = [Path(folder) for folder in listed.split(os.pathsep)]
    return next((folder for folder in folders if folder.is_dir()), folders[0])


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
