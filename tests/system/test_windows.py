"""What Windows is told of a running program."""

import ctypes
import sys
from typing import Any

import pytest

from yibao import APPLICATION_ID
from yibao.system import windows


def test_the_installer_and_the_start_menu_can_recognize_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mutexes: list[str] = []
    identities: list[str] = []

    class Libraries:
        class kernel32:  # noqa: N801
            @staticmethod
            def CreateMutexW(security: Any, owned: bool, name: str) -> None:  # noqa: N802
                mutexes.append(name)

        class shell32:  # noqa: N801
            SetCurrentProcessExplicitAppUserModelID = identities.append

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", Libraries, raising=False)

    windows.introduce()

    assert mutexes == [*windows.MUTEXES]
    assert identities == [APPLICATION_ID]
