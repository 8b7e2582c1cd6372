"""Draw the reference pictures of the main states anew; look at them before they are kept.

.venv/bin/python -m tests.window.pictures.make_references
"""

import os
import subprocess
import sys

from tests.window.pictures.pictures import REFERENCES

TEST = "tests/window/pictures/test_pictures.py::test_it_looks_as_it_was_found_good"


def main() -> int:
    """The test itself draws them: so they are what it will compare with."""
    REFERENCES.mkdir(parents=True, exist_ok=True)
    drawing = {"KEEP_PICTURES_IN": str(REFERENCES), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "pytest", "-q", TEST]
    return subprocess.call(command, env={**os.environ, **drawing})


if __name__ == "__main__":
    sys.exit(main())
