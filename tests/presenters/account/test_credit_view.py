"""What a person reads."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from yibao.calculation.assess import assess
from yibao.calculation.inquiry import Inquiry
from yibao.policy.store import PolicyStore
from yibao.presenters.account.credit_view import present_credit
from yibao.presenters.parts.views import AnswerView, EventView

DAY = date(2025, 12, 20)


PENDING = (
    "填上年龄，就能说办好以后是多少。",
    "办了领养老金，不等于医保这边也办好了。",
)


@pytest.fixture
def view(store: PolicyStore) -> Any:
    def of(region: str, on: date = DAY, **known: Any) -> AnswerView:
        return present_credit(store, assess(store, Inquiry(region=region, **known), on))

    return of


@pytest.mark.parametrize(
    ("asked", "headline", "details"),
    [
        (
            {"region": "110105", "age": 71},
            "每月 107.00 元",
            ("先划 110.00 元，扣大额医疗互助 3.00 元", "一年合计 1284.00 元"),
        ),
        ({"region": "310101", "age": 74}, "每年 1680.00 元", ("一年划一次，合每月 140.00 元",)),
        (
            {"region": "510302", "average_pension": Decimal(3700)},
            "每月大约 74 到 111 元",
            ("一年合计大约 888 到 1332 元",),
        ),
        ({"region": "110105"}, "请再填：年龄", ()),
        (
            {"region": "510302"},
            "请再填：自贡市月人均基本养老金",
            (
                "要的是自贡市月人均基本养老金，不是本人的养老金；先查业务系统，或者问待遇科。",
                "这个数每 100 元，每月对应 2.00 到 3.00 元。",
            ),
        ),
        (
            {"region": "110105", "status": "in_service"},
            "请再填：本人缴费基数",
            (),
        ),
        ({"region": "110105", "status": "resident"}, "没有个人账户", ()),
        (
            {"region": "110105", "plan": "pooled_only"},
            "这一项要问当地",
            (
                "没有收录北京市朝阳区单建统筹的退休人员的划入规定，所以不给数字。",
                "单建统筹退休的，有的地方没有个人账户，有的地方也划钱，各地不一样。",
            ),
        ),
        ({"region": "220102", "plan": "pooled_only"}, "没有个人账户", ()),
        (
            {"region": "110105", "retirement_completed": False},
            "医保退休手续办好后才开始划",
            PENDING,
        ),
        (
            {"region": "110105", "status": "flexible"},
            "这一项要问当地",
            ("没有收录北京市朝阳区灵活就业人员的划入规定，所以不给数字。",),
        ),
        (
            {"region": "620602"},
            "每月 90.00 元或 120.00 元",
            (),
        ),
    ],
)
def test_the_headline(
    view: Any, asked: dict[str, Any], headline: str, details: tuple[str, ...]
) -> None:
    got = view(**asked)

    assert (got.headline, got.details) == (headline, details)
    assert got.is_answer == ("元" in headline)


def test_each_keeping_their_own_amount_is_said(make_store: Any, records: Any) -> None:
    period = records.period(method={"type": "individual"})
    store = make_store(records.rule(period))

    got = present_credit(store, assess(store, Inquiry(region="130102"), date(2024, 6, 1)))

    assert got.headline == "每个人的数目不一样"
    assert "个人账户明细" in got.details[0]
    assert got.warnings == ()


@pytest.mark.parametrize(
    ("region", "basis"),
    [
        (
            "110105",
            "按北京市的规定 · 官方报道或答复、网上文章 · 2026 年 2 月核对 · 程序自带",
        ),
        ("420703", "按湖北省鄂州市的规定 · 网上文章 · 2023 年 5 月核对 · 程序自带"),
        ("510302", "按全国的原则 · 网上文章 · 2025 年 12 月 20 日核对 · 程序自带"),
    ],
)
def test_whose_rule_it_is(view: Any, region: str, basis: str) -> None:
    assert view(region, age=71).basis == basis


ROUNDING = {"quantum": "0.01", "mode": "half_up"}


@pytest.mark.parametrize(
    ("region", "on", "told"),
    [
        ("110105", date(2026, 3, 1), []),
        ("420703", DAY, []),
        ("420703", date(2026, 5, 2), ["超过 3 年没有再核对过"]),
        ("110105", date(2024, 1, 1), ["没有写从哪一天起执行"]),
        ("620602", date(2026, 11, 1), ["超过 3 年没有再核对过", "说法不一样"]),
        ("420106", date(2026, 11, 1), ["超过 3 年没有再核对过"]),
        ("130202", DAY, ["先发的数"]),
        ("420000", DAY, []),
    ],
)
def test_what_weakens_an_answer_is_said(view: Any, region: str, on: date, told: list[str]) -> None:
    warnings = view(region, on, age=71).warnings

    assert len(warnings) == len(told)
    assert all(part in warning for part, warning in zip(told, warnings, strict=True))


def test_what_ran_out_is_a_condition_of_the_amount(view: Any) -> None:
    told = view("500103", date(2026, 1, 1), age=71).conditions

    assert any("另外还要扣长期护理保险" in condition for condition in told)


def test_how_it_is_with_the_pooled_only_is_said_to_nobody_else(view: Any) -> None:
    pooled_only, full = (
        view("510302", date(2010, 1, 1), plan=plan) for plan in ("pooled_only", "full")
    )

    assert any("单建统筹退休的" in line for line in pooled_only.details)
    assert not any("单建统筹" in line for line in full.details)


def test_where_the_age_is_still_open_nothing_is_said_of_a_birthday(view: Any) -> None:
    assert not any("生日" in told for told in view("110105").warnings)


def test_from_the_day_of_confirmation_on_a_rule_without_a_beginning_holds(
    view: Any, store: PolicyStore
) -> None:
    confirmed = store.rules["credit-110000-retired"].periods[0].confirmed_on
    assert confirmed is not None

    assert any(
        "核对的时间（" in told for told in view("110105", confirmed - timedelta(1), age=71).warnings
    )
    assert not any("核对的时间（" in told for told in view("110105", confirmed, age=71).warnings)


def test_the_birthday_is_asked_for_where_only_the_rule_depends_on_it(
    make_store: Any, records: Any
) -> None:
    bands = [{"from": 0, "to": 70, "amount": "80"}, {"from": 70, "to": None, "amount": "90"}]
    other = {"method": {"type": "amount", "amount": "85"}, "references": ["a-source"]}
    by_age = records.period(method={"type": "amount_by_age", "bands": bands}, contested=[other])
    store = make_store(records.rule(by_age))
    month = {"born": date(1954, 6, 1), "born_until": date(1954, 6, 30)}
    asked = Inquiry(region="130102", **month)

    warnings = present_credit(store, assess(store, asked, date(2024, 6, 10))).warnings

    assert any("看生日是哪天" in told for told in warnings)


def test_a_whole_province_is_no_place_to_be_insured_in(view: Any) -> None:
    warnings = view("620000", average_pension=Decimal(3700)).warnings

    assert warnings[0] == "您选的是全省，省里各市的标准可能不一样，请选到市。"


def test_the_steps_leave_out_what_tells_nothing(view: Any) -> None:
    steps = view("510302", average_pension=Decimal(3700)).steps

    assert [(step.title, step.text) for step in steps] == [
        ("按最低比例计算", "3700.00 元 × 2% = 74.00 元"),
        ("按最高比例计算", "3700.00 元 × 3% = 111.00 元"),
        ("合一年", "74.00 元 × 12 = 888.00 元"),
        ("合一年", "111.00 元 × 12 = 1332.00 元"),
    ]


def test_the_sources_with_their_dates_and_levels(view: Any) -> None:
    beijing = view("110105", age=71)
    shanghai = view("310101", age=74)

    assert [(s.title, s.details) for s in beijing.sources][2:] == [
        ("北京每月划入多少", "社保网 · 2026 年 2 月 · 网上文章"),
    ]
    assert (
        shanghai.sources[-1].details
        == "上海市医疗保障局 · 沪医保规〔2023〕6号 · 2023 年 · 网上文章"
    )
    assert "起始日期来源没有写" in beijing.rule[1]
    assert shanghai.rule[1] == "执行时间：2023 年 7 月 1 日起，到 2026 年 6 月 30 日为止"
    assert len(beijing.rule) == 4
    assert len(shanghai.rule) == 4


def test_the_end_of_a_period_is_told(make_store: Any, records: Any) -> None:
    store = make_store(records.rule(records.period(end_date="2024-12-31")))

    got = present_credit(store, assess(store, Inquiry(region="130102"), date(2024, 6, 1)))

    assert got.rule[1] == "执行时间：2023 年 1 月 1 日起，到 2024 年 12 月 31 日为止"


def test_what_changes_at_which_age(view: Any) -> None:
    assert view("110105", age=64).events == (
        EventView("现在", "每月 97.00 元"),
        EventView("满 70 岁以后", "每月 107.00 元"),
    )
    assert view("110105", born=date(1961, 5, 3)).events[1] == EventView(
        "满 70 岁（2031 年 5 月）", "每月 107.00 元", "满 70 岁以后"
    )
    shanghai = view("310101", born=date(1955, 12, 20))
    assert shanghai.events[1] == EventView("满 75 岁以后", "每年 1890.00 元")
    assert view("110105", age=71).events == ()


MONTH = {"born": date(1955, 12, 1), "born_until": date(1955, 12, 31)}


def test_in_the_month_of_a_birth_both_amounts_are_said_and_what_settles_it(view: Any) -> None:
    got = view("110105", date(2025, 12, 10), **MONTH)

    assert got.headline == "每月 97.00 或 107.00 元，看生日是哪天"
    assert got.is_answer
    assert got.details == (
        "先划 100.00 或 110.00 元，扣大额医疗互助 3.00 元",
        "一年合计 1164.00 或 1284.00 元",
        "满 70 岁当月起还是下个月起，看当地。",
    )
    assert (
        got.warnings[-1] == "看生日是哪天：知道出生的日子，或者现在满多少周岁，就知道按哪个年龄算。"
    )
    assert [step.text for step in got.steps[:2]] == [
        "不满 70 岁 100.00 元，满 70 岁 110.00 元；69 岁 → 100.00 元",
        "不满 70 岁 100.00 元，满 70 岁 110.00 元；70 岁 → 110.00 元",
    ]
    assert got.events == (
        EventView("现在", "每月 97.00 或 107.00 元，看生日是哪天"),
        EventView("满 70 岁（2025 年 12 月）", "每月 107.00 元", "满 70 岁以后"),
    )


def test_a_month_of_birth_that_decides_nothing_is_not_asked_about(view: Any) -> None:
    for on in (date(2025, 11, 30), date(2025, 12, 31)):
        got = view("110105", on, **MONTH)
        assert "生日" not in "".join((got.headline, *got.details, *got.warnings))


def test_a_yearly_credit_in_the_month_of_a_birth(view: Any) -> None:
    month = {"born": date(1950, 12, 1), "born_until": date(1950, 12, 31)}
    got = view("310101", date(2025, 12, 10), **month)

    assert got.headline == "每年 1680.00 或 1890.00 元，看生日是哪天"
    assert got.details == (
        "一年划一次，合每月 140.00 或 157.50 元",
        "7 月那一次，是按那时候的年龄划的。",
    )


def test_what_changes_on_retirement(view: Any) -> None:
    known = {"status": "in_service", "born": date(1970, 6, 1), "sex": "male", "base": Decimal(6000)}

    events = view("110105", **known).events

    assert events == (
        EventView("现在", "每月 120.00 元"),
        EventView(
            "2031 年 11 月到法定退休年龄，61 岁",
            "每月 97.00 元（具体哪个月起，问当地）",
            "退休以后",
        ),
        EventView("满 70 岁（2040 年 6 月）", "每月 107.00 元", "满 70 岁以后"),
    )
    by_day = {"status": "in_service", "retires_on": date(2031, 11, 1), "base": Decimal(6000)}
    assert view("110105", **by_day).events[1].when == "2031 年 11 月办退休"


def test_a_rule_that_is_not_held_for_the_time_after_retirement_is_said(
    make_store: Any, records: Any
) -> None:
    base = {"type": "share", "of": {"type": "contribution_base"}, "rate": "2%"}
    rounding = {"quantum": "0.01", "mode": "half_up"}
    period = records.period(method=base, rounding=rounding)
    store = make_store(records.rule(period, insurance_status="in_service"))
    asked = Inquiry(
        region="130102", status="in_service", base=Decimal(6000), retires_on=date(2030, 1, 1)
    )

    got = present_credit(store, assess(store, asked, date(2024, 6, 1)))

    assert got.events[1] == EventView("2030 年 1 月办退休", "没有收录那时候的规定", "退休以后")


def test_a_change_that_cannot_be_computed_is_told_all_the_same(
    make_store: Any, records: Any
) -> None:
    method = {
        "type": "share_by_age",
        "of": {"type": "own_pension"},
        "bands": [{"from": 0, "to": 70, "rate": "2%"}, {"from": 70, "to": None, "rate": "3%"}],
    }
    rounding = {"quantum": "0.01", "mode": "half_up"}
    store = make_store(records.rule(records.period(method=method, rounding=rounding)))
    asked = Inquiry(region="130102", age=69)

    got = present_credit(store, assess(store, asked, date(2024, 6, 1)))

    assert got.headline == "请再填：本人每月养老金"
    assert got.events[1] == EventView("满 70 岁以后", "还缺数据，算不出来")


def test_an_average_says_what_a_hundred_yuan_of_it_bring(make_store: Any, records: Any) -> None:
    method = {
        "type": "share_by_age",
        "of": {"type": "average_pension", "area": "pooling_area", "base_year": 2022},
        "bands": [{"from": 0, "to": 70, "rate": "2%"}, {"from": 70, "to": None, "rate": "2.5%"}],
    }
    rounding = {"quantum": "0.01", "mode": "half_up"}
    store = make_store(records.rule(records.period(method=method, rounding=rounding)))

    got = present_credit(store, assess(store, Inquiry(region="130102"), date(2024, 6, 1)))

    assert got.details[1] == "这个数每 100 元，每月对应 2.00 到 2.50 元，看年龄。"
    assert [step.text for step in got.steps] == [
        "100.00 元 × 2% = 2.00 元",
        "100.00 元 × 2.5% = 2.50 元",
    ]


def test_another_source_that_says_otherwise(view: Any) -> None:
    own, other = view("620602").sides

    assert (own.headline, other.headline) == ("每月 120.00 元", "每月 90.00 元")
    assert "一年合计 1080.00 元" in other.details
    assert [step.text for step in other.steps] == ["90.00 元", "90.00 元 × 12 = 1080.00 元"]
    assert view("620602").sources[-1].title.startswith("另一种说法：武威划入标准的另一篇报道")


def test_another_source_that_asks_for_more(make_store: Any, records: Any) -> None:
    share = {"type": "share", "of": {"type": "own_pension"}, "rate": "2%"}
    other = {"method": share, "references": ["a-source"], "rounding": ROUNDING}
    store = make_store(records.rule(records.period(contested=[other])))
    answered = assess(store, Inquiry(region="130102"), date(2024, 6, 1))

    _, told = present_credit(store, answered).sides

    assert told.headline == "还要填本人每月养老金"


def test_another_source_without_an_amount_or_a_note(make_store: Any, records: Any) -> None:
    others = [
        {"method": {"type": kind}, "references": ["a-source"]}
        for kind in ("individual", "no_account")
    ]
    store = make_store(records.rule(records.period(contested=others)))

    got = present_credit(store, assess(store, Inquiry(region="130102"), date(2024, 6, 1)))

    assert [side.headline for side in got.sides[1:]] == ["每个人的数目不一样", "没有个人账户"]


def test_a_sum_that_ran_out_is_told_as_the_last_known(view: Any) -> None:
    after = view("310101", date(2026, 7, 1), age=70)
    open_ = view("310101", date(2026, 7, 1))

    assert (after.headline, after.is_answer) == ("原来的标准到期了", False)
    assert "到 2026 年 6 月 30 日为止是每年 1680.00 元" in after.details[0]
    assert "收录的标准只到 2026 年 6 月 30 日" in open_.details[0]


def test_what_ran_out_already_is_to_be_asked_for_then(view: Any) -> None:
    asked = {"status": "in_service", "base": Decimal(9000), "born": date(1966, 3, 1), "sex": "male"}
    got = view("310101", date(2026, 7, 1), **asked)

    assert got.events[-1].what == "那时候多少，要问当地"


def test_a_sum_that_nobody_holds(view: Any) -> None:
    suzhou = view("320508", date(2026, 1, 1))

    assert suzhou.headline == "有规定，多少钱要问当地"
    assert "个人账户明细" in suzhou.details[0]
    assert any("建国前" in notice for notice in suzhou.conditions)


def test_a_word_of_the_field_is_explained_where_a_condition_uses_it(view: Any) -> None:
    wuhan = view("420102", date(2026, 1, 1))

    assert any("大额" in condition for condition in wuhan.conditions)
    assert any(notice.startswith("大额医疗互助（") for notice in wuhan.notices)


def test_what_is_taken_off_once_a_year_and_under_a_condition(view: Any) -> None:
    yantai = view("370602", date(2026, 1, 1), age=69)
    hunan = view("430102", date(2026, 1, 1))
    hainan = view("460105", date(2026, 1, 1), age=66)

    assert "每年 1 月一次扣大额医疗互助 36.00 元，那个月就少到账这么多" in yantai.details
    assert "单位申请了从账户代扣的，还要扣大额医疗互助 15.00 元，到账 60.00 元" in hunan.conditions
    assert (
        "授权从个人账户扣的，还要扣长期护理保险；填上本人每月养老金就能算出来" in hainan.conditions
    )
    assert any("每差一年少划 3%" in notice for notice in hainan.conditions)


def test_what_comes_off_the_pension_is_only_said(view: Any) -> None:
    tianjin = view("120101", date(2026, 1, 1), age=66)

    assert tianjin.headline == "每月 40.00 元"
    assert any("从养老金里扣，不动个人账户" in notice for notice in tianjin.notices)


@pytest.mark.parametrize(("typed", "questioned"), [("2597", True), ("2598", False), ("3985", True)])
def test_an_average_that_can_hardly_be_right_is_questioned(
    view: Any, typed: str, questioned: bool
) -> None:
    warnings = view("130702", date(2026, 1, 1), average_pension=Decimal(typed)).warnings

    assert any("不大像" in warning for warning in warnings) is questioned
    unasked = view("130702", date(2026, 1, 1)).warnings
    assert not any("不大像" in warning for warning in unasked)


def test_who_retired_from_what_is_asked_by_its_name(view: Any) -> None:
    assert (
        view("510104").headline == "请再填：从哪里退休、成都市 2022 年同类退休人员月人均基本养老金"
    )
