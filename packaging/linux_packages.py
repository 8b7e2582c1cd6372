"""The packages for Linux: for Debian and its relatives, for UOS, and one that runs from a stick."""

import gzip
import hashlib
import json
from pathlib import Path
from string import Template

import identity
from archive import Item, Tree, deb, read_tree, tar_xz
from debian_packages import relations
from laying.targets import Target
from machine import ROOT

TEMPLATES = ROOT / "packaging" / "linux"
ICONS = ROOT / "build" / "icons"
PNG_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
DIST = ROOT / "dist"
UOS_PERMISSIONS = (
    *("autostart", "notification", "trayicon", "clipboard", "account"),
    *("bluetooth", "camera", "audio_record", "installed_apps"),
)


def make_deb(frozen: Path, target: Target) -> Path:
    """The package for Debian and its relatives; returns its path."""
    lib, share = f"usr/lib/{identity.PACKAGE}", "usr/share"
    doc = f"{share}/doc/{identity.PACKAGE}"
    tree = {
        **read_tree(frozen, lib),
        **{
            f"usr/bin/{name}": Item(link=f"../lib/{identity.PACKAGE}/{name}")
            for name in (identity.COMMAND, identity.WINDOW)
        },
        **menu_entry(f"{share}/", identity.WINDOW),
        f"{share}/metainfo/{identity.ID}.metainfo.xml": filled("metainfo.xml"),
        f"{share}/man/man1/{identity.COMMAND}.1.gz": packed(filled("yibao.1")),
        f"{share}/man/man1/{identity.WINDOW}.1.gz": Item(link=f"{identity.COMMAND}.1.gz"),
        f"{doc}/copyright": filled("copyright"),
        f"{doc}/changelog.Debian.gz": packed(filled("changelog")),
        f"{doc}/changelog.gz": packed(Item((ROOT / "CHANGELOG.md").read_bytes())),
        f"{share}/lintian/overrides/{identity.PACKAGE}": filled("lintian-overrides"),
    }
    control = control_of(identity.PACKAGE, identity.DEBIAN_VERSION, target, frozen, tree)
    name = f"{identity.PACKAGE}_{identity.DEBIAN_VERSION}_{target.debian}.deb"
    return _written(name, deb(control, tree, _date()))


def make_uos(frozen: Path, target: Target) -> Path:
    """The package in the layout of UOS: everything in one folder, no script; returns its path."""
    home = f"opt/apps/{identity.ID}"
    tree = {
        **read_tree(frozen, f"{home}/files"),
        **menu_entry(f"{home}/entries/", f"/{home}/files/{identity.WINDOW}"),
        f"{home}/info": Item(_uos_info(target)),
    }
    control = control_of(identity.ID, identity.FOUR_PART_VERSION, target, frozen, tree)
    name = f"{identity.ID}_{identity.FOUR_PART_VERSION}_{target.debian}.deb"
    return _written(name, deb(control, tree, _date()))


def make_portable(frozen: Path, target: Target) -> Path:
    """A folder to unpack anywhere, on a stick as well, in a compressed tar; returns its path."""
    folder = f"{identity.PACKAGE}-{identity.VERSION}-linux-{target.architecture}"
    tree = {**read_tree(frozen, folder), f"{folder}/使用说明.txt": filled("portable.txt")}
    return _written(f"{folder}.tar.xz", tar_xz(tree, _date()))


def menu_entry(share: str, command: str) -> dict[str, Item]:
    """The desktop entry that starts a command, and the icons, under a folder like usr/share/."""
    icons = f"{share}icons/hicolor"
    drawn = ROOT / "resources" / "style" / "yibao.svg"
    return {
        f"{share}applications/{identity.ID}.desktop": filled("menu.desktop", EXEC=command),
        f"{icons}/scalable/apps/{identity.ID}.svg": Item(drawn.read_bytes()),
        **{
            f"{icons}/{size}x{size}/apps/{identity.ID}.png": Item(
                (ICONS / f"{size}.png").read_bytes()
            )
            for size in PNG_SIZES
        },
    }


def control_of(
    package: str, version: str, target: Target, frozen: Path, tree: Tree
) -> dict[str, Item]:
    """The control files of a package."""
    kilobytes = sum(-(-len(item.content) // 1024) for item in tree.values())
    fields = relations(frozen)
    control = filled(
        "control",
        CONTROL_PACKAGE=package,
        CONTROL_VERSION=version,
        ARCHITECTURE=target.debian,
        INSTALLED_SIZE=str(kilobytes),
        DEPENDS=fields["Depends"],
        RECOMMENDS=fields["Recommends"],
    )
    sums = [
        f"{hashlib.md5(item.content, usedforsecurity=False).hexdigest()}  {name}\n"
        for name, item in sorted(tree.items())
        if not item.link
    ]
    return {"control": control, "md5sums": Item("".join(sums).encode())}


def filled(name: str, **more: str) -> Item:
    """A template of packaging/linux, filled in; KeyError for a word that nobody gives."""
    template = Template((TEMPLATES / name).read_text(encoding="utf-8"))
    return Item(template.substitute(identity.words(), **more).encode())


def packed(item: Item) -> Item:
    """A file as gzip, without the time of packing."""
    return Item(gzip.compress(item.content, mtime=0))


def _uos_info(target: Target) -> bytes:
    info = {
        "appid": identity.ID,
        "name": identity.NAME,
        "version": identity.FOUR_PART_VERSION,
        "arch": [target.debian],
        "permissions": {name: name == "clipboard" for name in UOS_PERMISSIONS},
    }
    return json.dumps(info, ensure_ascii=False, indent=2).encode() + b"\n"


def _date() -> int:
    return int(identity.source_date().timestamp())


def _written(name: str, content: bytes) -> Path:
    DIST.mkdir(exist_ok=True)
    path = DIST / name
    path.write_bytes(content)
    return path
