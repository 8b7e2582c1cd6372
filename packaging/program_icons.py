"""Draw the program's icon in every size and container that a system asks for, into build/icons.

Runs in the environment of the build, because Qt draws it: resources/style/yibao.svg is the icon.
"""

import os
import struct
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources" / "style" / "yibao.svg"
TARGET = ROOT / "build" / "icons"
PNG_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 256)
ICNS_TYPES = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512}


def main() -> None:
    """Write NN.png for every size, yibao.ico and yibao.icns."""
    qt = QGuiApplication([])
    drawings = {size: draw(size) for size in PNG_SIZES}
    qt.quit()
    TARGET.mkdir(parents=True, exist_ok=True)
    for size, png in drawings.items():
        (TARGET / f"{size}.png").write_bytes(png)
    (TARGET / "yibao.ico").write_bytes(ico({size: drawings[size] for size in ICO_SIZES}))
    icns_parts = {kind: drawings[size] for kind, size in ICNS_TYPES.items()}
    (TARGET / "yibao.icns").write_bytes(icns(icns_parts))


def draw(size: int) -> bytes:
    """The icon as a PNG of so many pixels across."""
    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType]
    return bytes(content.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon of PNGs by their size; 256 is written as 0 there."""
    header = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(header) + 16 * len(pictures)
    entries = b""
    for size, png in pictures.items():
        across = size % 256
        entries += struct.pack("<BBBBHHII", across, across, 0, 0, 1, 32, len(png), offset)
        offset += len(png)
    return header + entries + b"".join(pictures.values())


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """A macOS icon of PNGs by Apple's name for their size."""
    parts = [kind + struct.pack(">I", len(png) + 8) + png for kind, png in pictures.items()]
    body = b"".join(parts)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


if __name__ == "__main__":
    main()
