"""What Windows wants to be told of a running program."""

import sys

from yibao import APPLICATION_ID

MUTEXES = (APPLICATION_ID, f"Global\\{APPLICATION_ID}")
"""While these exist the installer asks for the program to be closed; Global: by any user."""


def introduce() -> None:
    """Say that the program runs, and that its windows belong to the entry in the start menu."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        for name in MUTEXES:
            ctypes.windll.kernel32.CreateMutexW(None, False, name)
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APPLICATION_ID)
