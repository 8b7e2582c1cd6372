"""What is laid side by side for Linux, and what is refused."""

import marshal
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
LAYING = ROOT / "packaging" / "laying"
HASH = r"[0-9a-f]{64}"


@pytest.mark.parametrize(
    ("name", "laid"),
    [
        ("PySide6/QtWidgets.abi3.so", True),
        ("PySide6/QtQuick.abi3.so", False),
        ("PySide6/QtWidgets.pyi", False),
        ("PySide6/libpyside6.abi3.so.6.9", True),
        ("PySide6/Qt/lib/libQt6Gui.so.6", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", True),
        ("PySide6/Qt/libexec/rcc", False),
        ("msgspec/_core.cpython-311-aarch64-linux-gnu.so", True),
        ("msgspec/__init__.pyi", False),
    ],
)
def test_what_is_laid_as_it_is(scripts: Any, name: str, laid: bool) -> None:
    assert scripts("bundle").is_laid(name) is laid


@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("segno/encoder.py", True),
        ("PySide6/__init__.py", True),
        ("PySide6/scripts/deploy.py", False),
        ("segno-1.6.6.dist-info/METADATA", False),
        ("xlsxwriter-3.3.1.data/scripts/vba_extract.py", False),
    ],
)
def test_what_is_compiled(scripts: Any, name: str, module: bool) -> None:
    assert scripts("bundle").is_module(name) is module


def test_the_program_works_without_what_is_left_out_of_the_standard_library(scripts: Any) -> None:
    left_out = sorted(scripts("bundle").STANDARD_LEFT_OUT)
    code = f"""
import sys
for name in {left_out!r}:
    sys.modules.pop(name, None)
    sys.modules[name] = None
import importlib, pkgutil, yibao
for module in pkgutil.walk_packages(yibao.__path__, "yibao."):
    if module.name != "yibao.__main__":
        importlib.import_module(module.name)
import io, python_calamine, xlsxwriter
file = io.BytesIO()
book = xlsxwriter.Workbook(file, {{"constant_memory": True}})
book.add_worksheet().write_string(0, 0, "年龄")
book.close()
file.seek(0)
rows = python_calamine.CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python()
assert rows == [["年龄"]]
from yibao.presenters.handout.qr import qr_modules
assert qr_modules("https://www.nhsa.gov.cn")
"""

    tried = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True,
                           env={"PYTHONPATH": ":".join(sys.path)})  # fmt: skip

    assert tried.returncode == 0, tried.stderr


def test_a_file_that_needs_a_newer_glibc_is_named(
    scripts: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder, elf, targets = (
        scripts(f"laying.{n}" if n != "elf" else n) for n in ("folder", "elf", "targets")
    )
    (tmp_path / "libnew.so").write_bytes(b"\x7fELF")
    monkeypatch.setattr(folder, "needs", lambda _: elf.Needs(frozenset(), (2, 30)))

    folder.refuse_newer_glibc(tmp_path, targets.TARGETS["aarch64"])

    with pytest.raises(scripts("machine").MachineError, match=r"libnew\.so needs glibc 2\.30"):
        folder.refuse_newer_glibc(tmp_path, targets.TARGETS["x86_64"])


def test_a_file_with_another_hash_is_refused(
    scripts: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fetching = scripts("laying.fetching")
    monkeypatch.setattr(fetching, "FETCHED", tmp_path)
    monkeypatch.setattr(fetching, "_options", list)
    monkeypatch.setattr(fetching, "_offers", lambda _: {"zlib_1.orig.tar": "somewhere"})
    monkeypatch.setattr(
        fetching.subprocess,
        "run",
        lambda command, **_: Path(command[-1]).write_bytes(b"something else"),
    )

    with pytest.raises(scripts("machine").MachineError, match="hash is pinned"):
        fetching._fetched("zlib_1.orig.tar", {"zlib_1.orig.tar": "0" * 64}, [])
    assert not (tmp_path / "zlib_1.orig.tar").exists()


def test_a_file_that_is_not_offered_is_named(
    scripts: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fetching = scripts("laying.fetching")
    monkeypatch.setattr(fetching, "FETCHED", tmp_path)
    monkeypatch.setattr(fetching, "_offers", lambda _: {})

    with pytest.raises(scripts("machine").MachineError, match="do not offer zlib_1"):
        fetching._fetched("zlib_1.orig.tar", {}, [])


def test_settings_of_apt_in_either_form_name_the_source_packages(scripts: Any) -> None:
    fetching = scripts("laying.fetching")

    assert fetching.with_source_packages("Types: deb\nURIs: x\n") == "Types: deb deb-src\nURIs: x\n"
    assert fetching.with_source_packages("deb x main\n") == "deb x main\ndeb-src x main\n"


def test_everything_fetched_is_pinned_by_its_hash() -> None:
    for path in LAYING.glob("*.sha256"):
        for line in path.read_text().splitlines():
            assert re.fullmatch(rf"{HASH}  \S+_\S+", line), path
    for path in LAYING.glob("*.txt"):
        for line in path.read_text().splitlines():
            assert re.fullmatch(rf"\S+==\S+ --hash=sha256:{HASH}", line), path


@pytest.mark.parametrize("processor", ["x86_64", "aarch64"])
def test_the_wheels_are_what_the_program_needs(processor: str) -> None:
    wheels = (LAYING / f"wheels-{processor}.txt").read_text().splitlines()
    versions = dict(line.split()[0].split("==") for line in wheels)
    pinned = (ROOT / "packaging" / "constraints.txt").read_text().splitlines()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.split("[<>=]", name)[0] for name in project["dependencies"]}

    in_turn = {"shiboken6", "securesystemslib", "cffi"}
    assert needed | in_turn == versions.keys()
    assert versions["shiboken6"] == versions["pyside6-essentials"]
    for name in versions.keys() - {"shiboken6", "pyside6-essentials"}:
        assert f"{name}=={versions[name]}" in pinned


def test_a_compiled_module_says_nothing_of_the_machine(tmp_path: Path) -> None:
    source, target, names = tmp_path / "source", tmp_path / "target", tmp_path / "names.txt"
    (source / "room").mkdir(parents=True)
    (source / "room" / "module.py").write_text("def f(): return 1\n")
    names.write_text("room/module.py")

    subprocess.run([sys.executable, LAYING / "compile.py", source, target, names], check=True)

    compiled = (target / "room" / "module.pyc").read_bytes()
    assert compiled[4:16] == b"\1" + bytes(11)
    assert marshal.loads(compiled[16:]).co_filename == "room/module.py"
    assert str(tmp_path).encode() not in compiled
