"""What the region picker lists, and which names are clear without it."""

import pytest

from yibao.policy.places.region_search import Closeness, RegionSearch
from yibao.policy.store import PolicyStore


def codes(search: RegionSearch, query: str) -> list[str]:
    return [hit.region.code for hit in search.find(query)]


FOUR_CHAOYANG = ["211300", "110105", "211321", "220104"]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("朝阳", FOUR_CHAOYANG),
        ("chaoyang", FOUR_CHAOYANG),
        ("chao yang", FOUR_CHAOYANG),
        ("CHAO YANG", FOUR_CHAOYANG),
        ("cy", FOUR_CHAOYANG),
        ("bjcy", ["110105"]),
        ("北京朝阳", ["110105"]),
        ("北京市朝阳区", ["110105"]),
        ("北京 朝阳", ["110105"]),
        ("beijingchaoyang", ["110105"]),
        ("bj chaoyang", ["110105"]),
        ("吉林省长春市朝阳区", ["220104"]),
        ("长春朝阳", ["220104"]),
        ("jlcccy", ["220104"]),
        ("吉林朝阳", ["220104"]),
        ("辽宁朝阳县", ["211321"]),
        ("渝北", ["500157"]),
        ("渝北区", ["500157"]),
        ("yubei", ["500157"]),
        ("重庆江北区", ["500157"]),
        ("襄樊", ["420600"]),
        ("下城区", ["330105"]),
        ("江干区", ["330102"]),
        ("莱芜", ["370116"]),
        ("省直", ["230000-direct", "510000-direct", "620000-direct"]),
        ("甘肃省直", ["620000-direct"]),
        ("东莞市东莞市", ["441900"]),
        ("110105", ["110105"]),
        ("620000-direct", ["620000-direct"]),
        ("吕梁", ["141100"]),
        ("lvliang", ["141100"]),
        ("lüliang", ["141100"]),
        ("华容", ["420703", "430623"]),
        ("广东深圳南", ["440305"]),
        ("bjc", ["110105", "110114"]),
        ("bcy", ["110105"]),
        ("g深圳", ["440300"]),
        ("阳区", ["110105"]),
    ],
)
def test_finds(search: RegionSearch, query: str, first: list[str]) -> None:
    assert codes(search, query)[: len(first)] == first


def test_a_province_is_meant_where_others_only_were_called_so(search: RegionSearch) -> None:
    region, _ = search.resolve("上海")

    assert region is not None
    assert (region.code, codes(search, "上海")[:2]) == ("310000", ["310000", "310112"])


def test_larger_places_come_before_smaller_ones(search: RegionSearch) -> None:
    assert codes(search, "吉林")[:2] == ["220000", "220200"]
    assert codes(search, "海南")[:3] == ["460000", "632500", "150303"]


def test_whole_words_come_before_beginnings_and_those_before_parts(search: RegionSearch) -> None:
    closeness = [hit.closeness for hit in search.find("西安")]

    assert closeness == sorted(closeness)
    assert closeness[0] == Closeness.WHOLE


def test_beginnings_along_a_path_are_not_listed_where_whole_initials_fit(
    search: RegionSearch,
) -> None:
    closeness = {hit.closeness for hit in search.find("cy")}

    assert Closeness.INITIALS in closeness
    assert Closeness.PATH not in closeness
    assert {hit.closeness for hit in search.find("bjc")} == {Closeness.PATH}


def test_a_beginning_of_a_code_lists_what_begins_with_it(search: RegionSearch) -> None:
    found = codes(search, "1101")

    assert all(code.startswith("1101") for code in found)
    assert len([code for code in found if len(code) == 6]) == 16


def test_says_by_which_former_name_a_place_was_found(search: RegionSearch) -> None:
    assert [hit.former_name for hit in search.find("渝北区")] == ["渝北区"]
    assert search.find("两江新区")[0].former_name is None


def test_a_letter_that_belongs_to_no_name_on_the_path_is_not_passed_over(
    search: RegionSearch,
) -> None:
    for fits, skips, place in (("bcy", "bxcy", "110105"), ("jcccy", "jxcccy", "220104")):
        assert place in codes(search, fits)
        assert place not in codes(search, skips)


@pytest.mark.parametrize("query", ["", "  ", "没有这地方", "qqqq", "999999"])
def test_finds_nothing(search: RegionSearch, query: str) -> None:
    assert search.find(query) == []


def test_the_order_is_always_the_same(store: PolicyStore) -> None:
    assert codes(RegionSearch(store.regions), "yang") == codes(RegionSearch(store.regions), "yang")


@pytest.mark.parametrize(
    ("name", "code"),
    [("朝阳市", "211300"), ("bjcy", "110105"), ("湖北鄂州", "420700"), ("渝北区", "500157")],
)
def test_a_clear_name_is_settled(search: RegionSearch, name: str, code: str) -> None:
    region, candidates = search.resolve(name)

    assert region is not None
    assert region.code == code
    assert candidates == []


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("朝阳", FOUR_CHAOYANG),
        ("朝阳区", ["110105", "220104"]),
        ("江北区", ["330205", "500157"]),
        ("长沙", ["430100", "430121"]),
        ("没有这地方", []),
    ],
)
def test_a_name_that_is_not_clear_is_left_to_a_person(
    search: RegionSearch, name: str, candidates: list[str]
) -> None:
    region, found = search.resolve(name)

    assert region is None
    assert [candidate.code for candidate in found] == candidates


def test_every_region_is_found_by_its_full_name_and_its_code(
    search: RegionSearch, store: PolicyStore
) -> None:
    for region in store.regions:
        for query in (region.code, store.regions.full_name(region.code)):
            assert search.find(query)[0].region == region
