"""An office's own rules on the command line: the whole way of 益阳's figure."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from yibao.system.files import backup_of

RULE = "office-account-credit-430900-retired"
KEY = f"{RULE}@2025-01-01"


@pytest.fixture
def homes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Changes to another user, or to another computer."""

    def at(computer: str, user: str) -> Path:
        monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / computer / "site"))
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / computer / user))
        return tmp_path / computer / user / "yibao-counter" / "office.json"

    at("here", "first")
    return at


@pytest.fixture
def write(tmp_path: Path) -> Any:
    """Writes a file with the figure of 益阳."""

    def made(amount: str = "68.50", **changes: Any) -> str:
        period = {
            "start_date": "2025-01-01",
            "end_date": None,
            "confirmed_on": "2026-11-20",
            "references": ["yiyang-notice"],
            "method": {"type": "amount", "amount": amount},
            "examples": [{"given": {"age": 66}, "expected": {"status": "exact", "low": amount}}],
        } | changes
        source = {
            "id": "yiyang-notice",
            "title": "划入标准的通知",
            "issuer": "益阳市医疗保障局",
            "level": "office",
            "issued_on": "2024-12-20",
        }
        rule = {
            "kind": "account_credit",
            "id": RULE,
            "area": "430900",
            "insurance_status": "retired",
            "periods": [period],
        }
        file = tmp_path / f"given-{amount}.json"
        held = {"$schema": "", "references": [source], "rules": [rule]}
        file.write_text(json.dumps(held, ensure_ascii=False), "utf-8")
        return str(file)

    return made


def answer(ask: Any) -> tuple[str, str, str | None]:
    credit = ask("assess", "--region", "430900", "--age", "66")[1]["credit"]
    rule = credit["rule"]
    return credit["per_month"]["low"], rule["layer"], rule["kept_in"]


def test_the_way_of_a_figure(ask: Any, run: Any, homes: Any, write: Any, tmp_path: Path) -> None:
    before = answer(ask)
    assert before[1:] == ("embedded", None)
    assert "没有" in run("policy", "office", "list")[1]

    assert ask("policy", "office", "add", write())[1] == {"added": [RULE]}

    assert answer(ask) == ("68.50", "office", "user")
    credit = ask("assess", "--region", "430900", "--age", "66")[1]["credit"]
    assert credit["replaced"]["per_month"]["low"] == before[0]
    assert credit["references"][0]["issued_on"] == "2024-12-20"
    told = run("assess", "--region", "430900", "--age", "66")[1]
    assert (
        "本单位维护（只有您自己用）：划入标准的通知（益阳市医疗保障局，2024 年 12 月 20 日）"
        in told
    )
    assert f"程序自带的规定算出来是：每月 {before[0]} 元。" in told
    assert "68.50" in run("policy", "show", RULE)[1]
    assert "只有您自己用" in run("policy", "office", "list")[1]
    assert ask("policy", "office", "list")[1]["rules"] == [
        {"id": RULE, "area": "430900", "kept_in": "user", "starts": ["2025-01-01"]}
    ]

    sent = str(tmp_path / "stick.json")
    assert ask("policy", "office", "export", sent) == (0, {"rules": 1})
    homes("here", "second")
    assert answer(ask) == before, "the first user's own"
    homes("there", "third")
    assert ask("policy", "office", "import", sent, "--site") == (0, {"added": [RULE]})
    assert answer(ask) == ("68.50", "office", "site")
    homes("there", "fourth")
    assert answer(ask) == ("68.50", "office", "site"), "a second clerk on the same computer"

    homes("here", "first")
    assert ask("policy", "office", "remove", RULE)[1] == {"removed": [RULE]}
    assert answer(ask) == before
    assert ask("policy", "office", "remove", RULE)[1]["error"]["field"] == "rule_id"


def test_what_differs_is_decided_one_by_one(ask: Any, run: Any, homes: Any, write: Any) -> None:
    run("policy", "office", "add", write("68.50"))
    other = write("70.00")

    assert ask("policy", "office", "add", other)[1]["error"]["field"] == "file"
    exit_status, told = ask("policy", "office", "import", other)
    assert (exit_status, told["differences"][0]["key"]) == (2, KEY)
    assert "原来 每月 68.50 元，导入后 每月 70.00 元" in run("policy", "office", "import", other)[1]
    assert KEY in run("policy", "office", "import", other, "--look")[1]
    assert answer(ask)[0] == "68.50"
    run("policy", "office", "import", other, "--ours", KEY)
    assert answer(ask)[0] == "68.50"
    assert run("policy", "office", "import", other, "--theirs", KEY)[0] == 0
    assert answer(ask)[0] == "70.00"
    assert "没有不一样的" in run("policy", "office", "import", other, "--look")[1]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"end_date": "2020-01-01"}, "比开始日期还早"),
        ({"confirmed_on": "2027-01-01"}, "还没有到"),
        ({"references": []}, "至少 1 项"),
        ({"examples": [{"given": {}, "expected": {"status": "exact", "low": "1.00"}}]}, "68.50"),
    ],
)
def test_a_file_that_is_not_sound_is_refused(
    ask: Any, homes: Any, write: Any, changes: dict[str, Any], told: str
) -> None:
    error = ask("policy", "office", "add", write(**changes))[1]["error"]

    assert error["field"] == "file"
    assert told in error["message"]


