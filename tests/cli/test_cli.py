"""The command line: stable for scripts, plain for people, strict with bad input."""

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from yibao.cli import main
from yibao.system.folders import resources_folder

TODAY = date(2026, 11, 24)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    def command(*words: str) -> tuple[int, str, str]:
        exit_status = main(words, TODAY)
        captured = capsys.readouterr()
        return exit_status, captured.out, captured.err

    return command


@pytest.fixture
def ask(run: Any) -> Any:
    def command(*words: str) -> tuple[int, Any]:
        exit_status, out, _ = run(*words, "--json")
        return exit_status, json.loads(out)

    return command


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
    for words in (["110105", "--age", "70"], ["530102", "--average-pension", "3700"], ["440305"]):
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


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ([], "command"),
        (["fly"], "command"),
        (["assess", "--colour", "red"], "colour"),
        (["assess", "--age"], "age"),
        (["assess"], "region"),
        (["regions"], "command"),
        (["policy", "show", "nothing"], "rule_id"),
        (["regions", " "], "query"),
    ],
)
def test_a_command_that_is_not_one(ask: Any, words: list[str], field: str) -> None:
    exit_status, answer = ask(*words)

    assert (exit_status, answer["error"]["field"]) == (2, field)


def test_regions(ask: Any, run: Any) -> None:
    _, found = ask("regions", "渝北")
    _, listed, _ = run("regions", "朝阳")
    _, nothing, _ = run("regions", "没有这地方")

    assert found["regions"] == [
        {"code": "500157", "name": "重庆市两江新区", "level": "county", "former_name": "渝北"}
    ]
    assert listed.splitlines()[:2] == ["211300  辽宁省朝阳市", "110105  北京市朝阳区"]
    assert len(listed.splitlines()) == 4
    assert "没有找到" in nothing


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
            '"confirmed_on": "2025-12-20"',
            '"confirmed_on": "2026-11-25"',
            "$.rules[0].periods[0].confirmed_on",
        ),
        (
            "rules/110000-beijing.json",
            '"shebaowang-chaoyang"',
            '"nowhere"',
            "$.rules[0].periods[0].references[0]",
        ),
        ("rules/110000-beijing.json", '"id":', '"id": "x", "id":', "$.rules[0].id"),
        (
            "rules/110000-beijing.json",
            '"confirmed_on": "2025-12-20"',
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


def test_a_broken_installation_is_a_failure_of_the_program(
    run: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("yibao.cli.resources_folder", lambda: tmp_path)

    exit_status, out, told = run("assess", "--region", "110105")

    assert (exit_status, out) == (1, "")
    assert "重新安装" in told
    assert run("policy", "check")[0] == 1


def test_help_is_chinese(run: Any, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--help"], ["assess", "--help"], ["policy", "check", "--help"]):
        with pytest.raises(SystemExit) as left:
            run(*words)
        assert left.value.code == 0
        text = capsys.readouterr().out
        assert "用法：yibao" in text
        for english in ("usage", "options", "positional", "show this"):
            assert english not in text


def test_a_stream_that_is_no_terminal_is_left_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stdout", stream)

    assert main(["regions", "渝北"], TODAY) == 0
    assert "500157" in stream.getvalue()


class Unwritable(io.StringIO):
    """Where nothing can be written to."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def flush(self) -> None:
        raise self.error


@pytest.mark.parametrize(
    ("error", "exit_status", "told"),
    [
        (BrokenPipeError(), 0, ""),
        (OSError(28, "No space left on device"), 1, "结果写不出去，磁盘可能满了。\n"),
    ],
)
def test_a_result_that_cannot_be_written_is_told_and_a_reader_who_left_is_not_missed(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: OSError,
    exit_status: int,
    told: str,
) -> None:
    monkeypatch.setattr("sys.stdout", Unwritable(error))

    assert main(["regions", "渝北"], TODAY) == exit_status
    assert capsys.readouterr().err == told


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
@pytest.mark.parametrize("words", [["regions", "a"], ["assess", "--json"]])
def test_a_full_disk_gives_one_sentence(words: list[str]) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "yibao", *words], stdout=full, stderr=subprocess.PIPE
        )

    assert done.returncode == 1
    assert done.stderr.decode() == "结果写不出去，磁盘可能满了。\n"


def test_a_reader_who_has_read_enough_may_leave() -> None:
    words = [sys.executable, "-m", "yibao", "regions", "a"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        program.stdout.close()
        told = program.stderr.read()

    assert (program.returncode, told) == (0, b"")


def test_it_runs_as_a_program_and_never_loads_qt() -> None:
    script = (
        "import sys; from yibao.__main__ import main; status = main();"
        "assert not [m for m in sys.modules if m.startswith('PySide6')]; sys.exit(status)"
    )
    words = ["assess", "--region", "bjcy", "--age", "70"]
    done = subprocess.run(
        [sys.executable, "-c", script, *words], capture_output=True, text=True, encoding="utf-8"
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert "107.00" in done.stdout


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
    assert "【法定退休年龄】2031 年 11 月退休" in out


def test_more_actual_years_than_years_in_all_cannot_be(ask: Any) -> None:
    words = "assess --region 500103 --sex male --paid-years 20 --actual-years 21"
    exit_status, answer = ask(*words.split())

    assert (exit_status, answer["error"]["field"]) == (2, "actual_years")


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
