"""Keys as files: NAME.key, which is secret, and NAME.pub, which every pack carries."""

# pyright: reportPrivateImportUsage=false
# Not everything that these packages export says so.

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)
from securesystemslib.signer import CryptoSigner, SSlibKey

SECRET, PUBLIC = ".key", ".pub"
NAMES = re.compile(r"root-[1-9][0-9]?|targets|release|province-[0-9]{2}")
"""`targets` signs what a pack says of itself, `release` snapshot and timestamp, `province-11` the
rules of areas 11*, `province-00` those of the nation."""
Key = TypeVar("Key")


class NotAKeyError(ValueError):
    """A file that is no key; the text is its name."""


class KeyPair(NamedTuple):
    """A new key, as its two files hold it."""

    name: str
    secret: bytes
    public: bytes


def make_keys(names: Sequence[str]) -> Iterator[KeyPair]:
    """A new pair for each name."""
    for name in names:
        key = Ed25519PrivateKey.generate()
        yield KeyPair(
            name,
            key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
            key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        )


def key_names(roots: int, provinces: Sequence[str]) -> list[str]:
    """The names of all keys of a publisher, for these first two digits of area codes."""
    numbered = [f"root-{i}" for i in range(1, roots + 1)]
    return [*numbered, "targets", "release", *(f"province-{code}" for code in provinces)]


def public_keys(folders: Sequence[Path]) -> Mapping[str, SSlibKey]:
    """The public keys in folders by name; raises OSError, NotAKeyError."""
    return _keys(folders, PUBLIC, lambda pem: SSlibKey.from_crypto(load_pem_public_key(pem)))


def signers(folders: Sequence[Path]) -> Mapping[str, CryptoSigner]:
    """The secret keys in folders by name; raises OSError, NotAKeyError."""
    return _keys(folders, SECRET, _signer)


def _signer(pem: bytes) -> CryptoSigner:
    key = load_pem_private_key(pem, None)
    if not isinstance(key, Ed25519PrivateKey):
        raise TypeError
    return CryptoSigner(key)


def _keys(folders: Sequence[Path], suffix: str, load: Callable[[bytes], Key]) -> dict[str, Key]:
    found: dict[str, Key] = {}
    for folder in folders:
        for path in sorted(folder.iterdir()):
            if path.suffix == suffix and NAMES.fullmatch(path.stem):
                try:
                    found[path.stem] = load(path.read_bytes())
                except (ValueError, TypeError) as error:
                    raise NotAKeyError(path.name) from error
    return found
