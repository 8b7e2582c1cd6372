"""In which bytes the command line writes, whoever reads them."""

import codecs
from io import TextIOWrapper
from typing import TextIO

PLAINER = {"−": "-", "×": "x", "÷": "/", "→": "->", "≈": "~", "·": "-", "\u00a0": " "}
"""What says the same where an encoding lacks a sign: GBK has no minus, and 110 ? 3 is no sum."""
HANDLER = "yibao-plainer"


def choose_encoding(stream: TextIO) -> None:
    """A terminal gets what it can show, with marks for the rest; files and pipes get UTF-8."""
    if not isinstance(stream, TextIOWrapper):
        return
    if stream.isatty():
        stream.reconfigure(errors=HANDLER)
    else:
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return PLAINER.get(error.object[error.start], "?"), error.start + 1


codecs.register_error(HANDLER, _plainer)
