"""The desk as somebody works with it who never read a manual: by mouse, by keys, by ear."""

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit
from tests.window import waiting
from tests.window.counter.test_accessibility import faults, focusable, ways_from
from tests.window.desk.officer import FROM_2025, Officer, object_name
from tests.window.pictures.geometry import troubles

from yibao.commands.office_files import OfficeRules
from yibao.policy.loading.files import policy_files
from yibao.policy.loading.reading import read_store
from yibao.program import office_layer
from yibao.system.folders import Folders

KINDS = {
    "account_credit": {"amount": "68.50"},
    "average_pension": {"amount": "3700", "base_year": "2024"},
    "contribution_years": {"men": "30", "women": "25"},
    "shortfall": {"amount": "341.66"},
    "flexible_premium": {"amount": "400"},
    "resident_premium": {"amount": "400", "end": "2025-12-31"},
}


@pytest.mark.screen
def test_what_is_missing_is_said_at_its_field(officer: Officer) -> None:
    officer.clicks("newRuleButton")
    officer.fills(amount="68.50")
    officer.clicks("keepRuleButton")

    assert "还有 5 处要改" in officer.sees()
    assert officer.find("deskStart").hasFocus()
    assert "请写根据的是哪份文件" in officer.sees("ruleForm")
    officer.fills(document="关于划入标准的通知")
    assert "请写根据的是哪份文件" not in officer.sees("ruleForm")


def test_a_sample_visitor_is_shown_while_it_is_typed(officer: Officer) -> None:
    officer.clicks("newRuleButton")
    officer.fills(amount="68.50")

    told = "66 岁退休人员：每月 68.50 元；程序自带：每月 75.00 元"
    waiting.until(lambda: told in officer.sees("ruleForm"), told)
    officer.fills(amount="x")
    waiting.until(lambda: told not in officer.sees("ruleForm"), "no sample of nothing")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_rule_can_be_entered_and_changed(officer: Officer, kind: str) -> None:
    officer.clicks("newRuleButton")
    officer.chooses_in("kind", kind)
    officer.fills(**{**FROM_2025, **KINDS[kind]} if "amount" in KINDS[kind] else {})
    if "amount" not in KINDS[kind]:
        officer.fills(**{k: v for k, v in FROM_2025.items() if k != "amount"}, **KINDS[kind])
    officer.clicks("keepRuleButton")

    assert "已经存好" in officer.sees()
    officer.clicks("changeRule1")
    for name, text in KINDS[kind].items():
        typed = officer.find(object_name(name), QLineEdit).text()
        assert typed in (text, f"{text}.00")
    officer.clicks("keepRuleButton")
    assert "已经存好" in officer.sees()


def test_age_bands_and_deductions(officer: Officer) -> None:
    officer.clicks("newRuleButton")
    officer.chooses_in("method", "amount_by_age")
    officer.types("0", into="deskBand1A")
    officer.types("60", into="deskBand1B")
    officer.types("70", into="deskBand2A")
    officer.types("80", into="deskBand2B")
    officer.clicks("deskDeductionMore")
    officer.composes("大额互助", into="deskDeduction1A")
    officer.types("3", into="deskDeduction1B")
    officer.fills(**{name: text for name, text in FROM_2025.items() if name != "amount"})
    officer.clicks("keepRuleButton")
    officer.leaves()

    assert officer.answers("66") == "每月 57.00 元"
    officer.types("75", into="ageField")
    assert officer.reads("resultHeadline") == "每月 77.00 元"


def test_bands_that_do_not_begin_with_0_are_refused_there(officer: Officer) -> None:
    officer.clicks("newRuleButton")
    officer.chooses_in("method", "share_by_age")
    officer.types("60", into="deskBand1A")
    officer.types("2.8", into="deskBand1B")
    officer.clicks("keepRuleButton")

    assert "年龄段请从 0 岁写起" in officer.reads("deskBandError")
    officer.types("0", into="deskBand1A")
    assert officer.reads("deskBandError") == ""


@pytest.mark.screen
def test_nothing_typed_is_lost_by_one_esc(officer: Officer) -> None:
    officer.clicks("newRuleButton")
    officer.fills(amount="68.50")
    officer.presses(Qt.Key.Key_Escape)
    assert "还没有存" in officer.sees()
    assert officer.find("deskAmount", QLineEdit).text() == "68.50"
    officer.fills(amount="68.5")
    officer.presses(Qt.Key.Key_Escape)
    officer.presses(Qt.Key.Key_Escape)
    waiting.settled()

    assert officer.find("newRuleButton").isVisible()
    assert officer.find("deskSearch").isVisible()


