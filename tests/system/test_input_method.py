"""Chinese input where only fcitx is there."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from yibao.system.input_method import cannot_compose, reach_fcitx

THROUGH_IBUS = {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}


@pytest.mark.parametrize(
    "fcitx",
    [
        {"XMODIFIERS": "@im=fcitx"},
        {"GTK_IM_MODULE": "fcitx"},
        {"QT_IM_MODULE": "fcitx"},
        {"XMODIFIERS": "@im=fcitx5", "QT_IM_MODULE": "fcitx5"},
    ],
)
def test_fcitx_is_reached_through_ibus(fcitx: dict[str, str], tmp_path: Path) -> None:
    environment = dict(fcitx)

    reach_fcitx(environment, tmp_path)

    assert environment == {**fcitx, **THROUGH_IBUS}


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"XMODIFIERS": "@im=ibus", "QT_IM_MODULE": "ibus"},
        {"XMODIFIERS": "@im=fcitx", "QT_IM_MODULE": "compose"},
    ],
)
def test_another_input_method_is_left_alone(other: dict[str, str], tmp_path: Path) -> None:
    environment = dict(other)

    reach_fcitx(environment, tmp_path)

    assert environment == other


def test_a_plug_in_of_its_own_is_used(tmp_path: Path) -> None:
    plugin = tmp_path / "platforminputcontexts" / "libfcitx5platforminputcontextplugin.so"
    plugin.parent.mkdir()
    plugin.touch()
    environment = {"XMODIFIERS": "@im=fcitx"}

    reach_fcitx(environment, tmp_path)

    assert environment == {"XMODIFIERS": "@im=fcitx"}


PORTAL = "org.freedesktop.portal.IBus"
FCITX_4 = ["org.fcitx.Fcitx", "org.freedesktop.portal.Fcitx", "org.fcitx.Fcitx-0"]
FCITX_5 = ["org.fcitx.Fcitx5", "org.freedesktop.portal.Fcitx", PORTAL, "org.fcitx.Fcitx-0"]


@pytest.mark.parametrize(
    ("names", "so"),
    [
        (FCITX_4, True),
        (["org.fcitx.Fcitx-12"], True),
        (FCITX_5, False),
        ([*FCITX_4, PORTAL], False),
        ([":1.0", "org.freedesktop.DBus"], False),
        ([], False),
    ],
)
def test_it_is_known_where_fcitx_is_there_but_out_of_reach(names: list[str], so: bool) -> None:
    environment = {"XMODIFIERS": "@im=fcitx", **THROUGH_IBUS}

    assert cannot_compose(environment, lambda: names) is so


@pytest.mark.parametrize("other", [{}, {"QT_IM_MODULE": "ibus"}, {"XMODIFIERS": "@im=ibus"}])
def test_where_fcitx_is_not_asked_for_nobody_is_asked(other: dict[str, str]) -> None:
    def names() -> list[str]:
        raise AssertionError

    assert not cannot_compose(other, names)


OWNER = """
import os
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection
from yibao.system.input_method import cannot_compose
qt, bus = QCoreApplication([]), QDBusConnection.sessionBus()
environment = {"XMODIFIERS": "@im=fcitx", "IBUS_USE_PORTAL": "1"}
print(cannot_compose(environment))
for name in ("org.fcitx.Fcitx", "org.freedesktop.portal.IBus"):
    assert bus.registerService(name)
    print(cannot_compose(environment))
"""


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="a session bus is wanted")
def test_the_names_are_those_on_the_session_bus() -> None:
    command = ["dbus-run-session", "--", sys.executable, "-c", OWNER]
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["False", "True", "False"]
