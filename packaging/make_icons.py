"""Copy the icons that the program uses out of Lucide (ISC licence).

The PyPI package `lucide` holds all of them. The build calls this; by hand:
`.venv/bin/pip install lucide` and run this file.
"""

import zipfile
from importlib.util import find_spec
from pathlib import Path

TARGET = Path(__file__).parents[1] / "resources" / "icons"
SOURCE_PACKAGE = "lucide"
ARCHIVE = "lucide.zip"
NAMES = (
    "copy",
    "menu",
    "monitor",
    "printer",
    "scale",
    "undo-2",
    "user-round-plus",
)


def main() -> None:
    """Write each icon where the program looks for it."""
    package = find_spec(SOURCE_PACKAGE)
    if package is None or package.origin is None:
        raise SystemExit(f"{SOURCE_PACKAGE} is not installed")
    TARGET.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(Path(package.origin).parent / ARCHIVE) as archive:
        for name in NAMES:
            (TARGET / f"{name}.svg").write_bytes(archive.read(f"{name}.svg"))


def missing() -> bool:
    """Whether any icon has still to be copied."""
    return not all((TARGET / f"{name}.svg").exists() for name in NAMES)


if __name__ == "__main__":
    main()
