"""What visitors ask is found in the guide panels by the words that they use for it."""

from datetime import date

import pytest

from yibao.policy.guides import read_guides
from yibao.policy.loading.files import guide_files
from yibao.policy.store import PolicyStore
from yibao.presenters.guides.guide_search import find_in_guides, search_words
from yibao.presenters.guides.guide_view import present_guides
from yibao.presenters.guides.views import GuideView, ItemView
from yibao.system.folders import resources_folder

TODAY = date(2026, 11, 24)
BEIJING, SHANGHAI, WUHAN, WUXI, JINAN = "110105", "310101", "420106", "320205", "370102"
LESHAN, QUANZHOU, XIAN, JIANGYIN, CHANGSHA = "511102", "350502", "610102", "320281", "430102"
DALIAN = "210202"
"""A place of which nothing of its own is known here."""


@pytest.fixture(scope="module")
def shown(store: PolicyStore) -> dict[tuple[str, str], tuple[GuideView, ...]]:
    """The panels of every place that is asked about here, for every status."""
    guides = read_guides(guide_files(resources_folder() / "guides"), store)
    near = (BEIJING, SHANGHAI, WUHAN, WUXI, JINAN, DALIAN)
    far = (LESHAN, QUANZHOU, XIAN, JIANGYIN, CHANGSHA)
    return {
        (place, status): present_guides(guides, store, place, status, TODAY)
        for place in near + far
        for status in ("retired", "in_service", "flexible", "resident")
    }


Shown = dict[tuple[str, str], tuple[GuideView, ...]]


def found(views: tuple[GuideView, ...], asked: str, panel: str) -> list[ItemView]:
    """What a search finds in one of the panels."""
    hits = find_in_guides(views, search_words(asked))
    return [item for v in hits if v.id == panel for group in v.groups for item in group.items]


@pytest.mark.parametrize(
    ("asked", "panel", "title"),
    [
        ("转移", "transfer", "转移余额，谁能办"),
        ("余额 转走", "transfer", "到窗口转走余额"),
        ("转移接续", "transfer", "在手机上转余额"),
        ("工作日", "transfer", "要等多少天"),
        ("退休 转", "transfer", "退休了的转不了"),
        ("提取", "transfer", "平时不能取现"),
        ("取现", "transfer", "平时不能取现"),
        ("取钱", "transfer", "平时不能取现"),
        ("提现", "transfer", "平时不能取现"),
        ("套现", "transfer", "平时不能取现"),
        ("套现", "cautions", "“帮你把医保的钱取出来”是骗人的"),
        ("国外", "transfer", "这几种情况可以取"),
        ("申请表", "transfer", "取的时候带什么"),
        ("继承", "transfer", "钱归继承人"),
        ("过世", "transfer", "钱归继承人"),
        ("去世 证明", "transfer", "继承要带什么"),
        ("身后", "transfer", "“身后一件事”：跑一趟一起办"),
        ("断缴", "gaps", "先问这三句"),
        ("补缴", "gaps", "退休时年限不够，要补缴的"),
        ("等待", "gaps", "断保后的等待期"),
        ("刚出生", "gaps", "这些人不用等"),
        ("三个月", "gaps", "在职时断了会怎样"),
        ("家里人", "contribution", "家里人替着交"),
        ("家人", "sharing", "能绑的家人"),
        ("跨省", "sharing", "跨省转钱"),
        ("医保钱包", "sharing", "先看两边开通没有"),
        ("年限 不够", "contribution", "一次补齐"),
        ("不用再交", "contribution", "交够年限，退休后不用再交"),
        ("居民 多少", "contribution", "2026 年居民医保交多少"),
        ("保费 400", "contribution", "2026 年居民医保交多少"),
        ("医保码", "balance", "打开医保码（电子医保卡）"),
        ("电子医保卡", "balance", "打开医保码（电子医保卡）"),
        ("二维码", "balance", "打开医保码（电子医保卡）"),
        ("智能手机", "balance", "不用智能手机的老人"),
        ("长期护理", "credit", "比以前少了几块钱"),
        ("省级统筹", "cautions", "省级统筹会改什么"),
    ],
)
def test_a_question_finds_its_answer_whoever_asks(
    shown: Shown, asked: str, panel: str, title: str
) -> None:
    for status in ("retired", "in_service", "flexible", "resident"):
        titles = [item.title for item in found(shown[BEIJING, status], asked, panel)]
        assert title in titles, (status, titles)


@pytest.mark.parametrize(
    ("place", "asked", "panel", "told"),
    [
        (BEIJING, "取", "transfer", "2022 年 9 月 1 日"),
        (XIAN, "取", "transfer", "余额带不走"),
        (XIAN, "到账", "transfer", "当天"),
        (LESHAN, "到账", "transfer", "2 个工作日"),
        (JIANGYIN, "到账", "transfer", "10 个工作日"),
        (JIANGYIN, "继承", "transfer", "最江阴"),
        (LESHAN, "承诺", "transfer", "书面承诺"),
        (QUANZHOU, "去世", "transfer", "10 号"),
        (CHANGSHA, "省里", "transfer", "2025 年 7 月 10 日"),
        (SHANGHAI, "身后", "transfer", "上海已经开了"),
        (SHANGHAI, "断缴", "gaps", "从头算"),
        (SHANGHAI, "欠", "gaps", "单位全部补清"),
        (WUHAN, "断", "gaps", "第 4 到第 6 个月"),
        (WUXI, "断", "gaps", "断的那几个月不报"),
        (CHANGSHA, "省级统筹", "cautions", "2027 年"),
    ],
)
def test_what_only_a_place_knows_is_found_there_with_its_name_and_nowhere_else(
    shown: Shown, place: str, asked: str, panel: str, told: str
) -> None:
    (item,) = (i for i in found(shown[place, "retired"], asked, panel) if told in said(i))
    assert "只适用于" in dict(item.remarks)
    elsewhere = found(shown[DALIAN, "retired"], asked, panel)
    assert not any(told in said(other) for other in elsewhere)


def said(item: ItemView) -> str:
    return "".join((item.title, *item.paragraphs))


def test_the_wallet_is_called_open_only_where_it_is_open_throughout(shown: Shown) -> None:
    def open_here(place: str) -> bool:
        titles = [item.title for item in found(shown[place, "retired"], "开通", "sharing")]
        return "这里已经开通" in titles

    assert open_here(BEIJING)
    assert open_here(JINAN)
    assert not open_here(WUXI)
    assert not open_here(CHANGSHA)
    assert not open_here(XIAN)


def test_the_retired_are_told_first_that_they_cannot_move_and_others_that_they_can(
    shown: Shown,
) -> None:
    def first(status: str) -> str:
        (view,) = (view for view in shown[BEIJING, status] if view.id == "transfer")
        return view.groups[0].items[0].title

    assert first("retired") == "退休了的转不了"
    assert first("in_service") == first("flexible") == first("resident") == "转移余额，谁能办"
