"""The JSON that scripts rely on."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yibao.calculation.assess import assess
from yibao.calculation.inquiry import Inquiry
from yibao.policy.store import PolicyStore
from yibao.presenters.script.answer_json import answer_json

DAY = date(2025, 12, 20)
CREDIT_KEYS = {
    "replaced",
    "status",
    "stale",
    "per_month",
    "per_year",
    "credited",
    "credited_in",
    "first_month",
    "before_deductions",
    "deductions",
    "missing",
    "under_conditions",
    "last_known",
    "rule",
    "steps",
    "references",
    "notices",
    "alternatives",
    "changes",
}


@pytest.fixture
def answer(store: PolicyStore) -> Any:
    def of(region: str, **known: Any) -> dict[str, Any]:
        answered = answer_json(store, assess(store, Inquiry(region=region, **known), DAY))
        assert json.loads(json.dumps(answered)) == answered
        return answered

    return of


def both(amount: str) -> dict[str, str]:
    return {"low": amount, "high": amount}


def test_a_whole_answer(answer: Any) -> None:
    got = answer("110105", born=date(1961, 5, 3))
    credit = got["credit"]

    assert got["on"] == "2025-12-20"
    assert got["region"] == {"code": "110105", "name": "北京市朝阳区", "zone": None}
    assert got["ages"] == [64]
    assert got["contribution"]["status"] == "missing"
    assert got["retirement"]["status"] == "missing"
    assert credit.keys() == CREDIT_KEYS
    assert credit["status"] == "exact"
    assert credit["stale"] is False
    assert credit["per_month"] == both("97.00")
    assert credit["per_year"] == both("1164.00")
    assert credit["credited"] == "monthly"
    assert credit["before_deductions"] == both("100.00")
    assert credit["deductions"] == [
        {"name": "大额医疗互助", "amount": "3.00", "taken": "monthly", "month": None}
    ]
    assert credit["missing"] == []
    assert credit["rule"]["area"] == "110000"
    assert credit["rule"]["layer"] == "embedded"
    assert credit["rule"]["start_date"] is None
    assert credit["rule"]["confirmed_on"] == "2026-02-01"
    assert credit["steps"][1] == {
        "operation": "deduct",
        "label": "扣除大额医疗互助",
        "operands": ["100.00", "3.00"],
        "result": "97.00",
        "text": "100.00 元 − 3.00 元 = 97.00 元",
    }
    assert credit["references"][1]["title"].startswith("北京个人账户的问答")
    assert credit["references"][1]["level"] == "official_media"
    assert credit["references"][1]["issued_on"] == "2025-04-28"
    assert credit["changes"] == [
        {
            "because": "age",
            "worker_category": None,
            "age": 70,
            "on": "2031-05",
            "status": "exact",
            "per_month": both("107.00"),
            "per_year": both("1284.00"),
            "credited_in": None,
            "first_month": None,
        }
    ]


def test_a_yearly_credit_and_a_range(answer: Any) -> None:
    shanghai = answer("310101", age=74)["credit"]
    zigong = answer("510302", average_pension=Decimal(3700))["credit"]

    assert (shanghai["credited"], shanghai["per_month"]) == ("yearly", both("140.00"))
    assert shanghai["per_year"] == both("1680.00")
    assert shanghai["changes"][0]["on"] is None
    assert zigong["status"] == "range"
    assert zigong["per_month"] == {"low": "74.00", "high": "111.00"}
    assert zigong["steps"][0]["operands"] == ["3700.00", "2%"]


@pytest.mark.parametrize(
    ("asked", "status", "missing", "has_rule"),
    [
        ({"region": "510302"}, "missing", ["average_pension"], True),
        ({"region": "110105", "status": "resident"}, "no_account", [], True),
        ({"region": "110105", "status": "flexible"}, "no_rule", [], False),
    ],
)
def test_what_does_not_apply_is_null_or_empty(
    answer: Any, asked: dict[str, Any], status: str, missing: list[str], has_rule: bool
) -> None:
    credit = answer(**asked)["credit"]

    assert credit.keys() == CREDIT_KEYS
    assert (credit["status"], credit["missing"]) == (status, missing)
    assert bool(credit["rule"]) == has_rule
    for key in ("per_month", "per_year", "credited", "before_deductions"):
        assert credit[key] is None
    for key in ("deductions", "changes", "alternatives"):
        assert credit[key] == []
    hundred = ["每 100 元"] * 2 if missing == ["average_pension"] else []
    assert [step["label"] for step in credit["steps"]] == hundred
    assert bool(credit["references"]) == has_rule


def test_the_other_side_of_a_contested_rule(answer: Any) -> None:
    (other,) = answer("620602")["credit"]["alternatives"]

    assert (other["status"], other["per_month"]) == ("exact", both("90.00"))
    assert [reference["id"] for reference in other["references"]] == ["wuwei-report"]


def test_the_month_in_which_the_years_are_met_is_null_where_nobody_can_pay_on(answer: Any) -> None:
    known = {"paid_months": 240, "actual_months": 120, "sex": "male"}
    at_work = answer("350102", status="in_service", **known)["contribution"]
    retired = answer("350102", status="retired", **known)["contribution"]

    assert (at_work["status"], at_work["met_in"]) == ("short", "2030-12")
    assert (retired["status"], retired["met_in"]) == ("short", None)


def test_when_somebody_in_work_retires_by_law(answer: Any) -> None:
    man = {"status": "in_service", "born": date(1970, 6, 1), "sex": "male"}
    known, unknown = (
        answer("110105", **who)["retirement"] for who in (man, {"status": "in_service"})
    )

    assert (known["status"], known["missing"]) == ("known", [])
    assert known["age"] == {"years": 61, "months": 5}
    assert (known["earliest"], known["month"], known["latest"]) == ("2030-06", "2031-11", "2034-11")
    assert known["minimum_pension_years"] == "16"
    assert [step["result"] for step in known["steps"] if step["label"] == "退休的月份"] == [
        "2031-11"
    ]
    assert [reference["level"] for reference in known["references"]] == ["official_text"]
    assert (unknown["status"], unknown["missing"]) == ("missing", ["born", "sex"])
    for open_ in ("age", "month", "earliest", "latest", "minimum_pension_years"):
        assert unknown[open_] is None
    assert unknown["steps"] == []


def test_both_months_of_a_woman_of_whom_the_group_is_not_known(answer: Any) -> None:
    woman = {"sex": "female", "born": date(1978, 3, 1)}
    for known in ({"status": "flexible"}, {"status": "retired", "retired_from": "flexible"}):
        got = answer("110105", **woman, **known)["retirement"]

        assert (got["status"], got["missing"]) == ("missing", ["worker_category"])
        for key in ("age", "month", "earliest", "latest", "minimum_pension_years"):
            assert got[key] is None
        assert [(o["worker_category"], o["month"]) for o in got["alternatives"]] == [
            ("cadre", "2035-04"),
            ("worker", "2029-11"),
        ]
        assert got["alternatives"][0]["minimum_pension_years"] == "18"
        assert got["alternatives"][0]["earliest_minimum_pension_years"] == "17"
        assert got["alternatives"][0]["steps"]
        assert "按 55 岁还是 50 岁" in got["notices"][-1]
    settled = answer("110105", status="flexible", worker_category="cadre", **woman)["retirement"]
    assert (settled["status"], settled["month"], settled["alternatives"]) == (
        "known",
        "2035-04",
        [],
    )


def test_residents_have_no_retirement_to_speak_of(answer: Any) -> None:
    got = answer("110105", status="resident")["retirement"]

    assert (got["status"], got["notices"], got["alternatives"]) == ("not_applicable", [], [])


def test_both_sides_of_a_contested_requirement(answer: Any) -> None:
    known = {"paid_months": 312, "actual_months": 120, "sex": "male", "status": "in_service"}
    contribution = answer("320102", **known)["contribution"]
    (other,) = contribution["alternatives"]

    assert contribution["required"] == {"cumulative_months": 300, "actual_months": 120}
    assert contribution["status"] == "met"
    assert contribution["options"] == []
    assert (other["status"], other["shortfall"]["cumulative_months"]) == ("short", 48)
    assert [reference["id"] for reference in other["references"]] == ["shebaowang-ezhou"]


def test_the_months_that_a_source_dates(answer: Any) -> None:
    months = [
        (credit["credited_in"], credit["first_month"])
        for credit in (answer(code, age=71)["credit"] for code in ("310101", "430102", "110105"))
    ]
    assert months == [(7, None), (None, "after_procedure"), (None, None)]
    change, *_ = answer(
        "620102", status="in_service", born=date(1970, 6, 1), sex="male", base=Decimal(6000)
    )["credit"]["changes"]
    assert change["first_month"] == "after_retirement"
