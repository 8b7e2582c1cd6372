"""Sticks that somebody forged, mixed, held back or made endless: each is refused, and why.

The numbers are those of the sections of the TUF specification; docs/packs.md lists them.
"""

import os
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.packs.publisher import DAY, HEBEI, SHANGHAI, Computer, Publisher, amount, rules_file
from tuf.api.metadata import MetaFile, TargetFile

LATER = DAY + timedelta(days=30)
ONE_ROLE_EACH = ["timestamp", "snapshot", "targets", "province-13"]
SIGNED_BY = {
    "timestamp": "release",
    "snapshot": "release",
    "targets": "targets",
    "province-13": "province-13",
    "province-31": "province-31",
}


def newest(folder: Path, role: str) -> Path:
    return max((folder / "metadata").glob(f"*{role}.json"))


def target(folder: Path, name: str) -> Path:
    (found,) = (folder / "targets").rglob(f"*.{Path(name).name}")
    return found


def test_a_good_pack_is_taken(computer: Computer, publisher: Publisher) -> None:
    reading = computer.take(publisher.folder)
    assert [rule.id for rule in reading.layer.rules] == ["hebei", "sh"]
    assert computer.packs.troubles == []


def test_an_older_pack_is_refused(
    computer: Computer, publisher: Publisher, files: Any, tmp_path: Path
) -> None:
    """5.4.3.1 rollback"""
    old = publisher.copied(tmp_path / "old")
    computer.take(publisher.issue(files("95")).folder)
    assert computer.refuses(old) == "older"


def test_an_older_pack_is_refused_after_going_back(
    computer: Computer, publisher: Publisher, files: Any, tmp_path: Path
) -> None:
    computer.take(publisher.folder)
    old = publisher.copied(tmp_path / "old")
    computer.take(publisher.issue(files("95")).folder)
    computer.packs.go_back()
    assert computer.refuses(old) == "older"
    assert computer.take(publisher.folder).note.number == 2


def test_a_timestamp_with_an_older_snapshot_is_refused(
    computer: Computer, publisher: Publisher, files: Any
) -> None:
    """5.4.3.2 rollback"""
    computer.take(publisher.issue(files("95")).folder)

    def back(signed: Any) -> None:
        signed.version += 1
        signed.snapshot_meta = MetaFile(1)

    publisher.change("timestamp", back, "release")
    assert computer.refuses(publisher.folder) == "older"


@pytest.mark.parametrize("role", ["targets", "province-13"])
def test_a_snapshot_with_an_older_role_is_refused(
    role: str, computer: Computer, publisher: Publisher, files: Any
) -> None:
    """5.5.5 rollback"""
    computer.take(publisher.issue(files("95")).folder)

    def back(signed: Any) -> None:
        signed.version += 1
        signed.meta[f"{role}.json"] = MetaFile(1)

    def on(signed: Any) -> None:
        signed.version += 1
        signed.snapshot_meta = MetaFile(3)

    publisher.change("snapshot", back, "release")
    publisher.change("timestamp", on, "release")
    assert computer.refuses(publisher.folder) == "older"


def test_a_role_that_disappears_is_refused(
    computer: Computer, publisher: Publisher, files: Any
) -> None:
    """5.5.5 rollback"""
    computer.take(publisher.folder)
    publisher.issue(files("95"))
    publisher.change("snapshot", lambda signed: signed.meta.pop("province-31.json"), "release")
    assert computer.refuses(publisher.folder) == "damaged"


@pytest.mark.parametrize("role", ONE_ROLE_EACH)
def test_a_pack_held_back_ends(role: str, computer: Computer, publisher: Publisher) -> None:
    """5.4.4, 5.5.6, 5.6.5 freeze"""

    def ended(signed: Any) -> None:
        signed.expires = signed.expires - timedelta(days=1100)

    publisher.change(role, ended, SIGNED_BY[role])
    assert computer.refuses(publisher.folder) == "expired"


def test_an_ended_root_is_refused(computer: Computer, publisher: Publisher) -> None:
    """5.3.10 freeze"""
    assert computer.refuses(publisher.folder, DAY + timedelta(days=6 * 365)) == "expired"


def test_an_ended_pack_goes_on_answering(computer: Computer, publisher: Publisher) -> None:
    computer.take(publisher.folder)
    assert computer.refuses(publisher.folder, DAY + timedelta(days=400)) == "expired"
    assert computer.packs.in_use()


def test_the_same_pack_again_changes_nothing(computer: Computer, publisher: Publisher) -> None:
    from yibao.commands.pack_import import looked_at

    computer.take(publisher.folder)
    with looked_at(computer.packs, computer.offer(publisher.folder)) as looked:
        assert looked.is_in_use


