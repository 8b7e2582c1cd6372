"""`yibao roster`: the same answers for everybody in a file."""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec

from yibao.commands.results import ANSWERED, Output
from yibao.presenters.asking.entries import EntryError, read_day, read_day_asked
from yibao.presenters.script.arguments import InputError
from yibao.system.processes import ROSTER_WORK, own_command

HELP = "一份名单一次查完：每人每月划入多少、还差几个月、什么时候变"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which file, where the answers go, and what holds for all rows."""
    parser.add_argument("source", metavar="名单", type=Path, help="xlsx、xls、ods 或者 csv")
    parser.add_argument(
        "-o", "--output", metavar="结果", type=Path, required=True, help="存到哪里：.xlsx 或者 .csv"
    )
    parser.add_argument("--on", metavar="日期", help="要查的日子 YYYY-MM-DD，不写就是今天")
    parser.add_argument("--region", metavar="地区", help="名单里没有写地区的，按这里查")
    parser.add_argument("--changes-until", metavar="月份", help="以后的变化说到哪个月：YYYY-MM")


def run(options: argparse.Namespace, today: date) -> Output:
    """Answer a whole file; raises InputError where that cannot be done."""
    # Only who runs it needs them, and not before its arguments have been read.
    from yibao.presenters import formats  # noqa: PLC0415
    from yibao.presenters.roster import words  # noqa: PLC0415
    from yibao.presenters.roster.outcome import Summary  # noqa: PLC0415
    from yibao.presenters.roster.report import progress_text, summary_text  # noqa: PLC0415
    from yibao.roster.messages import Progress, Refused, Request  # noqa: PLC0415
    from yibao.roster.supervision import Child  # noqa: PLC0415

    request = Request(
        source=str(options.source.absolute()),
        target=str(options.output.absolute()),
        on=_day("on", options.on, read_day_asked) or today,
        region=_region(options.region),
        until=_day("changes_until", options.changes_until, read_day),
    )
    shown = sys.stderr.isatty()

    def tell(progress: Progress) -> None:
        if shown:
            sys.stderr.write(f"\r{progress_text(progress.rows, progress.seconds)}")

    try:
        end = Child([*own_command(), ROSTER_WORK], request).run(tell)
    except KeyboardInterrupt:
        end = Refused(words.STOPPED)
    if shown:
        sys.stderr.write("\n")
    if isinstance(end, Refused):
        raise InputError("roster", end.sentence)
    assert isinstance(end, Summary)  # what an answered request ends with
    if options.json:
        sums = {"per_month": end.per_month, "per_year": end.per_year}
        as_text = {name: [*map(formats.amount, both)] for name, both in sums.items()}
        return ANSWERED, msgspec.to_builtins(end) | as_text
    return ANSWERED, summary_text(end, str(options.output))


def _day(field: str, typed: str | None, read: Callable[[str], date]) -> date | None:
    if typed is None:
        return None
    try:
        return read(typed)
    except EntryError as error:
        raise InputError(field, str(error)) from None


def _region(typed: str | None) -> str | None:
    """The code of the one place that is meant."""
    if typed is None:
        return None
    from yibao.commands.stores import embedded_store, place  # noqa: PLC0415 - seldom needed
    from yibao.policy.places.region_search import RegionSearch  # noqa: PLC0415
    from yibao.presenters.asking.region_text import not_settled  # noqa: PLC0415

    store = embedded_store()
    region, candidates = RegionSearch(store.regions).resolve(typed)
    if region is None:
        raise InputError(
            "region", not_settled(typed, candidates), [place(store, r.code) for r in candidates]
        )
    return region.code
