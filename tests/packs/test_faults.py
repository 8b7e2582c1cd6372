"""Sticks half copied, broken or pulled, disks full, and programs killed: never a store in between."""

import json
import os
import random
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.packs.kill_importers import kill_importers
from tests.packs.publisher import DAY, HEBEI, Computer, Publisher, amount, rules_file

from yibao.commands.pack_files import Packs
from yibao.commands.pack_import import looked_at, take
from yibao.policy.pack.refusal import PackRefusedError
from yibao.system.folders import SHELF


def all_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_stick_half_copied_is_refused(
    computer: Computer, publisher: Publisher, tmp_path: Path
) -> None:
    for i, path in enumerate(all_files(publisher.folder)):
        if path.name == "1.root.json":
            continue
        stick = publisher.copied(tmp_path / f"half-{i}")
        (stick / path.relative_to(publisher.folder)).unlink()
        assert computer.refuses(stick) == "incomplete", path


def test_an_empty_file_is_refused(computer: Computer, publisher: Publisher, tmp_path: Path) -> None:
    for i, path in enumerate(all_files(publisher.folder)):
        if path.name == "1.root.json":
            continue
        stick = publisher.copied(tmp_path / f"empty-{i}")
        (stick / path.relative_to(publisher.folder)).write_bytes(b"")
        assert computer.refuses(stick) in {"damaged", "altered"}, path


def test_a_flipped_byte_is_refused_or_changes_nothing(
    computer: Computer, publisher: Publisher, tmp_path: Path
) -> None:
    chance = random.Random(7)  # noqa: S311 - no secret
    good = computer.take(publisher.folder).layer
    shutil.rmtree(computer.folder)
    for i in range(60):
        stick = publisher.copied(tmp_path / f"flipped-{i}")
        path = chance.choice(all_files(stick))
        content = bytearray(path.read_bytes())
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
        if computer.refuses(stick) == "taken":
            found = computer.packs.in_use()
            assert found
            assert found.layer == good
            shutil.rmtree(computer.folder)


def test_a_stick_pulled_in_the_middle(
    computer: Computer, publisher: Publisher, tmp_path: Path
) -> None:
    for after in range(0, 9_000, 1_500):
        stick = publisher.copied(tmp_path / f"pulled-{after}")

        def pull(read: int, after: int = after, stick: Path = stick) -> None:
            if read > after and stick.exists():
                shutil.rmtree(stick)

        assert computer.refuses(stick, watch=pull) in {"stick_gone", "taken"}
        shutil.rmtree(computer.folder, ignore_errors=True)


