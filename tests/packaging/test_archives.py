"""Archives that are the same byte for byte, and what is said of what is in them."""

import io
import lzma
import tarfile
from pathlib import Path
from typing import Any

import pytest

DATE = 1_700_000_000


@pytest.fixture
def archive(scripts: Any) -> Any:
    return scripts("archive")


def test_the_same_content_gives_the_same_bytes(archive: Any) -> None:
    one = {"b/file": archive.Item(b"2"), "a": archive.Item(b"1", executable=True)}

    packed = archive.tar_xz(one, DATE)

    assert archive.tar_xz(dict(reversed(one.items())), DATE) == packed
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        members = tar.getmembers()
    assert [(m.name, m.mode, m.mtime, m.uid, m.uname) for m in members] == [
        ("b", 0o755, DATE, 0, "root"),
        ("a", 0o755, DATE, 0, "root"),
        ("b/file", 0o644, DATE, 0, "root"),
    ]


def test_a_link_stays_a_link(archive: Any) -> None:
    packed = archive.tar_xz({"usr/bin/yibao": archive.Item(link="../lib/yibao")}, DATE)

    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        assert tar.getmember("usr/bin/yibao").linkname == "../lib/yibao"


def test_a_folder_is_read_with_its_programs(archive: Any, tmp_path: Path) -> None:
    for name, mode in (("program", 0o755), ("_internal/lib.so.6", 0o755), ("text", 0o600)):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
        path.chmod(mode)

    tree = archive.read_tree(tmp_path, "usr/lib/yibao")

    assert {name: item.executable for name, item in tree.items()} == {
        "usr/lib/yibao/program": True,
        "usr/lib/yibao/_internal/lib.so.6": False,
        "usr/lib/yibao/text": False,
    }


def test_a_debian_package_is_three_members_at_even_places(archive: Any) -> None:
    package = archive.deb({"control": archive.Item(b"Package: x\n")}, {}, DATE)

    content = io.BytesIO(package)
    assert content.read(8) == b"!<arch>\n"
    members: dict[str, bytes] = {}
    while header := content.read(60).decode():
        assert header.endswith("`\n")
        size = int(header[48:58])
        members[header[:16].strip()] = content.read(size)
        content.read(size % 2)
    assert [*members] == ["debian-binary", "control.tar.xz", "data.tar.xz"]
    assert members["debian-binary"] == b"2.0\n"
    assert b"Package: x" in lzma.decompress(members["control.tar.xz"])


OBJDUMP = """
Dynamic Section:
  NEEDED               libQt6Core.so.6
  NEEDED               libc.so.6
  RUNPATH              $ORIGIN

Version References:
  required from libc.so.6:
    0x09691a75 0x00 02 GLIBC_2.2.5
    0x069691b4 0x00 03 GLIBC_2.34
  required from libstdc++.so.6:
    0x056bafd3 0x00 04 CXXABI_1.3
"""


def test_what_a_library_needs(scripts: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    elf = scripts("elf")

    class Shown:
        stdout = OBJDUMP

    monkeypatch.setattr(elf.subprocess, "run", lambda *_, **__: Shown)

    needs = elf.needs(Path("libQt6Gui.so.6"))

    assert needs.libraries == {"libQt6Core.so.6", "libc.so.6"}
    assert needs.glibc == (2, 34)


@pytest.fixture
def bundle_of(scripts: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Makes a bundle of files that need these libraries and that glibc."""
    elf, packages = scripts("elf"), scripts("debian_packages")

    def make(needed: dict[str, tuple[set[str], tuple[int, int]]]) -> Path:
        for name in needed:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"\x7fELF")

        def needs(path: Path) -> Any:
            libraries, glibc = needed[path.relative_to(tmp_path).as_posix()]
            return elf.Needs(frozenset(libraries), glibc)

        for module in (elf, packages):
            monkeypatch.setattr(module, "needs", needs)
        return tmp_path

    return make


def test_dependencies_follow_from_what_the_bundle_needs(scripts: Any, bundle_of: Any) -> None:
    bundle = bundle_of(
        {
            "yibao-window": ({"libQt6Core.so.6", "libc.so.6"}, (2, 28)),
            "lib/libQt6Core.so.6": ({"libz.so.1", "libm.so.6"}, (2, 34)),
            "plugins/printsupport/libcups.so": ({"libcups.so.2", "libz.so.1"}, (2, 2)),
        }
    )

    fields = scripts("debian_packages").relations(bundle)

    assert fields == {"Depends": "libc6 (>= 2.34), zlib1g", "Recommends": "libcups2"}
    assert scripts("elf").oldest_glibc(bundle) == ((2, 34), ["lib/libQt6Core.so.6"])


def test_a_package_of_another_name_on_older_desktops_will_do_as_well(
    scripts: Any, bundle_of: Any
) -> None:
    bundle = bundle_of({"yibao-window": ({"libgcc_s.so.1", "libz.so.1"}, (2, 28))})

    fields = scripts("debian_packages").relations(bundle)

    assert fields["Depends"] == "libc6 (>= 2.28), libgcc-s1 | libgcc1, zlib1g"


def test_a_library_of_no_known_package_is_told(scripts: Any, bundle_of: Any) -> None:
    bundle = bundle_of({"yibao-window": ({"libnowhere.so.1"}, (2, 28))})

    with pytest.raises(scripts("machine").MachineError, match=r"libnowhere\.so\.1"):
        scripts("debian_packages").relations(bundle)
