"""The form of a document is judged as the decoder judges it, and every fault is found."""

import copy
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yibao.policy.guides import GuidesFile
from yibao.policy.loading.files import policy_files
from yibao.policy.loading.forms import FormProblem, form_problems
from yibao.policy.loading.problems import PolicyError
from yibao.policy.loading.reading import RegionsFile, RulesFile, read_store
from yibao.policy.rules.credit_rules import Given
from yibao.policy.rules.methods import AveragePension
from yibao.policy.terms import PERCENTAGE
from yibao.system.folders import resources_folder

DOCUMENTS = [
    (json.loads(path.read_text("utf-8")), form)
    for folder, form in (("policy/rules", RulesFile), ("guides", GuidesFile))
    for path in sorted((resources_folder() / folder).glob("*.json"))
]
REGIONS = json.loads((resources_folder() / "policy/regions.json").read_text("utf-8"))
ROWS = [r for r in REGIONS["regions"] if r.get("everyday") and r.get("former")][:5]
DOCUMENTS += [(REGIONS | {"regions": ROWS}, RegionsFile)] * 10
JUNK = [None, 3, -1, True, "x", "", [], {}, "2025-02-31", "80", "2%", {"type": "amount"}, 1.5]


def parts(document: Any) -> list[tuple[Any, Any]]:
    """Every object and list inside a document, with each key or index in it."""
    found: list[tuple[Any, Any]] = []
    keys = list(document) if isinstance(document, dict) else range(len(document))
    for key in keys:
        found.append((document, key))
        if isinstance(document[key], dict | list):
            found += parts(document[key])
    return found


def spoil(data: st.DataObject, document: Any) -> None:
    found = parts(document)
    if not found:
        return
    inside, key = data.draw(st.sampled_from(found))
    if isinstance(inside, list) and data.draw(st.booleans()):
        if data.draw(st.booleans()):
            del inside[key]
        else:
            inside.append(copy.deepcopy(data.draw(st.sampled_from(JUNK))))
    elif isinstance(inside, dict) and data.draw(st.booleans()):
        if data.draw(st.booleans()):
            del inside[key]
        else:
            inside["unheard_of"] = 1
    else:
        inside[key] = copy.deepcopy(data.draw(st.sampled_from(JUNK)))


@given(data=st.data(), document=st.sampled_from(DOCUMENTS))
def test_it_finds_a_fault_where_and_only_where_the_decoder_does(
    data: st.DataObject, document: Any
) -> None:
    spoilt, form = copy.deepcopy(document[0]), document[1]
    for _ in range(data.draw(st.integers(0, 3))):
        spoil(data, spoilt)

    try:
        msgspec.convert(spoilt, form)
    except msgspec.ValidationError:
        assert form_problems(spoilt, form)
    else:
        assert form_problems(spoilt, form) == []


def test_every_fault_is_told_with_what_is_allowed() -> None:
    rule = {
        "kind": "account_credit",
        "area": 130100,
        "insurance_status": "king",
        "colour": "red",
        "periods": [
            {
                "start_date": "2023-02",
                "end_date": None,
                "confirmed_on": "2024-05-01",
                "references": [],
                "after_gap": "no",
                "method": {"type": "share", "of": {"type": "gift"}, "rate": "2"},
                "examples": [{"given": {"age": 200}, "expected": []}],
            }
        ],
    }
    at = "$.rules[0].periods[0]"

    found = form_problems({"$schema": "", "rules": [rule, {"id": "x"}, 7]}, RulesFile)

    assert {(p.path, p.kind): (p.found, p.allowed[:3]) for p in found} == {
        ("$.rules[0].colour", "unknown_field"): ("colour", ("fields", "id", "area")),
        ("$.rules[0]", "missing_field"): ("id", ()),
        ("$.rules[0].area", "wrong_value"): (
            "130100",
            ("pattern", "^([0-9]{6}|[0-9]{2}0000-direct)$"),
        ),
        ("$.rules[0].insurance_status", "wrong_value"): (
            '"king"',
            ("one_of", "flexible", "in_service"),
        ),
        (f"{at}.start_date", "wrong_value"): ('"2023-02"', ("day", "null")),
        (f"{at}.references", "wrong_value"): ("[]", ("at_least", "1")),
        (f"{at}.after_gap", "wrong_value"): ('"no"', ("yes_or_no",)),
        (f"{at}.method.of.type", "wrong_value"): (
            '"gift"',
            ("one_of", "average_pension", "own_pension"),
        ),
        (f"{at}.method.rate", "wrong_value"): ('"2"', ("pattern", PERCENTAGE)),
        (f"{at}.examples[0].given.age", "wrong_value"): ("200", ("between", "0", "130")),
        (f"{at}.examples[0].expected", "wrong_value"): ("[]", ("object",)),
        ("$.rules[1]", "missing_field"): ("kind", ()),
        ("$.rules[2]", "wrong_value"): ("7", ("object", "object", "object")),
    }


def test_a_long_value_is_cut() -> None:
    (problem,) = form_problems({"$schema": "", "rules": {"x": "y" * 200}}, RulesFile)

    assert problem.path == "$.rules"
    assert len(problem.found) == 61
    assert problem.allowed == ("list",)


def test_a_value_is_told_in_whole_up_to_sixty_characters_and_in_its_own_letters() -> None:
    def found(name: str) -> str:
        (problem,) = form_problems({"$schema": "", "rules": name}, RulesFile)
        return problem.found

    assert found("医" * 58) == f'"{"医" * 58}"'
    assert found("医" * 59) == f'"{"医" * 59}…'


@pytest.mark.parametrize(("age", "fits"), [(0, True), (130, True), (-1, False), (131, False)])
def test_both_ends_of_a_range_may_be_written(age: int, fits: bool) -> None:
    assert (form_problems({"age": age}, Given) == []) == fits


def test_of_what_may_stand_there_a_list_of_values_is_told_last() -> None:
    average = {"type": "average_pension", "area": "130100", "base_year": "never"}
    (problem,) = form_problems(average, AveragePension)

    assert problem.allowed == ("whole_number", "null", "one_of", "reform_year")


def test_a_fault_that_only_the_decoder_finds_is_told_in_its_words(
    tmp_path: Path, records: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(*_: Any) -> list[FormProblem]:
        return []

    monkeypatch.setattr("yibao.policy.loading.forms.form_problems", nothing)
    folder = records.write(tmp_path, [records.rule(area=3)])

    with pytest.raises(PolicyError) as refused:
        read_store(policy_files(folder))

    assert "Expected `str`, got `int`" in refused.value.problems[0].found


def test_a_row_is_judged_like_the_object_that_it_stands_for() -> None:
    region = {"code": "110101", "name": "东城区", "level": "county", "pinyin": "dong cheng qu"}
    rows = [["崇文区"], ["崇文区", 3], ["崇文区", "chong wen qu", "", [], 1], "崇文区"]
    document = {"$schema": "", "regions": [region | {"former": rows}]}

    found = {(p.path.rpartition("former")[2], p.kind) for p in form_problems(document, RegionsFile)}

    assert found == {
        ("[0]", "missing_field"),
        ("[1][1]", "wrong_value"),
        ("[2][4]", "unknown_field"),
        ("[3]", "wrong_value"),
    }