@pytest.mark.parametrize(
    ("content", "told"), [("[", "JSON"), ('{"version": 9}', "更新版本"), (None, "文件不在")]
)
def test_a_file_that_is_none(
    ask: Any, homes: Any, tmp_path: Path, content: str | None, told: str
) -> None:
    file = tmp_path / "given.json"
    if content:
        file.write_text(content, "utf-8")

    assert told in ask("policy", "office", "add", str(file))[1]["error"]["message"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "改名"),
        (b'{"rules": [', "改名"),
        (b"\xff\xfe", "改名"),
        (b'{"version": 9}', "更新版本"),
        (b'{"version": 1, "rules": [{}]}', "有 1 处不对"),
        (b'{"version": 1, "version": 1}', "有 1 处不对"),
    ],
)
def test_a_broken_file_takes_nothing_else_down(
    ask: Any, run: Any, homes: Any, content: bytes, told: str
) -> None:
    before = answer(ask)
    file = homes("here", "first")
    file.parent.mkdir(parents=True)
    file.write_bytes(content)

    exit_status, out, err = run("assess", "--region", "430900", "--age", "66")

    assert (exit_status, before[0] in out) == (0, True)
    assert told in err
    assert content in [path.read_bytes() for path in file.parent.iterdir()]


def test_the_last_good_copy_answers(ask: Any, run: Any, homes: Any, write: Any) -> None:
    run("policy", "office", "add", write("68.50"))
    run("policy", "office", "import", write("70.00"), "--theirs", KEY)
    file = homes("here", "first")
    file.write_bytes(b"torn")

    assert answer(ask)[0] == "68.50"
    assert backup_of(file).exists()


def test_before_a_file_with_faults_is_written_it_is_copied(
    run: Any, ask: Any, homes: Any, write: Any
) -> None:
    file = homes("here", "first")
    file.parent.mkdir(parents=True)
    file.write_bytes(b'{"version": 1, "rules": [{"mine": "x"}]}')

    assert run("policy", "office", "add", write())[0] == 0

    assert answer(ask)[0] == "68.50"
    (aside,) = file.parent.glob("office.json.damaged-*")
    assert b"mine" in aside.read_bytes()


def test_where_it_cannot_be_written(
    ask: Any, homes: Any, write: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, nowhere = write(), str(tmp_path / "no" / "file")
    for error, field in ((PermissionError(13, ""), "site"), (OSError(28, ""), "file")):

        def refuse(*_: Any, error: OSError = error, **__: Any) -> None:
            raise error

        monkeypatch.setattr("yibao.system.storage.write_file", refuse)
        monkeypatch.setattr("yibao.commands.office.write_file", refuse)
        told = ask("policy", "office", "add", given, "--site")[1]["error"]
        assert told["field"] == field
        assert ask("policy", "office", "export", nowhere)[1]["error"]["field"] == "file"


@pytest.mark.skipif(sys.platform == "win32", reason="modes")
def test_everybody_can_read_what_the_administrator_wrote(
    run: Any, homes: Any, write: Any, tmp_path: Path
) -> None:
    run("policy", "office", "add", write(), "--site")

    file = tmp_path / "here" / "site" / "yibao-counter" / "office.json"
    assert file.stat().st_mode & 0o777 == 0o644


def test_without_a_home_there_is_only_the_computers(
    ask: Any, homes: Any, write: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yibao.system.folders._in_a_home", lambda _: None)

    assert ask("policy", "office", "list") == (0, {"rules": []})
    assert ask("policy", "office", "add", write())[1]["error"]["field"] == "file"
    assert ask("policy", "office", "add", write(), "--site")[0] == 0


def test_what_lies_below_is_written_down_with_every_rule(
    ask: Any, run: Any, homes: Any, write: Any, tmp_path: Path
) -> None:
    file = tmp_path / "here" / "site" / "yibao-counter" / "office.json"

    def bases() -> list[dict[str, Any]]:
        return json.loads(file.read_bytes())["bases"]

    run("policy", "office", "add", write(), "--site")
    ((base,), written) = bases(), file.stat().st_mtime_ns
    assert (base["rule"], base["start_date"], len(base["mark"])) == (RULE, "2025-01-01", 12)
    assert ask("assess", "--region", "430900")[1]["credit"]["rule"]["base_changed"] is False
    run("policy", "office", "add", write(), "--site")
    assert file.stat().st_mtime_ns == written, "the same again is nothing new"
    file.write_text(file.read_text("utf-8").replace(base["mark"], "0" * 12), "utf-8")
    assert ask("assess", "--region", "430900")[1]["credit"]["rule"]["base_changed"] is True

    run("policy", "office", "remove", RULE, "--site")
    assert bases() == []
