"""An office puts its own figure in, and everybody answers with it, until it is taken back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QComboBox
from tests.presenters.handout.test_handout import text_of
from tests.window.desk.officer import Officer

from yibao.system.folders import Folders


def handout(officer: Officer) -> str:
    """What a visitor would take home."""
    made: list[Any] = []
    officer.counter._page.print_asked.connect(lambda make, _: made.append(make))
    page = officer.counter._page
    page.print_asked.disconnect(officer.counter._over.print_handout)
    page.print_handout()
    return text_of(made[0](False))


def test_what_an_office_enters_is_answered(officer: Officer, start: Any) -> None:
    officer.enters()

    assert "已经存好" in officer.sees()
    assert "本单位维护（这台电脑上的人都用）" in officer.sees("ruleCard1")
    officer.leaves()
    assert officer.answers() == "每月 68.50 元"
    assert "益阳市的规定 · 本单位录入 · 2025 年 12 月 18 日核对 · 本单位维护" in officer.sees("")
    assert "程序自带的规定算出来是：每月 75.00 元" in officer.sees("")
    colleague = Officer(start())
    assert colleague.answers() == "每月 68.50 元"


def test_it_is_on_the_sheet_that_a_visitor_takes_home(officer: Officer) -> None:
    officer.enters()
    officer.leaves()
    officer.answers()

    told = handout(officer)
    for said in ("每月 68.50 元", "本单位维护", "关于划入标准的通知", "程序自带的规定算出来是"):
        assert said in told


def test_it_is_ended_and_taken_back(officer: Officer) -> None:
    officer.enters()
    officer.clicks("endRule1")
    officer.types("2025-11-30", into="askedLast")
    officer.clicks("askedButton")
    assert "已经停用" in officer.sees()
    officer.leaves()
    assert officer.answers() == "每月 75.00 元"

    officer.at_desk()
    officer.clicks("takeBackRule1")
    officer.clicks("askedButton")
    assert "本单位维护" not in officer.sees()
    officer.clicks("historyButton")
    history = officer.sees()
    assert [word for word in ("撤回", "到期停用", "录入") if word in history] == [
        "撤回",
        "到期停用",
        "录入",
    ]


def test_it_goes_to_another_computer_by_a_file(
    officer: Officer, elsewhere: Callable[[], Officer], stick: Path
) -> None:
    officer.enters()
    officer.clicks("exportRulesButton")
    assert "已经存好" in officer.sees()
    other = elsewhere().at_desk()
    other.clicks("importRulesButton")

    assert "66 岁退休人员：原来 每月 75.00 元，导入后 每月 68.50 元" in other.sees("importList")
    other.clicks("importButton")
    other.leaves()
    assert other.answers() == "每月 68.50 元"


def test_what_differs_is_decided_one_by_one(
    officer: Officer, elsewhere: Callable[[], Officer], stick: Path
) -> None:
    officer.enters()
    officer.clicks("exportRulesButton")
    other = elsewhere().at_desk("430900")
    other.enters(amount="70")
    other.clicks("importRulesButton")
    other.clicks("importButton")
    assert "还有 1 处没有选用哪一个" in other.sees()

    (choice,) = other.find("importList").findChildren(QComboBox)
    choice.setCurrentIndex(choice.findData("theirs"))
    other.clicks("importButton")
    other.leaves()
    assert other.answers() == "每月 68.50 元"


def test_the_user_s_own_lie_over_those_of_the_computer(officer: Officer, start: Any) -> None:
    officer.enters()
    officer.chooses_in("place", "user")
    officer.enters(amount="70")
    officer.leaves()

    assert officer.answers() == "每月 70.00 元"


def test_a_second_program_s_change_comes_with_the_next_visitor(
    officer: Officer, start: Any, folders: Folders
) -> None:
    colleague = Officer(start())
    assert colleague.answers() == "每月 75.00 元"
    officer.enters()

    colleague.types("67", into="ageField")
    assert colleague.reads("resultHeadline") == "每月 75.00 元"
    colleague.clicks("nextVisitorButton")
    assert colleague.answers() == "每月 68.50 元"
