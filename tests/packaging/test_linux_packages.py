"""What lies where in the packages for Linux."""

import configparser
import gzip
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def made(scripts: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Makes a package of a small frozen folder; returns its content and its control files."""
    packages = scripts("linux_packages")
    frozen, icons = tmp_path / "frozen", tmp_path / "icons"
    for folder in (frozen, icons):
        folder.mkdir()
    for name in ("yibao", "yibao-window"):
        (frozen / name).write_text("a program")
    for size in packages.PNG_SIZES:
        (icons / f"{size}.png").write_text("a picture")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setattr(packages, "ICONS", icons)
    monkeypatch.setattr(packages, "DIST", tmp_path / "dist")
    relations = {"Depends": "libc6 (>= 2.34)", "Recommends": "libcups2"}
    monkeypatch.setattr(packages, "relations", lambda _: relations)

    def make(kind: str, architecture: str = "x86_64") -> tuple[Any, Any]:
        trees: list[Any] = []
        monkeypatch.setattr(
            packages, "deb", lambda control, data, _: trees.extend([data, control]) or b""
        )
        getattr(packages, kind)(frozen, scripts("laying.targets").TARGETS[architecture])
        return trees[0], trees[1]

    return make


def read(tree: Any, name: str) -> str:
    return tree[name].content.decode()


def test_debian_finds_everything_where_it_looks(scripts: Any, made: Any) -> None:
    identity = scripts("identity")
    tree, control = made("make_deb")

    assert tree["usr/bin/yibao-window"].link == "../lib/yibao-counter/yibao-window"
    assert read(tree, "usr/lib/yibao-counter/yibao-window") == "a program"
    assert f"usr/share/icons/hicolor/scalable/apps/{identity.ID}.svg" in tree
    assert f"usr/share/icons/hicolor/48x48/apps/{identity.ID}.png" in tree
    manual = gzip.decompress(tree["usr/share/man/man1/yibao.1.gz"].content).decode()
    assert ".TH YIBAO 1" in manual
    log = gzip.decompress(tree["usr/share/doc/yibao-counter/changelog.Debian.gz"].content).decode()
    assert log.startswith(f"yibao-counter ({identity.DEBIAN_VERSION}) ")
    assert set(control) == {"control", "md5sums"}, "no script runs at installing or removing"
    fields = read(control, "control")
    assert f"\nVersion: {identity.DEBIAN_VERSION}\n" in fields
    assert "\nDepends: libc6 (>= 2.34)\n" in fields


def test_everything_stays_out_of_the_users_folders(made: Any) -> None:
    tree, _ = made("make_deb")

    assert {name.split("/")[0] for name in tree} == {"usr"}


def test_the_menu_entry_starts_the_window(scripts: Any, made: Any) -> None:
    identity = scripts("identity")
    tree, _ = made("make_deb")
    entry = configparser.ConfigParser(interpolation=None)
    entry.read_string(read(tree, f"usr/share/applications/{identity.ID}.desktop"))

    shown = entry["Desktop Entry"]

    assert (shown["name"], shown["exec"], shown["icon"]) == (
        identity.NAME,
        "yibao-window",
        identity.ID,
    )


def test_the_software_centre_knows_id_version_and_picture(scripts: Any, made: Any) -> None:
    identity = scripts("identity")
    tree, _ = made("make_deb")

    about = ET.fromstring(read(tree, f"usr/share/metainfo/{identity.ID}.metainfo.xml"))  # noqa: S314

    assert about.findtext("id") == identity.ID
    assert about.find("launchable").text == f"{identity.ID}.desktop"
    assert about.find("releases/release").attrib == {
        "version": identity.VERSION,
        "date": "2023-11-14",
    }
    name = about.findtext("screenshots/screenshot/image").rpartition("/")[2]
    assert (ROOT / "docs" / name).exists()


def test_uos_finds_everything_in_one_folder(scripts: Any, made: Any) -> None:
    identity = scripts("identity")
    home = f"opt/apps/{identity.ID}"
    tree, control = made("make_uos")

    assert {name.removeprefix(f"{home}/").split("/")[0] for name in tree} == {
        "entries",
        "files",
        "info",
    }
    about = json.loads(read(tree, f"{home}/info"))
    assert (about["appid"], about["version"]) == (identity.ID, identity.FOUR_PART_VERSION)
    entry = read(tree, f"{home}/entries/applications/{identity.ID}.desktop")
    assert f"\nExec=/{home}/files/yibao-window\n" in entry
    assert set(control) == {"control", "md5sums"}, "UOS refuses packages with scripts"
    assert read(control, "control").startswith(f"Package: {identity.ID}\n")


@pytest.mark.parametrize(("processor", "debian"), [("x86_64", "amd64"), ("aarch64", "arm64")])
def test_a_package_says_for_which_processor_it_is(
    scripts: Any, made: Any, processor: str, debian: str
) -> None:
    identity = scripts("identity")
    for kind in ("make_deb", "make_uos"):
        _, control = made(kind, processor)
        assert f"\nArchitecture: {debian}\n" in read(control, "control")
    tree, _ = made("make_uos", processor)
    assert json.loads(read(tree, f"opt/apps/{identity.ID}/info"))["arch"] == [debian]


def test_no_template_has_a_word_that_nobody_fills_in(scripts: Any) -> None:
    packages = scripts("linux_packages")
    more = dict.fromkeys(
        (
            "ARCHITECTURE",
            "EXEC",
            "CONTROL_PACKAGE",
            "CONTROL_VERSION",
            "INSTALLED_SIZE",
            "DEPENDS",
            "RECOMMENDS",
        ),
        "x",
    )

    for template in packages.TEMPLATES.iterdir():
        if template.is_file() and template.suffix != ".py":
            assert b"$" not in packages.filled(template.name, **more).content


def test_the_manual_names_every_option_that_is_not_about_a_person(scripts: Any) -> None:
    manual = scripts("linux_packages").filled("yibao.1").content.decode().replace("\\-", "-")
    helps = [
        subprocess.run(
            [sys.executable, "-c", f"from yibao.{module} import {call}"],
            capture_output=True, text=True, check=True, cwd=ROOT / "desktop",
        ).stdout
        for module, call in (
            ("program.options", "read_options; read_options(['--help'])"),
            ("cli", "main; main(['--help'])"),
        )
    ]  # fmt: skip
    options = set(re.findall(r"--[a-z]+", "".join(helps)))

    assert {"--demo", "--version"} <= options
    assert {option for option in options if option not in manual} == set()
