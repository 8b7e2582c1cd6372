"""What can be said of the packages for Windows and macOS without having either."""

import ast
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from yibao.system import windows

ROOT = Path(__file__).parents[2]
SETUP = ROOT / "packaging" / "windows" / "yibao.iss"


@pytest.fixture
def setup_script(scripts: Any) -> str:
    """The installer's script as the compiler sees it."""
    defines = scripts("windows_files").SETUP_DEFINES
    text = SETUP.read_text("utf-8")
    return re.sub(r"\{#(\w+)\}", lambda match: defines[match[1]], text)


def test_installer_and_app_have_the_same_id_and_version(scripts: Any, setup_script: str) -> None:
    plist = scripts("macos_files").info_plist()

    assert f"\nAppId={plist['CFBundleIdentifier']}\n" in setup_script
    assert f"\nAppVersion={plist['CFBundleShortVersionString']}\n" in setup_script
    assert f"\nAppName={plist['CFBundleDisplayName']}\n" in setup_script


def test_the_installer_waits_for_the_mutexes_of_the_program(setup_script: str) -> None:
    assert f"\nAppMutex={','.join(windows.MUTEXES)}\n" in setup_script


def test_the_installer_names_files_that_exist_or_that_the_build_makes(
    scripts: Any, setup_script: str
) -> None:
    frozen = scripts("freeze").FROZEN / scripts("identity").PACKAGE
    made = {ROOT / "build" / "icons" / "yibao.ico", frozen / "*"}

    named = [
        (SETUP.parent / path.replace("\\", "/")).resolve()
        for path in re.findall(r"\.\.\\[\w.*\\-]+", setup_script)
    ]

    assert len(named) == 4
    assert all(path in made or path.exists() or path == ROOT / "dist" for path in named)


def test_the_compiler_is_told_every_name_that_the_script_uses(scripts: Any) -> None:
    arguments = scripts("windows_files").setup_arguments()
    used = set(re.findall(r"\{#(\w+)\}", SETUP.read_text("utf-8")))

    assert used == {argument.removeprefix("/D").split("=")[0] for argument in arguments}


def test_the_version_resource_is_what_the_freezer_reads(
    scripts: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    files = scripts("windows_files")
    monkeypatch.setattr(files.identity, "ROOT", tmp_path)

    text = Path(files.version_resource()).read_text("utf-8")

    called = {node.func.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)}
    assert "VSVersionInfo" in called
    assert f"'FileVersion', '{files.identity.FOUR_PART_VERSION}'" in text


def test_the_manifest_asks_for_no_rights_and_for_sharp_text() -> None:
    manifest = ET.parse(ROOT / "packaging" / "windows" / "yibao.manifest")  # noqa: S314

    text = ET.tostring(manifest.getroot(), encoding="unicode")

    assert 'level="asInvoker"' in text
    assert "PerMonitorV2" in text


def test_the_icons_can_be_read_back(scripts: Any, qtbot: QtBot) -> None:
    icons = scripts("program_icons")
    drawings = {size: icons.draw(size) for size in (16, 32)}

    windows_icon = QImage.fromData(icons.ico(drawings), "ICO")
    mac_icon = QImage.fromData(icons.icns({b"icp4": drawings[16], b"icp5": drawings[32]}), "ICNS")

    assert windows_icon.width() in drawings
    assert mac_icon.width() in drawings
    assert QImage.fromData(drawings[32]).pixelColor(16, 4).name() == "#00506f"


def test_the_release_builds_only_what_can_be_built(scripts: Any) -> None:
    workflow = (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")
    kinds = {kind for named in re.findall(r"kinds: ([\w ]+)", workflow) for kind in named.split()}

    build = scripts("build")

    assert kinds == {*build.LINUX, *(kind for makers in build.MAKERS.values() for kind in makers)}
