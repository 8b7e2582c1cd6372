"""A whole visit as a screen reader goes about it: by names and roles, through AT-SPI.

    dbus-run-session -- /usr/bin/python3 tests/atspi/visit.py .venv/bin/python -m yibao
    dbus-run-session -- /usr/bin/python3 tests/atspi/visit.py gtk-launch yibao-counter

The arguments start the program. It needs a screen with a window manager, and the system's own
Python, for which Debian packages pyatspi.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pyatspi
from gi.repository import Gio, GLib

DEADLINE = 60
PAUSE = 0.02
"""Seconds."""
WINDOW = "医保窗口助手"
ENTER = 0xFF0D
ANSWER = "每月 107.00 元"
SPOKEN_ANSWER = f"每月划入：{ANSWER}"
NOT_AN_AGE = "年龄请填整数，比如 71。"
PANELS = {
    "余额查询": "微信",
    "每月划入": "单建统筹",
    "缴费年限": "实际交了多少个月",
    "家庭共济": "亲情账户",
    "断缴与补缴": "三个月",
    "转移与提取": "遗产",
    "注意事项": "不清零",
}
"""Each guide panel with something that only it explains."""
FOLDERS = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")

Part = Any
Found = TypeVar("Found")


def wait_for(what: str, look: Callable[[], Found]) -> Found:
    """Look again and again until something is found; give up after the deadline."""
    until = time.monotonic() + DEADLINE
    while time.monotonic() < until:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            if found := look():
                return found
        except GLib.Error:
            pass  # a part went away while it was looked at
        time.sleep(PAUSE)
    raise SystemExit(f"Not within {DEADLINE} seconds: {what}")


def name(part: Part) -> str:
    """What a screen reader says of a part; a space that does not break sounds like any other."""
    part.clearCache()
    return part.name.replace("\u00a0", " ")


def description(part: Part) -> str:
    part.clearCache()
    return part.description


def has(part: Part, state: int) -> bool:
    part.clearCache()
    return part.getState().contains(state)


class Reader:
    """Somebody who hears what the program says, and finds their way by what things are called."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        _announce_a_reader()
        pyatspi.Registry.registerEventListener(self._hear, "object:announcement")
        self.window = wait_for(f"a window called {WINDOW}", self._window)

    def hears(self, sentence: str) -> None:
        """Wait until a sentence has been said."""
        wait_for(f"hearing {sentence}; heard {self.heard}", lambda: sentence in self.heard)

    def reads(self, text: str) -> None:
        """Wait until a text stands in the window."""
        wait_for(f"reading {text}", lambda: any(text in name(part) for part in self.parts()))

    def find(self, role: str, called: str) -> Part:
        """The part with this role and this name."""
        return wait_for(
            f"a {role} called {called}",
            lambda: next(
                (p for p in self.parts() if p.getRoleName() == role and name(p) == called), None
            ),
        )

    def tab(self, start: str) -> Part:
        """The tab whose name begins so."""
        return wait_for(
            f"a tab called {start}…",
            lambda: next(
                (
                    p
                    for p in self.parts()
                    if p.getRoleName() == "page tab" and name(p).startswith(start)
                ),
                None,
            ),
        )

    def field(self, called: str) -> Part:
        return self.find("text", called)

    def press(self, role: str, called: str) -> None:
        """Press what can be pressed."""
        action = self.find(role, called).queryAction()
        (press,) = (i for i in range(action.nActions) if action.getName(i) == "Press")
        action.doAction(press)

    def enter(self, text: str, called: str) -> None:
        """Write into a field."""
        self.field(called).queryEditableText().setTextContents(text)

    def parts(self) -> Iterator[Part]:
        """Everything that is shown in the window."""
        waiting = [self.window]
        while waiting:
            part = waiting.pop()
            if part is None or not has(part, pyatspi.STATE_VISIBLE):
                continue
            yield part
            # Asked one by one, because some may have gone since they were counted.
            waiting += [part.getChildAtIndex(index) for index in range(part.childCount)]

    def _window(self) -> Part | None:
        programs = [*pyatspi.Registry.getDesktop(0)]
        windows = [window for program in programs if program for window in program]
        return next((w for w in windows if w and name(w) == WINDOW), None)

    def _hear(self, event: Any) -> None:
        self.heard.append(event.any_data.replace("\u00a0", " "))


