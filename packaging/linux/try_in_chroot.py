"""Try the Debian package on a bare system: install, start, ask, upgrade, purge.

    sudo python3 packaging/linux/try_in_chroot.py dist/yibao-counter_*_amd64.deb [bullseye]

Debian is laid into a folder without Python or a desktop; the screen and the screen reader are
outside. Needs root and some minutes. A picture of the window is left in build/try_in_chroot.png.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from identity import ID, PACKAGE  # noqa: E402
from machine import ROOT, install_packages  # noqa: E402
from virtual_screen import running, screen  # noqa: E402

PROGRAMS = {
    "debootstrap": "debootstrap",
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "dbus-daemon": "dbus",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/pyatspi/__init__.py": "python3-pyatspi",
}
RELEASE = "bookworm"
"""The Debian that is laid out where none is named."""
SETTINGS = f"root/.config/{PACKAGE}/settings.json"
PICTURE = ROOT / "build" / "try_in_chroot.png"
CHANGING = ("dev", "proc", "root", "run", "sys", "tmp", "var/cache", "var/lib/apt", "var/log")
DPKG_OWN = re.compile(r"var/lib/dpkg/(.*-old|triggers/.*|lock.*)")
DEADLINE = 60
"""Seconds."""
QUIET = subprocess.DEVNULL


def main() -> None:
    """Ends with the first thing that is not as it should be."""
    package = Path(sys.argv[1]).resolve()
    release = sys.argv[2] if len(sys.argv) > 2 else RELEASE
    install_packages([p for n, p in PROGRAMS.items() if not (shutil.which(n) or Path(n).exists())])
    with ExitStack() as stack:
        system = stack.enter_context(bare_system(release))
        display, runtime = stack.enter_context(desktop())
        stack.enter_context(mounted(system, runtime))
        check("no Python", not list(system.glob("usr/bin/python3*")))
        apt(system, "update")
        apt(system, "install", "libgtk-3-bin")  # has gtk-launch, which a desktop has anyway
        install(system, package)
        apt(system, "purge", PACKAGE)
        before = everything(system)
        install(system, package)
        with started(system, display, runtime):
            print("It answers:", ask(display, runtime))
            subprocess.run(["import", "-window", "root", "-display", display, PICTURE], check=True)
        kept = (system / SETTINGS).read_bytes()
        install(system, newer(package, system.parent))
        check("settings kept", (system / SETTINGS).read_bytes() == kept)
        with started(system, display, runtime):
            print("The newer one answers:", ask(display, runtime))
        apt(system, "purge", PACKAGE)
        check("settings still there", (system / SETTINGS).read_bytes() == kept)
        check("nothing left", everything(system) - before)


def check(what: str, outcome: object) -> None:
    """Stop where something is not so, or where something is left."""
    good = outcome is True or outcome == set()
    print(f"{what}: {'yes' if good else outcome}", flush=True)
    if not good:
        raise SystemExit(1)


@contextmanager
def bare_system(release: str) -> Iterator[Path]:
    """A fresh copy of a minimal Debian, which is fetched once."""
    bare = ROOT / "build" / f"bare-{release}"
    if not bare.exists():
        unfinished = bare.with_suffix(".part")
        shutil.rmtree(unfinished, ignore_errors=True)
        subprocess.run(["debootstrap", "--variant=minbase", release, unfinished], check=True)
        unfinished.rename(bare)
    with tempfile.TemporaryDirectory(prefix="yibao-chroot-") as folder:
        system = Path(folder) / "system"
        subprocess.run(["cp", "-a", bare, system], check=True)
        use_sources(system, release)
        yield system


def use_sources(system: Path, release: str) -> None:
    """Let its apt use what this machine's uses: all of it for the same release."""
    if release == RELEASE:
        (system / "etc" / "apt" / "sources.list").unlink()
        subprocess.run(["cp", "-aL", "/etc/apt", system / "etc"], check=True)
    for name in ("resolv.conf", "hosts"):
        subprocess.run(["cp", "-aL", f"/etc/{name}", system / "etc"], check=True)


