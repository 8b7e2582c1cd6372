"""Packs on whatever is plugged in."""

import threading
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStorageInfo

from yibao.policy.pack.pack_files import FOLDER, METADATA

OF_THE_SYSTEM = {"tmpfs", "devtmpfs", "proc", "sysfs", "squashfs", "overlay", "cgroup2", "efivarfs"}
FAR_AWAY = {"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "autofs"}


class Drive(NamedTuple):
    """Something plugged in that holds a pack."""

    name: str
    folder: Path


class LookAround:
    """Asks what is plugged in beside the window: a server that is gone may hold up the question."""

    def __init__(self) -> None:
        self.seen: tuple[Drive, ...] = ()
        """The drives with packs, the last time that somebody looked."""
        self._thread: threading.Thread | None = None

    def look(self) -> None:
        """Look once more, unless the last answer is still waited for."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._look, daemon=True)
            self._thread.start()

    def _look(self) -> None:
        self.seen = drives_with_packs()


def drives_with_packs() -> tuple[Drive, ...]:
    """Those on which there is a pack just now."""
    found: list[Drive] = []
    for volume in QStorageInfo.mountedVolumes():
        kind = bytes(volume.fileSystemType().data()).decode(errors="replace")
        if volume.isReady() and not volume.isRoot() and kind not in OF_THE_SYSTEM | FAR_AWAY:
            folder = Path(volume.rootPath())
            if has_pack(folder):
                found.append(Drive(volume.displayName(), folder))
    return tuple(found)


def has_pack(folder: Path) -> bool:
    """Whether there seems to be a pack; a drive that is being pulled has none."""
    try:
        return any((each / METADATA).is_dir() for each in (folder, folder / FOLDER))
    except OSError:
        return False
