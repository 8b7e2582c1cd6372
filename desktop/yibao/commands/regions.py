"""`yibao regions`: what the region picker would list."""

import argparse
from datetime import date

from yibao.commands.results import ANSWERED, Output
from yibao.commands.stores import embedded_store, place
from yibao.policy.places.region_search import RegionSearch
from yibao.presenters.asking.region_text import hit_text, not_settled
from yibao.presenters.script.arguments import InputError

HELP = "查地区"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is looked for."""
    parser.add_argument("query", metavar="地区", help="地名、拼音、首字母或代码")


def run(options: argparse.Namespace, today: date) -> Output:
    """List the hits, best first; raises InputError where nothing is looked for or found."""
    if not options.query.strip():
        raise InputError("query", "请写要找的地名、拼音、首字母或代码。")
    store = embedded_store()
    hits = RegionSearch(store.regions).find(options.query)
    if not hits:
        raise InputError("query", not_settled(options.query, ()))
    if not options.json:
        lines = [f"{hit.region.code}  {hit_text(store.regions, hit)}" for hit in hits]
        return ANSWERED, "\n".join(lines)
    listed = [
        {
            **place(store, hit.region.code),
            "level": hit.region.level,
            "former_name": hit.former_name,
            "former_code": hit.former_code,
        }
        for hit in hits
    ]
    return ANSWERED, {"query": options.query, "regions": listed}
