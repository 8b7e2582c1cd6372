"""What a rule's author is told."""

from pathlib import Path
from typing import Any

import pytest

from yibao.system.folders import resources_folder


def test_the_embedded_rules_are_in_order(ask: Any, run: Any) -> None:
    exit_status, answer = ask("policy", "check")

    assert (exit_status, answer["problems"]) == (0, [])
    assert "没有问题" in run("policy", "check")[1]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the embedded policy folder, to be spoilt."""
    import shutil

    return Path(shutil.copytree(resources_folder() / "policy", tmp_path / "policy"))


@pytest.mark.parametrize(
    ("file", "before", "after", "path"),
    [
        (
            "rules/110000-beijing.json",
            '"amount": "100"',
            '"amount": 100',
            "$.rules[0].periods[0].method.bands[0].amount",
        ),
        ("rules/110000-beijing.json", '"kind"', '"kin": 1, "kind"', "$.rules[0].kin"),
        (
            "rules/110000-beijing.json",
            '"confirmed_on": "2026-02-01"',
            '"confirmed_on": "2026-11-25"',
            "$.rules[0].periods[0].confirmed_on",
        ),
        (
            "rules/110000-beijing.json",
            '"sbw-beijing-2026"',
            '"nowhere"',
            "$.rules[0].periods[0].references[2]",
        ),
        ("rules/110000-beijing.json", '"id":', '"id": "x", "id":', "$.rules[0].id"),
        (
            "rules/110000-beijing.json",
            '"confirmed_on": "2026-02-01"',
            '"confirmed_on": "2025-02-31"',
            "$.rules[0].periods[0].confirmed_on",
        ),
        (
            "rules/110000-beijing.json",
            '"low": "97.00"',
            '"low": "98.00"',
            "$.rules[0].periods[0].examples[0].expected",
        ),
        ("rules/310000-shanghai.json", '"area": "310000"', '"area": "110000"', "$.rules[0]"),
    ],
)
def test_a_spoilt_rule_is_refused_with_its_path(
    ask: Any, run: Any, copied: Path, file: str, before: str, after: str, path: str
) -> None:
    text = (copied / file).read_text("utf-8")
    assert before in text
    (copied / file).write_text(text.replace(before, after, 1), "utf-8")

    exit_status, answer = ask("policy", "check", str(copied))
    assert exit_status == 2
    assert {"file": file, "path": path} == {
        key: answer["problems"][0][key] for key in ("file", "path")
    }
    assert f"{file} {path}：" in run("policy", "check", str(copied))[1]
    exit_status, answer = ask("policy", "check", str(copied / file))
    assert exit_status == 2


def test_references_regions_and_guides_are_known_by_what_they_hold(
    ask: Any, copied: Path, tmp_path: Path
) -> None:
    guide = tmp_path / "9-more.json"
    guide.write_text('{"$schema": "", "guides": [{"id": "x"}]}')

    for path in (copied / "references.json", copied / "regions.json", copied / "rules"):
        assert ask("policy", "check", str(path))[0] == 0, path
    _, answer = ask("policy", "check", str(guide))
    assert [problem["path"] for problem in answer["problems"]] == ["$.guides[0]"] * 2
    exit_status, answer = ask("policy", "check", str(tmp_path / "nothing.json"))
    assert (exit_status, answer["problems"][0]["file"]) == (2, "rules/nothing.json")


def test_a_new_rule_file_is_checked_beside_the_embedded_ones(ask: Any, tmp_path: Path) -> None:
    text = (resources_folder() / "policy/rules/310000-shanghai.json").read_text("utf-8")
    file = tmp_path / "mine.json"
    file.write_text(text, "utf-8")

    exit_status, answer = ask("policy", "check", str(file))

    assert exit_status == 2
    assert {problem["file"] for problem in answer["problems"]} == {"rules/mine.json"}


def test_a_rule_as_people_and_as_scripts_read_it(ask: Any, run: Any) -> None:
    exit_status, rule = ask("policy", "show", "credit-110000-retired")

    assert (exit_status, rule["area"], rule["kind"]) == (0, "110000", "account_credit")
    assert "不满 70 岁 100 元；满 70 岁 110 元" in run("policy", "show", "credit-110000-retired")[1]


def test_every_error_is_told_at_once_whatever_its_kind(ask: Any, copied: Path) -> None:
    beijing, shanghai = (
        copied / "rules" / f"{name}.json" for name in ("110000-beijing", "310000-shanghai")
    )
    beijing.write_text(beijing.read_text("utf-8").replace('"amount": "3"', '"amount": 3'), "utf-8")
    text = shanghai.read_text("utf-8").replace('"low": "1680.00"', '"low": "1681.00"')
    shanghai.write_text(
        text.replace('"confirmed_on": "2026-06-29"', '"confirmed_on": "2031-01-01"'), "utf-8"
    )

    _, answer = ask("policy", "check", str(copied))

    assert {
        (problem["file"], problem["path"].rpartition(".")[2]) for problem in answer["problems"]
    } == {
        ("rules/110000-beijing.json", "amount"),
        ("rules/310000-shanghai.json", "expected"),
        ("rules/310000-shanghai.json", "confirmed_on"),
    }


def test_without_sources_nothing_else_can_be_judged(ask: Any, copied: Path) -> None:
    (copied / "references.json").unlink()

    exit_status, answer = ask("policy", "check", str(copied))

    assert exit_status == 2
    assert [problem["file"] for problem in answer["problems"]] == ["references.json"]
