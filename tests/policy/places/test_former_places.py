"""A place that is no more leads to what it has become, by its name and by its code."""

from collections.abc import Callable
from typing import Any

import pytest

from yibao.policy.places.region_search import RegionSearch
from yibao.policy.store import PolicyStore


def test_every_code_that_ended_since_1998_leads_to_a_place_of_today(
    search: RegionSearch, store: PolicyStore, published: Callable[[str], Any]
) -> None:
    codes = published("former_codes.json")
    assert len({code for code, _, year in codes if 2010 <= year < 9999}) == 346

    for code, name, _ in codes:
        hits = [hit for hit in search.find(code) if hit.former_code == code]
        assert hits, (code, name)
        provinces = {store.regions.path(hit.region.code)[0].code[:2] for hit in hits}
        assert provinces == {code[:2]}, (code, name)


def test_every_name_that_ended_since_1998_leads_to_where_its_code_leads(
    search: RegionSearch, store: PolicyStore, published: Callable[[str], Any]
) -> None:
    def up_to_prefecture(places: list[str]) -> set[str]:
        return {area for place in places for area in store.regions.inheritance(place)[:-2]}

    for code, name, _ in published("former_codes.json"):
        by_code = [hit.region.code for hit in search.find(code) if hit.former_code]
        by_name = [hit.region.code for hit in search.find(name)]
        assert up_to_prefecture(by_code) & up_to_prefecture(by_name), (code, name)


@pytest.mark.parametrize(
    ("code", "places"),
    [
        ("110103", ["110101"]),
        ("320125", ["320118"]),
        ("130103", ["130102", "130104"]),
        ("140211", ["140213", "140214"]),
        ("341400", ["340100", "340200", "340500"]),
        ("371200", ["370116"]),
        ("510202", ["500103"]),
        ("522101", ["520300"]),
        ("622821", ["621021"]),
        ("620201", ["620200"]),
    ],
)
def test_codes_of_identity_cards(search: RegionSearch, code: str, places: list[str]) -> None:
    assert [hit.region.code for hit in search.find(code) if hit.former_code] == places


def test_a_code_that_another_place_bears_today_means_both(search: RegionSearch) -> None:
    assert [hit.region.code for hit in search.find("320205")] == ["320205", "320211"]
    assert search.resolve("320205")[0] is None


def test_the_beginning_of_a_former_code_says_nothing(search: RegionSearch) -> None:
    assert search.find("32058")
    assert not any(hit.former_code for hit in search.find("32058"))


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("长泰县", ["350605"]),
        ("孟津县", ["410308"]),
        ("祁阳县", ["431181"]),
        ("黔西县", ["520581"]),
        ("禄丰县", ["532302"]),
        ("吉利区", ["410308"]),
        ("北市区", ["130606"]),
        ("南郊区", ["140213", "140214"]),
        ("锡山市", ["320205", "320206"]),
        ("丽江县", ["530702", "530721"]),
        ("changtaixian", ["350605"]),
        ("伊克昭盟", ["150600"]),
        ("崇文", ["110101"]),
    ],
)
def test_former_names(search: RegionSearch, name: str, places: list[str]) -> None:
    hits = search.find(name)

    assert [hit.region.code for hit in hits] == places
    assert all(hit.former_name for hit in hits)


def test_a_former_name_says_with_which_code_it_went(search: RegionSearch) -> None:
    (hit,) = search.find("110103")

    assert (hit.former_name, hit.former_code) == ("崇文区", "110103")


def test_a_code_under_the_name_of_today_has_no_former_name(search: RegionSearch) -> None:
    (hit,) = search.find("612327")

    assert (hit.region.name, hit.former_name, hit.former_code) == ("略阳县", None, "612327")