def test_a_stick_that_cannot_be_read(
    computer: Computer, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(path: Path) -> Any:
        raise OSError(5, "input/output error")

    monkeypatch.setattr("yibao.packs.stick._opened", broken)
    assert computer.refuses(publisher.folder) == "stick_gone"


def test_a_stick_whose_folder_cannot_be_looked_into(
    computer: Computer, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(path: Path) -> bool:
        raise OSError(5, "input/output error")

    import yibao.packs.client  # noqa: F401 - while folders can be looked into

    monkeypatch.setattr(Path, "is_dir", broken)
    with (
        pytest.raises(PackRefusedError, match="stick_gone"),
        looked_at(computer.packs, computer.offer(publisher.folder)),
    ):
        pass


def test_cancelling(computer: Computer, publisher: Publisher) -> None:
    def stop(read: int) -> None:
        raise PackRefusedError("cancelled")

    assert computer.refuses(publisher.folder, watch=stop) == "cancelled"


def test_an_example_that_does_not_come_out_refuses_the_whole_pack(
    computer: Computer, publisher: Publisher, files: Any, records: Any
) -> None:
    wrong = records.rule(records.period(method={"type": "amount", "amount": "95"}), id="wrong")
    publisher.issue({**files(), HEBEI: rules_file(wrong)})
    with (
        pytest.raises(PackRefusedError) as refused,
        looked_at(computer.packs, computer.offer(publisher.folder)),
    ):
        pass
    assert [problem.kind for problem in refused.value.problems] == ["example"]
    assert computer.packs.in_use() is None


@pytest.mark.parametrize(
    "content",
    [
        b'{"$schema": "", "rules": [{"kind": "account_credit"}]}',
        b'{"$schema": "", "rules": [], "rules": []}',
        b'{"$schema": "", "rules": [], "more": 1}',
        b"[]",
    ],
)
def test_rules_that_the_store_would_not_take_refuse_the_whole_pack(
    content: bytes, computer: Computer, publisher: Publisher, files: Any
) -> None:
    publisher.issue({**files(), HEBEI: content})
    assert computer.refuses(publisher.folder) == "faulty"


def test_rules_confirmed_in_the_future_are_refused(
    computer: Computer, publisher: Publisher, files: Any, records: Any
) -> None:
    told = records.rule(records.period(confirmed_on="2030-01-01"), id="early")
    publisher.issue({**files(), HEBEI: rules_file(told)})
    assert computer.refuses(publisher.folder) == "faulty"


def test_a_form_of_the_future(computer: Computer, publisher: Publisher, tmp_path: Path) -> None:
    from tuf.api.metadata import TargetFile

    content = json.dumps({"form": 2, "what": "nobody knows yet"}).encode()
    listed = TargetFile.from_data("pack.json", content)

    def newer(signed: Any) -> None:
        signed.targets["pack.json"] = listed

    publisher.change("targets", newer, "targets")
    (publisher.folder / "targets" / listed.get_prefixed_paths()[0]).write_bytes(content)
    assert computer.refuses(publisher.folder) == "newer"


def test_a_note_with_a_key_twice(computer: Computer, publisher: Publisher) -> None:
    from tuf.api.metadata import TargetFile

    (note,) = (publisher.folder / "targets").glob("*.pack.json")
    content = note.read_bytes().replace(b'"form": 1,', b'"form": 1, "form": 1,')
    listed = TargetFile.from_data("pack.json", content)
    publisher.change("targets", lambda s: s.targets.update({"pack.json": listed}), "targets")
    (publisher.folder / "targets" / listed.get_prefixed_paths()[0]).write_bytes(content)
    assert computer.refuses(publisher.folder) == "damaged"


def test_a_folder_that_cannot_be_made(
    computer: Computer, publisher: Publisher, make_store: Any
) -> None:
    computer.folder.parent.mkdir(parents=True)
    computer.folder.write_text("a file in its place")
    with (
        pytest.raises(PackRefusedError, match="not_kept"),
        looked_at(computer.packs, computer.offer(publisher.folder)),
    ):
        pass


def test_a_user_without_a_home(computer: Computer, publisher: Publisher) -> None:
    packs = Packs(None, computer.store, for_all=False)
    assert packs.in_use() is None
    assert len(packs.troubles) == 0
    with pytest.raises(PackRefusedError, match="not_kept"):
        packs.go_back()
    with (
        pytest.raises(PackRefusedError, match="not_kept"),
        looked_at(packs, computer.offer(publisher.folder)),
    ):
        pass


FILLS_UP = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
from datetime import UTC, datetime
from pathlib import Path
from yibao.commands.pack_files import Packs
from yibao.commands.pack_import import Offer, looked_at, take
from yibao.policy.loading.files import policy_files
from yibao.policy.loading.reading import read_store
from yibao.policy.pack.refusal import PackRefusedError
from yibao.system.folders import SHELF
folder, policy, root, stick = map(Path, sys.argv[2:])
packs = Packs(folder, read_store(policy_files(policy)), for_all=False)
try:
    now = datetime(2026, 6, 1, 12, tzinfo=UTC)
    with looked_at(packs, Offer(stick, root, now, lambda read: None)) as looked:
        take(packs, looked)
    print("taken")
except PackRefusedError as refused:
    print(refused.kind)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limits here")
def test_a_full_disk(computer: Computer, publisher: Publisher, files: Any, tmp_path: Path) -> None:
    computer.take(publisher.folder)
    before = computer.content()
    publisher.issue(files("95"))
    words = [computer.folder, tmp_path / "policy", computer.root, publisher.folder]
    for most in (0, 100, 500, 2_000):
        done = subprocess.run(
            [sys.executable, "-c", FILLS_UP, str(most), *map(str, words)],
            check=True,
            capture_output=True,
            text=True,
        )
        assert done.stdout == "not_kept\n"
        assert computer.content() == before


@pytest.mark.parametrize(
    ("error", "kind"),
    [(PermissionError(13, ""), "no_right"), (OSError(28, ""), "not_kept")],
)
def test_a_disk_that_does_not_take_it(
    error: OSError,
    kind: str,
    computer: Computer,
    publisher: Publisher,
    files: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    computer.take(publisher.folder)
    publisher.issue(files("95"))

    def refuse(*_: Any, **__: Any) -> None:
        raise error

    monkeypatch.setattr("yibao.system.storage.write_file", refuse)
    with (
        pytest.raises(PackRefusedError, match=kind),
        looked_at(computer.packs, computer.offer(publisher.folder)) as looked,
    ):
        take(computer.packs, looked)
    found = computer.packs.in_use()
    assert found
    assert found.note.number == 1


def test_two_at_once(computer: Computer, publisher: Publisher, files: Any) -> None:
    computer.take(publisher.folder)
    publisher.issue(files("95"))
    with looked_at(computer.packs, computer.offer(publisher.folder)) as slow:
        computer.take(publisher.folder)
        with pytest.raises(PackRefusedError, match="busy"):
            take(computer.packs, slow)


def test_somebody_who_changes_it_for_too_long(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    from yibao.system.lock_file import LockFile

    computer.folder.mkdir(parents=True)
    lock = LockFile(computer.folder / f"{SHELF}.lock", mode=0o666)
    assert lock.take("")
    monkeypatch.setattr("yibao.system.storage.PATIENCE", 0)
    with pytest.raises(PackRefusedError, match="busy"):
        computer.packs.go_back()
    lock.release()


def test_a_pack_broken_on_the_disk_is_set_aside_and_told(
    computer: Computer, publisher: Publisher
) -> None:
    computer.take(publisher.folder)
    (rules,) = computer.folder.rglob("130000-hebei.json")
    rules.write_bytes(rules.read_bytes().replace(b"90", b"99"))
    assert computer.packs.in_use() is None
    assert "更新包存坏了" in computer.packs.troubles[0]
    assert list(computer.folder.glob("1-*/pack.json.damaged-*"))
    assert computer.packs.in_use() is None
    with looked_at(computer.packs, computer.offer(publisher.folder)) as looked:
        assert not looked.is_in_use
    computer.take(publisher.folder)


def test_a_pack_broken_on_the_disk_lets_nothing_older_in(
    computer: Computer, publisher: Publisher, files: Any, tmp_path: Path
) -> None:
    old = publisher.copied(tmp_path / "old")
    computer.take(publisher.issue(files("95")).folder)
    for path in computer.folder.rglob("pack.json"):
        path.write_text("{")
    assert computer.packs.in_use() is None
    assert computer.refuses(old) == "older"


def test_a_pack_that_cannot_be_opened_just_now_is_left_as_it_is(
    computer: Computer, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    computer.take(publisher.folder)
    before = computer.content()

    def locked(path: Path) -> bytes:
        raise PermissionError(13, "locked")

    with monkeypatch.context() as patch:
        patch.setattr("yibao.commands.pack_files.read_note", locked)
        assert computer.packs.in_use() is None
    assert "打不开" in computer.packs.troubles[0]
    assert computer.content() == before
    assert computer.packs.in_use()


def test_a_pack_of_a_newer_program_is_left_as_it_is(
    computer: Computer, publisher: Publisher
) -> None:
    computer.take(publisher.folder)
    (note,) = computer.folder.rglob("pack.json")
    note.write_text('{"form": 2}')
    assert computer.packs.in_use() is None
    assert "更新版本的程序" in computer.packs.troubles[0]
    assert note.exists()


def test_a_broken_record_is_read_from_the_copy_before(
    computer: Computer, publisher: Publisher, files: Any
) -> None:
    computer.take(publisher.folder)
    computer.take(publisher.issue(files("95")).folder)
    (computer.folder / SHELF).write_text('{"version": 1, "in_use"')
    found = computer.packs.in_use()
    assert found
    assert found.note.number == 1
    assert "记录" in computer.packs.troubles[0]


def test_a_record_of_a_newer_program_is_left_alone(
    computer: Computer, publisher: Publisher
) -> None:
    computer.take(publisher.folder)
    (computer.folder / SHELF).write_text('{"version": 2}')
    assert computer.packs.in_use() is None
    assert "更新版本" in computer.packs.troubles[0]
    with pytest.raises(PackRefusedError, match="newer"):
        computer.packs.go_back()
    assert (computer.folder / SHELF).read_text() == '{"version": 2}'


def test_a_pack_that_does_not_fit_a_newer_program_is_told_and_left(
    computer: Computer, publisher: Publisher, make_store: Any, records: Any
) -> None:
    computer.take(publisher.folder)
    newer = make_store(records.rule(area="310000", id="hebei"))
    packs = Packs(computer.folder, newer, for_all=False)
    assert packs.in_use() is None
    assert "对不上" in packs.troubles[0]
    assert computer.packs.in_use()


def test_going_back_and_forth(computer: Computer, publisher: Publisher, files: Any) -> None:
    with pytest.raises(PackRefusedError, match="nothing_before"):
        computer.packs.go_back()
    computer.take(publisher.folder)
    computer.take(publisher.issue(files("95")).folder)
    numbers: list[int] = []
    for _ in range(3):
        computer.packs.go_back()
        found = computer.packs.in_use()
        assert found
        numbers.append(found.note.number)
    assert numbers == [1, 2, 1]


def test_what_is_not_needed_any_more_is_removed(
    computer: Computer, publisher: Publisher, files: Any
) -> None:
    left = computer.folder / ".yibao-left"
    left.mkdir(parents=True)
    for yuan in ("91", "92", "93"):
        computer.take(publisher.issue(files(yuan)).folder)
        for path in computer.folder.iterdir():
            os.utime(path, (0, 0))
    computer.take(publisher.issue(files("94")).folder)
    assert len([path for path in computer.folder.iterdir() if path.is_dir()]) == 2


def test_for_everybody_it_can_be_read_by_everybody(
    computer: Computer, publisher: Publisher
) -> None:
    packs = Packs(computer.folder, computer.store, for_all=True)
    mask = os.umask(0o077)
    try:
        with looked_at(packs, computer.offer(publisher.folder)) as looked:
            take(packs, looked)
    finally:
        os.umask(mask)
    modes = {path.stat().st_mode & 0o777 for path in computer.folder.rglob("*")}
    assert modes == {0o755, 0o644}


def test_the_next_pack_brings_what_the_one_before_did_not(
    computer: Computer, publisher: Publisher, files: Any, records: Any
) -> None:
    computer.take(publisher.folder, DAY + timedelta(days=10))
    told = amount(records.rule, records.period, "97", id="hebei")
    found = computer.take(publisher.issue({HEBEI: rules_file(told)}).folder)
    assert [rule.id for rule in found.layer.rules] == ["hebei"]


def test_killed_in_the_middle_it_is_the_old_or_the_new(tmp_path: Path, records: Any) -> None:
    policy = records.write(tmp_path / "policy", [])
    bad, halfway, packs = kill_importers(tmp_path / "killed", policy, 200)
    assert bad == 0
    assert halfway > 0
    assert packs == 2


def test_without_what_verifies_the_program_says_so(
    computer: Computer, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in [name for name in sys.modules if name.startswith(("yibao.packs", "tuf"))]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "tuf", None)
    assert computer.refuses(publisher.folder) == "no_library"


def test_without_cryptography_it_is_told_too(computer: Computer, publisher: Publisher) -> None:
    """python-tuf imports without it, and then finds every signature wrong."""
    code = (
        "import sys; sys.modules['cryptography'] = None\n"
        "try:\n    import yibao.packs.client\n"
        "except ImportError:\n    print('no_library')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == "no_library\n"


def test_nothing_that_reaches_a_network_is_loaded() -> None:
    code = (
        "import sys, yibao.packs.client\nprint({'urllib3', 'requests', 'ssl'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
