"""Rules, problems, places and the program itself, as people read them."""

from datetime import date
from typing import Any, get_args

import pytest

from yibao.policy.loading.problems import PolicyProblem, ProblemKind
from yibao.policy.places.region_search import RegionSearch
from yibao.policy.store import PolicyStore
from yibao.policy.terms import AMOUNT
from yibao.presenters import words
from yibao.presenters.asking.region_text import found_text, hit_text, not_settled
from yibao.presenters.asking.remarks import clock_warning, correct_first
from yibao.presenters.rules.rule_text import rule_text
from yibao.presenters.script.problem_text import problem_text
from yibao.presenters.sheets.about_text import LICENCES, PURPOSE, data_facts
from yibao.presenters.sheets.help_text import KEYS, STEPS


def test_a_rule_by_age(store: PolicyStore) -> None:
    assert rule_text(store, store.rules["credit-110000-retired"]).splitlines() == [
        "credit-110000-retired",
        "北京市　退休人员　个人账户划入",
        "",
        "起始日期来源没有写，2026 年 2 月核对",
        "  每月：不满 70 岁 100 元；满 70 岁 110 元",
        "  扣除：大额医疗互助，每月 3 元",
        "  提示：每月 5 日以前到账，账户里的钱每个季度算一次利息。",
        "  说明：2022 年 9 月 1 日以前就是这个标准，来源没有说最早从哪天开始。",
        "  出处：北京个人账户的报道（北京日报，2022 年 9 月 16 日，官方报道或答复）",
        "  出处：北京个人账户的问答（北京市医疗保障局，2025 年 4 月 28 日，官方报道或答复）",
        "  出处：北京每月划入多少（社保网，2026 年 2 月，网上文章）",
    ]


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("credit-000000-retired", "每月：当地月人均基本养老金的 2% 到 3%"),
        ("credit-000000-retired", "取整：四舍五入到分"),
        ("credit-000000-in-service", "每月：本人缴费基数的 2%"),
        ("credit-000000-resident", "每月：不划入"),
        ("credit-310000-retired", "每年：不满 75 岁 1680 元；满 75 岁 1890 元"),
        ("credit-310000-retired", "提示：钱不是每月到账"),
        ("credit-420900-retired", "每月：孝感市 2021 年月人均基本养老金的 2.5%"),
        ("credit-620600-retired", "另一种说法：90 元"),
        ("credit-420500-retired", "2023 年 1 月 1 日起退休的，按本地有个人账户的缴费月数"),
        ("credit-460000-retired", "每差一年少划 3%"),
        ("credit-460000-retired", "长期护理保险，每月 本人每月养老金的 0.15%，2026 年 1 月 1 日起"),
        ("credit-460000-retired", "只限授权从个人账户扣的"),
        (
            "credit-500000-retired",
            "每月 全年 132 元的 50%，2025 年 1 月 1 日起，到 2025 年 12 月 31 日为止",
        ),
        ("credit-510100-retired", "长期护理保险，每月 划入基数的 0.3%"),
        ("credit-370600-retired", "大额医疗互助，每年 1 月 36 元"),
        ("credit-371400-retired", "大额医疗互助，每年年初 30 元"),
        ("credit-120000-retired", "从养老金里扣，不动个人账户"),
        ("credit-320500-retired", "每月：有规定，数目没有收录"),
        ("credit-650000-retired", "这是先发的数"),
        ("years-510100-in-service", "连续 15 年，或者累计 20 年"),
        ("years-510100-in-service", "在重庆市交的年限，这里也认。"),
        ("years-321200-in-service", "视同缴费最多算男 10 年、女 5 年"),
        ("years-520000-in-service", "更晚参加工作的 25 年"),
        ("years-440800-in-service", "累计男 21.5 年、女 21 年"),
        ("shortfall-500000-in-service", "一档（一次补齐、按月接着交）：重庆补缴基数的 5%"),
        ("shortfall-500000-in-service", "每年 73272 元"),
        ("shortfall-320100-in-service", "退休前最后一个月的缴费基数的 9%"),
        ("shortfall-430000-in-service", "数目没有收录"),
        ("shortfall-441322-in-service", "另加大额 0.1%"),
        ("premium-310000-flexible", "每月 7460 元，最高 37302 元"),
        ("premium-320100-flexible", "南京灵活就业缴费基数：没有收录"),
        ("premium-500000-flexible", "一档：每年 3075 元"),
        ("premium-320500-flexible", "另加名目没写明的一项每月 5 元"),
        ("premium-310000-resident", "满 70 岁的：每年 700 元"),
        ("premium-310000-resident", "集中参保：2025 年 11 月 7 日起到 2025 年 12 月 25 日为止"),
        ("premium-321181-resident", "另加长期护理保险每年 30 元"),
        ("premium-000000-resident", "所有居民：每年至少 400 元"),
        ("premium-000000-resident", "财政另外补助每人每年至少 724 元"),
        ("premium-000000-resident", "已经开始参保，要交多少没有收录"),
        ("waiting-310000-flexible", "灵活就业人员　等待期"),
        ("incentive-370000-resident", "每年加 3000 元"),
        ("years-440100-in-service", "在职职工　缴费年限（按首次参保日期）"),
        ("years-440000-in-service", "缴费年限（按退休日期，先于各地自己的规定）"),
        ("years-440000-in-service", "要求：累计男 30 年、女 25 年，其中在本地实际缴费 10 年"),
        ("years-120000-in-service", "另一种说法：累计男 30 年、女 25 年，其中实际缴费 10 年"),
        ("years-120000-in-service", "另一种说法的出处：怎样查询医保里面的钱"),
        ("credit-620600-retired", "另一种说法的出处：武威划入标准的另一篇报道"),
        ("years-120000-in-service", "实际缴费 10 年（有视同缴费的人才看这一条）"),
        ("years-350100-in-service", "年限不够：一次补齐"),
        ("years-000000-resident", "要求：没有年限要求，年年都要交"),
        (
            "premium-440300-flexible",
            "深圳缴费基数下限，2026 年 1 月 1 日起到 2026 年 12 月 31 日为止每月 6727 元，最高 33633 元\n",
        ),
        (
            "premium-440300-flexible",
            "深圳缴费基数下限，2025 年 1 月 1 日起到 2025 年 12 月 31 日为止每月 6733 元\n",
        ),
        ("premium-000000-resident", "所有居民：每年至少 400 元\n"),
        ("premium-370000-flexible", "，到 2025 年 9 月 30 日为止"),
        ("premium-320100-flexible", "缴费基数：没有收录"),
        ("retirement-age", "法定退休年龄"),
        (
            "retirement-age",
            "男：原来 60 岁；1965 年 1 月出生的起，每 4 个月多延迟一个月，最多 36 个月",
        ),
        ("retirement-age", "女（工人）：原来 50 岁；1975 年 1 月出生的起，每 2 个月"),
        ("retirement-age", "提示：提前退休要先满足"),
    ],
)
def test_every_kind_of_rule(store: PolicyStore, rule: str, told: str) -> None:
    assert told in rule_text(store, store.rules[rule])


