"""What is found of a place."""

from typing import Any


def test_regions(ask: Any, run: Any) -> None:
    _, found = ask("regions", "渝北")
    _, listed, _ = run("regions", "朝阳")

    assert found["regions"] == [
        {
            "code": "500157",
            "name": "重庆市两江新区",
            "level": "county",
            "former_name": "渝北区",
            "former_code": None,
        }
    ]
    assert listed.splitlines()[:2] == ["211300  辽宁省朝阳市", "110105  北京市朝阳区"]
    assert len(listed.splitlines()) == 4


def test_nothing_found_is_bad_input(ask: Any, run: Any) -> None:
    exit_status, answer = ask("regions", "没有这地方")
    spoken_status, out, told = run("regions", "没有这地方")

    assert (exit_status, spoken_status, out) == (2, 2, "")
    assert answer["error"]["field"] == "query"
    assert answer["error"]["candidates"] == []
    assert "没有找到" in told


def test_a_zone_is_listed_with_the_place_that_it_follows(ask: Any, run: Any) -> None:
    _, found = ask("regions", "苏州工业园区")
    _, listed, _ = run("regions", "110103")

    assert found["regions"] == [
        {
            "code": "320576",
            "name": "苏州工业园区（按江苏省苏州市查）",
            "level": "zone",
            "former_name": None,
            "former_code": None,
        }
    ]
    assert listed.splitlines() == ["110101  北京市东城区（原崇文区，代码 110103）"]
