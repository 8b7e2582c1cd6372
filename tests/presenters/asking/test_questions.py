"""What the form asks, and what it says where an entry makes no difference."""

from datetime import date
from typing import Any

import msgspec
import pytest

from yibao.policy.store import PolicyStore
from yibao.presenters.answer.consultation import consult
from yibao.presenters.asking.inquiry_form import Entries
from yibao.presenters.asking.questions import Questions, ask, without_hidden
from yibao.presenters.words import STATUSES

TODAY = date(2025, 12, 20)


@pytest.fixture
def asked(store: PolicyStore) -> Any:
    def of(**chosen: Any) -> Questions:
        return ask(Entries(**{"with_years": True, **chosen}), store, TODAY)

    return of


ALWAYS = {"region", "status", "on"}
YEARS = {"sex", "paid_years", "retires_on"}
EMPLOYEE = ALWAYS | YEARS | {"age", "born", "plan"}
RETIRED = EMPLOYEE | {"retirement_completed"}
ACTUAL = {"actual_years", "deemed"}


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        ({}, RETIRED),
        ({"region": "110105"}, RETIRED),
        ({"region": "510302"}, RETIRED | {"average_pension"}),
        ({"region": "420902"}, RETIRED | {"average_pension"}),
        ({"region": "420503"}, RETIRED | {"actual_years", "account_years"}),
        ({"region": "510104"}, RETIRED | {"average_pension", "retired_from", "unbroken_years"}),
        (
            {"region": "520102"},
            RETIRED | ACTUAL | {"average_pension", "work_start", "scheme_start"},
        ),
        ({"region": "321202"}, RETIRED | ACTUAL),
        ({"region": "441402"}, RETIRED | ACTUAL | {"average_pension", "pension"}),
        ({"region": "450102"}, RETIRED | {"average_pension", "pension"}),
        ({"region": "320102"}, RETIRED | ACTUAL | {"retired_from", "shortfall_base"}),
        ({"region": "510302", "plan": "pooled_only"}, RETIRED),
        ({"region": "420106"}, RETIRED | {"retired_from"} | ACTUAL),
        ({"region": "420106", "plan": "pooled_only"}, RETIRED | ACTUAL),
        ({"region": "230102"}, RETIRED | {"retired_from"} | ACTUAL),
        ({"region": "440103"}, RETIRED | ACTUAL | {"enrolled"}),
        ({"region": "110105", "status": "in_service"}, EMPLOYEE | {"base"}),
        ({"region": "420106", "status": "in_service"}, EMPLOYEE | {"base"} | ACTUAL),
        (
            {"region": "110105", "status": "in_service", "sex": "female"},
            EMPLOYEE | {"base", "worker_category"},
        ),
        ({"region": "110105", "status": "flexible"}, EMPLOYEE),
        ({"region": "120101", "status": "flexible"}, EMPLOYEE | ACTUAL | {"base"}),
        (
            {"region": "110105", "status": "flexible", "sex": "female"},
            EMPLOYEE | {"worker_category"},
        ),
        ({"region": "110105", "sex": "female"}, RETIRED | {"worker_category"}),
        ({"region": "310101", "status": "resident"}, ALWAYS | {"age", "born"}),
        ({"region": "510302", "status": "resident"}, ALWAYS),
    ],
)
def test_only_what_matters_is_shown(asked: Any, chosen: dict[str, str], shown: set[str]) -> None:
    assert asked(**chosen).shown == shown


@pytest.mark.parametrize(
    ("chosen", "years"),
    [
        ({}, "offered"),
        ({"region": "320102", "sex": "female"}, "offered"),
        ({"with_years": True}, "chosen"),
        ({"paid_years": "20"}, "chosen"),
        ({"paid_years": " "}, "offered"),
        ({"retirement_completed": "no"}, "needed"),
        ({"status": "in_service"}, "needed"),
        ({"status": "flexible"}, "needed"),
        ({"status": "resident", "with_years": True}, "unasked"),
    ],
)
def test_the_retired_are_asked_about_years_where_they_ask_themselves(
    asked: Any, chosen: dict[str, Any], years: str
) -> None:
    questions = asked(**{"with_years": False, **chosen})

    assert questions.years == years
    assert ("paid_years" in questions.shown) == (years in ("chosen", "needed"))
    assert ("sex" in questions.shown) == (years in ("chosen", "needed"))


