"""Another program that owns the clipboard and answers nobody who asks for what is in it.

    python clipboard_owner.py

Takes the clipboard and says so. At a line of its input it says how often it was asked, and whether
the clipboard is still its own.
"""

import sys
from ctypes import CDLL, byref, c_char_p, c_int, c_long, c_ulong, c_void_p

CURRENT_TIME, SELECTION_REQUEST = 0, 30
EVENT = c_long * 24

x11 = CDLL("libX11.so.6")
x11.XOpenDisplay.restype = c_void_p
x11.XDefaultRootWindow.restype = c_ulong
x11.XCreateSimpleWindow.restype = c_ulong
x11.XInternAtom.restype = c_ulong
x11.XGetSelectionOwner.restype = c_ulong
display = c_void_p(x11.XOpenDisplay(None))
root = c_ulong(x11.XDefaultRootWindow(display))
window = x11.XCreateSimpleWindow(display, root, 0, 0, 1, 1, 0, c_ulong(0), c_ulong(0))
clipboard = c_ulong(x11.XInternAtom(display, c_char_p(b"CLIPBOARD"), c_int(0)))


def is_ours() -> bool:
    return x11.XGetSelectionOwner(display, clipboard) == window


def requests() -> int:
    event, count = EVENT(), 0
    while x11.XPending(display):
        x11.XNextEvent(display, byref(event))
        count += c_int.from_buffer(event).value == SELECTION_REQUEST
    return count


x11.XSetSelectionOwner(display, clipboard, c_ulong(window), c_ulong(CURRENT_TIME))
print("taken" if is_ours() else "lost", flush=True)
for _ in sys.stdin:
    print(requests(), "still ours" if is_ours() else "lost", flush=True)
