"""Compile modules into files that need no source: compile.py SOURCE TARGET LIST.

Run with the interpreter that was made for the builder, whose version is that of the packages.
"""

import importlib._bootstrap_external as form
import sys
from pathlib import Path


def main() -> None:
    """The list names the modules by their paths under the source."""
    source, target = map(Path, sys.argv[1:3])
    for name in Path(sys.argv[3]).read_text(encoding="utf-8").split("\n"):
        content = (source / name).read_bytes()
        code = compile(content, name, "exec", dont_inherit=True)
        path = (target / name).with_suffix(".pyc")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(form._code_to_hash_pyc(code, bytes(8), False))


if __name__ == "__main__":
    main()
