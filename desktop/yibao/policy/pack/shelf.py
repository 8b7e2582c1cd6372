"""Which packs a machine keeps, and which of them answers."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from yibao.policy.pack.refusal import PackRefusedError
from yibao.policy.terms import PolicyRecord

VERSION = 1


class Kept(PolicyRecord, frozen=True):
    """One pack that was taken."""

    folder: Annotated[str, Meta(pattern="^[0-9]{1,6}-[0-9a-f]{16}$")]
    digest: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]

    @property
    def number(self) -> int:
        """Which pack it is, by the issuer's count."""
        return int(self.folder.partition("-")[0])


class Shelf(PolicyRecord, frozen=True):
    """All that is kept; the file is replaced as one."""

    version: Literal[1] = 1
    in_use: Kept | None = None
    """None where the embedded rules answer alone."""
    before: Kept | None = None
    """What was in use before, and can be gone back to."""
    newest: Kept | None = None
    """The newest that was ever taken: nothing older is taken again from outside."""
    can_go_back: bool = False

    def with_new(self, kept: Kept) -> "Shelf":
        """A new pack in use; the same one once more leaves what can be gone back to."""
        is_same = self.in_use is not None and self.in_use.digest == kept.digest
        before = self.before if is_same else self.in_use
        return Shelf(in_use=kept, before=before, newest=kept, can_go_back=True)

    def gone_back(self) -> "Shelf":
        """The one before in use, which may be none; raises PackRefusedError where there was none.

        What was in use is kept, so that one can come back to it the same way.
        """
        if not self.can_go_back:
            raise PackRefusedError("nothing_before")
        return msgspec.structs.replace(self, in_use=self.before, before=self.in_use)

    @property
    def folders(self) -> frozenset[str]:
        """The folders that are still needed."""
        kept = (self.in_use, self.before, self.newest)
        return frozenset(each.folder for each in kept if each)


def encode(shelf: Shelf) -> bytes:
    """The content of the file on disk."""
    return msgspec.json.format(msgspec.json.encode(shelf), indent=2) + b"\n"


def decode(content: bytes) -> Shelf:
    """What stands in the file; raises ValueError for damage, PackRefusedError for a newer form."""
    try:
        version = msgspec.json.decode(content, type=dict[str, object]).get("version")
        if type(version) is int and version > VERSION:
            raise PackRefusedError("newer")
        return msgspec.json.decode(content, type=Shelf)
    except msgspec.DecodeError as error:
        raise ValueError(str(error)) from error
