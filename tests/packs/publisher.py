"""Whoever publishes packs, and the computer that takes them: what the tests of packs share."""

import json
import shutil
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from tuf.api.metadata import Metadata

from yibao.commands.pack_files import Packs
from yibao.commands.pack_import import Offer, looked_at, take
from yibao.packs.publishing import building, keys, signing
from yibao.packs.publishing.repository import Repository, Written, encoded, name_of
from yibao.policy.pack.pack_files import PackNote, PackReading
from yibao.policy.pack.refusal import PackRefusedError
from yibao.policy.store import PolicyStore

Json = dict[str, Any]
DAY = date(2026, 6, 1)
HEBEI, SHANGHAI = "rules/130000-hebei.json", "rules/310000-shanghai.json"
NAMES = keys.key_names(3, ("13", "31"))
ISSUER = "一个发布单位"


def write_keys(folder: Path, names: Iterable[str] = NAMES) -> Path:
    """New keys in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for pair in keys.make_keys(list(names)):
        (folder / f"{pair.name}{keys.SECRET}").write_bytes(pair.secret)
        (folder / f"{pair.name}{keys.PUBLIC}").write_bytes(pair.public)
    return folder


def rules_file(*rules: Json, references: Sequence[Json] = ()) -> bytes:
    """A file of rules in a pack."""
    held = {"$schema": "", "references": list(references), "rules": list(rules)}
    return json.dumps(held, ensure_ascii=False).encode()


def amount(
    rule: Callable[..., Json], period: Callable[..., Json], yuan: str, **fields: Any
) -> Json:
    """A rule for the retired of 石家庄 with another sum."""
    method = {"type": "amount", "amount": yuan}
    expected = {"status": "exact", "low": f"{yuan}.00"}
    told = period(method=method, examples=[{"given": {}, "expected": expected}])
    return rule(told, **fields)


class Publisher:
    """The folder of a pack, and the keys."""

    def __init__(self, folder: Path, keys_folder: Path) -> None:
        self.folder, self.keys = folder, keys_folder

    def build(self, files: dict[str, bytes], on: date = DAY, days: int = 365) -> int:
        """The next pack, not signed."""
        number = building.next_number(self.folder)
        note = PackNote(
            form=1, issuer=ISSUER, issued_on=on, number=number, files=tuple(sorted(files))
        )
        public = keys.public_keys([self.keys])
        lasts = timedelta(days=days)
        self._write(building.build(self.folder, note, files, public, lasts=lasts))
        return number

    def sign(self, *names: str, others: Path | None = None) -> list[signing.Lacking]:
        """With all keys, or only some."""
        held = keys.signers([others or self.keys])
        chosen = [signer for name, signer in held.items() if not names or name in names]
        written, lacking = signing.sign(self.folder, chosen)
        self._write(written)
        return lacking

    def issue(self, files: dict[str, bytes], on: date = DAY, days: int = 365) -> "Publisher":
        """The next pack, signed."""
        self.build(files, on, days)
        assert self.sign() == []
        return self

    def rotate(self, others: Path, on: date = DAY, threshold: int = 2) -> None:
        """The next root, of other keys, not signed."""
        self._write(signing.rotate(self.folder, keys.public_keys([others]), on, threshold))

    def change(
        self, role: str, edit: Callable[[Any], None], *signing_keys: str, others: Path | None = None
    ) -> None:
        """What somebody does who holds some keys: metadata edited and signed with them."""
        metadata: Metadata[Any] = Repository(self.folder).any(role)
        edit(metadata.signed)
        metadata.signatures.clear()
        held = keys.signers([others or self.keys])
        for name in signing_keys:
            metadata.sign(held[name], append=True)
        path = self.folder / name_of(role, metadata.signed.version)
        path.write_bytes(encoded(metadata))

    def copied(self, to: Path) -> Path:
        """A stick with a copy of it."""
        shutil.copytree(self.folder, to)
        return to

    def _write(self, written: Written) -> None:
        for name, content in written.files.items():
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_bytes(content)
        for name in written.stale:
            (self.folder / name).unlink()


class Computer:
    """A counter's computer that trusts a root."""

    def __init__(self, folder: Path, root: Path, store: PolicyStore) -> None:
        self.folder, self.root, self.store = folder, root, store
        self.packs = Packs(folder, store, for_all=False)

    def offer(self, stick: Path, on: date = DAY, watch: Callable[[int], None] = len) -> Offer:
        now = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
        return Offer(stick, self.root, now, (lambda read: None) if watch is len else watch)

    def take(self, stick: Path, on: date = DAY) -> PackReading:
        """Take a pack; raises PackRefusedError."""
        with looked_at(self.packs, self.offer(stick, on)) as looked:
            take(self.packs, looked)
        found = self.packs.in_use()
        assert found
        return found

    def refuses(self, stick: Path, on: date = DAY, watch: Callable[[int], None] = len) -> str:
        """Why a pack is not taken; that everything is as before is seen to."""
        before = self.content()
        try:
            with looked_at(self.packs, self.offer(stick, on, watch)) as looked:
                take(self.packs, looked)
        except PackRefusedError as refused:
            assert self.content() == before
            return refused.kind
        return "taken"

    def content(self) -> dict[str, bytes]:
        """Every file there is."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file() and path.suffix != ".lock"
        }
