"""What several programs and users keep together: nothing is torn, nothing is lost."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.system.kill_savers import kill_savers

from yibao.system import storage as storage_module
from yibao.system.files import NewerFormatError, backup_of, sweep
from yibao.system.folders import Folders, can_write
from yibao.system.storage import BusyError, CannotChangeError, Storage, stamp

Names = tuple[str, ...]


def decode(content: bytes) -> Names:
    found = json.loads(content)
    if isinstance(found, int):
        raise NewerFormatError
    return tuple(found)


def stored(path: Path | None) -> Storage[Names]:
    return Storage(path, decode, lambda names: json.dumps(names).encode(), ())


def test_a_killed_program_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    torn, halfway = kill_savers(tmp_path, 200)

    assert torn == 0
    assert halfway > 0, "no kill met a save"


def test_two_who_change_it_at_once_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "kept.json"

    def add(who: int) -> None:
        for i in range(25):
            stored(file).change(lambda names, i=i: (*names, f"{who}-{i}"))

    threads = [threading.Thread(target=add, args=(who,)) for who in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(stored(file).read()) == sorted(f"{w}-{i}" for w in range(4) for i in range(25))


def test_somebody_who_never_lets_go_is_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage_module, "PATIENCE", -1)
    file = tmp_path / "kept.json"

    def meanwhile(names: Names) -> Names:
        with pytest.raises(BusyError):
            stored(file).change(lambda _: ("second",))
        return ("first",)

    assert stored(file).change(meanwhile) == ("first",)


def test_a_disk_without_locks_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: Any) -> bool:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("yibao.system.lock_file.LockFile.take", none)

    assert stored(tmp_path / "kept.json").change(lambda _: ("a",)) == ("a",)


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"1", "newer"), (b"[", "damaged"), (b"", "damaged"), (b"\xff", "damaged")],
)
def test_what_cannot_be_read_is_never_overwritten(
    tmp_path: Path, content: bytes, kind: str
) -> None:
    file = tmp_path / "kept.json"
    stored(file).change(lambda _: ("old",))
    stored(file).change(lambda _: ("older", "new"))
    file.write_bytes(content)
    storage = stored(file)

    names = storage.read()

    assert storage.trouble
    assert storage.trouble.kind == kind
    if kind == "newer":
        assert names == ()
        with pytest.raises(CannotChangeError):
            storage.change(lambda _: ("mine",))
        assert file.read_bytes() == content
    else:
        assert names == ("old",), "the last good copy"
        assert [p.read_bytes() for p in tmp_path.glob("kept.json.damaged-*")] == [content]
        assert storage.change(lambda kept: (*kept, "mine")) == ("old", "mine")


def test_a_huge_file_and_one_that_is_none_are_not_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(1 << 40)
    pipe = tmp_path / "pipe.json"
    if hasattr(os, "mkfifo"):
        os.mkfifo(pipe)
    else:
        pipe.mkdir()

    for path, kind in ((huge, "damaged"), (pipe, "unreadable")):
        storage = stored(path)
        assert storage.read() == ()
        assert storage.trouble
        assert storage.trouble.kind == kind


def test_without_a_home_nothing_is_kept() -> None:
    storage = stored(None)

    assert storage.read() == ()
    assert storage.change(lambda _: ("a",)) == ("a",)


def test_a_change_by_another_can_be_seen(tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    other = stored(path)
    assert stamp(path) is None
    other.change(lambda _: ("a",))
    first = stamp(path)
    other.change(lambda names: names)
    assert stamp(path) == first, "nothing changed, nothing written"
    other.change(lambda _: ("b",))
    assert stamp(path) != first


def test_what_killed_writers_left_is_swept_away_after_a_while(tmp_path: Path) -> None:
    old, new, full = (tmp_path / f".yibao-{number}" for number in range(3))
    for left in (old, new):
        left.write_bytes(b"")
    full.mkdir()
    (full / "half").write_bytes(b"")
    for left in (old, full):
        os.utime(left, (0, 0))

    sweep(tmp_path)

    assert [*tmp_path.iterdir()] == [new]


@pytest.fixture(params=["tmpfs", "ext4"])
def small_disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A disk of a few blocks; only root can make one."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can make a small disk")
    disk, image = tmp_path / "disk", tmp_path / "image"
    disk.mkdir()
    if request.param == "tmpfs":
        made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", disk], check=False)
    else:
        image.write_bytes(bytes(1 << 20))
        mkfs = subprocess.run(["mkfs.ext4", "-q", "-F", image], check=False)
        if mkfs.returncode:
            pytest.skip("no ext4 here")
        made = subprocess.run(["mount", "-o", "loop", image, disk], check=False)
    if made.returncode:
        pytest.skip(f"no small {request.param} can be mounted here")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_loses_nothing(small_disk: Path) -> None:
    """At every amount of room that may be left, each write goes through or changes nothing."""
    file = small_disk / "kept.json"
    kept = stored(file).change(lambda _: ("a" * 3000,))
    refused = 0
    for i in range(200):
        filler = small_disk / f"filler{i}"
        try:
            filler.write_bytes(b"x" * 4096)
        except OSError:
            filler.unlink(missing_ok=True)
            (small_disk / f"filler{i - 1 - i % 3}").unlink(missing_ok=True)
        try:
            kept = stored(file).change(lambda names, i=i: (f"{i:04}" * (500 + i * 7),))
        except OSError:
            refused += 1
        storage = stored(file)
        assert storage.read() == kept
        assert storage.trouble is None
        assert not list(small_disk.glob(".yibao-*"))
        if backup_of(file).exists():
            decode(backup_of(file).read_bytes())
    assert refused > 0


def test_who_may_write_where(tmp_path: Path) -> None:
    assert can_write(tmp_path / "new" / "deep")
    file = tmp_path / "file"
    file.write_bytes(b"")
    assert not can_write(file / "below")


def test_the_offices_two_files(tmp_path: Path) -> None:
    folders = Folders(tmp_path, None, None, site=tmp_path / "site", own=None)

    assert folders.office_rules == (tmp_path / "site" / "office.json", None)


@pytest.mark.skipif(os.name != "posix", reason="XDG")
def test_the_site_folder_that_is_there_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from yibao.system.folders import user_folders

    there = tmp_path / "b" / "yibao-counter"
    there.mkdir(parents=True)
    monkeypatch.setenv("XDG_DATA_DIRS", f"{tmp_path / 'a'}:{tmp_path / 'b'}")
    assert user_folders().site == there
    monkeypatch.setenv("XDG_DATA_DIRS", f"{tmp_path / 'a'}:{tmp_path / 'c'}")
    assert user_folders().site == tmp_path / "a" / "yibao-counter"