@pytest.mark.screen
def test_a_question_is_left_with_esc(officer: Officer) -> None:
    officer.enters()
    officer.clicks("takeBackRule1")
    officer.presses(Qt.Key.Key_Escape)
    waiting.settled()

    assert officer.find("takeBackRule1").isVisible()
    officer.clicks("endRule1")
    officer.types("2024-01-01", into="askedLast")
    officer.clicks("askedButton")
    assert "停用的日子不能比开始的日子早" in officer.sees()
    officer.types("x", into="askedLast")
    officer.clicks("askedButton")
    assert officer.find("askedLast").isVisible()
    officer.clicks("askedLeaveButton")
    assert officer.find("endRule1").isVisible()


def test_one_click_confirms_again(officer: Officer) -> None:
    officer.clicks("confirmRule1")
    officer.clicks("askedButton")
    assert "请填写" in officer.sees("ruleCard1")
    officer.composes("电话核实", into="askedDocument")
    officer.composes("益阳市医疗保障局", into="askedIssuer")
    officer.clicks("askedButton")
    assert "已经记下今天核实过" in officer.sees()
    assert "2025 年 12 月 20 日核对" in officer.sees("ruleCard1")

    officer.clicks("confirmRule2")
    assert officer.find("askedDocument", QLineEdit).text() == "电话核实"
    officer.clicks("askedButton")
    assert "已经记下今天核实过" in officer.sees()


def test_what_lies_below_has_changed(officer: Officer, folders: Folders, start: Any) -> None:
    officer.enters()
    store = read_store(policy_files(folders.policy))

    def with_another_base(file: Any) -> Any:
        (base,) = file.bases
        return msgspec.structs.replace(file, bases=(msgspec.structs.replace(base, mark="x"),))

    OfficeRules(folders, "site", store).change(with_another_base)
    other = Officer(start())
    other.answers()
    assert "原来的规定已经变了，请复核" in other.sees("")
    other.at_desk()
    assert "原来的规定已经变了，请复核" in other.sees("ruleCard1")

    other.clicks("confirmRule1")
    other.composes("新文件", into="askedDocument")
    other.composes("益阳市医疗保障局", into="askedIssuer")
    other.clicks("askedButton")
    assert "请复核" not in other.sees("ruleCard1")


def test_who_may_not_write_for_all_is_told_and_keeps_it_for_himself(
    start: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_layer, "can_write", lambda _: False)
    officer = Officer(start()).at_desk("430900")

    assert "公用的文件夹您没有权限写" in officer.sees()
    officer.enters()
    assert "本单位维护（只有您自己用）" in officer.sees("ruleCard1")


