"""The guide panels: complete, and refused where their files are wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from yibao.policy.files import guide_files
from yibao.policy.guides import read_guides
from yibao.policy.problems import PolicyError
from yibao.policy.store import PolicyStore
from yibao.system.folders import resources_folder

GUIDES = resources_folder() / "guides"


def test_the_panels_stand_in_the_order_of_the_counter(store: PolicyStore) -> None:
    titles = [guide.title for guide in read_guides(guide_files(GUIDES), store)]

    assert titles == ["余额查询", "每月划入", "缴费年限", "家庭共济", "断缴与补缴", "注意事项"]


def test_there_are_eleven_ways_to_see_the_balance_each_with_its_steps(store: PolicyStore) -> None:
    balance = read_guides(guide_files(GUIDES), store)[0]
    ways = {group.title: group.items for group in balance.groups}

    assert {title: len(items) for title, items in ways.items()} == {"线上": 7, "电话": 1, "现场": 3}
    assert all(item.steps for items in ways.values() for item in items)


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"areas": ["999999"]}, "unknown_region"),
        ({"references": ["nowhere"]}, "unknown_reference"),
        ({"stpes": []}, "unknown_field"),
        ({"statuses": ["pensioner"]}, "wrong_value"),
    ],
)
def test_a_wrong_panel_is_refused(
    tmp_path: Path, store: PolicyStore, changes: dict[str, Any], kind: str
) -> None:
    items = [{"title": "一件事", **changes}]
    guide = {"id": "a", "title": "甲", "groups": [{"title": "乙", "items": items}]}
    (tmp_path / "a.json").write_text(json.dumps({"$schema": "", "guides": [guide]}))

    with pytest.raises(PolicyError) as refused:
        read_guides(guide_files(tmp_path), store)

    assert [problem.kind for problem in refused.value.problems] == [kind]


def test_a_folder_without_panels_is_refused(tmp_path: Path, store: PolicyStore) -> None:
    with pytest.raises(PolicyError):
        read_guides(guide_files(tmp_path), store)
