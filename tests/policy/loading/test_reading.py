"""A policy file that is wrong is refused, with the file and the path of what is wrong."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
from tests.deductions import deduction

from yibao.policy.loading.files import policy_files
from yibao.policy.loading.problems import PolicyError, PolicyProblem
from yibao.policy.loading.reading import read_policy, read_store
from yibao.system.folders import resources_folder


def problems_of(folder: Path) -> list[PolicyProblem]:
    with pytest.raises(PolicyError) as refused:
        read_store(policy_files(folder))
    return refused.value.problems


def places(problems: list[PolicyProblem]) -> list[tuple[str, str, str]]:
    return [(problem.file, problem.path, problem.kind) for problem in problems]


P = "$.rules[0].periods[0]"
SHARE = {"type": "share", "of": {"type": "contribution_base"}, "rate": "2%"}
AVERAGE = {"type": "average_pension", "area": "pooling_area", "base_year": 2022}
OF_NOWHERE = {"type": "share", "of": {**AVERAGE, "area": "999999"}, "rate": "1%"}
FEN = {"quantum": "0.01", "mode": "half_up"}


def bands(*edges: tuple[int, int | None]) -> dict[str, Any]:
    listed = [{"from": a, "to": b, "amount": "80"} for a, b in edges]
    return {"type": "amount_by_age", "bands": listed}


@pytest.mark.parametrize(
    ("changes", "path", "kind"),
    [
        ({"method": {"type": "amount", "amount": 80}}, f"{P}.method.amount", "wrong_value"),
        ({"method": {"type": "amount", "amount": math.nan}}, f"{P}.method.amount", "wrong_value"),
        ({"start_date": -math.inf}, f"{P}.start_date", "wrong_value"),
        ({"method": {"type": "amount", "amount": "NaN"}}, f"{P}.method.amount", "wrong_value"),
        ({"method": {"type": "amount", "amount": "0"}}, f"{P}.method.amount", "wrong_value"),
        ({"method": {"type": "amount", "amount": "0.00"}}, f"{P}.method.amount", "wrong_value"),
        ({"method": {"type": "amount", "amount": "-5"}}, f"{P}.method.amount", "wrong_value"),
        ({"method": {"type": "amount", "amount": "1e3"}}, f"{P}.method.amount", "wrong_value"),
        ({"method": {"type": "amount", "amount": "1.005"}}, f"{P}.method.amount", "wrong_value"),
        ({"method": {"type": "gift"}}, f"{P}.method.type", "wrong_value"),
        ({"method": {**SHARE, "rate": "2"}}, f"{P}.method.rate", "wrong_value"),
        ({"start_date": "2023-02-31"}, f"{P}.start_date", "wrong_value"),
        ({"start_date": "2023-02"}, f"{P}.start_date", "wrong_value"),
        ({"confirmed_on": "2024"}, f"{P}.confirmed_on", "wrong_value"),
        ({"amuont": "80"}, f"{P}.amuont", "unknown_field"),
        ({"references": []}, f"{P}.references", "wrong_value"),
        ({"examples": []}, f"{P}.examples", "wrong_value"),
        ({"references": ["nowhere"]}, f"{P}.references[0]", "unknown_reference"),
        ({"end_date": "2022-12-31"}, f"{P}.end_date", "dates"),
        ({"method": SHARE}, f"{P}.rounding", "rounding"),
        ({"method": bands((0, None))}, f"{P}.method.bands", "wrong_value"),
        ({"method": bands((0, 70), (70, 80))}, f"{P}.method.bands", "bands"),
        ({"method": bands((1, 70), (70, None))}, f"{P}.method.bands", "bands"),
        ({"method": bands((0, 70), (71, None))}, f"{P}.method.bands", "bands"),
        ({"method": bands((0, 70), (69, None))}, f"{P}.method.bands", "bands"),
        ({"method": bands((0, 70), (70, 70), (70, None))}, f"{P}.method.bands", "bands"),
        ({"deductions": [deduction("甲", "80")]}, f"{P}.deductions", "deduction"),
        ({"deductions": [deduction(" ", "3")]}, f"{P}.deductions[0].name", "wrong_value"),
        (
            {"credited": "yearly", "deductions": [deduction("甲", "3")]},
            f"{P}.deductions",
            "deduction",
        ),
        ({"credited_in": 7}, f"{P}.credited_in", "month"),
        (
            {"deductions": [deduction("甲", "3", month=1)]},
            f"{P}.deductions[0].month",
            "month",
        ),
        (
            {"deductions": [deduction("甲", "3", references=["nowhere"])]},
            f"{P}.deductions[0].references[0]",
            "unknown_reference",
        ),
        (
            {"deductions": [deduction("甲", "3", start_date="2024-01-01", end_date="2023-01-01")]},
            f"{P}.deductions[0].end_date",
            "dates",
        ),
        (
            {"deductions": [deduction("甲", "3", takes=OF_NOWHERE)]},
            f"{P}.deductions[0].takes.of.area",
            "unknown_region",
        ),
        (
            {"method": {**SHARE, "of": {**AVERAGE, "plausible": {"low": "9", "high": "8"}}}}
            | {"rounding": FEN},
            f"{P}.method.of.plausible",
            "range",
        ),
        (
            {
                "deductions": [deduction("甲", "3")],
                "contested": [
                    {"method": {"type": "amount", "amount": "2"}, "references": ["a-source"]}
                ],
            },
            f"{P}.deductions",
            "deduction",
        ),
        (
            {"method": bands((0, 70), (70, None)), "deductions": [deduction("甲", "80")]},
            f"{P}.deductions",
            "deduction",
        ),
        (
            {
                "method": {
                    "type": "amount_by_age",
                    "bands": [
                        {"from": 0, "to": 70, "amount": "3"},
                        {"from": 70, "to": None, "amount": "9"},
                    ],
                },
                "deductions": [deduction("甲", "3")],
            },
            f"{P}.deductions",
            "deduction",
        ),
        (
            {
                "method": {
                    "type": "share_range",
                    "of": {"type": "own_pension"},
                    "low": "3%",
                    "high": "2%",
                },
                "rounding": FEN,
            },
            f"{P}.method",
            "range",
        ),
        (
            {
                "method": {
                    **SHARE,
                    "of": {"type": "average_pension", "area": "999999", "base_year": 2022},
                },
                "rounding": FEN,
            },
            f"{P}.method.of.area",
            "unknown_region",
        ),
        (
            {"contested": [{"method": SHARE, "references": ["nowhere"]}]},
            f"{P}.contested[0].references[0]",
            "unknown_reference",
        ),
    ],
)
def test_a_wrong_period_is_refused(
    tmp_path: Path, records: Any, changes: dict[str, Any], path: str, kind: str
) -> None:
    folder = records.write(tmp_path, [records.rule(records.period(**changes))])

    assert ("rules/test.json", path, kind) in places(problems_of(folder))


@pytest.mark.parametrize("missing", ["start_date", "end_date", "confirmed_on", "method"])
def test_a_period_without_what_it_needs_is_refused(
    tmp_path: Path, records: Any, missing: str
) -> None:
    period = records.period()
    del period[missing]
    folder = records.write(tmp_path, [records.rule(period)])

    (problem,) = problems_of(folder)
    assert (problem.path, problem.kind, problem.found) == (P, "missing_field", missing)


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ({"end_date": None}, {"start_date": "2024-01-01"}, "overlap"),
        ({"end_date": "2024-01-01"}, {"start_date": "2024-01-01"}, "overlap"),
        ({"end_date": "2024-01-01"}, {"start_date": None}, "overlap"),
        ({"end_date": "9999-12-31"}, {"start_date": "2025-01-01"}, "overlap"),
        ({"end_date": "2023-12-31"}, {"start_date": "2024-01-02"}, "gap"),
        ({"end_date": "2023-12-31"}, {"start_date": "2024-01-01", "after_gap": True}, "gap"),
    ],
)
def test_periods_that_do_not_follow_each_other_are_refused(
    tmp_path: Path, records: Any, first: dict[str, Any], second: dict[str, Any], kind: str
) -> None:
    rule = records.rule(records.period(**first), records.period(**second))
    folder = records.write(tmp_path, [rule])

    assert places(problems_of(folder)) == [
        ("rules/test.json", "$.rules[0].periods[1].start_date", kind)
    ]


def test_periods_may_follow_each_other_and_leave_a_declared_gap(
    tmp_path: Path, records: Any
) -> None:
    rule = records.rule(
        records.period(end_date="2023-06-30"),
        records.period(start_date="2023-07-01", end_date="2023-12-31"),
        records.period(start_date="2024-02-01", after_gap=True),
    )

    store = read_store(policy_files(records.write(tmp_path, [rule])))

    assert len(store.rules["a-rule"].periods) == 3


def test_a_period_may_be_a_single_day(tmp_path: Path, records: Any) -> None:
    period = records.period(start_date="2024-02-01", end_date="2024-02-01")

    read_store(policy_files(records.write(tmp_path, [records.rule(period)])))


def test_two_rules_for_the_same_people_are_refused(tmp_path: Path, records: Any) -> None:
    folder = records.write(tmp_path, [records.rule(), records.rule(id="another")])

    assert places(problems_of(folder)) == [("rules/test.json", "$.rules[1]", "two_rules")]


def test_an_id_used_twice_is_refused(tmp_path: Path, records: Any) -> None:
    rules = [records.rule(), records.rule(insurance_status="in_service")]
    folder = records.write(tmp_path, rules)

    assert places(problems_of(folder)) == [("rules/test.json", "$.rules[1].id", "twice")]


def test_two_average_pensions_of_one_year_are_refused(tmp_path: Path, records: Any) -> None:
    period = records.period(amount="3700")
    for credit_only in ("method", "examples"):
        del period[credit_only]
    rule = {
        "kind": "average_pension",
        "id": "average",
        "area": "130100",
        "base_year": 2022,
        "periods": [period],
    }
    folder = records.write(tmp_path, [rule, {**rule, "id": "again"}])

    assert places(problems_of(folder)) == [("rules/test.json", "$.rules[1]", "two_rules")]


@pytest.mark.parametrize("area", ["130102-direct", "1301", "中国"])
def test_an_area_that_cannot_be_one_is_refused(tmp_path: Path, records: Any, area: str) -> None:
    folder = records.write(tmp_path, [records.rule(area=area)])

    assert places(problems_of(folder)) == [("rules/test.json", "$.rules[0].area", "wrong_value")]


def test_a_deduction_beside_no_account_takes_nothing(tmp_path: Path, records: Any) -> None:
    other = {"method": {"type": "no_account"}, "references": ["a-source"]}
    taken = [deduction("甲", "3")]
    examples = [{"given": {}, "expected": {"status": "exact", "low": "77.00"}}]
    period = records.period(contested=[other], deductions=taken, examples=examples)

    read_store(policy_files(records.write(tmp_path, [records.rule(period)])))


def test_a_deduction_may_leave_less_than_a_yuan(tmp_path: Path, records: Any) -> None:
    examples = [{"given": {}, "expected": {"status": "exact", "low": "0.50"}}]
    period = records.period(deductions=[deduction("甲", "79.50")], examples=examples)

    read_store(policy_files(records.write(tmp_path, [records.rule(period)])))


def test_every_json_file_below_the_rules_is_read(tmp_path: Path, records: Any) -> None:
    folder = records.write(tmp_path, [records.rule()])
    (folder / "rules" / "deep").mkdir()
    (folder / "rules" / "test.json").rename(folder / "rules" / "deep" / "A.JSON")
    (folder / "rules" / "notes.txt").write_text("no rules")

    assert list(policy_files(folder)) == ["regions.json", "references.json", "rules/deep/A.JSON"]
    assert "a-rule" in read_store(policy_files(folder)).rules


@pytest.mark.parametrize("area", ["999999", "990000-direct"])
def test_a_rule_for_a_place_that_is_not_there_is_refused(
    tmp_path: Path, records: Any, area: str
) -> None:
    folder = records.write(tmp_path, [records.rule(area=area)])

    assert places(problems_of(folder)) == [("rules/test.json", "$.rules[0].area", "unknown_region")]


def test_a_key_that_stands_twice_is_refused(tmp_path: Path, records: Any) -> None:
    folder = records.write(tmp_path, [records.rule()])
    file = folder / "rules" / "test.json"
    file.write_text(
        file.read_text("utf-8").replace('"amount": "80"', '"amount": "80", "amount": "90"')
    )

    assert places(problems_of(folder)) == [
        ("rules/test.json", f"{P}.method.amount", "duplicate_key")
    ]


def test_every_problem_is_told_at_once(tmp_path: Path, records: Any) -> None:
    rules = [
        records.rule(records.period(start_date="2023-02-31")),
        records.rule(id="other", area="999999"),
        records.rule(records.period(amuont="1"), id="third", area="130000"),
    ]

    paths = [problem.path for problem in problems_of(records.write(tmp_path, rules))]

    assert paths == [f"{P}.start_date", "$.rules[2].periods[0].amuont", "$.rules[1].area"]


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("rules/test.json", "{", "not_json"),
        ("rules/test.json", "[]", "wrong_value"),
        ("rules/test.json", "null", "wrong_value"),
        ("rules/test.json", '{"$schema": ""}', "missing_field"),
        ("rules/test.json", '{"$schema": "", "rules": 3}', "wrong_value"),
        ("rules/test.json", '{"$schema": "", "rules": [], "more": 1}', "unknown_field"),
        ("rules/test.json", '{"$schema": "\\ud800", "rules": []}', "not_json"),
        ("rules/test.json", '{"$schema": "", "rules": ' + "9" * 5000 + "}", "not_json"),
        ("regions.json", '{"$schema": "", "regions": []}', "wrong_value"),
        ("references.json", '{"$schema": "", "references": []}', "wrong_value"),
        ("references.json", "null", "wrong_value"),
        ("regions.json", "nothing", "not_json"),
        ("references.json", '{"$schema": "", "references": [{"id": 3}]}', "wrong_value"),
    ],
)
def test_a_file_of_another_form_is_refused(
    tmp_path: Path, records: Any, name: str, text: str, kind: str
) -> None:
    folder = records.write(tmp_path, [records.rule()])
    (folder / name).write_text(text)

    (problem, *_) = problems_of(folder)
    assert (problem.file, problem.kind) == (name, kind)


def test_a_file_that_is_not_there_is_told(tmp_path: Path, records: Any) -> None:
    folder = records.write(tmp_path, [records.rule()])
    (folder / "regions.json").unlink()

    assert places(problems_of(folder)) == [("regions.json", "$", "unreadable")]


@pytest.mark.parametrize("code", ["990101", "000000"])
def test_a_region_outside_every_province_is_refused(
    tmp_path: Path, records: Any, code: str
) -> None:
    folder = records.write(tmp_path, [records.rule()])
    file = folder / "regions.json"
    document = json.loads(file.read_text("utf-8"))
    document["regions"][2]["code"] = code
    file.write_text(json.dumps(document))

    assert places(problems_of(folder)) == [("regions.json", "$.regions[2].code", "unknown_region")]


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("references.json", "$.references[0].level"),
        ("regions.json", "$.regions[1].level"),
    ],
)
def test_what_only_follows_from_a_faulty_list_is_not_told_beside_it(
    tmp_path: Path, records: Any, name: str, path: str
) -> None:
    second = {
        "id": "b-source",
        "title": "另一份文件",
        "issuer": "一个单位",
        "level": "published",
        "issued_on": None,
    }
    first = second | {"id": "a-source"}
    folder = records.write(tmp_path, [records.rule()], [first, second])
    document = json.loads((folder / name).read_text("utf-8"))
    document[name.removesuffix(".json")][int(path[-8])]["level"] = "rumour"
    (folder / name).write_text(json.dumps(document), "utf-8")

    assert places(problems_of(folder)) == [(name, path, "wrong_value")]
    assert read_policy(policy_files(folder)).rules == []


def test_the_error_itself_says_what_is_wrong(tmp_path: Path, records: Any) -> None:
    folder = records.write(tmp_path, [records.rule(area="999999")])

    with pytest.raises(PolicyError, match=r"rules/test.json \$.rules\[0\].area: unknown_region"):
        read_store(policy_files(folder))


def test_every_rule_is_given_with_its_place(tmp_path: Path, records: Any) -> None:
    folder = records.write(tmp_path, [records.rule(), records.rule(id="b", area="130000")])

    rules = read_policy(policy_files(folder)).rules

    assert [(placed.path, placed.record.id) for placed in rules] == [
        ("$.rules[0]", "a-rule"),
        ("$.rules[1]", "b"),
    ]


def test_a_retirement_age_is_for_everyone_or_refused(tmp_path: Path, records: Any) -> None:
    text = (resources_folder() / "policy/rules/000000-retirement.json").read_text("utf-8")
    (rule,) = json.loads(text)["rules"]
    groups = rule["periods"][0]["groups"]
    rule["periods"][0]["references"] = ["a-source"]
    for kept in (groups[1:], groups[:-1], [*groups, groups[0]], groups[:1]):
        rule["periods"][0]["groups"] = kept
        folder = records.write(tmp_path, [rule])
        assert places(problems_of(folder)) == [("rules/test.json", f"{P}.groups", "groups")]
