"""The sheet that a visitor takes home: everything on it, and no age that nobody wanted there."""

import re
from datetime import date
from typing import Any

import pytest
from tests.presenters.people import DAY, IN_WORK

from yibao.calculation.assess import assess
from yibao.calculation.inquiry import Inquiry
from yibao.policy.store import PolicyStore
from yibao.presenters.answer.comparison_view import present_comparison
from yibao.presenters.answer.visit_view import present_visit
from yibao.presenters.guides.views import GroupView, GuideView, ItemView
from yibao.presenters.handout.handout import Handout, guide_handout, visit_handout
from yibao.presenters.notices import SITE

MONTH = {"region": "110105", "born": date(1955, 12, 1), "born_until": date(1955, 12, 31)}
"""A birth of which the day is not known, in the month of the birthday."""


@pytest.fixture
def sheet(store: PolicyStore) -> Any:
    def of(ages: bool = False, **known: Any) -> Handout:
        visit = present_visit(store, assess(store, Inquiry(**known), DAY))
        return visit_handout(visit, ages)

    return of


def text_of(handout: Handout) -> str:
    parts = [
        line
        for part in handout.parts
        for line in (part.title, part.headline, *(x for s in part.sections for x in s.lines))
    ]
    return "\n".join([handout.title, handout.subtitle, *parts, *handout.footer])


def headings_of(handout: Handout) -> list[str]:
    return [section.heading for part in handout.parts for section in part.sections]


def test_the_answer_with_its_reason_its_source_and_its_date(sheet: Any) -> None:
    handout = sheet(region="110105", age=71)

    assert (handout.title, handout.subtitle) == ("北京市朝阳区", "退休人员")
    assert handout.parts[0].headline == "每月 107.00 元"
    text = text_of(handout)
    for told in (
        "110.00 元 − 3.00 元 = 107.00 元",
        "社保网",
        "网上文章",
        "2026 年 2 月核对",
    ):
        assert told in text
    assert "仅供参考，以当地医保部门为准（12393）。" in handout.footer
    assert "查询日期：2025 年 12 月 20 日" in handout.footer
    assert handout.site == SITE


def test_an_old_rule_says_on_paper_that_it_is_old(store: PolicyStore) -> None:
    visit = present_visit(store, assess(store, Inquiry(region="110105", age=71), date(2029, 3, 1)))

    assert "超过 3 年没有再核对过" in text_of(visit_handout(visit, False))


def test_a_contested_rule_shows_both_sides(sheet: Any) -> None:
    text = text_of(sheet(region="620602", age=66))

    assert "每月 90.00 元或 120.00 元" in text
    assert text.index("一种说法：每月 120.00 元") < text.index("另一种说法：每月 90.00 元")
    assert text.count("出处：") == 2


@pytest.mark.parametrize(
    ("known", "personal"),
    [
        ({"region": "110105", "age": 71}, ["71"]),
        ({"region": "310101", "age": 74}, ["74"]),
        ({"region": "110105", "born": date(1961, 5, 3)}, ["1961", "64 岁", "2031"]),
        (MONTH, ["1955", "69", "69 或 70 岁", "当月起"]),
        ({"region": "110105", "born": date(1955, 12, 3)}, ["当月起"]),
        (IN_WORK, ["1970", "55 岁", "61", "2040", "2031"]),
    ],
)
def test_no_age_and_no_birth_unless_they_are_wanted(
    sheet: Any, known: dict[str, Any], personal: list[str]
) -> None:
    without, with_age = text_of(sheet(**known)), text_of(sheet(ages=True, **known))

    # 不满 75 岁 and the like are words of the rule: an age is looked for by itself.
    told = [word for word in personal if re.search(rf"(?<![\d.]){word}(?![\d.])", with_age)]
    assert told
    for word in personal:
        assert not re.search(rf"(?<![\d.]){word}(?![\d.])", without), word


def test_both_amounts_stand_on_it_where_the_day_of_birth_decides(sheet: Any) -> None:
    text = text_of(sheet(**MONTH))

    assert "每月 97.00 或 107.00 元，看生日是哪天" in text
    assert "100.00 元 − 3.00 元 = 97.00 元" in text
    assert "110.00 元 − 3.00 元 = 107.00 元" in text


