"""What scripts and people are told of one person, and of an entry that cannot be used."""

from datetime import date
from typing import Any

import pytest

from yibao.cli import main


def test_an_answer_for_scripts(ask: Any) -> None:
    exit_status, answer = ask("assess", "--region", "110105", "--age", "70")

    assert exit_status == 0
    assert answer["on"] == "2026-11-24"
    assert answer["credit"]["per_month"] == {"low": "107.00", "high": "107.00"}


def test_an_answer_for_people(run: Any) -> None:
    exit_status, out, _ = run("assess", "--region", "北京朝阳", "--born", "1956-11-24")

    assert exit_status == 0
    assert "每月 107.00 元" in out
    assert "社保网" in out


def test_every_option_of_a_person_is_read(ask: Any) -> None:
    words = "assess --region 420106 --status retired --retirement-completed yes --plan full"
    words += " --retired-from flexible --age 66 --pension 3000 --average-pension 3700 --base 5000"
    exit_status, answer = ask(*words.split(), "--on", "2024-01-31")

    assert (exit_status, answer["on"]) == (0, "2024-01-31")
    assert answer["credit"]["per_month"]["low"] == "66.00"


def test_an_own_pension_changes_nothing(ask: Any) -> None:
    for words in (["110105", "--age", "70"], ["510302", "--average-pension", "3700"], ["440305"]):
        without = ask("assess", "--region", *words)
        assert ask("assess", "--region", *words, "--pension", "9000") == without


@pytest.mark.parametrize(
    ("option", "values"),
    [
        ("age", ["abc", "-5", "200", "71.5", "NaN", "Infinity", "1e2"]),
        ("born", ["2026-11-25", "1955-13", "1955-02-31", "yesterday", "1800-01-01"]),
        ("pension", ["abc", "-1", "NaN", "Infinity", "-Infinity", "1e5", "-1e5", "0"]),
        ("average-pension", ["abc", "-1", "NaN", "inf"]),
        ("base", ["abc", "-1", "NaN", "1_000"]),
        ("on", ["2025-02-30", "tomorrow", "0001-01-01"]),
        ("status", ["king", ""]),
        ("plan", ["none"]),
        ("retired-from", ["mars"]),
        ("retirement-completed", ["perhaps"]),
        ("sex", ["x"]),
        ("worker-category", ["boss"]),
        ("deemed", ["perhaps"]),
        ("paid-years", ["abc", "-1", "20-12", "20.5", "70", "NaN"]),
        ("actual-years", ["abc", "20-13"]),
        ("enrolled", ["2026-11-25", "1949-09-30", "2010-13", "abc"]),
        ("retires-on", ["2101-01-01", "2031-11-31", "abc"]),
        ("region", ["", "没有这地方", "999999"]),
    ],
)
def test_bad_input_is_told_at_its_field(ask: Any, option: str, values: list[str]) -> None:
    for value in values:
        words = ["assess", f"--{option}", value]
        if option != "region":
            words += ["--region", "110105"]

        exit_status, answer = ask(*words)

        assert exit_status == 2, value
        assert answer["error"]["field"] == option.replace("-", "_"), value
        assert answer["error"]["message"].endswith("。"), value
        assert answer["error"]["candidates"] == []


def test_a_month_of_birth_that_leaves_two_ages_open(ask: Any, run: Any) -> None:
    words = ["assess", "--region", "110105", "--born", "1955-12", "--on", "2025-12-10"]

    _, answer = ask(*words)

    credit = answer["credit"]
    assert (answer["ages"], credit["status"], credit["missing"]) == ([69, 70], "range", [])
    assert credit["per_month"] == {"low": "97.00", "high": "107.00"}
    assert credit["per_year"] == {"low": "1164.00", "high": "1284.00"}
    assert any("看生日是哪天" in notice for notice in credit["notices"])
    assert credit["changes"][0]["on"] == "2025-12"
    assert "每月 97.00 或 107.00 元，看生日是哪天" in run(*words)[1]
    assert "69 或 70 岁" in run(*words)[1]


@pytest.mark.parametrize(("age", "amount"), [("69", "97.00"), ("70", "107.00")])
def test_an_age_beside_a_month_of_birth_settles_it(ask: Any, age: str, amount: str) -> None:
    words = ["--born", "1955-12", "--on", "2025-12-10", "--age", age]
    exit_status, answer = ask("assess", "--region", "110105", *words)

    assert (exit_status, answer["ages"], answer["credit"]["status"]) == (0, [int(age)], "exact")
    assert answer["credit"]["per_month"] == {"low": amount, "high": amount}


def test_an_age_that_no_day_of_the_month_gives_is_refused(ask: Any) -> None:
    words = ["--born", "1955-12", "--on", "2025-12-10", "--age", "71"]
    exit_status, answer = ask("assess", "--region", "110105", *words)

    assert (exit_status, answer["error"]["field"]) == (2, "age")


def test_a_name_that_fits_several_places_is_refused_with_them(ask: Any, run: Any) -> None:
    exit_status, answer = ask("assess", "--region", "朝阳")

    assert exit_status == 2
    assert answer["error"]["field"] == "region"
    assert {place["code"]: place["name"] for place in answer["error"]["candidates"]} == {
        "211300": "辽宁省朝阳市",
        "110105": "北京市朝阳区",
        "211321": "辽宁省朝阳市朝阳县",
        "220104": "吉林省长春市朝阳区",
    }
    exit_status, out, told = run("assess", "--region", "朝阳")
    assert (exit_status, out) == (2, "")
    assert "110105  北京市朝阳区" in told


def test_the_years_and_the_retirement_of_somebody_in_work(ask: Any, run: Any) -> None:
    words = "assess --region 110105 --status in_service --born 1970-06 --sex male --base 6000"
    words += " --paid-years 20-06 --deemed no"
    _, answer = ask(*words.split())

    assert answer["contribution"]["status"] == "short"
    assert answer["contribution"]["required"]["cumulative_months"] == 300
    assert answer["contribution"]["shortfall"]["cumulative_months"] == 54
    assert answer["retirement"]["month"] == "2031-11"
    assert answer["retirement"]["age"] == {"years": 61, "months": 5}
    _, out, _ = run(*words.split())
    assert "【缴费年限】还差 4 年 6 个月" in out
    assert "【退休时间】2031 年 11 月到法定退休年龄" in out


def test_more_actual_years_than_years_in_all_cannot_be(ask: Any) -> None:
    words = "assess --region 500103 --sex male --paid-years 20 --actual-years 21"
    exit_status, answer = ask(*words.split())

    assert (exit_status, answer["error"]["field"]) == (2, "actual_years")


def test_a_clock_that_cannot_be_right_is_told_beside_the_answer(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = ("assess", "--region", "110105", "--age", "71")
    for words, told in ((asked, True), ((*asked, "--on", "2026-11-24"), False)):
        assert main(words, date(2099, 1, 1)) == 0
        shown = capsys.readouterr()
        assert "每月 107.00 元" in shown.out
        assert ("请校准时间" in shown.err) is told