@pytest.mark.parametrize(
    ("chosen", "first"),
    [
        ({}, "age"),
        ({"region": "110105"}, "age"),
        ({"region": "440305"}, "age"),
        ({"region": "510302"}, "average_pension"),
        ({"region": "110105", "status": "in_service"}, "base"),
    ],
)
def test_what_the_rule_cannot_do_without_is_asked_first(
    asked: Any, chosen: dict[str, str], first: str
) -> None:
    assert asked(**chosen).first == first


def test_a_base_is_asked_for_only_where_none_is_held_for_the_day(store: PolicyStore) -> None:
    def shown(on: date) -> bool:
        return "shortfall_base" in ask(Entries(region="440305", with_years=True), store, on).shown

    assert not shown(date(2025, 1, 1))
    assert not shown(date(2026, 12, 31))
    assert shown(date(2027, 1, 1))


def test_residents_are_asked_for_an_age_where_one_group_among_others_has_one(
    store: PolicyStore,
) -> None:
    beijing = ask(Entries(region="110105", status="resident"), store, date(2026, 6, 1))

    assert beijing.shown == ALWAYS | {"age", "born"}
    assert "age" not in beijing.hints


def test_the_average_pension_is_called_by_its_place_and_year(asked: Any) -> None:
    assert asked(region="420902").labels == {"average_pension": "孝感市 2021 年月人均基本养老金"}
    of_group = asked(region="510104", retired_from="flexible").labels
    assert of_group == {"average_pension": "成都市 2022 年企业退休人员月人均基本养老金"}
    institution = asked(region="510104", retired_from="institution").labels["average_pension"]
    assert institution == "成都市 2022 年机关事业单位退休人员月人均基本养老金"
    assert asked(region="510302").labels == {"average_pension": "自贡市月人均基本养老金"}
    assert asked(region="510000").labels == {"average_pension": "当地月人均基本养老金"}
    assert asked(region="110105").labels == {}
    assert asked(region="320102").labels == {
        "shortfall_base": "退休前最后一个月的缴费基数",
        "actual_years": "其中实际缴费年限",
    }


@pytest.mark.parametrize(
    ("region", "label", "hint"),
    [
        ("120101", "其中实际缴费年限", "在哪里交的都算"),
        ("500103", "其中实际缴费年限", "在哪里交的都算"),
        ("320102", "其中实际缴费年限", "在哪里交的都算"),
        ("230102", "其中实际缴费年限", "在哪里交的都算"),
        ("410102", "其中实际缴费年限", "在哪里交的都算"),
        ("430102", "其中在湖南省实际缴费年限", "省里各地"),
        ("420102", "其中在武汉市实际缴费年限", "只算在那里"),
        ("440305", "其中在深圳市实际缴费年限", "只算在那里"),
        ("420502", "其中在宜昌市实际缴费年限", "只算在那里"),
    ],
)
def test_actual_years_are_asked_for_as_the_rule_counts_them(
    asked: Any, region: str, label: str, hint: str
) -> None:
    questions = asked(region=region)

    assert questions.labels["actual_years"] == label
    assert hint in questions.hints["actual_years"]


@pytest.mark.parametrize(
    ("chosen", "field", "told"),
    [
        ({"region": "440305"}, "age", "不分年龄"),
        ({"region": "110105", "status": "in_service"}, "age", "缴费基数"),
        ({"region": "220102", "plan": "pooled_only"}, "age", "没有钱划入"),
        ({"region": "510302"}, "age", "按全国原则"),
    ],
)
def test_a_field_says_what_it_is_good_for(
    asked: Any, chosen: dict[str, str], field: str, told: str
) -> None:
    assert told in asked(**chosen).hints[field]


