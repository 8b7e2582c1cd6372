"""What is written behind the commands of whoever publishes packs."""

import argparse
import re
from collections.abc import Callable
from pathlib import Path

from yibao.presenters.script.arguments import InputError


def add_make_keys_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the keys go, and how many there are."""
    parser.add_argument("folder", metavar="文件夹", type=Path, help="密钥放在哪里")
    count = _whole("roots", 99)
    parser.add_argument("--roots", metavar="几把", type=count, default=3, help="信任根的（3）")
    parser.add_argument(
        "--province",
        metavar="代码",
        type=_two_digits,
        action="append",
        help="区划代码的头两位，00 是全国（都做）",
    )


def add_build_arguments(parser: argparse.ArgumentParser) -> None:
    """Out of what, into what, and what is said of it."""
    parser.add_argument("rules", metavar="规则", type=Path, help="规则文件的文件夹")
    _add_pack(parser)
    _add_keys(parser)
    parser.add_argument("--issuer", metavar="单位", required=True, help="发布单位")
    days = _whole("days", 3650)
    parser.add_argument(
        "--days", metavar="天数", type=days, default=365, help="多少天之内可以导入（365）"
    )
    _add_threshold(parser)


def add_sign_arguments(parser: argparse.ArgumentParser) -> None:
    """What, and with which keys."""
    _add_pack(parser)
    _add_keys(parser)


def add_rotate_arguments(parser: argparse.ArgumentParser) -> None:
    """Of what, and to which keys."""
    _add_pack(parser)
    _add_keys(parser)
    _add_threshold(parser)


def add_verify_arguments(parser: argparse.ArgumentParser) -> None:
    """What, and from which root of trust."""
    _add_pack(parser)
    parser.add_argument("--root", metavar="文件", type=Path, help="信任根（更新包里的第一份）")


def _add_pack(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pack", metavar="更新包", type=Path, help="更新包的文件夹")


def _add_keys(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--keys", metavar="文件夹", type=Path, action="append", required=True, help="密钥在哪里"
    )


def _add_threshold(parser: argparse.ArgumentParser) -> None:
    count = _whole("threshold", 99)
    parser.add_argument(
        "--threshold", metavar="几把", type=count, default=2, help="信任根要几把来签（2）"
    )


def _whole(field: str, most: int) -> Callable[[str], int]:
    """What reads a whole number from 1 on."""

    def read(text: str) -> int:
        if not re.fullmatch("[1-9][0-9]{0,3}", text) or int(text) > most:
            raise InputError(field, f"要写 1 到 {most} 的整数。")
        return int(text)

    return read


def _two_digits(text: str) -> str:
    if not re.fullmatch("[0-9]{2}", text):
        raise InputError("province", "要写区划代码的头两位，如 43。")
    return text
