"""Fuzz the reading of an office's file; needs atheris, which no test does.

    python tests/fuzz/office_file.py -max_total_time=600 -rss_limit_mb=512 -timeout=5

It ends with what was found when anything but the two refusals comes out of the reader.
"""

import sys
from contextlib import suppress

import atheris  # pyright: ignore

with atheris.instrument_imports():  # pyright: ignore
    from yibao.commands.stores import embedded_store
    from yibao.policy.office.office_file import (
        DamagedOfficeFileError,
        NewerOfficeFileError,
        read_office,
    )

STORE = embedded_store()


def read(content: bytes) -> None:
    """Read it, and lay what is sound in it over the store."""
    with suppress(DamagedOfficeFileError, NewerOfficeFileError):
        reading = read_office(content, "office.json", STORE)
        STORE.under(reading.file.layer("user"))


if __name__ == "__main__":
    atheris.Setup(sys.argv, read)  # pyright: ignore
    atheris.Fuzz()  # pyright: ignore
