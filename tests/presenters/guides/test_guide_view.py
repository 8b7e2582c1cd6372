"""The guide panels of a place show what is true there, and nothing that is true only elsewhere."""

from datetime import date

import pytest

from yibao.policy.guides import Guide, GuideGroup, GuideItem, read_guides
from yibao.policy.loading.files import guide_files
from yibao.policy.store import PolicyStore
from yibao.presenters.guides.guide_view import present_guides
from yibao.presenters.guides.views import GroupView, GuideView, ItemView
from yibao.system.folders import resources_folder

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def guides(store: PolicyStore) -> tuple[Guide, ...]:
    return read_guides(guide_files(resources_folder() / "guides"), store)


def items(views: tuple[GuideView, ...]) -> list[ItemView]:
    return [item for view in views for group in view.groups for item in group.items]


def text(views: tuple[GuideView, ...]) -> str:
    return "".join("".join((item.title, *item.paragraphs)) for item in items(views))


def test_what_is_true_only_elsewhere_is_not_shown(
    guides: tuple[Guide, ...], store: PolicyStore
) -> None:
    nowhere = text(present_guides(guides, store, None, "retired", TODAY))
    shanghai = text(present_guides(guides, store, "310101", "retired", TODAY))
    guangzhou = text(present_guides(guides, store, "440106", "retired", TODAY))

    assert "上海的灵活就业" in shanghai
    assert "广东" not in shanghai
    assert "广东" in guangzhou
    assert "上海" not in guangzhou
    assert "上海" not in nowhere
    assert "广东" not in nowhere


def test_an_item_of_a_place_names_the_place(guides: tuple[Guide, ...], store: PolicyStore) -> None:
    views = present_guides(guides, store, "310101", "flexible", TODAY)
    (waiting,) = (item for item in items(views) if item.title == "灵活就业断缴后的等待期")

    assert waiting.remarks == (("只适用于", "上海市"),)
    assert waiting.sources == (
        "上海灵活就业人员医保规定（没见到原文）（上海市医疗保障局，"
        "2025 年，有效期从 2025 年 9 月 10 日到 2030 年 9 月 9 日，官方原文）",
    )


def test_a_group_with_nothing_left_in_it_is_left_out(store: PolicyStore) -> None:
    only_there = GuideItem("甲", areas=("310000",))
    guide = Guide(
        "a", "栏", (GuideGroup("一", (only_there,)), GuideGroup("二", (GuideItem("乙"),)))
    )

    def headings(region: str) -> list[str]:
        (view,) = present_guides([guide], store, region, "retired", TODAY)
        return [group.title for group in view.groups]

    assert headings("310101") == ["一", "二"]
    assert headings("110105") == ["二"]


def test_a_panel_that_rests_on_reports_says_so(
    guides: tuple[Guide, ...], store: PolicyStore
) -> None:
    cautions = {
        view.id: view.caution for view in present_guides(guides, store, None, "retired", TODAY)
    }

    assert cautions["balance"] == "这个说法来自网上文章，不是文件原文。"
    assert cautions["sharing"] == ""


def test_one_report_among_better_sources_is_enough_to_say_so(store: PolicyStore) -> None:
    law, report = "sic-law", "shebaowang-chaoyang"
    assert (store.references[law].level, store.references[report].level) == (
        "official_text",
        "published",
    )

    def caution(*items: GuideItem) -> str:
        guide = Guide("a", "栏", (GuideGroup("一", items),))
        (view,) = present_guides([guide], store, None, "retired", TODAY)
        return view.caution

    assert caution(GuideItem("甲", references=(law,))) == ""
    assert caution(GuideItem("甲", references=(law, report)))
    assert caution(GuideItem("甲", references=(law,)), GuideItem("乙", references=(report,)))


def test_what_to_bring_and_whom_it_suits(guides: tuple[Guide, ...], store: PolicyStore) -> None:
    platform = next(
        item
        for item in items(present_guides(guides, store, None, "retired", TODAY))
        if "国家" in item.title
    )

    assert [label for label, _ in platform.remarks] == ["适合", "要准备", "网址"]
    assert platform.steps
    assert platform.cautions


