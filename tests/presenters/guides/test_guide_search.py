"""Finding things in the guide panels."""

import pytest

from yibao.presenters.asking.remarks import nothing_found
from yibao.presenters.guides.guide_search import find_in_guides, pieces, search_words
from yibao.presenters.guides.guide_text import guide_text
from yibao.presenters.guides.views import GroupView, GuideView, ItemView

WECHAT = ItemView(
    title="微信",
    paragraphs=("手机上就能查。",),
    steps=("打开微信", "选好 App 里的城市"),
    remarks=(("要准备", "实名认证"),),
    cautions=("别把密码告诉别人。",),
    sources=("社保网",),
    reported=True,
)
COUNTER = ItemView(title="经办窗口", steps=("带上身份证。",))
BALANCE = GuideView(
    "balance",
    "余额查询",
    (GroupView("线上", (WECHAT,)), GroupView("现场", (COUNTER,))),
    "网上文章，请核实。",
)
GAPS = GuideView("gaps", "断缴与补缴", (GroupView("怎么补", (ItemView("先问微信群"),)),), "")


def found(typed: str) -> list[str]:
    views = find_in_guides((BALANCE, GAPS), search_words(typed))
    return [item.title for view in views for group in view.groups for item in group.items]


@pytest.mark.parametrize(
    "typed",
    [
        "手机",
        "打开",
        "app",
        "APP",
        "ＡＰＰ",
        "ａｐｐ",
        "实名",
        "密码",
        "线上",
        "微信　手机",
        " 城市 ",
    ],
)
def test_an_item_is_found_by_all_that_it_tells_and_by_its_heading(typed: str) -> None:
    assert found(typed) == ["微信"]


def test_every_word_must_stand_in_it() -> None:
    assert found("微信 身份证") == []
    assert found("窗口 身份证") == ["经办窗口"]


def test_what_is_found_comes_from_all_panels_each_under_its_name() -> None:
    views = find_in_guides((BALANCE, GAPS), ("微信",))

    assert [view.title for view in views] == ["余额查询", "断缴与补缴"]
    assert [group.title for group in views[0].groups] == ["线上"]


def test_sources_and_labels_and_words_over_a_line_s_end_are_not_looked_through() -> None:
    assert found("社保网") == []
    assert found("要准备") == []
    assert found("微信手机") == []


def test_where_nothing_is_found_the_lines_are_short_and_name_it() -> None:
    lines = nothing_found(" 火星 ").split("\n")

    assert "“火星”" in lines[0]
    assert "12393" in lines[1]
    assert all(len(line) <= 40 for line in lines)


@pytest.mark.parametrize("typed", ["", "  ", "　"])
def test_no_word_where_nothing_is_typed(typed: str) -> None:
    assert search_words(typed) == ()


def test_a_word_typed_twice_is_one() -> None:
    assert search_words("微信 App　ａｐｐ") == ("微信", "app")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("打开微信", ("微信",), (("打开", False), ("微信", True))),
        ("微信", ("微信",), (("微信", True),)),
        ("微信", ("支付宝",), (("微信", False),)),
        ("微信", ("微",), (("微", True), ("信", False))),
        ("微信", ("信",), (("微", False), ("信", True))),
        ("", ("微信",), ()),
        (
            "用 ＡＰＰ 或 App",
            ("app",),
            (("用 ", False), ("ＡＰＰ", True), (" 或 ", False), ("App", True)),
        ),
        ("医保医保", ("医保",), (("医保医保", True),)),
        ("哈哈哈", ("哈哈",), (("哈哈哈", True),)),
        ("电子凭证", ("电子", "子凭"), (("电子凭", True), ("证", False))),
    ],
)
def test_a_text_in_hits_and_the_rest(
    text: str, words: tuple[str, ...], expected: tuple[tuple[str, bool], ...]
) -> None:
    assert pieces(text, words) == expected


def test_one_item_as_text_with_everything_it_tells() -> None:
    assert guide_text(BALANCE.of_item("线上", WECHAT), "北京市") == (
        "北京市 · 余额查询\n"
        "\n【微信】\n手机上就能查。\n1. 打开微信\n2. 选好 App 里的城市\n要准备：实名认证\n"
        "注意：别把密码告诉别人。\n出处：社保网\n"
        "\n网上文章，请核实。"
    )


def test_an_item_that_rests_on_no_report_does_not_say_so() -> None:
    assert guide_text(BALANCE.of_item("现场", COUNTER), "全国").endswith(
        "仅供参考，以当地医保部门为准（12393）。"
    )
