"""Making a pack out of files of rules: everything but the signatures."""

# pyright: reportPrivateImportUsage=false
# Not everything that these packages export says so.

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from securesystemslib.signer import SSlibKey
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    MetaFile,
    Role,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

from yibao.packs.publishing.repository import Repository, Written, encoded, name_of
from yibao.packs.stick import TARGETS
from yibao.policy.pack.pack_files import NOTE, PackNote, encode_note

ROOT_LASTS = timedelta(days=5 * 365)
PROVINCE_LASTS = timedelta(days=2 * 365)
"""So that a province whose rules stay as they are need not sign every pack."""
MANY = 2
"""Of the root's keys that must sign, unless another number is asked for."""


class LackingKeyError(LookupError):
    """A key that is needed and not there; the text is its name."""


def next_number(folder: Path) -> int:
    """Which pack the next one in the folder will be."""
    return Repository(folder).version("targets") + 1


def build(
    folder: Path,
    note: PackNote,
    files: Mapping[str, bytes],
    keys: Mapping[str, SSlibKey],
    *,
    lasts: timedelta,
    threshold: int = MANY,
) -> Written:
    """The next pack in a folder, which holds the one before, or none yet.

    `files` are those that the note names; the pack may be imported as long as it `lasts`. Raises
    LackingKeyError where a province of which there are rules has no key, or the first root lacks
    one.
    """
    there = Repository(folder)
    ends = datetime.combine(note.issued_on, time(), UTC) + lasts
    written: dict[str, bytes] = {}
    if there.root() is None:
        written |= _metadata(new_root(1, keys, note.issued_on, threshold))
    content = {NOTE: encode_note(note), **files}
    listed = {name: TargetFile.from_data(name, data) for name, data in content.items()}
    for name, target in listed.items():
        written[f"{TARGETS}/{target.get_prefixed_paths()[0]}"] = content[name]
    versions = {role: there.version(role) for role in there.provinces}
    for role, metadata in _provinces(there, listed, keys, ends):
        written |= _metadata(metadata, role)
        versions[role] = metadata.signed.version
    top = Targets(note.number, None, ends, {NOTE: listed[NOTE]}, _delegations(there, keys))
    written |= _metadata(Metadata(top))
    versions["targets"] = top.version
    written |= _release(there, versions, ends)
    return Written(written, _stale(there, written))


def _release(there: Repository, versions: Mapping[str, int], ends: datetime) -> dict[str, bytes]:
    """The next snapshot and timestamp."""
    number = there.version("snapshot") + 1
    snapshot = Snapshot(
        number, None, ends, {f"{role}.json": MetaFile(v) for role, v in sorted(versions.items())}
    )
    timestamp = Timestamp(there.version("timestamp") + 1, None, ends, MetaFile(number))
    return _metadata(Metadata(snapshot)) | _metadata(Metadata(timestamp))


def new_root(
    version: int, keys: Mapping[str, SSlibKey], on: date, threshold: int
) -> Metadata[Root]:
    """A root of these keys; raises LackingKeyError."""
    roots = [key for name, key in keys.items() if name.startswith("root-")]
    if len(roots) < threshold:
        raise LackingKeyError(f"root-{len(roots) + 1}")
    release = [_key(keys, "release")]
    by_role = {"root": roots, "targets": [_key(keys, "targets")]}
    by_role |= {"snapshot": release, "timestamp": release}
    roles = {
        role: Role([key.keyid for key in held], threshold if role == "root" else 1)
        for role, held in by_role.items()
    }
    named: dict[str, Any] = {key.keyid: key for held in by_role.values() for key in held}
    ends = datetime.combine(on, time(), UTC) + ROOT_LASTS
    return Metadata(Root(version, None, ends, named, roles))


def _provinces(
    there: Repository,
    listed: Mapping[str, TargetFile],
    keys: Mapping[str, SSlibKey],
    ends: datetime,
) -> list[tuple[str, Metadata[Targets]]]:
    """New metadata for each province whose rules changed, or whose metadata ends too soon."""
    by_role: dict[str, dict[str, TargetFile]] = {role: {} for role in there.provinces}
    for name, target in listed.items():
        if name != NOTE:
            role = f"province-{Path(name).name[:2]}"
            by_role.setdefault(role, {})[name] = target
    made: list[tuple[str, Metadata[Targets]]] = []
    for role, targets in by_role.items():
        before = there.targets(role)
        if before and before.signed.targets == targets and before.signed.expires >= ends:
            continue
        if role not in keys and not _delegated(there, role):
            raise LackingKeyError(role)
        targeted = Targets(there.version(role) + 1, None, ends + PROVINCE_LASTS, targets)
        made.append((role, Metadata(targeted)))
    return made


def _delegations(there: Repository, keys: Mapping[str, SSlibKey]) -> Delegations:
    """Each province's rules to its key: as before, and as the keys given say."""
    before = there.targets()
    held = before.signed.delegations if before else None
    roles = dict((held.roles or {}) if held else {})
    known = dict(held.keys if held else {})
    for role, key in keys.items():
        if role.startswith("province-"):
            pattern = f"rules/{role.removeprefix('province-')}*.json"
            roles[role] = DelegatedRole(role, [key.keyid], 1, terminating=True, paths=[pattern])
            known[key.keyid] = key
    used = {keyid for role in roles.values() for keyid in role.keyids}
    return Delegations({id_: key for id_, key in known.items() if id_ in used}, roles)


def _delegated(there: Repository, role: str) -> bool:
    before = there.targets()
    held = before.signed.delegations if before else None
    return bool(held and held.roles and role in held.roles)


def _key(keys: Mapping[str, SSlibKey], name: str) -> SSlibKey:
    if name not in keys:
        raise LackingKeyError(name)
    return keys[name]


def _metadata(metadata: Metadata[Any], role: str = "") -> dict[str, bytes]:
    name = name_of(role or str(metadata.signed.type), metadata.signed.version)
    return {name: encoded(metadata)}


def _stale(there: Repository, written: Mapping[str, bytes]) -> tuple[str, ...]:
    """What the pack before had and this one has not; every root is kept."""
    old = {
        path.relative_to(there.folder).as_posix()
        for path in (there.folder / TARGETS).rglob("*")
        if path.is_file()
    }
    for role in ("targets", "snapshot", *there.provinces):
        if name_of(role, there.version(role) + 1) in written and there.version(role):
            old.add(name_of(role, there.version(role)))
    return tuple(sorted(old - written.keys()))
