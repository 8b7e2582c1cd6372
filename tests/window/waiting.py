"""Asking for what a screen, a window manager or a clock gives in its own time, and waiting for it.

What a window is asked for comes later, and later still on a machine that is busy: a size, the
keyboard, a state. So nothing of the kind is asserted before it was waited for here. What the program
does by itself in one event (a text, an answer, a tick) needs no waiting.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE = 60_000
"""Milliseconds after which nothing comes any more; nobody waits so long where all is well."""
LOOK_AGAIN = 5
ASK_AGAIN = 2_000
ROUNDS = 3
"""What was put off may put something off itself, so many times at most."""

Found = TypeVar("Found")


def until(look: Callable[[], Found], what: str) -> Found:
    """Look until something is there; returns it."""
    patience = QDeadlineTimer(PATIENCE)
    while not (found := look()):
        assert not patience.hasExpired(), f"not within {PATIENCE / 1000:.0f} s: {what}; {_seen()}"
        QTest.qWait(LOOK_AGAIN)
    return found


def settled() -> None:
    """Let everything happen that was put off."""
    for _ in range(ROUNDS):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def rested(window: QWidget) -> None:
    """Wait until nothing in a window is still being made, laid out or moved."""
    places: list[list[QRect]] = []

    def rests() -> bool:
        settled()
        places.append([part.geometry() for part in window.findChildren(QWidget)])
        at_once = [timer for timer in window.findChildren(QTimer) if not timer.interval()]
        still = len(places) > 1 and places[-1] == places[-2]
        return still and not any(timer.isActive() for timer in at_once)

    settled()
    patience = QDeadlineTimer(PATIENCE)
    while not rests():
        assert not patience.hasExpired(), f"{_name(window)} does not come to rest; {_seen()}"


def shown(window: QWidget) -> None:
    """Wait until a window stands on the screen."""

    def is_shown() -> bool:
        handle = window.window().windowHandle()
        return window.isVisible() and handle is not None and handle.isExposed()

    until(is_shown, f"{_name(window)} on the screen")


def active(window: QWidget) -> None:
    """Ask that the keys go to a window, and wait until they do."""
    shown(window)
    asked = QDeadlineTimer(0)

    def is_active() -> bool:
        nonlocal asked
        if not window.isActiveWindow() and asked.hasExpired():
            window.activateWindow()
            asked = QDeadlineTimer(ASK_AGAIN)
        return window.isActiveWindow()

    until(is_active, f"the keyboard in {_name(window)}")


def focused(part: QWidget) -> None:
    """Wait until the keys go to a part of a window."""
    until(part.hasFocus, f"the keyboard at {_name(part)}")


def keyboard() -> QWidget:
    """Whatever the keys go to, once there is something."""
    return until(QApplication.focusWidget, "something that takes the keys")


def sized(window: QWidget, width: int, height: int) -> None:
    """Ask for a size, and wait until the window has it, and everything in it its place."""
    shown(window)
    window.resize(width, height)
    wanted = (width, height)
    until(lambda: _size(window) == wanted, f"{_name(window)} of {width}×{height}")
    rested(window)


def placed(window: QWidget, place: QRect) -> None:
    """Put a window somewhere, once the window manager has put it where it likes."""
    shown(window)
    rested(window)
    asked = QDeadlineTimer(0)

    def is_placed() -> bool:
        nonlocal asked
        if window.geometry() != place and asked.hasExpired():
            window.setGeometry(place)
            asked = QDeadlineTimer(ASK_AGAIN)
        return window.geometry() == place

    until(is_placed, f"{_name(window)} at {place.x()}, {place.y()}")
    rested(window)


def in_state(window: QWidget, state: Qt.WindowState) -> None:
    """Wait until a window is minimised, maximised or fills the screen."""
    until(lambda: window.windowState() & state, f"{_name(window)} as {state.name}")


def not_in_state(window: QWidget, state: Qt.WindowState) -> None:
    """Wait until a window is no longer minimised, maximised or as large as the screen."""
    until(lambda: not window.windowState() & state, f"{_name(window)} not as {state.name}")


@contextmanager
def as_soon_as(look: Callable[[], Found], act: Callable[[Found], object]) -> Iterator[None]:
    """Do something to what is there only while what follows is held up, as by a dialog."""
    timer, patience = QTimer(), QDeadlineTimer(PATIENCE)
    acted: list[Found] = []

    def look_again() -> None:
        if found := look():
            timer.stop()
            acted.append(found)
            act(found)
        elif patience.hasExpired() and (held_up := QApplication.activeModalWidget()):
            held_up.close()

    timer.timeout.connect(look_again)
    timer.start(LOOK_AGAIN)
    try:
        yield
    finally:
        timer.stop()  # else it would do it to something of the next test
    assert acted, f"what was waited for never came; {_seen()}"


def _size(window: QWidget) -> tuple[int, int]:
    """How large the window is; under X as the server has it, which hears of it through others."""
    size = window.size()
    if QGuiApplication.platformName() == "xcb" and window.isVisible():
        # Not `window.screen()`: what that returns takes the screen along when the window goes.
        taken = QGuiApplication.primaryScreen().grabWindow(window.winId())
        if taken.deviceIndependentSize().toSize() != size:
            return (0, 0)
    return size.width(), size.height()


def _seen() -> str:
    """What there is instead."""
    windows = [
        f"{_name(window)} {window.width()}×{window.height()} {window.windowState().name}"
        for window in QApplication.topLevelWidgets()
        if window.isVisible()
    ]
    return f"windows: {windows}, keyboard: {_name(QApplication.focusWidget())}"


def _name(thing: QObject | None) -> str:
    return thing.objectName() or type(thing).__name__ if thing else "nowhere"
