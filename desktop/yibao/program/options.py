"""What the window is started with."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from yibao.presenters.script.arguments import ChineseParser


class Options(NamedTuple):
    """Nothing at all for a double-click."""

    demo: Sequence[str] | None = None
    """A place and an age: a visitor to be filled in."""
    render: Path | None = None
    """A picture of the window to be drawn, instead of showing it."""


def read_options(arguments: Sequence[str]) -> Options:
    """Read a command line without the program's name; raises InputError."""
    if not arguments:  # a double-click, which should not wait for a parser
        return Options()
    parser = ChineseParser(prog="yibao-window", description="打开医保窗口助手的窗口。")
    parser.add_argument("--demo", nargs=2, metavar=("地区", "年龄"), help="填好一位示范来访者")
    parser.add_argument("--render", metavar="图片", type=Path, help="把窗口画成图片，然后退出")
    return Options(**vars(parser.parse_args(arguments)))