@contextmanager
def desktop() -> Iterator[tuple[str, Path]]:
    """A screen and a session bus; yields DISPLAY and the folder with the bus."""
    with tempfile.TemporaryDirectory(prefix="yibao-run-") as folder, screen() as display:
        runtime = Path(folder)
        bus = ["dbus-daemon", "--session", "--nofork", f"--address=unix:path={runtime}/bus"]
        with running(bus, env=environment(display, runtime)):
            yield display, runtime


@contextmanager
def mounted(system: Path, runtime: Path) -> Iterator[None]:
    """What a running system has besides files, and the way to the desktop outside."""
    inside = system / runtime.relative_to("/")
    inside.mkdir(parents=True)
    mounts = [
        (["-t", "proc", "proc"], system / "proc"),
        (["--rbind", "/dev"], system / "dev"),
        (["-t", "tmpfs", "tmpfs"], system / "run"),
        (["--bind", str(runtime)], inside),
    ]
    with ExitStack() as stack:
        for what, where in mounts:
            subprocess.run(["mount", *what, where], check=True)
            stack.callback(subprocess.run, ["umount", "--lazy", where], check=True)
        yield


def environment(display: str, runtime: Path) -> dict[str, str]:
    """The variables of a desktop session."""
    return {
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": "/root",
        "LANG": "C.UTF-8",
        "DISPLAY": display,
        "XDG_RUNTIME_DIR": str(runtime),
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={runtime}/bus",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "DEBIAN_FRONTEND": "noninteractive",
    }


def apt(system: Path, *what: str) -> None:
    subprocess.run(
        ["chroot", system, "apt-get", "-q", "-y", "--no-install-recommends", *what],
        check=True,
        env=environment("", Path("/")),
        stdout=QUIET,
    )


def install(system: Path, package: Path) -> None:
    """Install a package's file, and what it depends on."""
    shutil.copy(package, system / "tmp")
    apt(system, "install", f"/tmp/{package.name}")  # noqa: S108


def newer(package: Path, folder: Path) -> Path:
    """The same package with a higher version, made in a folder."""
    content, target = folder / "content", folder / "newer.deb"
    subprocess.run(["dpkg-deb", "-R", package, content], check=True)
    control = content / "DEBIAN" / "control"
    control.write_text(re.sub(r"(?m)^(Version: .*)$", r"\1+newer", control.read_text("utf-8")))
    subprocess.run(["dpkg-deb", "-Znone", "-b", content, target], check=True, stdout=QUIET)
    return target


@contextmanager
def started(system: Path, display: str, runtime: Path) -> Iterator[None]:
    """The program, started by its entry in the menu, and closed by its window at the end."""
    desktop = environment(display, runtime)
    subprocess.run(["chroot", system, "gtk-launch", ID], check=True, env=desktop)
    try:
        yield
        subprocess.run(["xdotool", "key", "alt+F4"], check=True, env=desktop)
        until = time.monotonic() + DEADLINE
        while list(programs(system)):
            if time.monotonic() > until:
                raise SystemExit("The program does not end when its window is closed")
            time.sleep(0.2)
    finally:
        for number in programs(system):
            os.kill(number, signal.SIGTERM)


def programs(system: Path) -> Iterator[int]:
    """The program's processes inside that system."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if process.joinpath("exe").readlink().is_relative_to(system):
                yield int(process.name)
        except OSError:
            continue


def ask(display: str, runtime: Path) -> str:
    """What the window answers to the screen reader."""
    command = ["/usr/bin/python3", HERE / "ask_beijing.py"]
    asked = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, text=True, env=environment(display, runtime)
    )
    return asked.stdout.strip()


def everything(system: Path) -> set[str]:
    """Every path but those that change all the time."""
    found = {str(path.relative_to(system)) for path in walk(system)}
    return {name for name in found if not DPKG_OWN.fullmatch(name)}


def walk(system: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(system):
        here = Path(folder)
        folders[:] = [f for f in folders if str((here / f).relative_to(system)) not in CHANGING]
        yield from (here / name for name in [*folders, *files])


if __name__ == "__main__":
    main()
