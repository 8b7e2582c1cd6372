"""Nothing personal is written, and nothing of a visitor stays for the next one."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QWidget,
)
from tests.window import waiting
from tests.window.counter import counter_day

DAY = Path(counter_day.__file__)
PLANTED = [
    *counter_day.TYPED.values(),
    *counter_day.WRONG.values(),
    counter_day.SEARCHED,
    counter_day.SEARCHED_TOO,
    counter_day.ASKED_FOR,
    counter_day.OTHER_AVERAGE,
    "独孤奶奶",
]
AMOUNT = re.compile(r"\d+\.\d\d(?= 元)")


def spellings(value: str) -> Iterator[bytes]:
    """A value as it may stand in a file."""
    texts = {value, value.encode("unicode_escape").decode()}
    digits = re.sub(r"\D", "", value)
    if len(digits) >= 6:
        texts.add(digits)
    for text in texts:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
            yield text.encode(encoding)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a program of its own finds everything that belongs to its user."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def worked(home: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Two days at the counter: everything that was said, and the PDF that the clerk saved."""
    folders = {
        name: home / name
        for name in (
            "XDG_CONFIG_HOME",
            "XDG_STATE_HOME",
            "XDG_CACHE_HOME",
            "XDG_DATA_HOME",
            "XDG_RUNTIME_DIR",
            "TMPDIR",
        )
    }
    for folder in folders.values():
        folder.mkdir(mode=0o700)
    environment = {**os.environ, **{n: str(f) for n, f in folders.items()}, "HOME": str(home)}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    said = ""
    for day in ("monday", "tuesday"):
        pdf = tmp_path_factory.mktemp(day) / "独孤奶奶.pdf"
        run = subprocess.run(
            [sys.executable, str(DAY), str(pdf)],
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=10 * waiting.PATIENCE / 1000,
        )
        assert run.returncode == 0, run.stdout
        (home / f"said-{day}.err").write_text(run.stderr, "utf-8")
        said += run.stdout
    return said, pdf


@pytest.mark.xdist_group("two days")
def test_nothing_personal_is_in_any_file_that_was_written(
    home: Path, worked: tuple[str, Path]
) -> None:
    said, _ = worked
    personal = {*PLANTED, *AMOUNT.findall(said), f"{counter_day.AGE} 岁"}
    written = [path for path in home.rglob("*") if path.is_file()]
    names = {path.name for path in written}

    assert {"settings.json", "settings.json.bak", "yibao.log"} <= names
    assert len(AMOUNT.findall(said)) > 4
    found = [
        (path.name, value)
        for path in written
        for value in personal
        for spelling in spellings(value)
        if spelling in path.read_bytes() or value in str(path)
    ]
    assert found == []


@pytest.mark.xdist_group("two days")
def test_a_crash_is_logged_without_what_was_typed(home: Path, worked: tuple[str, Path]) -> None:
    (log,) = home.rglob("yibao.log")
    said, _ = worked

    assert "fail\nValueError" in log.read_text("utf-8")
    assert "ValueError" in said
    assert "cannot show" not in said