def test_that_no_sum_is_held_is_said_only_of_the_year_without_one(store: PolicyStore) -> None:
    lines = rule_text(store, store.rules["premium-000000-resident"]).splitlines()

    (at,) = (i for i, line in enumerate(lines) if line == "  已经开始参保，要交多少没有收录")
    assert lines[at - 1].startswith("2027 年 1 月 1 日起")


def test_kinds_that_the_embedded_store_does_not_hold(make_store: Any, records: Any) -> None:
    by_age = {
        "type": "share_by_age",
        "of": {"type": "average_pension", "area": "310000", "base_year": "reform_year"},
        "bands": [
            {"from": 0, "to": 60, "rate": "2%"},
            {"from": 60, "to": 70, "rate": "2.5%"},
            {"from": 70, "to": None, "rate": "3%"},
        ],
    }
    figure = records.period(amount="3500", end_date="2025-06-30")
    for credit_only in ("method", "examples"):
        del figure[credit_only]
    store = make_store(
        records.rule(
            records.period(method=by_age, rounding={"quantum": "0.1", "mode": "down"}),
            id="by-age",
        ),
        records.rule(
            records.period(
                method={"type": "individual"},
                contested=[{"method": {"type": "no_account"}, "references": ["a-source"]}],
            ),
            id="own",
            area="130000",
        ),
        {
            "kind": "average_pension",
            "id": "average",
            "area": "130100",
            "base_year": 2022,
            "periods": [figure],
        },
    )

    def lines(rule: str) -> list[str]:
        return rule_text(store, store.rules[rule]).splitlines()

    assert (
        "  每月：上海市改革当年月人均基本养老金的 2%（不满 60 岁）；2.5%（满 60 岁、不满 70 岁）；3%（满 70 岁）"
        in lines("by-age")
    )
    assert "  每月：各人保留自己的数目" in lines("own")
    assert "  另一种说法：不划入（没有说明）" in lines("own")
    assert lines("average")[1] == "河北省石家庄市　2022 年月人均基本养老金"
    assert "  每月：3500 元" in lines("average")


