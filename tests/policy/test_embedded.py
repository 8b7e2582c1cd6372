"""The embedded store as it is shipped."""

import json
import sys
from pathlib import Path

import pytest

from yibao.policy.rules.contribution_rules import ContributionRule
from yibao.policy.rules.credit_rules import CreditRule
from yibao.policy.store import PolicyStore
from yibao.system.folders import resources_folder

POLICY = resources_folder() / "policy"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def make_schema(monkeypatch: pytest.MonkeyPatch) -> object:
    """The script that writes the schemas."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    sys.modules.pop("make_schema", None)
    import make_schema

    return make_schema


@pytest.mark.parametrize("name", ["regions", "references", "rules", "guides"])
def test_the_schemas_are_up_to_date(make_schema: object, name: str) -> None:
    committed = (POLICY / "schema" / f"{name}.schema.json").read_text("utf-8")

    assert committed == make_schema.schema_text(make_schema.FILES[name])


def test_every_file_refers_to_a_schema_that_is_there() -> None:
    for file in resources_folder().rglob("*.json"):
        if not file.name.endswith(".schema.json"):
            schema = json.loads(file.read_text("utf-8"))["$schema"]
            assert (file.parent / schema).is_file(), file


def test_every_rule_stands_in_the_file_of_its_province(store: PolicyStore) -> None:
    for file in (POLICY / "rules").glob("*.json"):
        for rule in json.loads(file.read_text("utf-8"))["rules"]:
            assert rule["area"][:2] == file.name[:2], rule["id"]


def test_every_rule_is_named_after_its_area_and_people(store: PolicyStore) -> None:
    for rule in store.rules.values():
        if isinstance(rule, CreditRule | ContributionRule):
            kind = "credit" if isinstance(rule, CreditRule) else "years"
            people = rule.insurance_status.replace("_", "-")
            assert rule.id == f"{kind}-{rule.area}-{people}"


def test_every_source_is_used_by_a_rule_or_a_guide(store: PolicyStore) -> None:
    text = "".join(
        file.read_text("utf-8")
        for folder in (POLICY / "rules", resources_folder() / "guides")
        for file in folder.glob("*.json")
    )

    assert [id_ for id_ in store.references if f'"{id_}"' not in text] == []


def test_a_source_without_a_day_says_what_is_known_of_its_date(store: PolicyStore) -> None:
    for reference in store.references.values():
        assert bool(reference.issued_on) != bool(reference.issued_about), reference.id


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("dezhou-2025", "德医保发〔2023〕55号"),
        ("chengdu-three-2023", "成办规〔2022〕4号"),
        ("changchun-2023", "长医保发〔2021〕45号"),
        ("shandong-flex-2026", "鲁人社字〔2025〕91号"),
    ],
)
def test_the_number_of_a_document_that_a_source_only_names_is_not_its_own(
    store: PolicyStore, source: str, named: str
) -> None:
    reference = store.references[source]

    assert (reference.number, named in reference.title) == (None, True)
