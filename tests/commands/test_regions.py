"""What is found of a place."""

from typing import Any


def test_regions(ask: Any, run: Any) -> None:
    _, found = ask("regions", "渝北")
    _, listed, _ = run("regions", "朝阳")
    _, nothing, _ = run("regions", "没有这地方")

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
    assert "没有找到" in nothing
