"""What belongs into the packages, out of all that PyInstaller finds or that wheels hold."""

import sys
from pathlib import PurePosixPath

PLUGINS = {
    "platforms": {"qxcb", "qwayland", "qwayland-generic", "qoffscreen", "qwindows", "qcocoa"},
    "platformthemes": {"qxdgdesktopportal"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "iconengines": {"qsvgicon"},
    "imageformats": {"qsvg"},
    "printsupport": {"cupsprintersupport"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"bradient"},
}
"""Qt's plug-ins, by kind; the program neither plays video nor talks to a network."""
QT_LEFT_OUT = ("EglF", "OpenGL", "Qml", "Quick", "VirtualKeyboard", "Pdf", "opengl32sw")
TRANSLATION = "qtbase_zh_CN.qm"
QT_PACKAGES = ("PySide6", "shiboken6")
QT_MODULES = {
    *("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtPrintSupport", "QtSvg", "QtDBus"),
    *("Shiboken", "libpyside6", "libshiboken6"),
}
"""Qt's modules that the program imports, and what binds them to Python."""
EXCLUDED_MODULES = [
    *("_bz2", "_hashlib", "_lzma", "_ssl", "_uuid", "pyexpat", "readline"),
    *("_codecs_hk", "_codecs_iso2022", "_codecs_jp", "_codecs_kr", "_codecs_tw"),
    *("bz2", "lzma", "ssl", "pydoc", "sysconfig", "tkinter", "unittest"),
    *("ftplib", "smtplib", "tomllib", "webbrowser"),
    *("PySide6.QtOpenGL", "PySide6.QtDBus"),
    *("urllib3", "requests", "tuf.ngclient.urllib3_fetcher", "tuf.ngclient.requests_fetcher"),
    *([] if sys.platform == "win32" else ["ctypes"]),
]
"""What PyInstaller finds and nobody reaches on Windows and macOS."""

STANDARD_LEFT_OUT = {
    *("test", "idlelib", "tkinter", "turtledemo", "turtle", "lib2to3", "distutils", "ensurepip"),
    *("venv", "pydoc", "pydoc_data", "unittest", "doctest", "curses", "sqlite3", "dbm", "ctypes"),
    *("asyncio", "multiprocessing", "concurrent", "msilib", "wsgiref", "xmlrpc", "imaplib"),
    *("smtplib", "smtpd", "ftplib", "nntplib", "poplib", "telnetlib", "mailbox", "webbrowser"),
    *("cgi", "cgitb", "pdb", "bdb", "profile", "cProfile", "pstats", "trace", "sysconfig", "ssl"),
    *("antigravity", "this", "tomllib", "zoneinfo", "asyncore", "asynchat", "aifc", "sunau"),
    *("wave", "chunk", "bz2", "lzma", "pyclbr", "tabnanny", "imghdr", "sndhdr", "nturl2path"),
    *("_pydecimal", "_pyio", "_aix_support", "_osx_support", "compileall", "__phello__", "xdrlib"),
    *("uu", "pipes", "crypt", "tty", "pty", "rlcompleter", "code", "codeop"),
}
"""Of the standard library: what needs a module in C that is not there, or what nobody asks for."""


def is_wanted(name: str) -> bool:
    """Whether a file of this name inside the bundle is needed there."""
    path = PurePosixPath(name.replace("\\", "/"))
    if "plugins" in path.parts:
        stem = path.stem.removeprefix("lib")
        return stem in PLUGINS.get(path.parent.name, set())
    if path.suffix == ".qm":
        return path.name == TRANSLATION
    return not any(word in path.name for word in QT_LEFT_OUT)


def is_laid(name: str) -> bool:
    """Whether a file of a wheel goes as it is into the folder for Linux.

    Qt's libraries are not among them: they follow from what these files need.
    """
    path = PurePosixPath(name)
    if "plugins" in path.parts or path.suffix == ".qm":
        return is_wanted(name)
    if path.parts[0] in QT_PACKAGES:
        binds = len(path.parts) == 2 and ".so" in path.name
        return binds and path.name.partition(".")[0] in QT_MODULES
    return path.suffix == ".so"


def is_module(name: str) -> bool:
    """Whether a file of a wheel is a module in Python that the program may import.

    What lies in a wheel's .data are programs of its own.
    """
    path = PurePosixPath(name)
    package = path.parts[0]
    if package.endswith(".data") or (package in QT_PACKAGES and len(path.parts) > 2):
        return False
    return path.suffix == ".py"