@pytest.mark.xdist_group("two days")
def test_a_handout_tells_no_age_unless_it_is_asked_for(worked: tuple[str, Path]) -> None:
    _, pdf = worked
    text = subprocess.run(
        ["pdftotext", str(pdf), "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout

    assert "自贡" in text
    assert counter_day.AGE not in text


@pytest.fixture
def full(person: Any) -> Any:
    """In the middle of a visit with everything filled in and everything open."""
    person.picks("510302")
    for name, text in (*counter_day.TYPED.items(), ("bornField", "1955-12-21")):
        person.composes(text, name)
    person.clicks("visitorViewButton")
    person.clicks("resultSourcesButton")
    person.clicks("compareButton")
    person.types("530302", "otherSearch")
    person.presses(Qt.Key.Key_Return, on="otherSearch")
    person.composes(counter_day.OTHER_AVERAGE, "otherAveragePensionField")
    person.clicks("copyButton")
    person.composes(counter_day.SEARCHED_TOO, "otherSearch")
    person.composes(counter_day.ASKED_FOR, "guideSearch")
    person.composes(counter_day.SEARCHED, "regionSearch")
    return person


Forget = Callable[[Any], None]


def by_the_clerk(person: Any) -> None:
    person.clicks("nextVisitorButton")


def by_the_time(person: Any) -> None:
    person.counter._idle.noticed.emit()


@pytest.mark.screen
@pytest.mark.parametrize("forget", [by_the_clerk, by_the_time])
def test_no_widget_shows_or_tells_anything_of_the_last_visitor(
    full: Any, forget: Forget, clipboard: Callable[[], str]
) -> None:
    answer = clipboard()
    full.clicks("visitorViewButton")
    assert any(told_by(widget) for widget in QApplication.allWidgets())
    forget(full)
    waiting.settled()

    left = [*PLANTED, *AMOUNT.findall(answer)]
    told = [
        (widget.objectName(), value)
        for widget in QApplication.allWidgets()
        for value in left
        if value in told_by(widget)
    ]
    assert told == []
    assert clipboard() == ""


def told_by(widget: QWidget) -> str:
    """Everything that a widget shows, or says to a screen reader."""
    own = ""
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        own = widget.text()
    if isinstance(widget, QComboBox):
        own = widget.currentText()
    return "\n".join(
        (own, widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    ).replace("\u00a0", " ")


@pytest.mark.screen
@pytest.mark.parametrize("forget", [by_the_clerk, by_the_time])
def test_nothing_typed_comes_back_with_ctrl_z(full: Any, forget: Forget) -> None:
    forget(full)
    full.counter._bar.undo.forget()
    waiting.settled()

    for editor in full.window.findChildren(QLineEdit):
        assert not editor.isUndoAvailable(), editor.objectName()
        QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert editor.text() == "", editor.objectName()


def test_nor_does_what_was_searched_before(person: Any) -> None:
    person.types("bjcy", into="regionSearch")
    person.presses(Qt.Key.Key_Return, on="regionSearch")

    assert not person.find("regionSearch", QLineEdit).isUndoAvailable()


@pytest.mark.screen
def test_what_was_marked_with_the_mouse_is_forgotten(person: Any) -> None:
    clipboard = QGuiApplication.clipboard()
    if not clipboard.supportsSelection():
        pytest.skip("no selection on this platform")
    person.picks("440305")
    headline = person.find("resultHeadline", QLabel)
    spot = headline.rect().center()
    QTest.mouseDClick(headline, Qt.MouseButton.LeftButton, pos=spot)
    marked = waiting.until(lambda: clipboard.text(QClipboard.Mode.Selection), "a marked word")
    assert marked in headline.text()

    person.clicks("nextVisitorButton")

    waiting.until(lambda: not clipboard.text(QClipboard.Mode.Selection), "nothing marked")


@pytest.mark.screen
def test_a_handout_that_lies_open_is_closed_with_what_is_open_in_it(person: Any) -> None:
    person.picks("440305")
    person.clicks("printButton")
    seen: list[type[QWidget]] = []

    def time_is_up(open_in_it: QWidget) -> None:
        seen.append(type(open_in_it))
        person.counter._idle.noticed.emit()

    with waiting.as_soon_as(QApplication.activeModalWidget, time_is_up):
        person.clicks("savePdfButton")

    assert seen == [QFileDialog]
    waiting.until(lambda: not person.window.findChild(QDialog, "handoutDialog"), "no handout")


@pytest.mark.screen
def test_the_idle_time_runs_while_the_settings_lie_open(
    person: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.picks("110105")
    person.chooses("settingsAction")
    monkeypatch.setattr("yibao.window.counter.idle.MINUTE", 50)
    person.counter._prefer("idle_minutes", 1)
    person.find("ageField", QLineEdit).setText("71")

    waiting.until(lambda: not person.find("ageField", QLineEdit).text(), "nobody's age")
