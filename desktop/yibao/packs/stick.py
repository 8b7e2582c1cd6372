"""Reading a folder from outside: only plain files inside it, and only as far as asked."""

import os
import stat
from collections.abc import Iterator
from io import FileIO
from pathlib import Path, PurePosixPath

from tuf.api.exceptions import DownloadHTTPError

from yibao.packs.offline import FetcherInterface
from yibao.policy.pack.refusal import PackRefusedError, Watch

TARGETS = "targets"
CHUNK = 64 * 1024
NOT_THERE = 404


def ignored(read: int) -> None:
    """Nobody watches."""


class Stick(FetcherInterface):
    """The folder of a pack, from which TUF's client fetches instead of from a network."""

    def __init__(self, folder: Path, watch: Watch = ignored) -> None:
        self.folder = folder
        self._watch = watch
        self._read = 0

    def _fetch(self, url: str) -> Iterator[bytes]:
        """The content of a file; raises PackRefusedError, DownloadHTTPError where there is none."""
        try:
            path = inside(self.folder, url)
            with _opened(path) as file:
                while chunk := file.read(CHUNK):
                    self._read += len(chunk)
                    self._watch(self._read)
                    yield chunk
        except FileNotFoundError as error:
            if not self.folder.is_dir():
                raise PackRefusedError("stick_gone") from error
            raise DownloadHTTPError(url, NOT_THERE) from error
        except OSError as error:
            raise PackRefusedError("stick_gone", url) from error


def inside(folder: Path, name: str) -> Path:
    """The file of this name; raises PackRefusedError where a link or the name leads elsewhere."""
    parts = PurePosixPath(name).parts
    plain = os.path.normcase(os.path.join(os.path.realpath(folder), *parts))
    odd = "\\" in name or ":" in name or "\0" in name or ".." in parts or name.startswith("/")
    if odd or os.path.normcase(os.path.realpath(plain)) != plain:
        raise PackRefusedError("outside", name)
    return Path(plain)


def _opened(path: Path) -> FileIO:
    """An open plain file; a pipe or a device would never end."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise PackRefusedError("outside", path.name)
    return path.open("rb", buffering=0)
