"""The command line: the same core without a window, for scripts, an office's IT, and tests."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from yibao import __version__
from yibao.commands.results import BAD_INPUT, PROGRAM_FAILED, Output
from yibao.policy.loading.problems import PolicyError
from yibao.presenters.script.arguments import ChineseParser, InputError, with_values_joined
from yibao.presenters.script.encoding import choose_encoding
from yibao.presenters.script.problem_text import problem_text
from yibao.system.processes import ROSTER_WORK

Run = Callable[[argparse.Namespace, date], Output]
MakeCommand = Callable[[str, Run, str, Any], argparse.ArgumentParser]
"""By name, what runs it, its help, and the commands that it stands among."""


def build_parser(first: str = "") -> argparse.ArgumentParser:
    """The commands and their options; of the one that is asked for alone, where `first` is one.

    So a command starts without what the others need.
    """
    shared = ChineseParser(add_help=False)
    shared.add_argument("--json", action="store_true", help="输出 JSON")
    parser = ChineseParser(
        prog="yibao",
        description="医保窗口助手：每月划入多少、还要交几年、什么时候退休，都讲得出理由。",
    )
    parser.add_argument("--version", action="version", version=__version__, help="显示版本")
    commands = parser.add_subparsers(dest="command", required=True, title="命令")

    def command(name: str, run: Run, text: str, under: Any) -> argparse.ArgumentParser:
        made = under.add_parser(name, help=text, description=text, parents=[shared])
        made.set_defaults(run=run)
        return made

    for name in (first,) if first in COMMANDS else COMMANDS:
        COMMANDS[name](commands, command)
    return parser


def _add_assess(commands: Any, command: MakeCommand) -> None:
    from yibao.commands import assess  # noqa: PLC0415

    assess.add_arguments(command("assess", assess.run, assess.HELP, commands))


def _add_regions(commands: Any, command: MakeCommand) -> None:
    from yibao.commands import regions  # noqa: PLC0415

    regions.add_arguments(command("regions", regions.run, regions.HELP, commands))


def _add_roster(commands: Any, command: MakeCommand) -> None:
    from yibao.commands import roster  # noqa: PLC0415

    roster.add_arguments(command("roster", roster.run, roster.HELP, commands))


def _add_policy(commands: Any, command: MakeCommand) -> None:
    from yibao.commands import office, policy  # noqa: PLC0415

    of_policy = _group(commands, "policy", policy.HELP)
    check = command("check", policy.run_check, policy.CHECK_HELP, of_policy)
    policy.add_check_arguments(check)
    show = command("show", policy.run_show, policy.SHOW_HELP, of_policy)
    policy.add_show_arguments(show)
    of_office = _group(of_policy, "office", office.HELP)
    command("list", office.run_list, office.LIST_HELP, of_office)
    for name, run, text, add in (
        ("add", office.run_add, office.ADD_HELP, office.add_add_arguments),
        ("remove", office.run_remove, office.REMOVE_HELP, office.add_remove_arguments),
        ("export", office.run_export, office.EXPORT_HELP, office.add_export_arguments),
        ("import", office.run_import, office.IMPORT_HELP, office.add_import_arguments),
    ):
        add(command(name, run, text, of_office))


def _add_pack(commands: Any, command: MakeCommand) -> None:
    from yibao.commands import pack, publishing  # noqa: PLC0415

    of_pack = _group(commands, "pack", pack.HELP)
    for name, run, text, add in (
        ("import", pack.run_import, pack.IMPORT_HELP, pack.add_import_arguments),
        ("status", pack.run_status, pack.STATUS_HELP, pack.add_status_arguments),
        ("rollback", pack.run_rollback, pack.ROLLBACK_HELP, pack.add_place),
        *publishing.COMMANDS,
    ):
        add(command(name, run, text, of_pack))


def _group(commands: Any, name: str, text: str) -> Any:
    """A command that has commands of its own."""
    group = commands.add_parser(name, help=text, description=text)
    return group.add_subparsers(dest=f"{name}_command", required=True, title="命令")


COMMANDS: Mapping[str, Callable[[Any, MakeCommand], None]] = {
    "assess": _add_assess,
    "regions": _add_regions,
    "roster": _add_roster,
    "policy": _add_policy,
    "pack": _add_pack,
}


def main(argv: Sequence[str] | None = None, today: date | None = None) -> int:
    """Run one command and print its result; returns the exit status."""
    if (sys.argv[1:2] if argv is None else argv[:1]) == [ROSTER_WORK]:
        from yibao.commands import roster_work  # noqa: PLC0415 - nobody else needs it

        return roster_work.main()
    for stream in (sys.stdout, sys.stderr):
        choose_encoding(stream)
    words = with_values_joined(sys.argv[1:] if argv is None else argv)
    try:
        options = build_parser(words[0] if words else "").parse_args(words)
        exit_status, output = options.run(options, today or date.today())
        printed = _print(output if isinstance(output, str) else _as_json(output))
        return exit_status if printed else PROGRAM_FAILED
    except InputError as error:
        printed = _print_bad_input(error, as_json="--json" in words)
        return BAD_INPUT if printed else PROGRAM_FAILED
    except PolicyError as error:
        print("程序自带的规则库有问题，请重新安装：", file=sys.stderr)
        print(*map(problem_text, error.problems), sep="\n", file=sys.stderr)
        return PROGRAM_FAILED


def _print(text: str) -> bool:
    """Print a result, and whether that went well; a reader who left early has read enough."""
    try:
        print(text, flush=True)
    except OSError as error:
        with suppress(OSError):  # so that the rest is not tried once more at the program's end
            sys.stdout.close()
        if not isinstance(error, BrokenPipeError):
            print("结果写不出去，磁盘可能满了。", file=sys.stderr)
            return False
    return True


def _print_bad_input(error: InputError, as_json: bool) -> bool:
    if as_json:
        told = {
            "field": error.field,
            "message": str(error),
            "candidates": list(error.candidates),
        }
        return _print(_as_json({"error": told}))
    print(f"{error.at}：{error}", file=sys.stderr)
    for place in error.candidates:
        print(f"  {place['code']}  {place['name']}", file=sys.stderr)
    return True


def _as_json(output: dict[str, Any]) -> str:
    return json.dumps(output, ensure_ascii=False, indent=2)
