"""`yibao pack import · status · rollback`: updates from a stick, for an office's IT."""

import argparse
from datetime import date, datetime, time
from pathlib import Path

from yibao.commands.office_files import PLACES, office_rules
from yibao.commands.pack_files import Packs, packs_of
from yibao.commands.pack_import import Looked, Offer, looked_at, take
from yibao.commands.results import ANSWERED, Output
from yibao.commands.stores import embedded_store, store_beneath
from yibao.policy.pack.pack_files import PackReading
from yibao.policy.pack.refusal import PackRefusedError
from yibao.policy.store import PolicyStore
from yibao.presenters import words
from yibao.presenters.packs.pack_view import EMBEDDED, PreviewView, preview_view, reading_view
from yibao.presenters.packs.refusal_text import refusal_text
from yibao.presenters.script.arguments import InputError
from yibao.system.folders import user_folders

HELP = "更新包：优盘上带签名的规定"
IMPORT_HELP, STATUS_HELP, ROLLBACK_HELP = "导入一个更新包", "现在用的是哪一期", "退回上一期"


def add_import_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the pack is, where it goes, and whether it is only looked at."""
    parser.add_argument("folder", metavar="文件夹", type=Path, help="优盘上更新包的文件夹")
    parser.add_argument("--look", action="store_true", help="只看会改什么，先不导入")
    add_place(parser)


def add_status_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing: both places are told."""


def add_place(parser: argparse.ArgumentParser) -> None:
    """Whether it is for the whole computer."""
    parser.add_argument("--site", action="store_true", help="整台电脑的（要有管理员权限）")


def run_import(options: argparse.Namespace, today: date) -> Output:
    """Show what a pack changes, and take it."""
    packs, _ = _packs(options)
    before = store_beneath()
    now = datetime.combine(today, time(12)).astimezone()
    offer = Offer(options.folder, user_folders().pack_root, now, _go_on)
    try:
        with looked_at(packs, offer) as looked:
            office = office_rules(user_folders(), before)
            view = preview_view(looked.reading, before, looked.after, office, today)
            if not options.look and not looked.is_in_use:
                take(packs, looked)
            return _imported(options, looked, view)
    except PackRefusedError as refused:
        raise InputError("folder", refusal_text(refused)) from None


def run_status(options: argparse.Namespace, today: date) -> Output:
    """Which pack answers in either place, and which one can be gone back to."""
    store = embedded_store()
    troubles, told = list[str](), list[str]()
    listed: list[dict[str, object]] = []
    for place, packs in zip(PLACES, packs_of(user_folders(), store), strict=True):
        reading = packs.in_use()
        troubles += packs.troubles
        if reading:
            lines = reading_view(reading, store).lines
            told.append("\n  ".join([f"{words.KEPT_IN[place]}：{lines[0]}", *lines[1:]]))
            listed.append({"kept_in": place, **_as_json(reading)})
    receives = user_folders().pack_root.exists()
    if options.json:
        return ANSWERED, {"receives": receives, "packs": listed, "troubles": troubles}
    if not receives:
        told.append(refusal_text(PackRefusedError("no_root")))
    return ANSWERED, "\n".join([*troubles, *told]) or "现在没有用更新包，按程序自带的规定回答。"


def run_rollback(options: argparse.Namespace, today: date) -> Output:
    """Let the pack before answer again."""
    packs, store = _packs(options)
    try:
        packs.go_back()
    except PackRefusedError as refused:
        raise InputError("site", refusal_text(refused)) from None
    reading = packs.in_use()
    if options.json:
        return ANSWERED, {"in_use": _as_json(reading) if reading else None}
    now = reading_view(reading, store).title if reading else EMBEDDED
    return ANSWERED, f"已经退回，现在用的是{now}。再退一次可以换回来。"


def _imported(options: argparse.Namespace, looked: Looked, view: PreviewView) -> Output:
    taken = not options.look and not looked.is_in_use
    if options.json:
        return ANSWERED, {
            "imported": taken,
            "pack": _as_json(looked.reading),
            "changes": [
                {
                    "kind": change.kind,
                    "rule": change.rule_id,
                    "title": change.title,
                    "before": list(change.before),
                    "after": list(change.after),
                    "samples": list(change.samples),
                }
                for change in view.changes
            ],
            "office": list(view.office),
        }
    told = [*view.pack.lines, view.counts, *(c.text for c in view.changes), *view.office]
    if looked.is_in_use:
        told.append("现在用的就是这一期，不用再导入。")
    else:
        told.append("已经导入，马上就用上。" if taken else "只是看看，没有导入。")
    return ANSWERED, "\n".join(told)


def _packs(options: argparse.Namespace) -> tuple[Packs, PolicyStore]:
    store = embedded_store()
    site, own = packs_of(user_folders(), store)
    return (site if options.site else own), store


def _as_json(reading: PackReading) -> dict[str, object]:
    note = reading.note
    return {
        "number": note.number,
        "issuer": note.issuer,
        "issued_on": note.issued_on.isoformat(),
        "areas": list(reading.provinces),
        "rules": len(reading.layer.rules),
    }


def _go_on(read: int) -> None:
    """A script cancels by ending the program."""
