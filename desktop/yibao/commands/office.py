"""`yibao policy office`: an office's own rules, for its IT."""

import argparse
from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from pathlib import Path

from yibao.commands.office_files import PLACES, OfficeRules
from yibao.commands.office_given import read_given
from yibao.commands.results import ANSWERED, BAD_INPUT, Output
from yibao.commands.stores import store_beneath
from yibao.policy.office.edits import NoSuchPeriodError, take_back
from yibao.policy.office.exchange import differences, export, take_in
from yibao.policy.office.office_file import OfficeFile, encode
from yibao.policy.store import PolicyStore
from yibao.policy.timeline import KeptIn
from yibao.presenters import notices, words
from yibao.presenters.desk.import_view import ImportRow, import_rows
from yibao.presenters.rules.rule_text import rule_text
from yibao.presenters.script.arguments import InputError
from yibao.system.files import write_file
from yibao.system.folders import user_folders

HELP = "本单位维护的规定"
LIST_HELP, ADD_HELP, REMOVE_HELP = "列出", "从文件加进来", "撤回一条"
EXPORT_HELP, IMPORT_HELP = "存成一个文件，给别的电脑用", "从别的电脑存的文件导入"

Edit = Callable[[OfficeFile], OfficeFile]


def add_add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which file, and where its rules go."""
    parser.add_argument("file", metavar="文件", type=Path, help="规则文件")
    _add_site(parser)


def add_remove_arguments(parser: argparse.ArgumentParser) -> None:
    """Which rule, and from where."""
    parser.add_argument("rule_id", metavar="编号", help="规则编号")
    _add_site(parser)


def add_export_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, and which of the two."""
    parser.add_argument("file", metavar="文件", type=Path, help="存到哪里")
    _add_site(parser)


def add_import_arguments(parser: argparse.ArgumentParser) -> None:
    """Which file, what is decided how, and whether it is only looked at."""
    parser.add_argument("file", metavar="文件", type=Path, help="别的电脑存的文件")
    _add_site(parser)
    parser.add_argument("--theirs", metavar="编号@日期", action="append", help="这一段用对方的")
    parser.add_argument("--ours", metavar="编号@日期", action="append", help="这一段用本单位的")
    parser.add_argument("--look", action="store_true", help="只看会改什么，先不导入")


def _add_site(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--site", action="store_true", help="整台电脑的（要有管理员权限）")


def run_list(options: argparse.Namespace, today: date) -> Output:
    """The rules of both places."""
    store, told, listed = store_beneath(), list[str](), list[dict[str, object]]()
    for place in PLACES:
        office = OfficeRules(user_folders(), place, store)
        file = office.read()
        told += office.troubles
        held = store.under(file.layer(place))
        for rule in file.rules:
            told.append(f"{words.KEPT_IN[place]}：{rule_text(held, rule)}")
            starts = [p.start_date.isoformat() if p.start_date else None for p in rule.periods]
            listed.append({"id": rule.id, "area": rule.area, "kept_in": place, "starts": starts})
    if options.json:
        return ANSWERED, {"rules": listed}
    return ANSWERED, "\n\n".join(told) or "没有本单位维护的规定。"


def run_add(options: argparse.Namespace, today: date) -> Output:
    """Take in a file that is sound in every place; what differs from what is there is refused."""
    store = store_beneath()
    given = read_given(options.file, store, today)
    conflicts = [
        d.key for d in differences(_office(options, store).read(), given) if d.kind == "changed"
    ]
    if conflicts:
        raise InputError("file", f"{'、'.join(conflicts)} 已经有了，请先撤回，或者用 import。")
    return _take_in(options, store, given, ())


def run_remove(options: argparse.Namespace, today: date) -> Output:
    """Take a rule out again."""
    office = _office(options, store_beneath())
    try:
        _write(office, lambda file: take_back(file, options.rule_id, datetime.now()))
    except NoSuchPeriodError:
        raise InputError("rule_id", "没有这个编号的本单位规定。") from None
    return _done(options, f"已经撤回 {options.rule_id}。", removed=[options.rule_id])


def run_export(options: argparse.Namespace, today: date) -> Output:
    """Write the rules into one file."""
    store = store_beneath()
    file = _office(options, store).read()
    try:
        write_file(options.file, encode(export(file, store)))
    except OSError:
        raise InputError("file", notices.NOT_SAVED.format(options.file)) from None
    return _done(options, f"已经存好 {len(file.rules)} 条：{options.file}", rules=len(file.rules))


def run_import(options: argparse.Namespace, today: date) -> Output:
    """Show what would change, or do it once everything that differs is decided."""
    store = store_beneath()
    theirs = read_given(options.file, store, today)
    ours = _office(options, store).read()
    rows = import_rows(ours, theirs, store, _place(options), today)
    if options.look:
        shown = "\n".join(row.text for row in rows) or "没有不一样的。"
        return _done(options, shown, differences=[_as_json(row) for row in rows])
    taken: list[str] = options.theirs or []
    kept: list[str] = options.ours or []
    open_ = [row for row in rows if row.kind == "changed" and row.key not in (*taken, *kept)]
    if not open_:
        return _take_in(options, store, theirs, taken)
    message = "有不一样的，请用 --theirs 或 --ours 一段一段选定，现在什么都没有改。"
    if options.json:
        error = {"field": "file", "message": message}
        return BAD_INPUT, {"error": error, "differences": [_as_json(row) for row in rows]}
    return BAD_INPUT, "\n".join([*(row.text for row in open_), message])


def _take_in(
    options: argparse.Namespace, store: PolicyStore, given: OfficeFile, taken: Collection[str]
) -> Output:
    now = datetime.now()
    _write(_office(options, store), lambda file: take_in(file, given, taken, now))
    return _done(options, "已经加好，马上就用上。", added=[rule.id for rule in given.rules])


def _write(office: OfficeRules, edit: Edit) -> None:
    """Raises InputError where the folder may not be written, or the disk is full."""
    try:
        office.change(edit)
    except PermissionError:
        raise InputError("site", notices.OFFICE_NO_RIGHT) from None
    except OSError:
        raise InputError("file", notices.OFFICE_NOT_KEPT) from None


def _place(options: argparse.Namespace) -> KeptIn:
    return "site" if options.site else "user"


def _office(options: argparse.Namespace, store: PolicyStore) -> OfficeRules:
    return OfficeRules(user_folders(), _place(options), store)


def _done(options: argparse.Namespace, text: str, **told: Sequence[object] | int) -> Output:
    return ANSWERED, told if options.json else text


def _as_json(row: ImportRow) -> dict[str, object]:
    return {
        "key": row.key,
        "kind": row.kind,
        "title": row.title,
        "theirs": list(row.theirs),
        "ours": list(row.ours),
        "samples": list(row.samples),
    }
