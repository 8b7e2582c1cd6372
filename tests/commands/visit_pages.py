"""What `yibao` prints in docs/visits.md, and how it is printed anew.

PYTHONPATH=desktop .venv-core/bin/python -m tests.commands.visit_pages
"""

import contextlib
import io
import re
import shlex
from datetime import date
from pathlib import Path

from yibao.cli import main

PAGES = Path(__file__).parents[2] / "docs" / "visits.md"
DAY = date(2026, 11, 25)
"""The day on which all the visits are."""
COMMAND = re.compile(r"^```console\n\$ yibao (?P<words>[^\n]+)\n(?P<printed>.*?)^```$", re.M | re.S)


def printed(words: str) -> str:
    """What a command prints on the day of the visits; raises ValueError where it fails."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        failed = main(shlex.split(words), DAY)
    if failed:
        raise ValueError(words)
    return out.getvalue()


def renewed(pages: str) -> str:
    """The pages with everything printed as it is today."""
    return COMMAND.sub(
        lambda found: f"```console\n$ yibao {found['words']}\n{printed(found['words'])}```", pages
    )


if __name__ == "__main__":
    PAGES.write_text(renewed(PAGES.read_text("utf-8")), "utf-8")
