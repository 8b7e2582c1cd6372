"""However a name is written, it is the same name."""

import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from yibao.policy.places.region_search import RegionSearch
from yibao.policy.places.spelling import plain
from yibao.policy.store import PolicyStore

WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
RADICALS = dict(
    zip(
        "⻓⻔⻢⻥⻰⻘⻛⻄⻝⻋⻉⻨⻩⻬⺠⽇⽉⽔⾦",
        "长门马鱼龙青风西食车贝麦黄齐民日月水金",
        strict=True,
    )
)
"""Those to which Unicode gives no compatible character, and some to which it does."""


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("ＢｊＣＹ", "bjcy"),
        ("１１０１０５", "110105"),
        ("北京\u00a0朝\u200b阳\ufeff", "北京朝阳"),
        ("【北京】（朝阳）", "北京朝阳"),
        ("北京＞朝阳｜区＿", "北京朝阳区"),
        ("北京>朝阳|区_", "北京朝阳区"),
        ("朝陽區", "朝阳区"),
        ("臺州", "台州"),
        ("科爾沁左翼後旗", "科尔沁左翼后旗"),
        ("⾦⼭區", "金山区"),
        ("Lüliang", "lvliang"),
        ("lu\u0308liang", "lvliang"),
        ("lǚ liáng", "lvliang"),
        ("cháo yáng", "chaoyang"),
        ("北京市市辖区东城区", "北京市东城区"),
        ("重庆市县城口县", "重庆市城口县"),
        ("湖北省省直辖县级行政区划仙桃市", "湖北省仙桃市"),
        ("河南省直辖县级行政单位济源市", "河南济源市"),
        ("新疆维吾尔自治区自治区直辖县级行政区划石河子市", "新疆维吾尔自治区石河子市"),
        ("620000-direct", "620000direct"),
        ("·，（）　", ""),
        ("市辖区", ""),
    ],
)
def test_one_spelling(typed: str, spelled: str) -> None:
    assert plain(typed) == spelled


def test_every_name_is_spelled_as_it_is_held(store: PolicyStore) -> None:
    for region in store.regions:
        for name in (region.name, *(e.name for e in (*region.everyday, *region.former))):
            assert plain(name) == name


def test_full_width_twins(search: RegionSearch, store: PolicyStore) -> None:
    for region in store.regions:
        for text in (region.pinyin, region.code):
            assert region in [hit.region for hit in search.find(text.translate(WIDE))], text


def twins(name: str, looks: dict[str, str]) -> Iterator[str]:
    """The name with each of its characters written as a look-alike, one at a time."""
    for look, character in looks.items():
        if character in name:
            yield name.replace(character, look)


def compatible() -> dict[str, str]:
    """Kangxi radicals, radicals and compatibility ideographs → the characters that they look like."""
    ranges = ((0x2E80, 0x2FD6), (0xF900, 0xFADA), (0x2F800, 0x2FA1E))
    looks = (chr(code) for first, behind in ranges for code in range(first, behind))
    found = {look: unicodedata.normalize("NFKC", look) for look in looks}
    return {look: plain_one for look, plain_one in found.items() if plain_one != look} | RADICALS


def test_radicals_and_compatibility_ideographs(search: RegionSearch, store: PolicyStore) -> None:
    looks = compatible()
    count = 0
    for region in store.regions:
        for twin in twins(region.name, looks):
            count += 1
            assert region in [hit.region for hit in search.find(twin)], twin
    assert count > 1000


def test_traditional_twins(
    search: RegionSearch, store: PolicyStore, published: Callable[[str], Any]
) -> None:
    older = published("traditional.json")
    first = str.maketrans({new: old[0] for new, old in older.items()})
    looks = {old: new for new, all_old in older.items() for old in all_old}
    changed = 0
    for region in store.regions:
        whole = region.name.translate(first)
        changed += whole != region.name
        for twin in (whole, *twins(region.name, looks)):
            assert region in [hit.region for hit in search.find(twin)], twin
    assert changed > 2000


@pytest.mark.parametrize("spelled", ["lv", "lu", "lyu", "lü"])
@pytest.mark.parametrize(
    ("rest", "code"),
    [
        ("liang", "141100"),
        ("shunkou", "210212"),
        ("yuan", "220106"),
        ("chun", "532531"),
        ("eyang", "610727"),
    ],
)
def test_every_way_to_type_u_with_dots(
    search: RegionSearch, spelled: str, rest: str, code: str
) -> None:
    assert code in [hit.region.code for hit in search.find(spelled + rest)]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("东莞市东莞市", "441900"),
        ("广东省东莞市东莞市", "441900"),
        ("北京市北京市东城区", "110101"),
        ("110105000000", "110105"),
        ("110105001002", "110105"),
        ("441900121000", "441900121"),
        ("110103000000", "110101"),
        ("wanbailin", "140109"),
        ("吉林省四平市公主岭市", "220184"),
        ("资阳简阳", "510185"),
    ],
)
def test_what_other_programs_write(search: RegionSearch, typed: str, code: str) -> None:
    assert [hit.region.code for hit in search.find(typed)] == [code]


@pytest.mark.parametrize(
    "typed", ["北京残余", "不仅朝阳", "昆明是", "110105199001011234", "1101050"]
)
def test_nonsense_finds_nothing(search: RegionSearch, typed: str) -> None:
    assert search.find(typed) == []
