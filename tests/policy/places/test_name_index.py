"""The names side by side, as the search looks through them."""

from yibao.policy.places.name_index import NameIndex
from yibao.policy.places.regions import Region


def test_a_part_is_found_in_every_name_the_first_and_the_last_too() -> None:
    places = [
        Region(code="110101", name="丙甲", level="county", pinyin="bing jia"),
        Region(code="110102", name="甲丙", level="county", pinyin="jia bing"),
        Region(code="110103", name="乙乙", level="county", pinyin="yi yi"),
    ]
    index = NameIndex(places, [0, 0, 0])

    def holding(text: str) -> list[str]:
        return [index.texts[name] for name in index.with_inside(text)]

    assert holding("丙") == ["丙甲", "甲丙"]
    assert holding("乙") == ["乙乙", "乙乙"]
    assert holding("甲丙") == ["甲丙"]
    assert holding("丁") == []


def test_of_names_side_by_side_those_of_a_province_the_first_of_all_too() -> None:
    places = [
        Region(code="110101", name="甲区", level="county", pinyin="jia qu"),
        Region(code="120101", name="乙区", level="county", pinyin="yi qu"),
    ]
    index = NameIndex(places, [0, 1])

    def codes_in(province: int) -> list[str]:
        return [index.texts[name] for name in index.inside(province, index.beginning_with("1"))]

    assert (codes_in(0), codes_in(1)) == (["110101"], ["120101"])
