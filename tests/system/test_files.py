"""Files are whole or not there, and a damaged one is never overwritten."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from yibao.system.files import (
    IncompleteWriteError,
    Trouble,
    backup_of,
    fill_file,
    read_file,
    write_file,
)


def decode(content: bytes) -> str:
    text = content.decode()
    if not text.startswith("good"):
        raise ValueError(text)
    return text


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_writes_a_new_file_and_keeps_the_one_before(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "a.json"

    write_file(file, b"good 1")
    write_file(file, b"good 2")

    assert file.read_bytes() == b"good 2"
    assert backup_of(file).read_bytes() == b"good 1"
    assert names(file.parent) == ["a.json", "a.json.bak"]


@pytest.mark.parametrize("broken", ["os.fsync", "pathlib.Path.replace"])
def test_a_disk_that_does_not_take_it_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    file = tmp_path / "a.json"
    write_file(file, b"good 1")

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(broken, full)
    with pytest.raises(OSError, match="No space left"):
        write_file(file, b"good 2")

    assert file.read_bytes() == b"good 1"
    assert [name for name in names(tmp_path) if not name.startswith("a.json")] == []


def test_a_write_that_was_cut_short_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.json"
    write_file(file, b"good 1")
    real = os.fsync

    def cut(handle: int) -> None:
        os.truncate(handle, 3)
        real(handle)

    monkeypatch.setattr("os.fsync", cut)
    with pytest.raises(IncompleteWriteError):
        write_file(file, b"good 2")

    assert file.read_bytes() == b"good 1"


LONGEST = "医" * 83 + ".pdf"
"""253 bytes; Linux takes 255."""


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def careless() -> Iterator[None]:
    """Of a user who shares everything with the group."""
    before = os.umask(0o002)
    yield
    os.umask(before)


def test_a_new_file_has_the_mode_that_the_user_gives_new_files(
    tmp_path: Path, careless: None
) -> None:
    write_file(tmp_path / "a.pdf", b"new")

    assert mode(tmp_path / "a.pdf") == 0o664


@pytest.mark.parametrize("kept", [0o600, 0o640, 0o664])
def test_a_file_that_is_replaced_keeps_its_mode(tmp_path: Path, kept: int) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"old")
    file.chmod(kept)

    write_file(file, b"new")

    assert (file.read_bytes(), mode(file)) == (b"new", kept)


@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_one_and_what_it_leads_to_is_replaced(tmp_path: Path, there: bool) -> None:
    target, link = tmp_path / "shared" / "a.pdf", tmp_path / "link.pdf"
    target.parent.mkdir()
    if there:
        target.write_bytes(b"old")
    link.symlink_to(target)

    write_file(link, b"new", keep_before=False)

    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert names(target.parent) == ["a.pdf"]


def test_a_name_may_be_as_long_as_the_disk_takes_it(tmp_path: Path) -> None:
    write_file(tmp_path / LONGEST, b"new", keep_before=False)

    assert names(tmp_path) == [LONGEST]


def test_a_name_that_is_longer_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="too long"):
        write_file(tmp_path / f"医{LONGEST}", b"new")

    assert names(tmp_path) == []


def test_reads_what_is_there_and_nothing_where_nothing_is(tmp_path: Path) -> None:
    file = tmp_path / "a.json"

    assert read_file(file, decode) == (None, None)
    write_file(file, b"good 1")
    assert read_file(file, decode) == ("good 1", None)


def test_a_damaged_file_is_set_aside_and_the_copy_before_it_read(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    write_file(file, b"good 1")
    write_file(file, b"good 2")
    file.write_bytes(b"torn")

    content, trouble = read_file(file, decode)

    assert content == "good 1"
    assert trouble is not None
    assert trouble.kind == "damaged"
    assert (tmp_path / trouble.name).read_bytes() == b"torn"
    assert read_file(file, decode) == ("good 1", None), "it is the file again"


def test_a_damaged_file_without_a_good_copy_is_set_aside(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(b"torn")

    content, trouble = read_file(file, decode)

    assert content is None
    assert trouble is not None
    assert trouble.name.startswith("a.json.damaged-")


def test_a_damaged_file_that_cannot_be_renamed_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(b"torn")

    def locked(*_: Any) -> None:
        raise PermissionError(13, "locked")

    monkeypatch.setattr("pathlib.Path.rename", locked)

    assert read_file(file, decode) == (None, Trouble("unreadable", "a.json"))
    assert file.read_bytes() == b"torn"


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()

    trouble = Trouble("unreadable", "a.json")

    assert read_file(tmp_path / "a.json", decode) == (None, trouble)


def test_a_file_is_filled_piece_by_piece(tmp_path: Path) -> None:
    file = tmp_path / "roster.csv"

    def fill(into: IO[bytes]) -> None:
        for piece in (b"one ", b"two"):
            into.write(piece)

    fill_file(file, fill, keep_before=False)

    assert file.read_bytes() == b"one two"


def test_what_could_not_be_filled_leaves_everything_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "roster.csv"
    file.write_bytes(b"good")

    def fill(into: IO[bytes]) -> None:
        into.write(b"half")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fill_file(file, fill)

    assert file.read_bytes() == b"good"
    assert [path.name for path in tmp_path.iterdir()] == ["roster.csv"]