@pytest.mark.parametrize("name", ["pack.json", HEBEI])
def test_a_file_changed_at_the_same_length_is_refused(
    name: str, computer: Computer, publisher: Publisher
) -> None:
    """5.7.2"""
    file = target(publisher.folder, name)
    file.write_bytes(file.read_bytes().replace(b"1", b"7"))
    assert computer.refuses(publisher.folder) == "altered"


@pytest.mark.parametrize("name", ["pack.json", HEBEI])
def test_an_endless_file_is_refused(name: str, computer: Computer, publisher: Publisher) -> None:
    """5.7.2 endless data"""
    with target(publisher.folder, name).open("ab") as file:
        file.write(b" " * 9_000_000)
    assert computer.refuses(publisher.folder) == "too_large"


@pytest.mark.parametrize("role", ONE_ROLE_EACH)
def test_endless_metadata_is_refused(role: str, computer: Computer, publisher: Publisher) -> None:
    """5.4.1, 5.5.1, 5.6.1 endless data"""
    with newest(publisher.folder, role).open("ab") as file:
        file.write(b" " * 9_000_000)
    assert computer.refuses(publisher.folder) == "too_large"


def test_an_endless_root_is_refused(computer: Computer, publisher: Publisher) -> None:
    """5.3.3 endless data"""
    (publisher.folder / "metadata" / "2.root.json").write_bytes(b"{" + b" " * 9_000_000)
    assert computer.refuses(publisher.folder) == "too_large"


def test_a_signed_file_that_is_far_too_large_is_not_read(
    computer: Computer, publisher: Publisher
) -> None:
    def large(signed: Any) -> None:
        signed.targets[HEBEI] = TargetFile(10**12, {"sha256": "0" * 64}, HEBEI)

    publisher.change("province-13", large, "province-13")
    assert computer.refuses(publisher.folder) == "too_large"


@pytest.mark.parametrize("role", ["snapshot", "targets", "province-13"])
def test_packs_that_are_mixed_are_refused(
    role: str, computer: Computer, publisher: Publisher, files: Any, tmp_path: Path
) -> None:
    """5.5.4, 5.6.4 mix and match"""
    old = newest(publisher.folder, role).read_bytes()
    publisher.issue(files("95"))
    newest(publisher.folder, role).write_bytes(old)
    assert computer.refuses(publisher.folder) == "older"


@pytest.mark.parametrize("role", ONE_ROLE_EACH)
def test_what_somebody_else_signed_is_refused(
    role: str, computer: Computer, publisher: Publisher, other_keys: Path
) -> None:
    """5.4.2, 5.5.3, 5.6.3 arbitrary software"""
    publisher.change(role, lambda signed: None, SIGNED_BY[role], others=other_keys)
    assert computer.refuses(publisher.folder) == "forged"


@pytest.mark.parametrize("role", ONE_ROLE_EACH)
def test_what_nobody_signed_is_refused(role: str, computer: Computer, publisher: Publisher) -> None:
    """5.4.2, 5.5.3, 5.6.3 arbitrary software"""
    publisher.change(role, lambda signed: None)
    assert computer.refuses(publisher.folder) == "forged"


def test_the_pack_of_another_publisher_is_refused(
    computer: Computer, other_keys: Path, files: Any, tmp_path: Path
) -> None:
    """5.3.4 arbitrary software"""
    other = Publisher(tmp_path / "other", other_keys).issue(files("99"))
    assert computer.refuses(other.folder) == "forged"


def test_a_key_must_not_sign_for_another_role(computer: Computer, publisher: Publisher) -> None:
    """5.6.3 arbitrary software"""
    publisher.change("targets", lambda signed: None, "release")
    assert computer.refuses(publisher.folder) == "forged"


def test_one_of_two_roots_is_too_few(
    computer: Computer, publisher: Publisher, other_keys: Path
) -> None:
    """5.3.4 threshold"""
    publisher.rotate(other_keys)
    publisher.sign(others=other_keys)
    publisher.sign("root-1")
    assert computer.refuses(publisher.folder) == "forged"


def test_a_new_root_must_be_signed_by_its_own_keys_too(
    computer: Computer, publisher: Publisher, other_keys: Path
) -> None:
    """5.3.4 threshold"""
    publisher.rotate(other_keys)
    publisher.sign()
    assert computer.refuses(publisher.folder) == "forged"


def test_one_root_signing_twice_is_one(
    computer: Computer, publisher: Publisher, other_keys: Path
) -> None:
    """5.3.4 threshold"""
    import json

    publisher.rotate(other_keys)
    publisher.sign(others=other_keys)
    publisher.sign("root-1")
    root = publisher.folder / "metadata" / "2.root.json"
    held = json.loads(root.read_bytes())
    held["signatures"].append(held["signatures"][-1])
    root.write_text(json.dumps(held))
    assert computer.refuses(publisher.folder) == "damaged"


