"""Places are found by what people call them, and a name of two places offers both."""

from collections import defaultdict
from collections.abc import Callable
from itertools import chain

import pytest

from yibao.policy.places.names import Closeness
from yibao.policy.places.region_search import RegionSearch
from yibao.policy.places.regions import Region
from yibao.policy.store import PolicyStore

KINDS = {"自治州": ("州", 30), "自治县": ("县", 117), "自治旗": ("旗", 3)}
SPOKEN = {
    "恩施州": "422800",
    "凉山州": "513400",
    "海西州": "632800",
    "博州": "652700",
    "巴州": "652800",
    "克州": "653000",
    "伊犁州": "654000",
    "黔东南": "522600",
    "丰宁县": "130826",
    "石柱县": "500240",
    "东乡县": "622926",
    "北川县": "510726",
    "河南县": "632324",
    "积石山县": "622927",
    "和丰县": "654226",
    "塔县": "653131",
    "喀左": "211324",
    "阜蒙县": "210921",
    "前郭": "220721",
    "杜蒙": "230624",
    "鄂温克旗": "150724",
    "鄂伦春旗": "150723",
    "莫旗": "150722",
    "达茂旗": "150223",
    "科右前旗": "152221",
    "科左后旗": "150522",
    "察右中旗": "150927",
    "东乌旗": "152525",
    "土左旗": "150121",
    "锡盟": "152500",
    "阿盟": "152900",
    "兴安盟": "152200",
    "呼盟": "150700",
    "内蒙": "150000",
    "宁夏省": "640000",
    "广西省": "450000",
    "新疆省": "650000",
    "西藏省": "540000",
    "新疆自治区": "650000",
    "呼市": "150100",
}


def autonomous(store: PolicyStore) -> list[tuple[Region, str]]:
    """Every autonomous prefecture, county and banner with the one word that people leave of it."""
    return [
        (region, kind)
        for region in store.regions
        for ending, (kind, _) in KINDS.items()
        if region.name.endswith(ending)
    ]


def test_there_are_as_many_as_the_country_has(store: PolicyStore) -> None:
    found = [kind for _, kind in autonomous(store)]

    assert {kind: found.count(kind) for kind, _ in KINDS.values()} == dict(KINDS.values())


def test_every_autonomous_place_is_found_without_its_people(
    store: PolicyStore, whole: Callable[[str], list[str]]
) -> None:
    for region, kind in autonomous(store):
        (said,) = (e for e in region.everyday if e.name == region.short + kind)
        syllables = said.pinyin.split(" ")
        for query in (
            said.name,
            "".join(syllables),
            "".join(syllable[0] for syllable in syllables),
            store.regions.path(region.code)[0].short + said.name,
        ):
            assert region.code in whole(query), query


@pytest.mark.parametrize(("name", "code"), SPOKEN.items())
def test_everyday_names(whole: Callable[[str], list[str]], name: str, code: str) -> None:
    assert code in whole(name)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("恩施州利川", "422802"),
        ("新疆巴州库尔勒", "652801"),
        ("内蒙莫旗", "150722"),
        ("广西省南宁", "450100"),
        ("neimengmoqi", "150722"),
        ("bzbl", "652701"),
    ],
)
def test_everyday_names_in_a_path(search: RegionSearch, path: str, code: str) -> None:
    assert search.find(path)[0].region.code == code


def test_an_everyday_name_of_two_places_settles_on_neither(
    store: PolicyStore, search: RegionSearch
) -> None:
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for region in store.regions:
        if region.level != "town":
            spoken = (each.name for each in chain(region.everyday, region.former))
            short = (old.short for old in region.former)
            for name in {region.name, region.short, *spoken, *short} - {""}:
                bearers[name].add(region.code)
    shared = {name: codes for name, codes in bearers.items() if len(codes) > 1}
    del shared["上海"]  # the county of that name is long gone
    assert {"巴州", "东乡县", "扎旗", "阿旗", "南郊区", "天府新区"} <= shared.keys()

    for name, codes in shared.items():
        region, candidates = search.resolve(name)
        assert region is None, name
        assert codes <= {candidate.code for candidate in candidates}, name


def test_an_everyday_name_of_one_place_is_clear(search: RegionSearch) -> None:
    for name in ("恩施州", "莫旗", "广西省", "喀左"):
        assert search.resolve(name)[0] is not None


def test_an_official_name_comes_before_what_people_call_another_place(search: RegionSearch) -> None:
    closeness = [hit.closeness for hit in search.find("矿区")]

    assert closeness[:2] == [Closeness.OFFICIAL, Closeness.WHOLE]