def rules_shown(
    guides: tuple[Guide, ...], store: PolicyStore, panel: str, region: str
) -> tuple[ItemView, ...]:
    (view,) = (v for v in present_guides(guides, store, region, "retired", TODAY) if v.id == panel)
    assert view.groups[0].title.endswith("适用的规定")
    return view.groups[0].items


def test_the_years_that_the_place_asks_for_stand_first(
    guides: tuple[Guide, ...], store: PolicyStore
) -> None:
    province, city = rules_shown(guides, store, "contribution", "440103")

    assert province.title == "广东省：在职职工"
    assert province.paragraphs[0] == (
        "2030 年 1 月 1 日起退休的，要求：累计男 30 年、女 25 年，其中在本地实际缴费 10 年"
    )
    assert city.paragraphs == (
        "到 2013 年 12 月 31 日为止参保的，要求：累计 10 年",
        "2014 年 1 月 1 日起参保的，要求：累计 15 年",
    )
    assert city.remarks == (("上次核对", "2025 年 4 月 20 日"),)
    assert "社保网" in city.sources[0]


@pytest.mark.parametrize(
    ("panel", "region", "other"),
    [
        ("contribution", "320102", "怎样查询医保里面的钱"),
        ("credit", "620600", "武威划入标准的另一篇报道"),
    ],
)
def test_what_is_said_otherwise_is_shown_with_its_source(
    guides: tuple[Guide, ...], store: PolicyStore, panel: str, region: str, other: str
) -> None:
    for item in rules_shown(guides, store, panel, region):
        assert any(text.startswith("另一种说法") for text in item.paragraphs)
        assert any(source.startswith(other) for source in item.sources), item.sources


@pytest.mark.parametrize(
    ("region", "told", "source"),
    [
        ("210302", "各市有过渡办法", "辽宁职工医保缴费年限的文件"),
        ("310101", "领养老金那个月的 1 日", "上海职工医保退休待遇条件"),
        ("330102", "退休时可以一次补缴", "怎样查询医保里面的钱"),
        ("440103", "2030 年 1 月 1 日起退休的", "广东职工医保退休待遇规定"),
    ],
)
def test_what_a_place_adds_is_shown_there_with_its_source_and_nowhere_else(
    guides: tuple[Guide, ...], store: PolicyStore, region: str, told: str, source: str
) -> None:
    here = rules_shown(guides, store, "contribution", region)
    elsewhere = rules_shown(guides, store, "contribution", "110105")

    (item,) = (item for item in here if told in "".join(item.paragraphs))
    assert item.sources[0].startswith(source)
    assert not any(told in "".join(item.paragraphs) for item in elsewhere)


def test_the_place_s_own_credit_stands_first(guides: tuple[Guide, ...], store: PolicyStore) -> None:
    employer, flexible = rules_shown(guides, store, "credit", "420106")

    assert (employer.title, flexible.title) == (
        "湖北省武汉市：退休人员",
        "湖北省武汉市：灵活就业退休人员",
    )
    assert employer.paragraphs[0] == "每月：83 元"
    assert flexible.paragraphs[0] == "每月：66 元"


def test_a_rule_whose_date_is_not_known_says_so(
    guides: tuple[Guide, ...], store: PolicyStore
) -> None:
    (dalian,) = rules_shown(guides, store, "contribution", "210202")

    assert dalian.remarks == (("上次核对", "日期没有记录"),)


def test_a_province_s_rule_stands_behind_one_that_begins_later(
    guides: tuple[Guide, ...], store: PolicyStore
) -> None:
    shown = rules_shown(guides, store, "contribution", "210102")

    assert [item.title for item in shown] == ["辽宁省沈阳市：在职职工", "辽宁省：在职职工"]


def test_a_place_without_rules_of_its_own_is_told_so(
    guides: tuple[Guide, ...], store: PolicyStore
) -> None:
    for panel, what in (("credit", "划入标准"), ("contribution", "缴费年限规定")):
        (item,) = rules_shown(guides, store, panel, "510302")
        assert item.title == "没有收录"
        assert what in item.paragraphs[0]
        assert "12393" in item.paragraphs[0]


