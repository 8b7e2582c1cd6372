"""The guide panels: complete, and refused where their files are wrong."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from yibao.policy.guides import read_guides
from yibao.policy.loading.files import guide_files
from yibao.policy.loading.problems import PolicyError
from yibao.policy.rules.credit_rules import CreditRule
from yibao.policy.rules.methods import AmountByAge
from yibao.policy.store import PolicyStore
from yibao.system.folders import resources_folder

GUIDES = resources_folder() / "guides"


def test_the_panels_stand_in_the_order_of_the_counter(store: PolicyStore) -> None:
    titles = [guide.title for guide in read_guides(guide_files(GUIDES), store)]

    assert titles == [
        "余额查询",
        "每月划入",
        "缴费年限",
        "家庭共济",
        "断缴与补缴",
        "转移与提取",
        "注意事项",
    ]


def test_there_are_eleven_ways_to_see_the_balance_each_with_its_steps(store: PolicyStore) -> None:
    balance = read_guides(guide_files(GUIDES), store)[0]
    ways = {group.title: group.items for group in balance.groups if group.title != "医保码"}

    assert {title: len(items) for title, items in ways.items()} == {"线上": 7, "电话": 1, "现场": 3}
    assert all(item.steps and item.bring for items in ways.values() for item in items)


@pytest.mark.parametrize(
    ("way", "bring", "good_for", "told"),
    [
        ("微信", "实名认证", "微信", ["服务", "城市服务", "医保电子凭证", "社保查询", "参保明细"]),
        ("支付宝", "实名认证", "支付宝", ["医保电子凭证", "医保查询", "市民中心", "余额查询"]),
        ("服务平台小程序", "注册", "好几件事", ["医保服务", "医保账户查询"]),
        ("国家医保服务平台", "注册", "谁都可以", ["App", "登录", "个人账户"]),
        ("当地医保局或人社局网站", "身份证号", "电脑", ["首页", "医保账户查询", "余额和明细"]),
        ("当地社保卡信息网", "社保卡号", "", ["密码", "账户余额", "123456", "改掉"]),
        ("当地医保 App", "社保卡", "", ["应用商店", "绑上", "医保账户查询"]),
        ("打 12393 或 12333", "身份证号", "不上网", ["先打 12393", "12333", "语音", "不好打通"]),
        ("经办窗口", "身份证或者社保卡", "谁都可以", ["区里、县里"]),
        ("自助终端", "社保卡", "", ["定点医院", "社区卫生服务中心", "插入社保卡", "密码"]),
        ("定点医院、药店", "社保卡", "", ["结账", "查询机"]),
    ],
)
def test_what_is_told_of_each_way(
    store: PolicyStore, way: str, bring: str, good_for: str, told: list[str]
) -> None:
    groups = read_guides(guide_files(GUIDES), store)[0].groups
    (item,) = (item for group in groups for item in group.items if item.title == way)

    assert item.bring
    assert bring in item.bring
    assert good_for in (item.good_for or "")
    text = "".join([*item.steps, *item.cautions])
    assert [part for part in told if part not in text] == []


def test_every_item_names_its_source(store: PolicyStore) -> None:
    guides = read_guides(guide_files(GUIDES), store)
    items = [item for guide in guides for group in guide.groups for item in group.items]

    assert [item.title for item in items if not item.references] == []


def test_what_is_told_of_a_place_is_shown_only_there(store: PolicyStore) -> None:
    wide = [region for region in store.regions if region.level != "county"]
    short = {re.sub("[省市]$|(壮族|回族|维吾尔)?自治区$", "", region.name) for region in wide}
    guides = read_guides(guide_files(GUIDES), store)
    items = [item for guide in guides for group in guide.groups for item in group.items]

    named = [(item, name) for item in items for name in short if name in "".join(item.text)]

    assert len(named) > 15
    for item, name in named:
        shown = [store.regions.full_name(area) for area in item.areas]
        assert shown, (item.title, name)
        assert all(name in place for place in shown), (item.title, name)


def test_what_is_only_reported_of_the_household_register_is_told_so(store: PolicyStore) -> None:
    years = read_guides(guide_files(GUIDES), store)[2]
    items = [item for group in years.groups for item in group.items]
    (register,) = (item for item in items if "户口" in item.title)

    assert register.statuses == ("flexible",)
    assert "听说" in register.text[0]
    assert "12393" in register.text[0]


def test_where_age_counts_is_where_the_provinces_rules_have_bands(store: PolicyStore) -> None:
    credit = read_guides(guide_files(GUIDES), store)[1]
    items = [item for group in credit.groups for item in group.items]
    (told,) = (item for item in items if "多划一些" in "".join(item.text))
    rules = (rule for rule in store.rules.values() if isinstance(rule, CreditRule))

    assert set(told.areas) == {
        rule.area
        for rule in rules
        if rule.area.endswith("0000") and isinstance(rule.periods[-1].method, AmountByAge)
    }


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
