"""Fetching what is laid side by side, each file by its name and its hash.

Where from is for the machine's own settings of apt and pip to say; nothing here names a place.
"""

import hashlib
import re
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from laying.targets import TARGETS, Target
from machine import ROOT, MachineError, run

PINS = Path(__file__).resolve().parent
FETCHED = ROOT / "build" / "fetched"
SETTINGS = Path("/etc/apt")
OFFERED = re.compile(r"^'(?P<address>[^']+)' (?P<name>\S+) \d+", re.MULTILINE)
HELPER = "/usr/lib/apt/apt-helper"
OLDEST_WHEELS = ("2_17", "2_28", "2_31")
"""The glibc in the names of wheels that run on the desktops for which the packages are."""


def pinned(name: str) -> dict[str, str]:
    """Hashes by file name, out of a list as sha256sum writes it."""
    lines = (PINS / name).read_text(encoding="utf-8").splitlines()
    return {file: digest for digest, file in (line.split() for line in lines)}


def fetch_sources() -> list[Path]:
    """The archives of Debian's source packages."""
    pins = pinned("sources.sha256")
    asks = {name: ["source", "--print-uris", name.partition("_")[0]] for name in pins}
    return [_fetched(name, pins, question) for name, question in asks.items()]


def fetch_libraries(target: Target) -> list[Path]:
    """Debian's packages with the few libraries that a desktop may lack."""
    pins = pinned(f"libraries-{target.architecture}.sha256")
    found = []
    for name in pins:
        package, version, _ = name.split("_")
        wanted = f"{package}:{target.debian}={version}"
        found.append(_fetched(name, pins, ["download", "--print-uris", wanted]))
    return found


def fetch_wheels(python: Path, pins: str, *platforms: str) -> list[Path]:
    """The wheels of a list with hashes, as pip finds them for a platform; for this one if none."""
    folder = FETCHED / hashlib.sha256((PINS / pins).read_bytes()).hexdigest()[:16]
    expected = len((PINS / pins).read_text().splitlines())
    if len([*folder.glob("*.whl")]) != expected:
        pip = [python, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
        which = ["--no-deps", "--only-binary", ":all:", "--require-hashes", "--dest", folder]
        run([*pip, *which, *platforms, "--requirement", PINS / pins])
    return sorted(folder.glob("*.whl"))


def unpack_wheel(wheel: Path, folder: Path) -> None:
    """Lay the content of a wheel into a folder, beside that of others."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)


def platforms_of(target: Target) -> list[str]:
    """pip's options for a Python 3.11 on a processor that need not be this one."""
    names = [f"manylinux_{glibc}_{target.architecture}" for glibc in OLDEST_WHEELS]
    platforms = [word for name in names for word in ("--platform", name)]
    abis = [word for abi in ("cp311", "abi3", "none") for word in ("--abi", abi)]
    return ["--python-version", "3.11", "--implementation", "cp", *platforms, *abis]


def _fetched(name: str, pins: Mapping[str, str], question: list[str]) -> Path:
    """A file that apt offers in answer to a question; raises MachineError where it does not."""
    target = FETCHED / name
    if not (target.exists() and _hash(target) == pins[name]):
        FETCHED.mkdir(parents=True, exist_ok=True)
        address = _offers(question).get(name)
        if address is None:
            raise MachineError(f"The sources of this machine's apt do not offer {name}")
        unchecked = target.with_name(f"{name}.part")
        subprocess.run(
            [HELPER, *_options(), "download-file", address, unchecked],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        if _hash(unchecked) != pins[name]:
            raise MachineError(f"{name} is not the file whose hash is pinned")
        unchecked.rename(target)
    return target


def _offers(question: list[str]) -> dict[str, str]:
    """Addresses by file name."""
    # A version that Debian has replaced is asked for in vain, and then offers nothing.
    asked = subprocess.run(
        ["apt-get", *_options(), *question],
        check=False,
        capture_output=True,
        text=True,
        cwd=FETCHED,
    )
    return {found["name"]: found["address"] for found in OFFERED.finditer(asked.stdout)}


def _options() -> list[str]:
    """A state of apt of our own: this machine's sources, source packages and every processor."""
    state = FETCHED / "apt"
    if not state.exists():
        _make_state(state)
    settings = {
        "Dir::Etc::sourcelist": "/dev/null",
        "Dir::Etc::sourceparts": state / "sources",
        "Dir::State::lists": state / "lists",
        "Dir::Cache": state / "cache",
        "APT::Sandbox::User": "root",
    }
    each = [f"APT::Architectures::={target.debian}" for target in TARGETS.values()]
    said = [*(f"{name}={value}" for name, value in settings.items()), *each]
    return [word for setting in said for word in ("-o", setting)]


def _make_state(state: Path) -> None:
    for folder in ("sources", "lists/partial", "cache/archives/partial"):
        (state / folder).mkdir(parents=True)
    for path in _settings():
        text = path.read_text(encoding="utf-8")
        (state / "sources" / path.name).write_text(with_source_packages(text), encoding="utf-8")
    run(["apt-get", *_options(), "-q", "update"])


def _settings() -> Iterator[Path]:
    yield from SETTINGS.glob("sources.list")
    yield from (SETTINGS / "sources.list.d").glob("*.list")
    yield from (SETTINGS / "sources.list.d").glob("*.sources")


def with_source_packages(text: str) -> str:
    """Settings of apt, in either form, that name the source packages as well."""
    both = re.sub(r"(?m)^Types:.*$", "Types: deb deb-src", text)
    return re.sub(r"(?m)^deb (.*)$", r"deb \1\ndeb-src \1", both)


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
