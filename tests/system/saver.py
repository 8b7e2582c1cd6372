"""Saves one state after the other, until it is killed: `python saver.py FILE`."""

import sys
from pathlib import Path

from yibao.system.storage import Storage

STATES = 7


def decode(content: bytes) -> int:
    """Which state it is; raises ValueError for one that is torn."""
    state = int(content[:1])
    if content != encode(state):
        raise ValueError("torn")
    return state


def encode(state: int) -> bytes:
    """Content that is of another length and of other bytes for each state."""
    return str(state).encode() * (20_000 + state * 3_000)


def main() -> None:
    storage = Storage(Path(sys.argv[1]), decode, encode, 1)
    print("ready", flush=True)  # noqa: T201
    while True:
        storage.change(lambda state: state % STATES + 1)


if __name__ == "__main__":
    main()
