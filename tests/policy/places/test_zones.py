"""Zones, new areas and towns: hits of their own, which follow a division."""

import pytest

from yibao.policy.places.names import Closeness
from yibao.policy.places.region_search import RegionSearch
from yibao.policy.places.regions import DIVISIONS
from yibao.policy.store import PolicyStore


@pytest.mark.parametrize(
    ("name", "divisions"),
    [
        ("苏州工业园区", ["320500"]),
        ("雄安", ["130600"]),
        ("雄安新区", ["130600"]),
        ("西咸新区", ["610100", "610400"]),
        ("横琴", ["440400"]),
        ("天府新区", ["510100", "511400"]),
        ("贵安", ["520100", "520400"]),
        ("兰州新区", ["620100"]),
        ("赣江新区", ["360100", "360400"]),
        ("湘江新区", ["430100"]),
        ("滇中新区", ["530100"]),
        ("江北新区", ["320100"]),
        ("西海岸", ["370211"]),
        ("金普新区", ["210213"]),
        ("南沙新区", ["440115"]),
        ("临港", ["310115"]),
        ("浦东临港", ["310115"]),
        ("滨海高新区", ["120116"]),
        ("长春净月高新区", ["220100"]),
        ("加格达奇", ["232700"]),
        ("松岭区", ["232700"]),
        ("新林", ["232700"]),
        ("呼中", ["232700"]),
        ("大柴旦", ["632800"]),
        ("乌拉盖", ["152500"]),
        ("西沙群岛", ["460300"]),
        ("深汕", ["440300"]),
        ("大鹏新区", ["440300"]),
        ("杨凌示范区", ["610403"]),
        ("长白山", ["222400", "220600"]),
        ("东莞虎门", ["441900"]),
        ("东莞市虎门镇", ["441900"]),
        ("dghumen", ["441900"]),
        ("中山小榄", ["442000"]),
        ("儋州那大镇", ["460400"]),
        ("嘉峪关峪泉镇", ["620200"]),
        ("441900121", ["441900"]),
        ("320571", ["320500"]),
        ("石家庄高新区", ["130100"]),
        ("芦台经济开发区", ["130200"]),
    ],
)
def test_what_a_zone_or_a_town_follows(
    store: PolicyStore, search: RegionSearch, name: str, divisions: list[str]
) -> None:
    hits = [hit.region for hit in search.find(name) if hit.closeness <= Closeness.INITIALS]

    assert [region.level in DIVISIONS for region in hits] == [False] * len(hits)
    assert sorted(store.regions.division(r.code) for r in hits) == sorted(divisions)


def test_a_division_follows_itself(store: PolicyStore) -> None:
    assert store.regions.division("610403") == "610403"
    assert store.regions.division("000000") == "000000"


def test_they_do_not_fill_the_tree(store: PolicyStore) -> None:
    for region in store.regions:
        assert all(child.level in DIVISIONS for child in store.regions.children(region.code))


def test_a_town_is_clear_only_behind_its_city(search: RegionSearch) -> None:
    region, candidates = search.resolve("长安镇")
    assert (region, [c.code for c in candidates]) == (None, ["441900119"])

    region, _ = search.resolve("东莞长安镇")
    assert region is not None
    assert region.code == "441900119"


def test_a_zone_in_two_cities_is_left_to_a_person(search: RegionSearch) -> None:
    region, candidates = search.resolve("西咸新区")

    assert region is None
    assert [c.code for c in candidates] == ["610100-xixian", "610400-xixian"]


@pytest.mark.parametrize(
    ("place", "area", "is_another"),
    [
        ("320576", "320500", True),
        ("320576", "320000", False),
        ("320576", "000000", False),
        ("320576", "320576", False),
        ("610403", "610400", True),
        ("610403-yangling", "610400", True),
        ("610403-yangling", "610403", False),
        ("610402", "610400", False),
        ("130600-xiongan", "130600", False),
        ("610000", "610000", False),
    ],
)
def test_a_rule_of_another_pool(
    store: PolicyStore, place: str, area: str, is_another: bool
) -> None:
    assert store.regions.is_of_another_pool(place, area) is is_another