@pytest.mark.parametrize(
    ("status", "label", "names", "told"),
    [
        ("in_service", "原来是干部还是工人", ["干部", "工人"], "干部原来 55 岁退"),
        ("flexible", "按 55 岁还是 50 岁办退休", ["按 55 岁", "按 50 岁"], "12333"),
        ("retired", "按 55 岁还是 50 岁办的退休", ["按 55 岁", "按 50 岁"], "直接填退休日期"),
    ],
)
def test_a_woman_is_asked_for_her_group_in_words_that_fit(
    asked: Any, status: str, label: str, names: list[str], told: str
) -> None:
    questions = asked(region="110105", status=status, sex="female")

    assert questions.labels == {"worker_category": label}
    assert list(questions.choices["worker_category"].values()) == names
    assert told in questions.hints["worker_category"]
    assert asked(region="110105", status=status, sex="male").choices == {}


def test_a_field_that_matters_says_nothing_of_the_kind(asked: Any) -> None:
    assert "age" not in asked(region="110105").hints
    assert asked(region="110105", status="flexible").hints.keys() == {
        "plan",
        "paid_years",
        "retires_on",
    }


def test_a_rule_by_the_own_pension_says_so_at_the_field(make_store: Any, records: Any) -> None:
    share = {"type": "share", "of": {"type": "own_pension"}, "rate": "2%"}
    rounding = {"quantum": "0.01", "mode": "half_up"}
    store = make_store(records.rule(records.period(method=share, rounding=rounding)))

    questions = ask(Entries(region="130102"), store, TODAY)

    assert questions.hints["pension"] == "划多少要按本人养老金算。"


REASON = "长期护理保险按本人养老金扣。"


@pytest.mark.parametrize(
    ("region", "on"),
    [
        ("441402", date(2026, 11, 25)),  # 梅州
        ("450102", date(2026, 11, 25)),  # 南宁
        ("460105", date(2026, 11, 25)),  # 海南, with consent only
        ("130102", date(2026, 11, 25)),  # 河北, with consent only
    ],
)
def test_the_own_pension_is_asked_for_where_a_deduction_uses_it(
    store: PolicyStore, region: str, on: date
) -> None:
    questions = ask(Entries(region=region), store, on)

    assert "pension" in questions.shown
    assert questions.hints["pension"] == REASON


def test_no_deduction_that_is_over_or_to_come_asks_for_the_own_pension(store: PolicyStore) -> None:
    for region, on in (("441402", date(2028, 7, 1)), ("130102", date(2026, 3, 31))):
        assert "pension" not in ask(Entries(region=region), store, on).shown


def test_in_every_prefecture_the_own_pension_is_asked_for_exactly_where_it_is_used(
    store: PolicyStore,
) -> None:
    on = date(2026, 11, 25)
    prefectures = [region for region in store.regions if region.level == "prefecture"]
    assert len(prefectures) == 333
    for region in prefectures:
        for status in STATUSES:
            entries = Entries(region=region.code, status=status)
            questions = ask(entries, store, on)
            told = consult(msgspec.structs.replace(entries, age="72"), store, on).assessment
            assert told
            used = "pension" in told.credit.inputs_used
            assert ("pension" in questions.shown) == used
            assert ("pension" in questions.hints) == used
            assert "个人养老金多少无关" not in "".join(questions.hints.values())


def test_where_each_keeps_an_amount_of_their_own_nothing_denies_it(store: PolicyStore) -> None:
    for region in ("320102", "330102"):
        questions = ask(Entries(region=region), store, TODAY)
        assert "pension" not in questions.shown
        assert "pension" not in questions.hints


def test_what_was_typed_plays_no_part_and_what_is_hidden_counts_as_open(
    store: PolicyStore,
) -> None:
    entries = Entries(region="110105", age="abc", average_pension="abc", on="2025-12-20")

    questions = ask(entries, store, TODAY)
    shown = without_hidden(entries, questions)

    assert questions == ask(Entries(region="110105"), store, TODAY)
    assert (shown.age, shown.average_pension, shown.on) == ("abc", "", "2025-12-20")
