"""Who the program is: the one place from which every package takes names, ids and version."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "desktop"))

from yibao import APPLICATION_ID as ID  # noqa: E402
from yibao import __version__ as VERSION  # noqa: E402, N812

PACKAGE = "yibao-counter"
NAME = "医保窗口助手"
LATIN_NAME = "Yibao Counter"
SUMMARY = "医保窗口查询：每月划入、缴费年限、退休年龄"
COMMAND, WINDOW = "yibao", "yibao-window"
"""The two programs: the command line and the window."""
HOMEPAGE = f"https://{'.'.join(reversed(ID.split('.')[:3]))}"
"""Follows from the id; whoever publishes elsewhere changes the id."""
PUBLISHER = "Yibao Counter contributors"
MAINTAINER = f"{PUBLISHER} <contributors@{HOMEPAGE.removeprefix('https://')}>"

DEBIAN_VERSION = f"{VERSION}-1"
FOUR_PART_VERSION = f"{VERSION}.0"
"""For UOS and Windows, which count four parts."""


def source_date() -> datetime:
    """When the source was last changed: the date of everything in a package.

    `SOURCE_DATE_EPOCH` says it, else the last commit.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        command = ["git", "log", "-1", "--format=%ct"]
        epoch = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return datetime.fromtimestamp(int(epoch), UTC)


def words() -> dict[str, str]:
    """What the templates in packaging/ are filled with."""
    return {
        "ID": ID,
        "VERSION": VERSION,
        "FOUR_PART_VERSION": FOUR_PART_VERSION,
        "DEBIAN_VERSION": DEBIAN_VERSION,
        "PACKAGE": PACKAGE,
        "NAME": NAME,
        "LATIN_NAME": LATIN_NAME,
        "SUMMARY": SUMMARY,
        "COMMAND": COMMAND,
        "WINDOW": WINDOW,
        "HOMEPAGE": HOMEPAGE,
        "PUBLISHER": PUBLISHER,
        "MAINTAINER": MAINTAINER,
        "DATE": f"{source_date():%Y-%m-%d}",
        "DATE_RFC2822": f"{source_date():%a, %d %b %Y %H:%M:%S +0000}",
    }
