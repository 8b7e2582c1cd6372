"""Compile modules into files that need no source: compile.py SOURCE TARGET LIST.

Run with the interpreter that was made for the builder, whose version is that of the packages.
"""

import marshal
import sys
from importlib.util import MAGIC_NUMBER
from pathlib import Path

HEADER = MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)
"""Says that the file is by the hash of a source, and that nobody need look for it."""


def main() -> None:
    """The list names the modules by their paths under the source."""
    source, target = map(Path, sys.argv[1:3])
    for name in Path(sys.argv[3]).read_text(encoding="utf-8").split("\n"):
        content = (source / name).read_bytes()
        code = compile(content, name, "exec", dont_inherit=True)
        path = (target / name).with_suffix(".pyc")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(HEADER + marshal.dumps(code))


if __name__ == "__main__":
    main()
