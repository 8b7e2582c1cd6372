"""`yibao policy`: check the files of the store, and read a rule as people do."""

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec

from yibao.calculation.proving.examples import check_examples
from yibao.commands.results import ANSWERED, BAD_INPUT, PROGRAM_FAILED, Output
from yibao.commands.stores import whole_store
from yibao.policy.guides import guide_problems
from yibao.policy.loading.dates import check_confirmations
from yibao.policy.loading.files import REFERENCES, REGIONS, files_to_check
from yibao.policy.loading.problems import PolicyProblem
from yibao.policy.loading.reading import read_policy
from yibao.presenters.rules.rule_text import rule_text
from yibao.presenters.script.arguments import InputError
from yibao.presenters.script.problem_text import problem_text
from yibao.system.folders import resources_folder

HELP, CHECK_HELP, SHOW_HELP = "规则库", "检查规则文件", "把一条规则写成人能读的话"


def add_check_arguments(parser: argparse.ArgumentParser) -> None:
    """What is checked; everything where nothing is named."""
    parser.add_argument("path", metavar="文件", nargs="*", type=Path, help="文件夹或文件")


def add_show_arguments(parser: argparse.ArgumentParser) -> None:
    """Which rule is shown."""
    parser.add_argument("rule_id", metavar="编号", help="规则编号")


def run_check(options: argparse.Namespace, today: date) -> Output:
    """Tell everything that is wrong with the files at once."""
    policy, guides = files_to_check(resources_folder(), options.path)
    problems, count = _problems(policy, guides, today)
    if not problems:
        message = f"{count} 条规则和办事指南都没有问题。"
        return ANSWERED, {"rules": count, "problems": []} if options.json else message
    exit_status = BAD_INPUT if options.path else PROGRAM_FAILED
    if not options.json:
        return exit_status, "\n".join(problem_text(problem) for problem in problems)
    listed = [
        {"file": problem.file, "path": problem.path, "message": problem_text(problem)}
        for problem in problems
    ]
    error = {"field": "path", "message": listed[0]["message"]}
    return exit_status, {"error": error, "problems": listed}


def run_show(options: argparse.Namespace, today: date) -> Output:
    """Show a rule; raises InputError where there is none of this id."""
    store = whole_store()
    rule = store.rules.get(options.rule_id)
    if rule is None:
        raise InputError("rule_id", "没有这个编号的规则。")
    if options.json:
        return ANSWERED, msgspec.to_builtins(rule)
    return ANSWERED, rule_text(store, rule)


def _problems(
    policy: Mapping[str, Path], guides: Mapping[str, Path], today: date
) -> tuple[list[PolicyProblem], int]:
    """Everything wrong with the files, and how many rules they hold."""
    reading = read_policy(policy)
    problems = [
        *reading.problems,
        *check_confirmations(reading.rules, today),
        *check_examples(reading.store, reading.rules),
    ]
    if not {REFERENCES, REGIONS} & {problem.file for problem in problems}:
        problems += guide_problems(guides, reading.store)
    return problems, len(reading.rules)
