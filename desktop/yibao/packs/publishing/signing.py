"""Signing what was built, each with the keys at hand, and passing the root on to other keys."""

# pyright: reportPrivateImportUsage=false
# Not everything that these packages export says so.

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from securesystemslib.signer import CryptoSigner, SSlibKey
from tuf.api.metadata import Metadata, Root, Targets

from yibao.packs.publishing.building import new_root
from yibao.packs.publishing.repository import Repository, Written, encoded, name_of


class Lacking(NamedTuple):
    """How many signatures a role still lacks."""

    role: str
    signatures: int


def sign(folder: Path, signers: Sequence[CryptoSigner]) -> tuple[Written, list[Lacking]]:
    """Put every signature that the keys at hand may give, and say what is lacking then."""
    there = Repository(folder)
    written: dict[str, bytes] = {}
    lacking: list[Lacking] = []
    for role in there.roles:
        metadata = there.any(role)
        wanted = [delegator.get_delegated_role(role) for delegator in _delegators(there, role)]
        may = {keyid for each in wanted for keyid in each.keyids}
        for signer in signers:
            keyid = signer.public_key.keyid
            if keyid in may and keyid not in metadata.signatures:
                metadata.sign(signer, append=True)
                written[name_of(role, metadata.signed.version)] = encoded(metadata)
        missing = max(len(_left(metadata, each, role)) for each in _delegators(there, role))
        if missing:
            lacking.append(Lacking(role, missing))
    return Written(written), lacking


def rotate(folder: Path, keys: Mapping[str, SSlibKey], on: date, threshold: int) -> Written:
    """The next root, of other keys; those of the root before have to sign it too.

    Raises LackingKeyError. What the release key signs has to be signed anew where that changed.
    """
    there = Repository(folder)
    root = new_root(there.version("root") + 1, keys, on, threshold)
    return Written({name_of("root", root.signed.version): encoded(root)})


def _delegators(there: Repository, role: str) -> Iterator[Root | Targets]:
    """Who says which keys must sign a role: for a root itself, and the root before."""
    if role.startswith("province-"):
        yield there.any("targets").signed
        return
    yield there.any("root").signed
    if role == "root" and (before := there.root_before()):
        yield before.signed


def _left(metadata: Metadata[Any], delegator: Root | Targets, role: str) -> range:
    result = delegator.get_verification_result(role, metadata.signed_bytes, metadata.signatures)
    return range(max(0, result.threshold - len(result.signed)))
