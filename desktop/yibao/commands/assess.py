"""`yibao assess`: what one person gets, what is still to be paid, when they retire."""

import argparse
from datetime import date
from typing import Any

from yibao.calculation.assess import assess
from yibao.commands.results import ANSWERED, Output
from yibao.commands.stores import place, tell, whole_store
from yibao.policy.places.region_search import RegionSearch
from yibao.presenters.answer.answer_text import answer_text
from yibao.presenters.answer.visit_view import present_visit
from yibao.presenters.asking.inquiry_form import Entries, birth_in_its_field, read_entries
from yibao.presenters.asking.region_text import not_settled
from yibao.presenters.asking.remarks import clock_warning
from yibao.presenters.script.answer_json import answer_json
from yibao.presenters.script.arguments import InputError

HELP = "算一个人每月划入多少、还差几年、何时退休"
ENTRIES = {
    "region": "参保地区：地名、拼音、首字母或区划代码",
    "status": "retired 退休 | in_service 在职 | flexible 灵活就业 | resident 城乡居民",
    "retirement-completed": "医保退休手续办好没有：yes | no",
    "plan": "full 统账结合 | pooled_only 单建统筹",
    "retired-from": "employer 单位（institution 机关事业 | enterprise 企业）| flexible 灵活就业",
    "age": "年龄，周岁",
    "born": "出生日期 YYYY-MM-DD 或 YYYY-MM",
    "pension": "本人每月养老金，元",
    "average-pension": "当地月人均基本养老金，元",
    "base": "缴费基数，元",
    "shortfall-base": "补缴的基数，元",
    "sex": "male 男 | female 女",
    "worker-category": "女性：cadre 干部或按 55 岁办退休 | worker 工人或按 50 岁办退休",
    "paid-years": "累计缴费年限：20 或 20-06（20 年 6 个月）",
    "actual-years": "其中实际缴费的年限；哪里交的算数，看当地规定",
    "deemed": "累计年限里有没有视同缴费：yes | no",
    "enrolled": "首次参保日期 YYYY-MM-DD",
    "account-years": "在享受待遇的地方有个人账户的缴费年限",
    "unbroken-years": "最长连续缴费的年限",
    "work-start": "参加工作的日期 YYYY-MM-DD",
    "scheme-start": "当地职工医保开始的日期 YYYY-MM-DD",
    "retires-on": "退休日期 YYYY-MM-DD",
    "on": "要查的日子 YYYY-MM-DD，不写就是今天",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """An option for everything that can be entered."""
    for option, text in ENTRIES.items():
        parser.add_argument(f"--{option}", metavar="值", help=text)


def run(options: argparse.Namespace, today: date) -> Output:
    """Answer one person; raises InputError for an entry that cannot be used."""
    store = whole_store()
    given: dict[str, Any] = {
        name: value
        for name in (option.replace("-", "_") for option in ENTRIES)
        if (value := getattr(options, name)) is not None
    }
    typed = given.get("region", "")
    region, candidates = RegionSearch(store.regions).resolve(typed)
    if region is None:
        raise InputError(
            "region", not_settled(typed, candidates), [place(store, r.code) for r in candidates]
        )
    given["region"] = region.code
    entries = birth_in_its_field(Entries(**given), today)
    reading = read_entries(entries, today)
    if reading.inquiry is None:
        field, message = next(iter(reading.errors.items()))
        raise InputError(field, message)
    if not options.on and (warning := clock_warning(store, today)):
        tell([warning])
    assessment = assess(store, reading.inquiry, reading.on)
    if options.json:
        return ANSWERED, answer_json(store, assessment)
    return ANSWERED, answer_text(present_visit(store, assessment))
