"""What is to be paid, as JSON."""

from datetime import date
from typing import Any

import pytest

from yibao.calculation.assess import assess
from yibao.calculation.inquiry import Inquiry
from yibao.policy.store import PolicyStore
from yibao.presenters.script.answer_json import answer_json


@pytest.fixture
def answer(store: PolicyStore) -> Any:
    def of(region: str, on: date, **known: Any) -> dict[str, Any]:
        return answer_json(store, assess(store, Inquiry(region=region, **known), on))

    return of


MAN = {"sex": "male", "paid_months": 306, "actual_months": 200, "retires_on": date(2025, 1, 1)}


def test_what_54_months_cost_in_chongqing(answer: Any) -> None:
    cost = answer("500103", date(2025, 12, 1), **MAN)["contribution"]["cost"]
    at_once = cost["lump_sum"]

    assert (cost["status"], cost["missing_months"], cost["missing"]) == ("exact", 54, [])
    assert (at_once["name"], at_once["per_month"], at_once["total"]) == (
        "一档",
        "305.30",
        "16486.20",
    )
    assert [other["total"] for other in at_once["others"]] == ["36269.64"]
    assert at_once["rule"]["id"] == "shortfall-500000-in-service"
    assert at_once["references"][0]["id"] == "cq-large"
    assert at_once["standard"] == "按 2025 年的标准"
    assert cost["monthly"]["total"] == "16486.20"
    assert at_once["steps"][-1]["text"] == "54 个月 × 305.30 元 = 16486.20 元"


def test_a_price_that_ran_out_says_when(answer: Any) -> None:
    cost = answer("500103", date(2026, 11, 24), **MAN)["contribution"]["cost"]

    assert cost["status"] == "ended"
    assert cost["lump_sum"]["ended_on"] == "2025-12-31"


def test_ways_that_are_not_known_are_null(answer: Any) -> None:
    shenzhen = answer("440305", date(2026, 6, 1), **(MAN | {"paid_months": 240}))
    hunan = answer("430102", date(2026, 6, 1), **MAN)
    beijing = answer("110105", date(2026, 6, 1), **(MAN | {"paid_months": 240}))
    met = answer("110105", date(2026, 6, 1), **MAN)

    assert shenzhen["contribution"]["cost"]["monthly"] is None
    assert shenzhen["contribution"]["cost"]["lump_sum"]["per_month"] == "403.62"
    for answered, status in ((hunan, "amount_unknown"), (beijing, "no_rule")):
        cost = answered["contribution"]["cost"]
        assert (cost["status"], cost["lump_sum"], cost["monthly"]) == (status, None, None)
    assert met["contribution"]["cost"]["status"] == "not_applicable"


def test_what_a_flexible_worker_pays(answer: Any) -> None:
    premium = answer("440305", date(2026, 6, 1), status="flexible")["premium"]
    open_ = answer("320102", date(2026, 6, 1), status="flexible")["premium"]

    assert premium["status"] == "exact"
    assert premium["monthly"][0]["per_month"] == "538.16"
    assert premium["monthly"][0]["base"] == "6727.00"
    assert premium["rule"]["id"] == "premium-440300-flexible"
    assert (open_["status"], open_["missing"]) == ("missing", ["base"])
    assert open_["monthly"][0]["per_month"] is None


def test_what_a_resident_pays(answer: Any) -> None:
    premium = answer("310101", date(2026, 6, 1), status="resident", age=70)["premium"]
    nation = answer("510302", date(2026, 6, 1), status="resident")["premium"]

    assert [paid["per_year"] for paid in premium["yearly"]] == ["700.00"]
    assert premium["yearly"][0]["from_age"] == 70
    assert (nation["at_least"], nation["rule"]["area"]) == (True, "000000")
    assert any("3 个月" in sentence for sentence in nation["terms"])


def test_of_the_retired_nothing_is_asked(answer: Any) -> None:
    premium = answer("110105", date(2026, 6, 1))["premium"]

    assert (premium["status"], premium["rule"], premium["notices"]) == ("not_applicable", None, [])


def test_the_last_known_of_a_credit_that_ran_out(answer: Any) -> None:
    credit = answer("310101", date(2026, 7, 1), age=70)["credit"]

    assert (credit["status"], credit["per_month"], credit["rule"]["ended"]) == ("ended", None, True)
    assert credit["last_known"]["per_year"] == {"low": "1680.00", "high": "1680.00"}
    assert credit["last_known"]["ended_on"] == "2026-06-30"


def test_what_is_left_under_a_condition(answer: Any) -> None:
    (hunan,) = answer("430102", date(2026, 6, 1))["credit"]["under_conditions"]
    (hainan,) = answer("460105", date(2026, 6, 1), age=66)["credit"]["under_conditions"]

    assert hunan["per_month"] == {"low": "60.00", "high": "60.00"}
    assert (hunan["deduction"], hunan["amount"]) == ("大额医疗互助", "15.00")
    assert (hainan["per_month"], hainan["missing"]) == (None, ["pension"])