@pytest.mark.parametrize(
    ("allowed", "told"),
    [
        (("text",), "文字（加引号）"),
        (("whole_number", "null"), "整数，或者 null"),
        (("between", "0", "130", "null"), "0 到 130 的整数，或者 null"),
        (("at_least", "2"), "至少 2 项"),
        (("day", "null"), '真实存在的日期，如 "2025-12-20"，或者 null'),
        (("pattern", AMOUNT), '金额，如 "158.20"（加引号，大于 0，最多两位小数）'),
        (("pattern", "^new$"), "^new$"),
        (("whole_number", "null", "one_of", "reform_year"), "整数，或者 null，或者 reform_year"),
        (("one_of", "monthly", "yearly"), "monthly、yearly"),
    ],
)
def test_a_wrong_value_is_told_with_what_is_allowed(allowed: tuple[str, ...], told: str) -> None:
    problem = PolicyProblem("rules/a.json", "$.rules[0]", "wrong_value", "80", allowed)

    assert problem_text(problem) == f"rules/a.json $.rules[0]：写的是 80，要写 {told}"


def test_every_problem_has_its_sentence() -> None:
    for kind in get_args(ProblemKind):
        problem = PolicyProblem("rules/a.json", "$", kind, "{found}", ("{allowed}",))
        assert problem_text(problem).startswith("rules/a.json $：")
    example = PolicyProblem("a", "$", "example", "97.00", ("107.00",))
    assert problem_text(example) == "a $：例子写的是 97.00，照规则算出来是 107.00"
    gone = PolicyProblem("a", "$", "unreadable", "FileNotFoundError")
    assert problem_text(gone) == "a $：文件打不开（文件不在）"


def test_places_in_a_list(store: PolicyStore) -> None:
    search = RegionSearch(store.regions)

    def first(query: str) -> str:
        return hit_text(store.regions, search.find(query)[0])

    assert first("bjcy") == "北京市朝阳区"
    assert first("渝北区") == "重庆市两江新区（原渝北区）"


def test_what_a_search_came_to_can_be_heard(store: PolicyStore) -> None:
    hits = RegionSearch(store.regions).find("bjcy")

    assert found_text(store.regions, hits) == "查到 1 个地方，按回车选北京市朝阳区。"


def test_why_a_place_is_not_settled(store: PolicyStore) -> None:
    assert not_settled(" ", []) == "请选择参保地区。"
    assert "没有找到" in not_settled("没有", [])
    assert "不止一个" in not_settled("朝阳", [store.regions["110105"]])


def test_a_clock_that_cannot_be_right_is_told(store: PolicyStore, make_store: Any) -> None:
    told = clock_warning(store, date(2001, 1, 1))

    assert told is not None
    assert "2001 年 1 月 1 日" in told
    assert "更新程序" not in told
    late = clock_warning(store, date(2099, 1, 1))
    assert late is not None
    assert "晚了 10 年以上" in late
    assert late.endswith("日期没有错的话，是规则太旧了，请更新程序。")
    assert clock_warning(store, date(2026, 11, 24)) is None
    assert clock_warning(store, date(2036, 9, 30)) is None
    assert store.newest_confirmation is not None
    assert clock_warning(store, store.newest_confirmation) is None
    assert clock_warning(make_store(), date(2001, 1, 1)) is None


def test_what_the_store_holds(make_store: Any, records: Any) -> None:
    store = make_store(records.rule(records.period(confirmed_on="2024-05-20")))
    for today, age in (
        (date(2024, 5, 20), "还不到一个月"),
        (date(2024, 6, 19), "还不到一个月"),
        (date(2024, 6, 20), "到今天已过 1 个月"),
        (date(2025, 7, 19), "到今天已过 1 年 1 个月"),
        (date(2025, 7, 20), "到今天已过 1 年 2 个月"),
    ):
        assert data_facts(store, today) == (
            "规则 1 条，地区 6 个",
            f"最近一次核对：2024 年 5 月 20 日，{age}",
        )
    assert data_facts(make_store(), date(2026, 7, 1)) == ("规则 0 条，地区 6 个",)


def test_the_date_of_a_source_as_far_as_it_is_known(store: PolicyStore) -> None:
    assert words.issued(store.references["sic-law"]) == "2010 年 10 月 28 日"
    assert words.issued(store.references["nhsa-sharing-2025"]) == "2025 年 10 月"


def test_what_is_to_be_corrected_first() -> None:
    told = correct_first({"age": "年龄请填整数。", "born": "月份只有 1 到 12。"})

    assert told == ("请先改好：年龄、出生日期", "年龄请填整数。月份只有 1 到 12。")


def test_the_help_explains_every_key_once_in_a_few_steps() -> None:
    keys = [key for key, _ in KEYS]
    assert len(keys) == len(set(keys))
    assert {"F1", "Esc", "Ctrl+P", "Ctrl+D", "Ctrl+Z", "Tab"} <= {*keys}
    assert all(step.endswith("。") for step in STEPS)


def test_about_tells_everything_that_the_program_answers() -> None:
    for question in ("每月划入多少", "还要交几年", "什么时候退休"):
        assert question in PURPOSE


def test_about_tells_where_the_font_is_used() -> None:
    assert "打印" in dict(LICENCES)["中文字体"]
    assert "PSF" in dict(LICENCES)["运行"]
