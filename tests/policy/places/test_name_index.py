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