def test_a_root_that_leaves_out_a_version_is_refused(
    computer: Computer, publisher: Publisher, other_keys: Path
) -> None:
    """5.3.5 rollback"""
    publisher.rotate(other_keys)
    publisher.change("root", lambda signed: setattr(signed, "version", 3), "root-1", "root-2")
    folder = publisher.folder / "metadata"
    (folder / "3.root.json").rename(folder / "2.root.json")
    assert computer.refuses(publisher.folder) in {"older", "forged"}


def test_keys_are_passed_on(
    computer: Computer, publisher: Publisher, other_keys: Path, files: Any
) -> None:
    """5.3.4, 5.3.7, 5.3.9"""
    computer.take(publisher.folder)
    publisher.rotate(other_keys)
    publisher.sign("root-2", "root-3")
    publisher.sign(others=other_keys)
    after = Publisher(publisher.folder, other_keys).issue(files("95"))
    assert computer.take(after.folder).note.number == 2


def test_without_the_root_between_the_new_keys_are_strangers(
    computer: Computer, publisher: Publisher, other_keys: Path, files: Any
) -> None:
    publisher.rotate(other_keys)
    publisher.sign()
    publisher.sign(others=other_keys)
    Publisher(publisher.folder, other_keys).issue(files("95"))
    (publisher.folder / "metadata" / "2.root.json").unlink()
    assert computer.refuses(publisher.folder) == "forged"


def test_a_version_run_far_ahead_is_recovered_from_by_rotation(
    computer: Computer, publisher: Publisher, other_keys: Path, files: Any, tmp_path: Path
) -> None:
    """5.3.11 fast forward"""
    stolen = Publisher(publisher.copied(tmp_path / "stolen"), publisher.keys)
    snapshot = newest(stolen.folder, "snapshot")
    stolen.change("snapshot", lambda signed: setattr(signed, "version", 9_000), "release")
    snapshot.unlink()

    def ahead(signed: Any) -> None:
        signed.version, signed.snapshot_meta = 9_000, MetaFile(9_000)

    stolen.change("timestamp", ahead, "release")
    computer.take(stolen.folder)
    publisher.issue(files("95"))
    assert computer.refuses(publisher.folder) == "older"

    publisher.rotate(other_keys)
    publisher.sign()
    publisher.sign(others=other_keys)
    after = Publisher(publisher.folder, other_keys).issue(files("96"))
    assert computer.take(after.folder).note.number == 3


def test_a_file_of_another_province_is_not_looked_for(
    computer: Computer, publisher: Publisher
) -> None:
    """5.6.7 delegation"""
    content = target(publisher.folder, SHANGHAI)

    def also(signed: Any) -> None:
        signed.targets[SHANGHAI] = TargetFile.from_file(SHANGHAI, str(content))

    publisher.change("province-13", also, "province-13")
    publisher.change("province-31", lambda signed: signed.targets.clear(), "province-31")
    assert computer.refuses(publisher.folder) == "crossed"


def test_a_province_cannot_sign_for_another(computer: Computer, publisher: Publisher) -> None:
    """5.6.3 delegation"""
    publisher.change("province-31", lambda signed: None, "province-13")
    assert computer.refuses(publisher.folder) == "forged"


def test_a_province_gets_another_key(
    computer: Computer, publisher: Publisher, other_keys: Path, files: Any, tmp_path: Path
) -> None:
    """5.6.3 delegation"""
    computer.take(publisher.folder)
    keys = tmp_path / "keys"
    shutil.copytree(publisher.keys, keys)
    for name in ("province-13.key", "province-13.pub"):
        shutil.copy(other_keys / name, keys)
    after = Publisher(publisher.folder, keys).issue(files())
    assert computer.take(after.folder).note.number == 2
    after.build(files("95"))
    after.sign()
    after.change("province-13", lambda signed: None, "province-13", others=publisher.keys)
    assert computer.refuses(after.folder) == "forged"


def test_nothing_that_is_trusted_is_a_link(computer: Computer, publisher: Publisher) -> None:
    """Not every disk has links."""
    computer.take(publisher.folder)
    assert not [path for path in computer.folder.rglob("*") if path.is_symlink()]


def test_a_rule_of_another_province_is_refused(
    computer: Computer, publisher: Publisher, records: Any, files: Any
) -> None:
    foreign = amount(records.rule, records.period, "1", id="foreign", area="310101")
    publisher.issue({**files(), HEBEI: rules_file(foreign)})
    assert computer.refuses(publisher.folder) == "crossed"


def test_the_name_of_another_rule_is_refused(
    computer: Computer, publisher: Publisher, records: Any, files: Any
) -> None:
    """The program's rule for 石家庄 is called a-rule."""
    taken = amount(records.rule, records.period, "1", id="a-rule", area="310101")
    publisher.issue({**files(), SHANGHAI: rules_file(taken)})
    assert computer.refuses(publisher.folder) == "faulty"


