"""What goes into the frozen program, and what must not stand in it."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
QT = "PySide6/Qt"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        (f"{QT}/plugins/platforms/libqxcb.so", True),
        (f"{QT}/plugins/platforms/libqvnc.so", False),
        (f"{QT}/plugins/platforms/libqwayland-generic.so", True),
        (f"{QT}/plugins/platforms/libqwayland-egl.so", False),
        (f"{QT}/plugins/platformthemes/libqgtk3.so", False),
        (f"{QT}/plugins/imageformats/libqsvg.so", True),
        (f"{QT}/plugins/imageformats/libqwebp.so", False),
        (f"{QT}/plugins/tls/libqopensslbackend.so", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        (f"{QT}/translations/qtbase_zh_CN.qm", True),
        (f"{QT}/translations/qtbase_de.qm", False),
        (f"{QT}/lib/libQt6Gui.so.6", True),
        (f"{QT}/lib/libQt6EglFSDeviceIntegration.so.6", False),
        ("yibao/resources/policy/regions.json", True),
    ],
)
def test_what_is_wanted(scripts: Any, name: str, wanted: bool) -> None:
    assert scripts("bundle").is_wanted(name) is wanted


def test_the_program_works_without_the_modules_left_out(scripts: Any) -> None:
    left_out = scripts("bundle").EXCLUDED_MODULES
    code = f"""
import sys
for name in {left_out!r}:
    sys.modules.pop(name, None)
    sys.modules[name] = None
import importlib, pkgutil, yibao
for module in pkgutil.walk_packages(yibao.__path__, "yibao."):
    if module.name != "yibao.__main__":
        importlib.import_module(module.name)
import platformdirs, python_calamine, xlsxwriter
from PySide6 import QtNetwork, QtPrintSupport, QtSvg
from yibao.presenters.handout.qr import qr_modules
assert qr_modules("https://www.nhsa.gov.cn")
"""

    tried = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)

    assert tried.returncode == 0, tried.stderr


def test_the_recipe_names_files_that_exist() -> None:
    recipe = (ROOT / "packaging" / "yibao.spec").read_text("utf-8")
    tree = ast.parse(recipe)

    (entries,) = (
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "ENTRIES"
    )
    assert isinstance(entries, ast.Dict)
    for entry in entries.keys:
        assert isinstance(entry, ast.Constant)
        assert (ROOT / "packaging" / "entry" / f"{entry.value}.py").exists()
    assert (ROOT / "packaging" / "windows" / "yibao.manifest").exists()


def test_the_programs_bear_the_names_of_the_installed_ones(scripts: Any) -> None:
    identity = scripts("identity")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert project["scripts"] == {identity.COMMAND: "yibao.cli:main"}
    assert project["gui-scripts"] == {identity.WINDOW: "yibao.program.start:main"}
    assert project["name"] == identity.PACKAGE


def test_the_id_suits_every_system(scripts: Any) -> None:
    identity = scripts("identity")

    # Debian allows no capitals, Apple no underscore, the desktop entry no hyphen.
    assert re.fullmatch(r"[a-z][a-z0-9]*(\.[a-z][a-z0-9]*){2,}", identity.ID)
    assert re.fullmatch(r"\d+\.\d+\.\d+\.\d+", identity.FOUR_PART_VERSION)


def test_the_date_of_everything_can_be_given(scripts: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")

    assert scripts("identity").source_date().isoformat() == "1970-01-02T00:00:00+00:00"


def test_a_file_that_names_the_builders_folder_is_refused(
    scripts: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    freeze = scripts("freeze")
    monkeypatch.setattr("sys.base_prefix", "/usr")
    (tmp_path / "clean.so").write_bytes(b"/usr/lib/x")
    (tmp_path / "other.so").write_bytes(b"\0/opt" + str(Path.home()).encode() + b"/include\0")
    crate = str(Path.home()).encode() + b"/.cargo/registry/src/a/mod.rs"
    (tmp_path / "rust.so").write_bytes(b"\0" + crate)
    freeze.refuse_builders_folders(tmp_path)
    (tmp_path / "library.so").write_bytes(b"\0" + str(ROOT).encode() + b"/desktop\0")

    with pytest.raises(scripts("machine").MachineError, match=r"library\.so"):
        freeze.refuse_builders_folders(tmp_path)
