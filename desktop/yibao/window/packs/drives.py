"""Packs on whatever is plugged in."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStorageInfo

from yibao.policy.pack.pack_files import FOLDER, METADATA

OF_THE_SYSTEM = {"tmpfs", "devtmpfs", "proc", "sysfs", "squashfs", "overlay", "cgroup2", "efivarfs"}
FAR_AWAY = {"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "autofs"}
"""A server that does not answer would hold up everything."""


class Drive(NamedTuple):
    """Something plugged in that holds a pack."""

    name: str
    folder: Path


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
