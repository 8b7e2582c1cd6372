"""The contribution years as people read them."""

from datetime import date
from typing import Any

import pytest

from yibao.calculation.assess import assess
from yibao.calculation.inquiry import Inquiry
from yibao.policy.store import PolicyStore
from yibao.presenters.parts.views import AnswerView
from yibao.presenters.payments.contribution_view import present_contribution

TODAY = date(2026, 11, 24)
NO_COST = "没有收录，要问当地"
LUMP_SUM, MONTHLY, RESIDENT = "一次补齐", "按月接着交", "城乡居民医保"


@pytest.fixture
def view(store: PolicyStore) -> Any:
    def of(region: str, **known: Any) -> AnswerView:
        known.setdefault("status", "in_service")
        return present_contribution(store, assess(store, Inquiry(region=region, **known), TODAY))

    return of


@pytest.mark.parametrize(
    ("asked", "headline", "details"),
    [
        (
            {"region": "110105", "sex": "male", "paid_months": 300},
            "年限够了",
            ["现在还要接着交", "就不用再交", "要求：累计 25 年"],
        ),
        (
            {"region": "110105", "sex": "male", "paid_months": 246},
            "还差 4 年 6 个月",
            ["要求：", "交到 2031 年 5 月就够了", NO_COST],
        ),
        (
            {"region": "210202", "sex": "female", "paid_months": 300, "actual_months": 119},
            "实际缴费还差 1 个月",
            ["其中在本地实际缴费 10 年", "交到 2026 年 12 月就够了", "数目没有收录"],
        ),
        (
            {"region": "350102", "paid_months": 288, "actual_months": 96},
            "还差 1 年",
            ["累计 25 年", "实际缴费也还差 2 年", "2028 年 11 月", NO_COST],
        ),
        (
            {"region": "350102", "status": "retired", "paid_months": 288, "actual_months": 120},
            "还差 1 年",
            ["累计 25 年", LUMP_SUM, NO_COST],
        ),
        (
            {
                "region": "110105",
                "sex": "male",
                "paid_months": 240,
                "retires_on": date(2031, 11, 1),
            },
            "还差 5 年",
            ["要求：", "2031 年 11 月就够了", "一直交到退休，就够了"],
        ),
        (
            {
                "region": "110105",
                "sex": "male",
                "paid_months": 240,
                "retires_on": date(2030, 11, 1),
            },
            "还差 5 年",
            [
                "要求：",
                "一直交到退休，还会差 1 年",
                f"常见的有三条路：{LUMP_SUM}，{MONTHLY}，改参加{RESIDENT}",
                NO_COST,
            ],
        ),
        (
            {"region": "110105"},
            "要累计男 25 年、女 20 年",
            ["要求：", "请再填：性别、累计缴费年限"],
        ),
        (
            {"region": "110105", "sex": "female"},
            "要累计交满 20 年",
            ["要求：", "请再填：累计缴费年限"],
        ),
        (
            {"region": "520102", "paid_months": 240, "actual_months": 180},
            "请再填：参加工作的日期",
            ["要求：本地职工医保开始以前参加工作的累计 10 年"],
        ),
        (
            {"region": "520102", "work_start": date(2017, 1, 1)},
            "要累计交满 25 年",
            ["要求：", "请再填：累计缴费年限、在本省实际缴费年限"],
        ),
        ({"region": "440103"}, "请再填：退休日期", ["不同时间退休"]),
        (
            {"region": "440103", "retires_on": date(2028, 1, 1)},
            "请再填：首次参保日期",
            ["参保的早晚不同"],
        ),
        ({"region": "110105", "status": "resident"}, "没有年限要求，年年都要交", []),
        (
            {"region": "510302"},
            "这一项要问当地",
            ["没有收录四川省自贡市自流井区的缴费年限规定，所以不给数字。"],
        ),
    ],
)
def test_the_headline(view: Any, asked: dict[str, Any], headline: str, details: list[str]) -> None:
    got = view(**asked)

    assert got.headline == headline
    assert len(got.details) == len(details)
    assert all(part in text for part, text in zip(details, got.details, strict=True)), got.details
    assert got.is_answer == (headline == "年限够了" or "还差 " in headline)


def test_only_what_somebody_can_still_fill_in_is_a_question(view: Any) -> None:
    assert view("440103").is_question
    assert view("110105").is_question
    assert not view("110105", sex="male", paid_months=300).is_question
    assert not view("510302").is_question


def test_where_it_comes_from_and_what_weakens_it(view: Any) -> None:
    tianjin = view("120101", sex="male", paid_months=240, actual_months=60, deemed_included=False)

    assert tianjin.basis.startswith(
        "按天津市的规定 · 官方报道或答复、网上文章 · 2024 年 4 月 11 日"
    )
    assert "说法不一样" in tianjin.warnings[0]
    assert tianjin.sources[-1].title.startswith("另一种说法：")
    assert tianjin.rule[0] == "适用：天津市"
    own, other = tianjin.sides
    assert ("累计还差", "要 300 个月，已有 240 个月，还差 60 个月") in [
        (step.title, step.text) for step in own.steps
    ]
    assert tianjin.headline == "还差 5 年或 10 年"
    assert (
        other.headline == "要累计 30 年，其中实际缴费 10 年（有视同缴费的人才看这一条），还差 10 年"
    )
    assert [source.title for source in other.sources] == ["怎样查询医保里面的钱（以鄂州为例）"]


def test_what_another_source_would_ask_is_told(view: Any) -> None:
    def either(**known: Any) -> tuple[str, str]:
        got = view("320102", actual_months=120, **known)
        return got.headline, got.sides[-1].headline

    assert either(sex="male", paid_months=360) == ("年限够了", "要累计 30 年，年限够了")
    assert either(sex="male", paid_months=348) == (
        "年限够了，或者还差 1 年",
        "要累计 30 年，还差 1 年",
    )
    assert either()[1] == "要累计男 30 年、女 25 年"


def test_notices_stand_beside_the_years(view: Any) -> None:
    assert "视同缴费年限只算到 2006 年 12 月。" in view("420106").conditions
    assert any("到期" in notice for notice in view("440103", retires_on=date(2030, 1, 1)).notices)


@pytest.mark.parametrize(
    ("region", "months", "doubted"),
    [("310101", 180, True), ("310101", 179, False), ("310101", 181, False), ("330102", 240, False)],
)
def test_exactly_the_years_of_shanghai_are_met_with_a_doubt(
    view: Any, region: str, months: int, doubted: bool
) -> None:
    got = view(region, paid_months=months, sex="male")

    met = "年限刚好够，请再核实" if doubted else "年限够了"
    assert got.headline == ("还差 1 个月" if months == 179 else met)
    said = [warning for warning in got.warnings if "累计超过" in warning]
    assert bool(said) == doubted
    assert all("2026 年 6 月 29 日" in warning and "要核实" in warning for warning in said)
