"""What both commands need of a machine: an environment of their own, and system libraries.

Standard library only, because it runs before anything is installed.
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROJECT = ROOT / "pyproject.toml"
OLDEST_PYTHON = (3, 11)
SYSTEM_PYTHON = "/usr/bin/python3"
"""The only one that finds the modules which Debian packages."""

PICTURE_LIBRARIES: Mapping[str, str] = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
"""What Qt needs to draw without a screen: shared library → Debian package."""
SCREEN_LIBRARIES: Mapping[str, str] = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-util.so.1": "libxcb-util1",
}
"""What Qt needs besides for a window under X11."""


class MachineError(Exception):
    """Something the machine lacks that these scripts cannot bring; the text says what to do."""


def run(command: Sequence[str | Path], **environment: str) -> None:
    """Run a command in the checkout; raises CalledProcessError where it fails."""
    subprocess.run([*map(str, command)], check=True, cwd=ROOT, env={**os.environ, **environment})


def require_python() -> None:
    """Stop with a sentence where this Python is too old."""
    if sys.version_info < OLDEST_PYTHON:
        needed = ".".join(map(str, OLDEST_PYTHON))
        raise MachineError(f"Python {needed} or newer is needed; this is {sys.version.split()[0]}.")


def missing_packages(libraries: Mapping[str, str], programs: Mapping[str, str]) -> list[str]:
    """The Debian packages of the shared libraries and programs that are not there."""
    if not sys.platform.startswith("linux"):
        return []
    lacking = [package for library, package in libraries.items() if not _loads(library)]
    lacking += [package for name, package in programs.items() if not shutil.which(name)]
    return list(dict.fromkeys(lacking))


def missing_modules(modules: Mapping[str, str]) -> list[str]:
    """The Debian packages of the modules that the system's own Python cannot import."""
    if not sys.platform.startswith("linux"):
        return []
    return [package for module, package in modules.items() if not _imports(module)]


def install_packages(packages: Sequence[str]) -> None:
    """Install Debian packages, saying so first; raises MachineError where that is not possible."""
    if not packages:
        return
    listed = " ".join(packages)
    if not shutil.which("apt-get"):
        raise MachineError(f"Please install what your system calls these packages: {listed}")
    as_root: list[str] = [] if os.geteuid() == 0 else ["sudo"]
    if as_root and not shutil.which("sudo"):
        raise MachineError(f"Please run as root: apt-get install {listed}")
    print(f"Installing system packages with apt: {listed}", flush=True)
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        run([*as_root, "apt-get", "update", "-q"], **quiet)
        install = ["apt-get", "install", "-y", "-q", "--no-install-recommends"]
        run([*as_root, *install, *packages], **quiet)
    except subprocess.CalledProcessError as error:
        raise MachineError(f"apt could not install: {listed}") from error


def environment(name: str, extra: str = "", *packages: str) -> Path:
    """The Python of an environment in the checkout with the project installed in place.

    `packages` are installed beside it; they settle the version of what it needs anyway.

    It is made, or brought up to date, only where something that it is made of has changed.
    """
    project = f".[{extra}]" if extra else "."
    return _environment(name, [("--editable", project), *((package,) for package in packages)])


def environment_of(name: str, *packages: str) -> Path:
    """The Python of an environment with these packages and nothing of the project."""
    return _environment(name, [(package,) for package in packages])


def environment_without_qt(name: str, extra: str) -> Path:
    """The Python of an environment with what the core and an extra need, and without Qt."""
    import tomllib  # noqa: PLC0415 - not in the older Pythons that `require_python` refuses

    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"][extra]]
    return _environment(name, [(package,) for package in needed if "pyside" not in package])


def _environment(name: str, packages: Sequence[tuple[str, ...]]) -> Path:
    folder = ROOT / name
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / "installed.txt"
    arguments = [word for package in packages for word in package]
    fingerprint = _fingerprint(arguments)
    if python.exists() and stamp.exists() and fingerprint in stamp.read_text().split():
        return python
    if not python.exists():
        _make_environment(folder)
    print(f"Installing Python packages into {name} (only once)", flush=True)
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run([*pip, "--constraint", ROOT / "packaging" / "constraints.txt", *arguments])
    with stamp.open("a") as file:
        file.write(f"{fingerprint}\n")
    return python


def _make_environment(folder: Path) -> None:
    """A new virtual environment; Debian keeps what it needs for that in a package of its own."""
    if importlib.util.find_spec("ensurepip") is None:
        install_packages(["python3-venv"])
    print(f"Making the Python environment {folder.name}", flush=True)
    run([sys.executable, "-m", "venv", folder])


def _fingerprint(arguments: Sequence[str]) -> str:
    # The characters of places are in the font, which is made while the project is installed.
    made_of = [
        PROJECT,
        ROOT / "packaging" / "constraints.txt",
        *ROOT.glob("packaging/make_[fi]*.py"),
        ROOT / "resources" / "policy" / "regions.json",
        ROOT / "desktop" / "yibao" / "policy" / "places" / "variants.py",
    ]
    text = "".join(path.read_text(encoding="utf-8") for path in made_of)
    return hashlib.sha256(f"{text}{sys.version}{arguments}".encode()).hexdigest()


def _imports(module: str) -> bool:
    tried = [SYSTEM_PYTHON, "-c", f"import {module}"]
    try:
        subprocess.run(tried, check=True, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
