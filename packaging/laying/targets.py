"""The processors for which packages are made, and what holds for each."""

from typing import NamedTuple


class Target(NamedTuple):
    """A processor, by the name that Linux gives it."""

    architecture: str
    debian: str
    newest_glibc: tuple[int, int]
    """No file may need a newer one. The wheels of Qt settle it; the interpreter asks for less."""

    @property
    def triplet(self) -> str:
        """What compilers call it."""
        return f"{self.architecture}-linux-gnu"


BUILDER = Target("x86_64", "amd64", (2, 28))
"""The one on which packages are built, for itself and the other."""
TARGETS = {target.architecture: target for target in (BUILDER, Target("aarch64", "arm64", (2, 30)))}