@pytest.mark.parametrize(
    ("error", "told"), [(PermissionError, "您没有权限写"), (OSError, "没有存下来")]
)
def test_a_disk_that_does_not_take_it_loses_nothing(
    officer: Officer, monkeypatch: pytest.MonkeyPatch, error: type[OSError], told: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("yibao.system.storage.write_file", refuse)
    officer.enters()

    assert told in officer.sees()
    assert officer.find("deskAmount", QLineEdit).text() == "68.50"


def test_a_rule_that_somebody_else_took_back_is_said_to_be_gone(
    officer: Officer, start: Any
) -> None:
    officer.enters()
    other = Officer(start()).at_desk("430900")
    officer.clicks("takeBackRule1")
    officer.clicks("askedButton")
    other.clicks("takeBackRule1")
    other.clicks("askedButton")

    assert "这一条别人已经改过了" in other.sees()


def test_a_wrong_first_day_can_be_mended(officer: Officer) -> None:
    officer.enters(start="2025-02-01")
    officer.clicks("changeRule1")
    officer.fills(start="2024-02-01")
    officer.clicks("keepRuleButton")

    assert "2024 年 2 月 1 日起" in officer.sees("ruleCard1")
    assert "本单位维护" not in officer.sees("ruleCard2")


def test_what_somebody_else_took_back_is_not_changed_either(officer: Officer, start: Any) -> None:
    officer.enters()
    other = Officer(start()).at_desk("430900")
    officer.clicks("takeBackRule1")
    officer.clicks("askedButton")
    other.clicks("changeRule1")
    other.clicks("keepRuleButton")

    assert "这一条别人已经改过了" in other.sees()


def test_what_has_no_room_in_the_form_is_not_lost_unsaid(officer: Officer) -> None:
    officer.clicks("confirmRule1")
    officer.composes("电话核实", into="askedDocument")
    officer.composes("湖南省医疗保障局", into="askedIssuer")
    officer.clicks("askedButton")
    officer.clicks("changeRule1")

    assert "这一条里有表上填不下的内容" in officer.sees()


def test_there_is_nothing_to_export_and_nothing_is_sound_to_import(
    officer: Officer, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer.clicks("exportRulesButton")
    assert "没有可以导出的" in officer.sees()
    stick.write_text("{", "utf-8")
    officer.clicks("importRulesButton")
    assert "益阳.json" in officer.sees()
    officer.clicks("historyButton")
    assert "还没有改过什么" in officer.sees()
    officer.clicks("leaveHistoryButton")

    officer.enters()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    officer.clicks("exportRulesButton")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    officer.clicks("importRulesButton")
    assert officer.find("newRuleButton").isVisible()


def test_the_same_on_both_sides_is_nothing_to_import(officer: Officer, stick: Path) -> None:
    officer.enters()
    officer.clicks("exportRulesButton")
    officer.clicks("importRulesButton")

    assert "两边完全一样" in officer.sees("importList")
    officer.clicks("leaveImportButton")
    assert officer.find("newRuleButton").isVisible()


def test_it_begins_with_the_place_of_the_counter(start: Any) -> None:
    officer = Officer(start())
    officer.picks("430900")
    officer.types("66", into="ageField")
    officer.at_desk()
    assert officer.reads("deskChosen") == "湖南省益阳市"
    officer.enters()
    officer.leaves()

    assert officer.find("ageField", QLineEdit).text() == "66"
    assert officer.reads("resultHeadline") == "每月 68.50 元"


def form(officer: Officer) -> None:
    officer.clicks("newRuleButton")
    officer.chooses_in("method", "share_by_age")
    officer.clicks("deskDeductionMore")
    officer.clicks("keepRuleButton")


def question(officer: Officer) -> None:
    officer.enters()
    officer.clicks("confirmRule1")


def importing(officer: Officer) -> None:
    officer.enters()
    officer.clicks("exportRulesButton")
    officer.clicks("changeRule1")
    officer.fills(amount="70")
    officer.clicks("keepRuleButton")
    officer.clicks("importRulesButton")


STATES = {
    "list": lambda officer: None,
    "form": form,
    "question": question,
    "import": importing,
    "history": lambda officer: officer.clicks("historyButton"),
}


@pytest.fixture(params=STATES)
def at_work(officer: Officer, request: pytest.FixtureRequest, stick: Path) -> Officer:
    STATES[request.param](officer)
    waiting.rested(officer.window)
    return officer


@pytest.mark.screen
def test_everything_is_read_and_reached_by_keys(at_work: Officer) -> None:
    assert faults(at_work.window) == []
    assert ways_from(at_work.window) == focusable(at_work.window)


@pytest.mark.parametrize("size", ["standard", "elder"])
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_or_lies_over_another(
    start: Any, stick: Path, state: str, size: str
) -> None:
    officer = Officer(start())
    officer.counter._prefer("text_size", size)
    officer.sizes(1280, 720)
    STATES[state](officer.at_desk("430900"))
    officer.waits()

    assert troubles(officer.window) == []


@pytest.mark.screen
def test_it_is_entered_with_the_keyboard_alone(start: Any) -> None:
    officer = Officer(start()).at_desk("430900")
    officer.find("newRuleButton").setFocus()
    officer.presses(Qt.Key.Key_Space, "newRuleButton")
    waiting.settled()
    assert officer.find("deskKind", QComboBox).hasFocus()
    officer.fills(**FROM_2025)
    officer.find("keepRuleButton").setFocus()
    officer.presses(Qt.Key.Key_Space, "keepRuleButton")
    waiting.settled()

    assert "已经存好" in officer.sees()
    assert officer.find("newRuleButton").hasFocus()
    officer.presses(Qt.Key.Key_Escape)
    waiting.settled()
    assert officer.answers() == "每月 68.50 元"


def test_today_is_the_day_of_the_program(start: Any) -> None:
    officer = Officer(start(today=date(2026, 3, 1))).at_desk("430900")
    officer.enters(confirmed="2026-03-02")

    assert "还有 1 处要改" in officer.sees()