def _announce_a_reader() -> None:
    """What a screen reader does when it starts, and what programs look at before they speak."""
    enabled = GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True)))
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        "org.a11y.Bus",
        "/org/a11y/bus",
        "org.freedesktop.DBus.Properties",
        "Set",
        enabled,
        None,
        Gio.DBusCallFlags.NONE,
        DEADLINE * 1000,
    )


def visit(reader: Reader) -> None:
    """From the region to the answer, its reason, the guides, the next visitor and a wrong entry."""
    reader.field("年龄")  # the whole window is there
    find_beijing(reader)
    reader.enter("71", "年龄")
    reader.reads(ANSWER)
    reader.hears(SPOKEN_ANSWER)
    reader.reads("110.00 元 − 3.00 元 = 107.00 元")
    reader.reads("按北京市的规定")
    reader.reads("医保退休手续已办好")
    wait_for("names for everything", lambda: not any(nameless(reader)))
    reader.reads(f"{SPOKEN_ANSWER}，一年合计 1284.00 元")
    reader.press("check box", "还要算缴费年限和退休时间")
    ask_for_years(reader)
    reader.press("check box", "看出处")
    reader.find("check box", "收起出处")
    reader.reads("北京每月划入多少")
    for title, explained in PANELS.items():
        choose(reader, reader.find("page tab", title))
        reader.reads(explained)
    reader.press("push button", "下一位 (Esc)")
    wait_for("empty fields", lambda: not any(written(reader)))
    reader.enter("abc", "年龄")
    age = reader.field("年龄")
    wait_for(f"{NOT_AN_AGE} at its field", lambda: description(age) == NOT_AN_AGE)
    reader.hears(f"年龄：{NOT_AN_AGE}")


def ask_for_years(reader: Reader) -> None:
    """A second answer gets a tile, which is chosen, and the first one again."""
    reader.enter("20", "累计缴费年限")
    years = reader.tab("缴费年限：")
    choose(reader, years)
    reader.reads("要求：累计男 25 年、女 20 年")
    choose(reader, reader.tab("每月划入："))
    reader.reads("110.00 元 − 3.00 元 = 107.00 元")
    reader.enter("", "累计缴费年限")


def choose(reader: Reader, tab: Part) -> None:
    """Press a tab, and wait until it is the selected one."""
    called = name(tab)
    reader.press("page tab", called)
    wait_for(f"{called} in front", lambda: has(tab, pyatspi.STATE_SELECTED))


def find_beijing(reader: Reader) -> None:
    search = reader.field("参保地区")
    wait_for("the keyboard in the search box", lambda: has(search, pyatspi.STATE_FOCUSED))
    reader.enter("bjcy", "参保地区")
    reader.find("list item", "北京市朝阳区")
    reader.hears("查到 1 个地方，按回车选北京市朝阳区。")
    pyatspi.Registry.generateKeyboardEvent(ENTER, None, pyatspi.KEY_SYM)
    reader.find("label", "北京市朝阳区")
    age = reader.field("年龄")
    wait_for("the keyboard in the field of the age", lambda: has(age, pyatspi.STATE_FOCUSED))


def nameless(reader: Reader) -> list[Part]:
    """What has the keyboard at times and does not say what it is."""
    return [p for p in reader.parts() if has(p, pyatspi.STATE_FOCUSABLE) and not name(p)]


def written(reader: Reader) -> list[str]:
    """What stands in the fields."""
    fields = [part for part in reader.parts() if part.getRoleName() == "text"]
    return [field.queryText().getText(0, -1) for field in fields]


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def main() -> None:
    """Start the program with folders of its own, go through the visit, and end it."""
    with tempfile.TemporaryDirectory() as own:
        folders = dict.fromkeys(FOLDERS, own)
        started = subprocess.Popen(sys.argv[1:], env={**os.environ, **folders})
        try:
            reader = Reader()
            pid = reader.window.get_process_id()
            try:
                visit(reader)
            finally:
                os.kill(pid, signal.SIGTERM)
            wait_for("the end", lambda: started.poll() is not None and not is_running(pid))
        finally:
            if started.poll() is None:
                started.kill()
    print(f"A whole visit, by name and role. Heard: {' / '.join(reader.heard)}")


if __name__ == "__main__":
    main()
