"""Chinese input where only fcitx is there: Qt for Python brings no plug-in for it."""

from collections.abc import MutableMapping
from pathlib import Path

ASKED_FOR_BY = ("XMODIFIERS", "GTK_IM_MODULE", "QT_IM_MODULE")
WITHOUT_PLUGIN = ("", "fcitx", "fcitx5")


def reach_fcitx(environment: MutableMapping[str, str], plugins: Path) -> None:
    """Let Qt reach fcitx5 through the portal of ibus, which fcitx5 serves as well.

    Nothing is changed where another input method is chosen, or where Qt has a plug-in for fcitx.
    Must be called before there is a QApplication.
    """
    asked_for = any("fcitx" in environment.get(name, "") for name in ASKED_FOR_BY)
    chosen_otherwise = environment.get("QT_IM_MODULE", "") not in WITHOUT_PLUGIN
    if not asked_for or chosen_otherwise or _has_plugin(plugins):
        return
    environment["QT_IM_MODULE"] = "ibus"
    environment["IBUS_USE_PORTAL"] = "1"


def _has_plugin(plugins: Path) -> bool:
    return any(plugins.glob("platforminputcontexts/*fcitx*"))