def panel(guides: tuple[Guide, ...], store: PolicyStore, id_: str, status: str) -> GuideView:
    (view,) = (v for v in present_guides(guides, store, "310101", status, TODAY) if v.id == id_)
    return view


def titles(view: GuideView) -> dict[str, list[str]]:
    return {group.title: [item.title for item in group.items] for group in view.groups}


def test_what_is_for_another_status_comes_last_and_says_for_whom(
    guides: tuple[Guide, ...], store: PolicyStore
) -> None:
    view = panel(guides, store, "gaps", "resident")

    assert titles(view) == {
        "城乡居民医保": ["断保后的等待期", "这些人不用等"],
        "换地方、换险种": ["中间断了几个月"],
        "怎么补": ["先问这三句"],
        "其他情况": [
            "灵活就业断缴后的等待期",
            "单位欠费",
            "在职时断了会怎样",
            "补了以后，断的那几个月报不报",
            "退休时年限不够，要补缴的",
        ],
    }
    assert [item.remarks for item in view.groups[-1].items[:3]] == [
        (("只适用于", "上海市"), ("哪些人", "职工医保·灵活就业")),
        (("只适用于", "上海市"), ("哪些人", "职工医保·上班")),
        (("哪些人", "职工医保·上班、职工医保·灵活就业"),),
    ]


def test_what_is_true_in_the_place_comes_first(
    guides: tuple[Guide, ...], store: PolicyStore
) -> None:
    view = panel(guides, store, "gaps", "flexible")

    assert titles(view)["职工医保"] == ["灵活就业断缴后的等待期", "在职时断了会怎样"]


@pytest.mark.parametrize(
    ("id_", "status", "first"),
    [
        ("credit", "retired", "上海市黄浦区适用的规定"),
        ("credit", "in_service", "谁有钱划入"),
        ("contribution", "flexible", "上海市黄浦区适用的规定"),
        ("contribution", "resident", "什么叫交够了"),
    ],
)
def test_the_place_s_rules_stand_first_only_for_those_whom_they_are_for(
    guides: tuple[Guide, ...], store: PolicyStore, id_: str, status: str, first: str
) -> None:
    view = panel(guides, store, id_, status)

    assert view.groups[0].title == first
    rules = [item.title for item in view.groups[-1].items if item.title.startswith("上海市：")]
    assert bool(rules) == (not first.endswith("规定"))


@pytest.mark.parametrize("status", ["retired", "in_service", "flexible", "resident"])
def test_nothing_is_lost_under_any_status(
    guides: tuple[Guide, ...], store: PolicyStore, status: str
) -> None:
    def told(chosen: str) -> list[str]:
        return sorted(
            i.title for i in items(present_guides(guides, store, "310101", chosen, TODAY))
        )

    assert told(status) == told("retired")


def test_steps_are_told_apart_by_the_title_of_their_item_and_their_words(
    guides: tuple[Guide, ...], store: PolicyStore
) -> None:
    for region in ("310101", "440106", "110105"):
        shown = items(present_guides(guides, store, region, "retired", TODAY))
        steps = [(item.title, step) for item in shown for step in item.steps]
        assert len(steps) == len(set(steps))


def of_items(*items: ItemView) -> GuideView:
    return GuideView("balance", "余额", (GroupView("线上", items), GroupView("线下", ())), "")


def test_an_item_is_found_again_as_another_place_has_it() -> None:
    there = of_items(ItemView("微信"), ItemView("窗口", ("在上海",)), ItemView("只在上海"))
    here = of_items(ItemView("窗口", ("在北京",)), ItemView("微信"))
    alone = there.of_item("线上", there.groups[0].items[1])

    again = here.again(alone)

    assert again == here.of_item("线上", ItemView("窗口", ("在北京",)))
    assert here.again(there.of_item("线上", there.groups[0].items[2])) is None
    assert here.again(there) is here
