"""The folder of a pack as whoever publishes it sees it: the newest metadata of each role."""

# pyright: reportPrivateImportUsage=false
# Not everything that these packages export says so.

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, Signed, Targets, Timestamp
from tuf.api.serialization.json import JSONSerializer

from yibao.policy.pack.pack_files import METADATA

Role = TypeVar("Role", bound=Signed)
VERSIONED = re.compile(r"([1-9][0-9]*)\.([a-z0-9-]+)\.json")
TOP = ("root", "targets", "snapshot", "timestamp")


__all__ = ["Repository", "RepositoryError", "Written", "encoded", "name_of"]


class Written(NamedTuple):
    """What is to be written into the folder of a pack, and what is not needed any more."""

    files: Mapping[str, bytes]
    stale: tuple[str, ...] = ()


class Repository:
    """What the folder holds; nothing where there is no folder yet. Raises RepositoryError."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._newest: dict[str, tuple[int, Path]] = {}
        for path in (folder / METADATA).glob("*.json"):
            named = VERSIONED.fullmatch(path.name)
            if named:
                version = int(named[1])
                if version > self._newest.get(named[2], (0, path))[0]:
                    self._newest[named[2]] = (version, path)
        stamp = folder / METADATA / "timestamp.json"
        if stamp.exists():
            held = Metadata[Timestamp].from_file(str(stamp))
            self._newest["timestamp"] = (held.signed.version, stamp)

    @property
    def roles(self) -> list[str]:
        """All roles of which there is metadata."""
        return sorted(self._newest)

    @property
    def provinces(self) -> list[str]:
        """The roles to which rules are delegated."""
        return [role for role in self.roles if role not in TOP]

    def version(self, role: str) -> int:
        """The newest version; 0 where there is none."""
        return self._newest[role][0] if role in self._newest else 0

    def path(self, role: str) -> Path:
        """The file of the newest version."""
        return self._newest[role][1]

    def root(self) -> Metadata[Root] | None:
        """The newest root."""
        return self._load("root")

    def targets(self, role: str = "targets") -> Metadata[Targets] | None:
        """The newest targets, of the top or of a province."""
        return self._load(role)

    def any(self, role: str) -> Metadata[Any]:
        """The newest metadata of a role; raises RepositoryError where there is none."""
        if role not in self._newest:
            raise RepositoryError(role)
        return Metadata[Any].from_file(str(self.path(role)))

    def root_before(self) -> Metadata[Root] | None:
        """The root before the newest one."""
        path = self.folder / METADATA / f"{self.version('root') - 1}.root.json"
        return Metadata[Root].from_file(str(path)) if path.exists() else None

    def _load(self, role: str) -> Metadata[Any] | None:
        return self.any(role) if role in self._newest else None


def name_of(role: str, version: int) -> str:
    """As what a role's metadata is kept; a timestamp is looked for without knowing its version."""
    return (
        f"{METADATA}/timestamp.json" if role == "timestamp" else f"{METADATA}/{version}.{role}.json"
    )


def encoded(metadata: Metadata[Any]) -> bytes:
    """Metadata as a file, for people to read as well."""
    return metadata.to_bytes(JSONSerializer(compact=False))
