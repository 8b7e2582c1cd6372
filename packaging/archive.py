"""Archives that are the same byte for byte whenever the same things go in."""

import io
import lzma
import tarfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple


class Item(NamedTuple):
    """A file with its content, or a symbolic link with its target."""

    content: bytes = b""
    link: str = ""
    executable: bool = False


Tree = Mapping[str, Item]
"""Items by their path without a leading slash."""


def read_tree(folder: Path, under: str) -> dict[str, Item]:
    """Everything in a folder, as it shall lie under another."""
    tree: dict[str, Item] = {}
    for path in folder.rglob("*"):
        if path.is_file():
            name = f"{under}/{path.relative_to(folder).as_posix()}"
            tree[name] = Item(path.read_bytes(), executable=_is_program(path))
    return tree


def tar_xz(tree: Tree, date: int, root: str = "") -> bytes:
    """A compressed tar: sorted, owned by root, all of one date (seconds since 1970)."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for name in [*_folders(tree), *sorted(tree)]:
            _add(archive, root + name, tree.get(name), date)
    return lzma.compress(target.getvalue(), preset=9)


def deb(control: Tree, data: Tree, date: int) -> bytes:
    """A Debian package out of its control files and its content."""
    members = {
        "debian-binary": b"2.0\n",
        "control.tar.xz": tar_xz(control, date, "./"),
        "data.tar.xz": tar_xz(data, date, "./"),
    }
    parts = [_ar_member(name, content, date) for name, content in members.items()]
    return b"!<arch>\n" + b"".join(parts)


def _is_program(path: Path) -> bool:
    return bool(path.stat().st_mode & 0o100) and ".so" not in path.name


def _folders(tree: Tree) -> list[str]:
    found = {str(folder) for name in tree for folder in PurePosixPath(name).parents}
    return sorted(found - {"."})


def _add(archive: tarfile.TarFile, name: str, item: Item | None, date: int) -> None:
    entry = tarfile.TarInfo(name)
    entry.mtime, entry.uname, entry.gname = date, "root", "root"
    if item is None:
        entry.type, entry.mode = tarfile.DIRTYPE, 0o755
        archive.addfile(entry)
    elif item.link:
        entry.type, entry.mode, entry.linkname = tarfile.SYMTYPE, 0o777, item.link
        archive.addfile(entry)
    else:
        entry.size, entry.mode = len(item.content), 0o755 if item.executable else 0o644
        archive.addfile(entry, io.BytesIO(item.content))


def _ar_member(name: str, content: bytes, date: int) -> bytes:
    header = f"{name:<16}{date:<12}{0:<6}{0:<6}{0o100644:<8o}{len(content):<10}`\n"
    return header.encode() + content + b"\n" * (len(content) % 2)
