"""The command line: the same core without a window, for scripts, an office's IT, and tests."""

import argparse
import io
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from yibao import __version__
from yibao.calculation.assess import assess
from yibao.calculation.examples import check_examples
from yibao.policy.checks import check_confirmations
from yibao.policy.files import REFERENCES, REGIONS, files_to_check, policy_files
from yibao.policy.guides import guide_problems
from yibao.policy.problems import PolicyError, PolicyProblem
from yibao.policy.reading import read_policy, read_store
from yibao.policy.region_search import RegionSearch
from yibao.policy.store import PolicyStore
from yibao.presenters.answer.answer_text import answer_text
from yibao.presenters.answer.rule_text import rule_text
from yibao.presenters.answer.visit_view import present_visit
from yibao.presenters.asking.inquiry_form import Entries, read_entries
from yibao.presenters.asking.region_text import hit_text, not_settled
from yibao.presenters.script.answer_json import answer_json
from yibao.presenters.script.arguments import ChineseParser, InputError, with_values_joined
from yibao.presenters.script.problem_text import problem_text
from yibao.system.folders import resources_folder

ANSWERED, PROGRAM_FAILED, BAD_INPUT = 0, 1, 2
ENTRIES = {
    "region": "参保地区：地名、拼音、首字母或区划代码",
    "status": "retired 退休 | in_service 在职 | flexible 灵活就业 | resident 城乡居民",
    "retirement-completed": "退休手续办好没有：yes | no",
    "plan": "full 统账结合 | pooled_only 单建统筹",
    "retired-from": "employer 单位退休 | flexible 灵活就业退休",
    "age": "年龄，周岁",
    "born": "出生日期 YYYY-MM-DD 或 YYYY-MM",
    "pension": "本人每月养老金，元",
    "average-pension": "当地月人均基本养老金，元",
    "base": "缴费基数，元",
    "sex": "male 男 | female 女",
    "worker-category": "女性原来是 cadre 干部 | worker 工人",
    "paid-years": "累计缴费年限：20 或 20-06（20 年 6 个月）",
    "actual-years": "其中在享受待遇的地方实际缴费的年限",
    "deemed": "累计年限里有没有视同缴费：yes | no",
    "enrolled": "首次参保日期 YYYY-MM-DD",
    "retires-on": "退休日期 YYYY-MM-DD",
    "on": "要查的日子 YYYY-MM-DD，不写就是今天",
}

Place = dict[str, str]
Output = tuple[int, str | dict[str, Any]]
"""Exit status, and what is printed: text for people, or an object for scripts."""
Run = Callable[[argparse.Namespace, date], Output]


def build_parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    shared = ChineseParser(add_help=False)
    shared.add_argument("--json", action="store_true", help="输出 JSON")
    parser = ChineseParser(
        prog="yibao",
        description="医保窗口助手：每月划入多少、还要交几年、什么时候退休，都讲得出理由。",
    )
    parser.add_argument("--version", action="version", version=__version__, help="显示版本")
    commands = parser.add_subparsers(dest="command", required=True, title="命令")

    def command(name: str, run: Run, text: str, under: Any = commands) -> argparse.ArgumentParser:
        made = under.add_parser(name, help=text, description=text, parents=[shared])
        made.set_defaults(run=run)
        return made

    asking = command("assess", run_assess, "算一个人每月划入多少、还差几年、何时退休")
    for option, text in ENTRIES.items():
        asking.add_argument(f"--{option}", metavar="值", help=text)
    searching = command("regions", run_regions, "查地区")
    searching.add_argument("query", metavar="地区", help="地名、拼音、首字母或代码")
    policy = commands.add_parser("policy", help="规则库", description="规则库").add_subparsers(
        dest="policy_command", required=True, title="命令"
    )
    checking = command("check", run_policy_check, "检查规则文件", under=policy)
    checking.add_argument("path", metavar="文件", nargs="*", type=Path, help="文件夹或文件")
    showing = command("show", run_policy_show, "把一条规则写成人能读的话", under=policy)
    showing.add_argument("rule_id", metavar="编号", help="规则编号")
    return parser


def run_assess(options: argparse.Namespace, today: date) -> Output:
    store = _embedded_store()
    given = {
        name: value
        for name in Entries.__struct_fields__
        if (value := getattr(options, name)) is not None
    }
    typed = given.get("region", "")
    region, candidates = RegionSearch(store.regions).resolve(typed)
    if region is None:
        raise InputError(
            "region", not_settled(typed, candidates), [_place(store, r.code) for r in candidates]
        )
    reading = read_entries(Entries(**given | {"region": region.code}), today)
    if reading.inquiry is None:
        field, message = next(iter(reading.errors.items()))
        raise InputError(field, message)
    assessment = assess(store, reading.inquiry, reading.on)
    if options.json:
        return ANSWERED, answer_json(store, assessment)
    return ANSWERED, answer_text(present_visit(store, assessment))


def run_regions(options: argparse.Namespace, today: date) -> Output:
    if not options.query.strip():
        raise InputError("query", "请写要找的地名、拼音、首字母或代码。")
    store = _embedded_store()
    hits = RegionSearch(store.regions).find(options.query)
    if not options.json:
        lines = [f"{hit.region.code}  {hit_text(store.regions, hit)}" for hit in hits]
        return ANSWERED, "\n".join(lines) or not_settled(options.query, [])
    listed = [
        _place(store, hit.region.code) | {"level": hit.region.level, "former_name": hit.former_name}
        for hit in hits
    ]
    return ANSWERED, {"query": options.query, "regions": listed}


def run_policy_check(options: argparse.Namespace, today: date) -> Output:
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


def run_policy_show(options: argparse.Namespace, today: date) -> Output:
    store = _embedded_store()
    rule = store.rules.get(options.rule_id)
    if rule is None:
        raise InputError("rule_id", "没有这个编号的规则。")
    if options.json:
        return ANSWERED, msgspec.to_builtins(rule)
    return ANSWERED, rule_text(store, rule)


def _embedded_store() -> PolicyStore:
    return read_store(policy_files(resources_folder() / "policy"))


def _place(store: PolicyStore, code: str) -> Place:
    return {"code": code, "name": store.regions.full_name(code)}


def main(argv: Sequence[str] | None = None, today: date | None = None) -> int:
    """Run one command and print its result; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    words = with_values_joined(sys.argv[1:] if argv is None else argv)
    try:
        options = build_parser().parse_args(words)
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
    print(f"{error.field}：{error}", file=sys.stderr)
    for place in error.candidates:
        print(f"  {place['code']}  {place['name']}", file=sys.stderr)
    return True


def _as_json(output: dict[str, Any]) -> str:
    return json.dumps(output, ensure_ascii=False, indent=2)
