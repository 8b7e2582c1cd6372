"""Which Debian packages hold the system libraries that the bundle asks for."""

import re
from collections.abc import Iterable
from pathlib import Path

from elf import elf_files, needs, oldest_glibc
from machine import PICTURE_LIBRARIES, MachineError

PACKAGES = {
    **PICTURE_LIBRARIES,
    "libICE.so.6": "libice6",
    "libSM.so.6": "libsm6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libcups.so.2": "libcups2",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1 | libgcc1",  # the second in UOS 20 and Deepin 20, as in Debian 10
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
OF_GLIBC = re.compile(r"(lib(c|m|dl|pthread|resolv|rt|util)|ld-linux.*)\.so\.\d+")
DISPENSABLE = ("printsupport", "wayland", "Wayland", "WlShell")
"""Plug-ins without which the program starts all the same: no printer, or X11 instead."""


def relations(folder: Path) -> dict[str, str]:
    """The fields Depends and Recommends for a bundle.

    Raises MachineError for a library that no package is known to hold.
    """
    files = [*elf_files(folder)]
    brought = {path.name for path in files}
    needed: set[str] = set()
    helpful: set[str] = set()
    for path in files:
        dispensable = any(word in str(path.relative_to(folder)) for word in DISPENSABLE)
        (helpful if dispensable else needed).update(needs(path).libraries - brought)
    depends = _packages(needed)
    (major, minor), _ = oldest_glibc(folder)
    return {
        "Depends": ", ".join([f"libc6 (>= {major}.{minor})", *depends]),
        "Recommends": ", ".join(sorted({*_packages(helpful)} - {*depends})),
    }


def _packages(libraries: Iterable[str]) -> list[str]:
    outside = [name for name in libraries if not OF_GLIBC.fullmatch(name)]
    unknown = [name for name in outside if name not in PACKAGES]
    if unknown:
        raise MachineError(f"No Debian package is known for: {', '.join(sorted(unknown))}")
    return sorted({PACKAGES[name] for name in outside})
