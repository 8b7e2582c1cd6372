"""Try the portable package for 64-bit Arm on another processor, with QEMU: answer and window.

    python3 packaging/linux/try_on_arm.py

Both portable packages lie in dist/. A root of Debian 11 is laid out, of which nothing runs at that
time; the program of the package is then run in it by QEMU. The pictures of its window and of the
one for x86_64 are left in build/try_on_arm/ and must be equal within the tests' tolerance.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1])]

from freeze import build_environment  # noqa: E402
from identity import COMMAND, PACKAGE, VERSION, WINDOW  # noqa: E402
from laying.targets import TARGETS  # noqa: E402
from machine import PICTURE_LIBRARIES, ROOT, MachineError, install_packages  # noqa: E402

QEMU = "qemu-aarch64-static"
PROGRAMS = {"debootstrap": "debootstrap", QEMU: "qemu-user-static"}
RELEASE, ARCHITECTURE = "bullseye", TARGETS["aarch64"].debian
WORK = ROOT / "build" / "try_on_arm"
SYSTEM = WORK / "system"
MORE_LIBRARIES = ("zlib1g", "libstdc++6", "libx11-6", "libxcb1")
LIBRARIES = "/lib/aarch64-linux-gnu:/usr/lib/aarch64-linux-gnu"
"""Where that system keeps its own; else those of this machine would be found."""
ANSWER = "107.00"


def main() -> None:
    """Ends with the first thing that is not as it should be."""
    try:
        install_packages([package for name, package in PROGRAMS.items() if not shutil.which(name)])
    except MachineError as error:
        print(f"Skipped {Path(__file__).name}: no {QEMU} is to be had here. {error}")
        return
    lay_out_system()
    arm = [QEMU, "-L", str(SYSTEM), "-E", f"LD_LIBRARY_PATH={LIBRARIES}"]
    answered = asked(arm, unpacked("aarch64"))
    if ANSWER not in answered:
        raise SystemExit(f"On Arm it answers: {answered}")
    print(f"On Arm it answers: {ANSWER}")
    compare(drawn(arm, "aarch64"), drawn([], "x86_64"))


def lay_out_system() -> None:
    """The files of Debian for Arm, unpacked and nothing more."""
    if SYSTEM.exists():
        return
    unfinished = SYSTEM.with_suffix(".part")
    shutil.rmtree(unfinished, ignore_errors=True)
    packages = ",".join([*PICTURE_LIBRARIES.values(), *MORE_LIBRARIES])
    how = ["--foreign", f"--arch={ARCHITECTURE}", "--variant=minbase", f"--include={packages}"]
    subprocess.run(["debootstrap", *how, RELEASE, unfinished], check=True)
    for package in sorted((unfinished / "var/cache/apt/archives").glob("*.deb")):
        subprocess.run(["dpkg-deb", "-x", package, unfinished], check=True)
    unfinished.rename(SYSTEM)


def unpacked(architecture: str) -> Path:
    """The folder of the portable package."""
    name = f"{PACKAGE}-{VERSION}-linux-{architecture}"
    shutil.rmtree(WORK / name, ignore_errors=True)
    WORK.mkdir(parents=True, exist_ok=True)
    subprocess.run(["tar", "-xf", ROOT / "dist" / f"{name}.tar.xz", "-C", WORK], check=True)
    return WORK / name


def asked(emulator: list[str], folder: Path) -> str:
    """What the command line answers for Beijing and an age of 71."""
    command = [*emulator, folder / COMMAND, "assess", "--region", "110105", "--age", "71"]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def drawn(emulator: list[str], architecture: str) -> Path:
    """The picture of the whole window with that visitor."""
    picture = WORK / f"{architecture}.png"
    program = unpacked(architecture) / WINDOW
    command = [*emulator, program, "--demo", "110105", "71", "--render", picture]
    subprocess.run(command, check=True, env=with_own_font())
    return picture


def with_own_font() -> dict[str, str]:
    """An environment without a screen and without the system's fonts."""
    fonts = WORK / "fonts.conf"
    fonts.write_text("<fontconfig/>")
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "FONTCONFIG_FILE": str(fonts)}


def compare(one: Path, other: Path) -> None:
    """Hold two pictures against each other; ends where they differ."""
    python = build_environment()
    subprocess.run([python, HERE / "compare_pictures.py", one, other], check=True)


if __name__ == "__main__":
    main()
