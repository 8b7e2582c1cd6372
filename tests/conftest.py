"""What the tests of several packages share."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from yibao.cli import main
from yibao.policy.loading.files import policy_files
from yibao.policy.loading.reading import read_store
from yibao.policy.store import PolicyStore
from yibao.system.folders import resources_folder

RESOURCES = resources_folder()

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")  # a machine that is busy is no mistake of the program

Json = dict[str, Any]
MakeStore = Callable[..., PolicyStore]


@pytest.fixture(scope="session", autouse=True)
def no_office_of_this_machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What an office keeps on the machine of the tests is nothing to them."""
    nowhere = tmp_path_factory.mktemp("nowhere")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(nowhere / "own"))
        patch.setenv("XDG_DATA_DIRS", str(nowhere / "site"))
        yield


@pytest.fixture(scope="session")
def store() -> PolicyStore:
    """The embedded store."""
    return read_store(policy_files(RESOURCES / "policy"))


SMALL_REGIONS = [
    ("130000", "河北省", "province", "he bei sheng"),
    ("130100", "石家庄市", "prefecture", "shi jia zhuang shi"),
    ("130102", "长安区", "county", "chang an qu"),
    ("139001", "定州市", "county", "ding zhou shi"),
    ("310000", "上海市", "province", "shang hai shi"),
    ("310101", "黄浦区", "county", "huang pu qu"),
]
SOURCE: Json = {
    "id": "a-source",
    "title": "一份文件",
    "issuer": "一个单位",
    "level": "official_text",
    "issued_on": "2024-05-01",
}


def credit_period(**fields: Any) -> Json:
    """A period of a credit rule: 80 yuan a month, with what a test wants otherwise."""
    period: Json = {
        "start_date": "2023-01-01",
        "end_date": None,
        "confirmed_on": "2024-05-01",
        "references": ["a-source"],
        "method": {"type": "amount", "amount": "80"},
        "examples": [{"given": {}, "expected": {"status": "exact", "low": "80.00"}}],
    }
    return period | fields


def credit_rule(*periods: Json, **fields: Any) -> Json:
    """A credit rule for the retired of 石家庄, with what a test wants otherwise."""
    rule: Json = {
        "kind": "account_credit",
        "id": "a-rule",
        "area": "130100",
        "insurance_status": "retired",
        "periods": list(periods) or [credit_period()],
    }
    return rule | fields


def write_policy(folder: Path, rules: list[Json], references: list[Json] | None = None) -> Path:
    """A small policy folder with six regions and one source."""
    regions = [
        {
            "code": code,
            "name": name,
            "level": level,
            "pinyin": pinyin,
            "short": name[:-1],
        }
        for code, name, level, pinyin in SMALL_REGIONS
    ]
    (folder / "rules").mkdir(parents=True, exist_ok=True)
    for name, key, records in (
        ("regions.json", "regions", regions),
        ("references.json", "references", references or [SOURCE]),
        ("rules/test.json", "rules", rules),
    ):
        text = json.dumps({"$schema": "", key: records}, ensure_ascii=False)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def make_store(tmp_path: Path) -> MakeStore:
    """Makes a store of the small regions with the rules given."""

    def make(*rules: Json) -> PolicyStore:
        return read_store(policy_files(write_policy(tmp_path / "policy", list(rules))))

    return make


@pytest.fixture
def records() -> Any:
    """The builders of records, for tests in other folders."""

    class Records:
        period = staticmethod(credit_period)
        rule = staticmethod(credit_rule)
        write = staticmethod(write_policy)

    return Records


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs a command as on one day; gives exit status, output and errors."""

    def command(*words: str) -> tuple[int, str, str]:
        exit_status = main(words, date(2026, 11, 24))
        captured = capsys.readouterr()
        return exit_status, captured.out, captured.err

    return command


@pytest.fixture
def ask(run: Any) -> Any:
    """Runs a command with --json; gives exit status and what was answered."""

    def command(*words: str) -> tuple[int, Any]:
        exit_status, out, _ = run(*words, "--json")
        return exit_status, json.loads(out)

    return command
