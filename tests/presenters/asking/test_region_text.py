"""How a place is written, and what is said where none is found."""

import pytest

from yibao.policy.places.region_search import RegionSearch
from yibao.policy.store import PolicyStore
from yibao.presenters.asking.region_text import hit_text, nothing_found, place_text

HINT = "按 Enter 直接选拼音字母"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("110105", "北京市朝阳区"),
        ("320576", "苏州工业园区（按江苏省苏州市查）"),
        ("441900121", "虎门镇（按广东省东莞市查）"),
        ("610403-yangling", "杨凌示范区（按陕西省咸阳市杨陵区查）"),
        ("000000", "全国"),
    ],
)
def test_a_zone_is_written_with_the_place_that_it_follows(
    store: PolicyStore, code: str, text: str
) -> None:
    assert place_text(store.regions, code) == text


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("北京朝阳", "北京市朝阳区"),
        ("恩施州", "湖北省恩施土家族苗族自治州"),
        ("长泰县", "福建省漳州市长泰区（原长泰县）"),
        ("110103", "北京市东城区（原崇文区，代码 110103）"),
        ("612327", "陕西省汉中市略阳县（原代码 612327）"),
        ("中山民众镇", "民众街道（按广东省中山市查）（原民众镇）"),
    ],
)
def test_what_a_hit_says(store: PolicyStore, query: str, text: str) -> None:
    hits = RegionSearch(store.regions).find(query)

    assert [hit_text(store.regions, hit) for hit in hits] == [text]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("兰州", "甘肃省省直（医保由省里直接管的单位）"),
        ("南宁", "广西壮族自治区区直（医保由区里直接管的单位）"),
        ("lz", "甘肃省省直（医保由省里直接管的单位）"),
    ],
)
def test_whoever_is_insured_with_the_province_is_offered_beside_its_capital(
    store: PolicyStore, query: str, text: str
) -> None:
    hits = [hit_text(store.regions, hit) for hit in RegionSearch(store.regions).find(query)]

    capital = "南宁市" if query == "南宁" else "兰州市"
    assert hits.count(text) == 1
    assert hits[hits.index(text) - 1].endswith(capital)


def test_they_are_not_offered_elsewhere_nor_instead_of_the_place(store: PolicyStore) -> None:
    search = RegionSearch(store.regions)

    assert not any(hit.region.level == "direct" for hit in search.find("天水"))
    assert not any(hit.region.level == "direct" for hit in search.find("长沙"))
    assert search.resolve("兰州市")[0] == store.regions["620100"]
    assert [hit.region.code for hit in search.find("甘肃省直")].count("620000-direct") == 1


def test_characters_that_find_nothing_may_come_from_an_input_method() -> None:
    assert HINT in nothing_found("北京残余")
    assert HINT not in nothing_found("qqqq")
    assert nothing_found(" ") == "请选择参保地区。"
