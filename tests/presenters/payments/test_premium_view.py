"""What is paid now, and what it costs to make up missing months, in words."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yibao.calculation.assess import assess
from yibao.calculation.inquiry import Inquiry
from yibao.policy.store import PolicyStore
from yibao.presenters.answer.answer_text import answer_text
from yibao.presenters.answer.visit_view import present_visit
from yibao.presenters.payments.contribution_view import present_contribution
from yibao.presenters.payments.premium_view import present_premium

TODAY = date(2026, 11, 24)


@pytest.fixture
def view(store: PolicyStore) -> Any:
    def of(region: str, status: str, on: date = TODAY, **known: Any) -> Any:
        return present_premium(
            store, assess(store, Inquiry(region=region, status=status, **known), on)
        )

    return of


@pytest.mark.parametrize(
    ("region", "on", "known", "headline", "detail", "is_answer"),
    [
        ("440305", TODAY, {}, "每月最少 538.16 元", "6727", True),
        ("440305", TODAY, {"base": Decimal(10000)}, "每月 800.00 元", "按填的基数", True),
        ("370202", date(2026, 6, 1), {}, "每月最少 315.28 或 405.36 元", "没有个人账户：", True),
        ("120101", TODAY, {}, "原来每月 435.54 元，标准到期了", "到 2026 年 6 月 30 日为止", False),
        (
            "110105",
            date(2026, 6, 1),
            {},
            "每月 584.92 元",
            "按到 2026 年 6 月 30 日为止的标准",
            True,
        ),
        ("320102", TODAY, {}, "请再填：缴费基数", "填上基数就能算", False),
        ("420581", date(2025, 7, 1), {}, "每月 341.66 元", "来源没有写时间", True),
        ("510302", TODAY, {}, "要交多少，要问当地", "没有收录", False),
        (
            "510104",
            date(2025, 9, 1),
            {},
            "每月 571.42 元",
            "另加名目没写明的一项每月 45.11 元",
            True,
        ),
        ("441302", TODAY, {}, "要交多少，要问当地", "没有收录", False),
    ],
)
def test_what_flexible_workers_are_told(
    view: Any,
    region: str,
    on: date,
    known: dict[str, Any],
    headline: str,
    detail: str,
    is_answer: bool,
) -> None:
    got = view(region, "flexible", on, **known)

    assert got.title == "每月要交"
    assert got.headline == headline
    told = "\n".join((*got.details, *(step.text for step in got.steps)))
    assert detail in told
    assert got.is_answer is is_answer


@pytest.mark.parametrize(
    ("region", "on", "age", "headline", "detail"),
    [
        ("310101", TODAY, 70, "2026 年交 700.00 元", "集中参保：2025 年 11 月 7 日起"),
        (
            "310101",
            TODAY,
            None,
            "2026 年交 400.00 到 1040.00 元，看是哪一类人",
            "满 70 岁的：700.00 元",
        ),
        (
            "500103",
            TODAY,
            None,
            "2026 年交 400.00 到 775.00 元，看是哪一类人",
            "参加一档的：400.00 元\n参加二档的：775.00 元",
        ),
        ("510302", TODAY, 70, "2026 年至少 400.00 元", "全国的最低数"),
        ("510302", TODAY, 70, "2026 年至少 400.00 元", "财政另外补助每人每年至少 724 元"),
        ("350203", TODAY, 70, "2026 年交 450.00 元", "财政另外补助每人每年 830 元"),
        ("321181", TODAY, 40, "2026 年交 480.00 元", "含长期护理保险 30 元"),
        ("210202", TODAY, 70, "2025 年交 460.00 元", "这是那一年的数"),
        ("510302", date(2027, 1, 1), 70, "要交多少，要问当地", ""),
    ],
)
def test_what_residents_are_told(
    view: Any, region: str, on: date, age: int | None, headline: str, detail: str
) -> None:
    got = view(region, "resident", on, age=age)

    assert got.title == "每年要交"
    assert got.headline == headline
    assert detail in "\n".join(got.details)


def test_a_resident_is_told_that_enrolment_is_over(view: Any) -> None:
    last_day = view("130102", "resident", date(2026, 2, 28)).details
    next_day = view("130102", "resident", date(2026, 3, 1)).details
    next_year = view("130102", "resident", date(2027, 3, 1)).details

    assert not any("过了" in line for line in last_day)
    assert next_day[0] == "集中参保期已经过了，现在还能不能参保，要问当地。"
    assert next_day[-1].endswith("到 2026 年 2 月 28 日为止。")
    assert next_year[0] == "这是那一年的数，以后的没有收录。"
    assert not any("过了" in line for line in next_year)


def test_sources_that_agree_are_not_said_to_differ(view: Any) -> None:
    assert view("440305", "flexible").warnings == ()


def test_waiting_periods_and_incentives_stand_beside_it(view: Any) -> None:
    got = view("370202", "resident")

    assert any("等 3 个月" in notice for notice in got.notices)
    assert any("每年加 3000 元" in notice for notice in got.notices)
    assert any("激励" in source.title for source in got.sources)


def test_the_retired_are_not_asked_to_pay(view: Any) -> None:
    assert view("110105", "retired") is None


def test_a_premium_whose_sum_nobody_holds(make_store: Any) -> None:
    store = make_store(
        {
            "kind": "flexible_premium",
            "id": "premium",
            "area": "130100",
            "periods": [
                {
                    "start_date": "2024-01-01",
                    "end_date": None,
                    "confirmed_on": "2020-05-01",
                    "references": ["a-source"],
                    "offers": [{"price": {"type": "amount_unknown", "what": "当年的标准"}}],
                    "examples": [{"given": {}, "expected": {"status": "amount_unknown"}}],
                }
            ],
        }
    )
    answered = assess(store, Inquiry(region="130102", status="flexible"), TODAY)
    got = present_premium(store, answered)

    assert got is not None
    assert (got.headline, got.details) == ("要交多少，要问当地", ("当年的标准，数目没有收录",))
    assert answered.premium.status == "amount_unknown"


def test_one_plan_s_ways_only(make_store: Any) -> None:
    offer = {"plan": "pooled_only", "price": {"type": "amount", "amount": "300"}}
    period = {
        "start_date": "2024-01-01",
        "end_date": None,
        "confirmed_on": "2020-05-01",
        "references": ["a-source"],
        "offers": [offer],
        "examples": [
            {
                "given": {"plan": "pooled_only"},
                "expected": {"status": "exact", "per_month": ["300.00"]},
            }
        ],
    }
    store = make_store(
        {"kind": "flexible_premium", "id": "premium", "area": "130100", "periods": [period]}
    )
    full = assess(store, Inquiry(region="130102", status="flexible"), TODAY)
    pooled = Inquiry(region="130102", status="flexible", plan="pooled_only")
    warned = present_premium(store, assess(store, pooled, TODAY))

    assert full.premium.status == "no_rule"
    assert warned is not None
    assert "超过 3 年没有再核对过" in warned.warnings[0]
    assert "按 2024 年 1 月 1 日起的标准" in warned.details[0]


def test_what_is_paid_comes_first_and_what_nobody_knows_last(store: PolicyStore) -> None:
    def titles(region: str, status: Any) -> list[str]:
        inquiry = Inquiry(region=region, status=status)
        return [a.title for a in present_visit(store, assess(store, inquiry, TODAY)).answers]

    known = ["每月要交", "缴费年限", "退休时间", "每月划入"]
    assert titles("120101", "flexible") == known
    assert titles("150102", "flexible") == ["缴费年限", "退休时间", "每月要交", "每月划入"]
    assert titles("110105", "resident") == ["每年要交", "每月划入"]
    assert titles("110105", "retired") == ["每月划入"]


def test_each_answer_has_its_place_and_the_credit_the_last(store: PolicyStore) -> None:
    view = present_visit(store, assess(store, Inquiry(region="110105", status="resident"), TODAY))

    assert view.each == (view.premium, None, None, view.credit)


@pytest.mark.parametrize(
    ("region", "on", "known", "told"),
    [
        ("500103", date(2025, 6, 1), {}, "54 个月 × 305.30 元 = 16486.20 元，按 2025 年的标准"),
        ("500103", TODAY, {}, "16486.20 元，按 2025 年的标准（后来的没有收录）"),
        ("320102", TODAY, {"paid_months": 246, "actual_months": 120}, "填上基数就能算"),
        (
            "320102",
            TODAY,
            {"paid_months": 246, "actual_months": 120, "shortfall_base": Decimal(5000)},
            "54 个月 × 450.00 元 = 24300.00 元，按填的基数",
        ),
        ("430102", TODAY, {}, "每个月按当年的缴费基准值"),
        ("110105", TODAY, {"paid_months": 246}, "没有收录，要问当地"),
        ("441322", TODAY, {}, "补一个月 391.46 元，按 2025 年 1 月 1 日起的标准"),
        ("441322", TODAY, {}, "好久没有核对过"),
        ("120101", TODAY, {"paid_months": None}, "每个月按退休时的缴费基数"),
        ("440103", TODAY, {"enrolled": None}, "参保的早晚不同"),
    ],
)
def test_what_a_shortfall_costs(
    store: PolicyStore, region: str, on: date, known: dict[str, Any], told: str
) -> None:
    man = {"sex": "male", "paid_months": 306, "actual_months": 200, "retires_on": date(2031, 1, 1)}
    man |= {"retires_on": date(2025, 1, 1), "enrolled": date(2015, 1, 1)} | known
    answered = assess(store, Inquiry(region=region, **man), on)
    view = present_contribution(store, answered)

    said = [*view.details, *(line for side in view.sides for line in side.details)]
    assert told in "\n".join(said)


def test_the_cost_has_its_steps_its_sources_and_its_notices(store: PolicyStore) -> None:
    man = {"sex": "male", "paid_months": 306, "actual_months": 200, "retires_on": date(2025, 1, 1)}
    answered = assess(store, Inquiry(region="500103", **man), date(2025, 6, 1))
    text = answer_text(present_visit(store, answered))

    for part in (
        "73272.00 元 ÷ 12 = 6106.00 元",
        "6106.00 元 × 5% = 305.30 元",
        "补齐一共：54 个月 × 305.30 元 = 16486.20 元",
        "重庆大额和补缴",
        "一档的 5% 是 4% 加 1%。",
        "在四川省交的年限，这里也认。",
    ):
        assert part in text