def test_the_retirement_says_when_and_with_which_age_only_where_wanted(sheet: Any) -> None:
    assert "那时 61 岁 5 个月" in text_of(sheet(ages=True, **IN_WORK))
    assert "那时" not in text_of(sheet(**IN_WORK))


def changes_on(handout: Handout) -> list[str]:
    (changes,) = (
        section.lines
        for part in handout.parts
        for section in part.sections
        if section.heading == "以后的变化"
    )
    return [*changes]


def test_what_changes_is_dated_by_the_birthday_only_where_ages_are_wanted(sheet: Any) -> None:
    born = {"region": "110105", "born": date(1961, 5, 3)}

    assert changes_on(sheet(**born)) == ["现在：每月 97.00 元", "满 70 岁以后：每月 107.00 元"]
    assert changes_on(sheet(ages=True, **born)) == [
        "现在：每月 97.00 元",
        "满 70 岁（2031 年 5 月）：每月 107.00 元",
    ]


def test_both_months_stand_on_it_where_the_group_is_open(sheet: Any) -> None:
    woman = {"region": "110105", "status": "flexible", "sex": "female", "born": date(1978, 3, 1)}
    part, without = (
        next(p for p in sheet(ages=ages, **woman).parts if p.title == "退休时间")
        for ages in (True, False)
    )

    assert without.headline == ""
    assert [section.lines for section in without.sections] == [("看得出年龄，这张纸上没有印。",)]
    assert not re.search("20(35|29|32|38) 年", text_of(sheet(**woman)))
    assert (
        part.headline
        == "按 55 岁，2035 年 4 月到法定退休年龄；按 50 岁，2029 年 11 月到法定退休年龄"
    )
    assert "1978" not in text_of(sheet(**woman))
    assert "57 岁" not in text_of(sheet(**woman))
    assert "那时 57 岁 1 个月" in text_of(sheet(ages=True, **woman))


def test_a_second_place_is_on_it_where_it_was_compared(store: PolicyStore) -> None:
    here = assess(store, Inquiry(region="110105", age=71), DAY)
    there = assess(store, Inquiry(region="310101", age=71), DAY)
    comparison = present_comparison(store, here, there)
    handout = visit_handout(present_visit(store, here), False, comparison=comparison)

    part = handout.parts[-1]
    assert (part.title, part.headline) == ("换个地方比一比：上海市黄浦区", "每年 1680.00 元")
    assert part.sections[0].lines[0] == "比北京市朝阳区每月多 33.00 元。"
    assert "140.00 元 − 107.00 元 = 33.00 元" in part.sections[0].lines[2]
    assert "医保关系不能再转" in part.sections[0].lines[1]
    assert "71" not in "".join(line for section in part.sections for line in section.lines)


CHANNEL = ItemView(
    title="微信",
    paragraphs=("手机上就能查。",),
    steps=("打开微信", "选城市"),
    remarks=(("适合", "会用手机的人"),),
    cautions=("别告诉别人密码。",),
    sources=("某处",),
)


def test_a_panel_with_its_steps_numbered() -> None:
    guide = GuideView("balance", "余额查询", (GroupView("线上", (CHANNEL,)),), "")
    handout = guide_handout(guide, "北京市朝阳区", "2025 年 12 月 20 日")

    assert (handout.title, handout.subtitle) == ("余额查询", "北京市朝阳区")
    (part,) = handout.parts
    assert [s.lines for s in part.sections if s.numbered] == [("打开微信", "选城市")]
    assert [s.heading for s in part.sections] == ["", "", "", "注意", "出处"]
    assert "适合：会用手机的人" in text_of(handout)
    assert any("12393" in line for line in handout.footer)


def test_a_panel_that_rests_on_reports_says_so() -> None:
    guide = GuideView("balance", "余额查询", (GroupView("线上", (CHANNEL,)),), "网上文章")

    assert "网上文章" in guide_handout(guide, "全国", "今天").footer
