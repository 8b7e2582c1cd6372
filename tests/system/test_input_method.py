"""Chinese input where only fcitx is there."""

from pathlib import Path

import pytest

from yibao.system.input_method import reach_fcitx

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
