"""Command lines that speak Chinese: their help, and what is told where one cannot be used."""

import argparse
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn

from yibao.presenters.notices import PLACE

NAMES: Mapping[str, str] = {
    "region": PLACE,
    "query": "地区",
    "file": "文件",
    "folder": "文件夹",
    "rule_id": "编号",
    "rules": "规则",
    "pack": "更新包",
    "roster": "名单",
    "command": "命令",
}
"""What can be given besides the fields of the form, as a command's help calls it."""


class InputError(Exception):
    """Something given on a command line that cannot be used; its text is for who gave it."""

    def __init__(self, field: str, message: str, candidates: Sequence[dict[str, str]] = ()) -> None:
        super().__init__(message)
        self.field = field
        self.candidates = candidates

    @property
    def at(self) -> str:
        """What it is about, as the form or a command's help calls it: 年龄, or --keys."""
        from yibao.presenters.words import FIELDS  # noqa: PLC0415 - no command needs it to start

        own = NAMES.get(self.field) or FIELDS.get(self.field)
        return own or f"--{self.field.replace('_', '-')}"


class ChineseParser(argparse.ArgumentParser):
    """An argument parser that raises InputError for what it cannot use."""

    def __init__(self, **options: Any) -> None:
        with_help = options.pop("add_help", True)
        options.setdefault("allow_abbrev", False)
        super().__init__(formatter_class=_ChineseHelp, add_help=False, **options)
        self._positionals.title = "要写的"
        self._optionals.title = "选项"
        if with_help:
            self.add_argument("-h", "--help", action="help", help="显示这段说明")

    def error(self, message: str) -> NoReturn:
        """Raise InputError at the option that the message is about."""
        option = re.search(r"--([a-z-]+)", message)
        field = option[1].replace("-", "_") if option else "command"
        if "expected" in message and option:
            raise InputError(field, "这个选项后面的值没有写全。")
        raise InputError(field, "命令没有写对，加 --help 看看怎么写。")


class _ChineseHelp(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


def with_values_joined(words: Sequence[str]) -> list[str]:
    """The same command with `--age -5` as `--age=-5`, so that -5 is not taken for an option."""
    joined: list[str] = []
    for word in words:
        before = joined[-1] if joined else ""
        if before.startswith("--") and "=" not in before and re.match("-[^-]", word):
            joined[-1] = f"{before}={word}"
        else:
            joined.append(word)
    return joined
