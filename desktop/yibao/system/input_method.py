"""Chinese input where only fcitx is there: Qt for Python brings no plug-in for it."""

from collections.abc import Callable, Collection, Mapping, MutableMapping
from pathlib import Path

ASKED_FOR_BY = ("XMODIFIERS", "GTK_IM_MODULE", "QT_IM_MODULE")
WITHOUT_PLUGIN = ("", "fcitx", "fcitx5")
FCITX, PORTAL = "org.fcitx.Fcitx", "org.freedesktop.portal.IBus"
"""What fcitx of any version is called on the session bus, and what Qt reaches it by."""


def reach_fcitx(environment: MutableMapping[str, str], plugins: Path) -> None:
    """Let Qt reach fcitx5 through the portal of ibus, which fcitx5 serves as well.

    Nothing is changed where another input method is chosen, or where Qt has a plug-in for fcitx.
    Must be called before there is a QApplication.
    """
    chosen_otherwise = environment.get("QT_IM_MODULE", "") not in WITHOUT_PLUGIN
    if not _asks_for_fcitx(environment) or chosen_otherwise or _has_plugin(plugins):
        return
    environment["QT_IM_MODULE"] = "ibus"
    environment["IBUS_USE_PORTAL"] = "1"


def cannot_compose(
    environment: Mapping[str, str], names: Callable[[], Collection[str]] | None = None
) -> bool:
    """Whether fcitx is there and out of reach: version 4 does not serve the portal of ibus.

    Qt for Python cannot load the plug-in for it that Debian has: it misses
    QWindowSystemInterface::handleExtendedKeyEvent in the form of Qt 6.4.

    `environment` is what `reach_fcitx` left; `names` are those on the session bus.
    """
    if not _asks_for_fcitx(environment) or environment.get("IBUS_USE_PORTAL") != "1":
        return False
    there = (names or _names_on_the_bus)()
    return PORTAL not in there and any(name.startswith(FCITX) for name in there)


def _asks_for_fcitx(environment: Mapping[str, str]) -> bool:
    return any("fcitx" in environment.get(name, "") for name in ASKED_FOR_BY)


def _names_on_the_bus() -> Collection[str]:
    """None at all where there is no session bus."""
    from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - only where fcitx is asked for

    bus = QDBusConnection.sessionBus()
    return bus.interface().registeredServiceNames().value() if bus.isConnected() else ()


def _has_plugin(plugins: Path) -> bool:
    return any(plugins.glob("platforminputcontexts/*fcitx*"))