def test_a_source_of_the_program_cannot_be_replaced(
    computer: Computer, publisher: Publisher, files: Any, records: Any
) -> None:
    source = {
        "id": "a-source",
        "title": "别的文件",
        "issuer": "别人",
        "level": "official_text",
        "issued_on": None,
    }
    told = amount(records.rule, records.period, "90", id="hebei")
    publisher.issue({**files(), HEBEI: rules_file(told, references=[source])})
    assert computer.refuses(publisher.folder) == "faulty"


@pytest.mark.parametrize("what", ["file", "metadata", "targets", "timestamp"])
def test_a_link_out_of_the_stick_is_refused(
    what: str, computer: Computer, publisher: Publisher, tmp_path: Path
) -> None:
    path = {
        "file": target(publisher.folder, HEBEI),
        "metadata": publisher.folder / "metadata",
        "targets": publisher.folder / "targets",
        "timestamp": publisher.folder / "metadata" / "timestamp.json",
    }[what]
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert computer.refuses(publisher.folder) == "outside"


@pytest.mark.parametrize(
    "name",
    [
        "rules/../../x.json",
        "/etc/hostname",
        "rules/13\\x.json",
        "rules/13x.json\0",
        "rules/13\u202e.json",
        "rules/١٣.json",
        "pack.json",
        "rules/13.json.gz",
    ],
)
def test_a_name_that_leads_out_is_refused(
    name: str, computer: Computer, publisher: Publisher
) -> None:
    import json

    def named(signed: Any) -> None:
        signed.targets["pack.json"] = TargetFile.from_data("pack.json", content)

    note = json.loads(target(publisher.folder, "pack.json").read_bytes())
    content = json.dumps(note | {"files": [name]}).encode()
    publisher.change("targets", named, "targets")
    signed = TargetFile.from_data("pack.json", content).get_prefixed_paths()[0]
    (publisher.folder / "targets" / signed).write_bytes(content)
    assert computer.refuses(publisher.folder) == "damaged"


@pytest.mark.parametrize("name", ["metadata/../../x", "/etc/hostname", "a\\b", "C:x", "a\0b"])
def test_nothing_outside_the_folder_is_read(name: str, tmp_path: Path) -> None:
    from yibao.packs.stick import Stick
    from yibao.policy.pack.refusal import PackRefusedError

    with pytest.raises(PackRefusedError) as refused:
        list(Stick(tmp_path).fetch(name))
    assert refused.value.kind == "outside"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(computer: Computer, publisher: Publisher) -> None:
    file = target(publisher.folder, HEBEI)
    file.unlink()
    os.mkfifo(file)
    assert computer.refuses(publisher.folder) == "outside"


def test_nested_metadata_is_refused(computer: Computer, publisher: Publisher) -> None:
    (publisher.folder / "metadata" / "timestamp.json").write_bytes(b"[" * 16_000)
    assert computer.refuses(publisher.folder) == "damaged"


def test_a_computer_that_trusts_nobody_takes_nothing(
    computer: Computer, publisher: Publisher
) -> None:
    computer.root.unlink()
    assert computer.refuses(publisher.folder) == "no_root"


def test_a_clock_years_back_or_forth(computer: Computer, publisher: Publisher) -> None:
    """5.1"""
    assert computer.refuses(publisher.folder, date(2019, 1, 1)) == "clock"
    assert computer.refuses(publisher.folder, DAY - timedelta(days=1)) == "clock"
    assert computer.refuses(publisher.folder, date(2034, 1, 1)) == "expired"
    computer.take(publisher.folder)
    assert computer.refuses(publisher.folder, DAY - timedelta(days=1)) == "clock"


def test_compressed_content_is_never_unpacked(
    computer: Computer, publisher: Publisher, files: Any
) -> None:
    import gzip

    publisher.issue({**files(), HEBEI: gzip.compress(bytes(3_000_000))})
    assert computer.refuses(publisher.folder) == "damaged"


def test_a_pack_in_its_usual_folder_is_found(
    computer: Computer, publisher: Publisher, tmp_path: Path
) -> None:
    stick = tmp_path / os.fsdecode(b"U\xc5\xcc %20 \xe2\x80\xae")
    stick.mkdir()
    shutil.copytree(publisher.folder, stick / "yibao-pack")
    (stick / os.fsdecode(b"\xb9\xe6\xb6\xa8.json")).write_text("{")
    (stick / "yibao-pack" / "metadata" / os.fsdecode(b"\xb9\xe6.json")).write_text("{")
    assert computer.take(stick).note.number == 1


def test_a_folder_without_a_pack(computer: Computer, tmp_path: Path) -> None:
    assert computer.refuses(tmp_path / "nowhere") == "no_pack"
