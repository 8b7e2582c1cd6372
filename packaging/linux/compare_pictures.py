"""How much of two pictures differs, as the tests of the pictures hold them against each other.

compare_pictures.py ONE OTHER, run with a Python that has Qt. Fails where it is too much.
"""

import sys
from pathlib import Path

from PySide6.QtGui import QImage

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.window.pictures.pictures import ALLOWED, difference, reduced


def main() -> int:
    """Returns 0 where they are equal within the tolerance."""
    pictures = [QImage(name) for name in sys.argv[1:]]
    if any(picture.isNull() for picture in pictures):
        print("A picture cannot be read")
        return 1
    one, other = pictures
    share = difference(reduced(one), reduced(other))
    print(f"Of the pictures {share:.4%} differs; allowed: {ALLOWED:.4%}")
    return 0 if one.size() == other.size() and share <= ALLOWED else 1


if __name__ == "__main__":
    sys.exit(main())
