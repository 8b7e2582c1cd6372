"""Build the packages that users get; everything needed for that is set up first.

    python3 packaging/build.py deb        the package for Debian and its relatives
    python3 packaging/build.py uos        the package in the layout of UOS
    python3 packaging/build.py portable   a compressed folder that runs from a stick
    python3 packaging/build.py windows    the installer, on Windows with Inno Setup 6
    python3 packaging/build.py macos      the disk image, on macOS

Several at once are made out of one folder. Those for Linux are built on x86_64, for itself and with
`--arch aarch64` for 64-bit Arm, and run from glibc 2.28 on (Arm: 2.30). With `--pack-root
1.root.json` the program takes packs of whoever holds the keys of that root of trust.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import linux_packages
from elf import oldest_glibc
from freeze import build_environment, freeze, give_pack_root, lay_for
from identity import LATIN_NAME, PACKAGE, VERSION
from laying.targets import BUILDER, TARGETS
from machine import ROOT, MachineError, require_python, run
from windows_files import setup_arguments

MEGABYTE = 1_000_000


def make_installer(frozen: Path) -> Path:
    """The installer for Windows; returns its path."""
    run(["ISCC", "/Q", *setup_arguments(), ROOT / "packaging" / "windows" / "yibao.iss"])
    return ROOT / "dist" / f"{PACKAGE}-{VERSION}-setup.exe"


def make_disk_image(frozen: Path) -> Path:
    """The disk image for macOS, signed only for this machine; returns its path."""
    target = ROOT / "dist" / f"{PACKAGE}-{VERSION}.dmg"
    target.parent.mkdir(exist_ok=True)
    app = frozen.with_name(f"{LATIN_NAME}.app")
    run(["hdiutil", "create", "-ov", "-volname", LATIN_NAME, "-srcfolder", app, target])
    return target


MAKERS: Mapping[str, Mapping[str, Callable[[Path], Path]]] = {
    "win32": {"windows": make_installer},
    "darwin": {"macos": make_disk_image},
}
"""What is frozen on which system."""
LINUX = {
    "deb": linux_packages.make_deb,
    "uos": linux_packages.make_uos,
    "portable": linux_packages.make_portable,
}


def main() -> int:
    """Returns the exit status."""
    on_linux = sys.platform.startswith("linux")
    kinds = [*LINUX] if on_linux else [*MAKERS.get(sys.platform, {})]
    parser = argparse.ArgumentParser(description="Build the packages that users get.")
    parser.add_argument("kinds", nargs="+", choices=kinds, metavar="|".join(kinds))
    if on_linux:
        known, default = [*TARGETS], BUILDER.architecture
        parser.add_argument("--arch", choices=known, default=default, help="(%(default)s)")
    parser.add_argument("--pack-root", type=Path, metavar="FILE", help="(the program takes none)")
    arguments = parser.parse_args()
    try:
        require_python()
        give_pack_root(arguments.pack_root)
        if on_linux:
            build_for_linux(arguments.kinds, arguments.arch)
        else:
            build_here(arguments.kinds)
    except (MachineError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def build_here(kinds: Sequence[str]) -> None:
    """The packages for Windows or macOS, on that system."""
    frozen = freeze()
    for kind in kinds:
        tell(MAKERS[sys.platform][kind](frozen))


def build_for_linux(kinds: Sequence[str], architecture: str) -> None:
    """The packages for a processor, which need not be this machine's."""
    target = TARGETS[architecture]
    folder = lay_for(target, build_environment())
    for kind in kinds:
        tell(LINUX[kind](folder, target))
    tell_glibc(folder)


def tell(package: Path) -> None:
    """Say what was made, and how large it is."""
    print(f"{package.relative_to(ROOT)}: {package.stat().st_size / MEGABYTE:.1f} MB", flush=True)


def tell_glibc(frozen: Path) -> None:
    """Say on which systems the packages run, and what keeps them from older ones."""
    size = sum(path.stat().st_size for path in frozen.rglob("*") if path.is_file())
    (major, minor), because = oldest_glibc(frozen)
    print(f"Installed: {size / MEGABYTE:.1f} MB")
    print(f"Runs with glibc {major}.{minor} or newer, because of {', '.join(because)}")


if __name__ == "__main__":
    sys.exit(main())
