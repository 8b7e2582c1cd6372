"""Facts carry over into the resources, sentences do not: every text is written anew."""

from pathlib import Path

import pytest

from yibao.system.folders import resources_folder

RUN = 20
"""So many characters in a row that stand on a page of facts too were copied."""
PAGES = Path(__file__).parents[3] / "shared"
"""Where the pages of facts lie, beside a checkout in which the resources are worked on."""


def runs(text: str) -> set[str]:
    """Everything of that length in a text, whose spaces and marks for bold type do not count."""
    plain = "".join(text.split()).replace("*", "")
    return {plain[i : i + RUN] for i in range(len(plain) - RUN + 1)}


@pytest.mark.parametrize(
    ("page", "copied"),
    [
        ("前几句，甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸。", True),
        ("甲乙丙丁戊 己庚**辛壬癸**\n甲乙丙丁戊己庚辛壬癸", True),
        ("甲乙丙丁戊己庚辛壬癸，甲乙丙丁戊己庚辛壬癸", False),
        ("甲乙丙丁戊己庚辛壬癸", False),
    ],
)
def test_a_copied_sentence_would_be_found(page: str, copied: bool) -> None:
    assert bool(runs(page) & runs("甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸")) == copied


@pytest.mark.parametrize("name", ["FACTS.md", "FACTS-2026.md"])
def test_nothing_is_copied_from_a_page_of_facts(name: str) -> None:
    page = PAGES / name
    if not page.exists():
        pytest.skip(f"{name} does not lie beside this checkout")
    facts = runs(page.read_text(encoding="utf-8"))
    copied = {
        file.name: sorted(found)
        for file in resources_folder().rglob("*.json")
        if (found := facts & runs(file.read_text(encoding="utf-8")))
    }

    assert copied == {}


@pytest.mark.parametrize(
    "shorthand", ["只知道是", "见于", "推出来", "同全", "按编号", "实缴", "旧文，"]
)
def test_no_remark_is_in_the_shorthand_of_those_who_keep_the_rules(shorthand: str) -> None:
    policy = resources_folder() / "policy"
    files = (policy / "references.json", *(policy / "rules").glob("*.json"))

    assert [file.name for file in files if shorthand in file.read_text(encoding="utf-8")] == []
