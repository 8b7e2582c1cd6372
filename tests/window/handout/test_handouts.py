"""Handouts: on every paper, with everything on it, and told where they cannot be made."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPagedPaintDevice, QPdfWriter
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from yibao.presenters.notices import SITE
from yibao.window.handout import handout_dialog
from yibao.window.kit import look
from yibao.window.kit.palettes import PALETTES


class Sheet:
    """The print dialog, and somebody before it."""

    def __init__(self, person: Any) -> None:
        self.dialog: QDialog = person.window.findChild(QDialog, "handoutDialog")
        assert self.dialog.isVisible()

    def find(self, name: str, kind: Any) -> Any:
        return self.dialog.findChild(kind, name)

    def chooses(self, paper: str) -> None:
        box = self.find("paperChoice", QComboBox)
        box.setCurrentIndex(box.findData(paper))

    def ticks(self, name: str) -> None:
        self.find(name, QCheckBox).click()

    def presses(self, name: str) -> None:
        self.find(name, QPushButton).click()

    @property
    def notice(self) -> str:
        return self.find("handoutNotice", QLabel).text()


@pytest.fixture
def printing(person: Any) -> Sheet:
    """A visitor of 71 from Beijing, about to get a sheet."""
    person.picks("110105")
    person.types("71", into="ageField")
    person.clicks("printButton")
    return Sheet(person)


@pytest.fixture
def saves(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[Sheet], Path]:
    """Saves the sheet as a PDF, as if its name had been typed without an ending."""
    target = tmp_path / "给来访者"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    def save(sheet: Sheet) -> Path:
        sheet.presses("savePdfButton")
        return target.with_suffix(".pdf")

    return save


def text_of(pdf: Path) -> str:
    read = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True)
    return re.sub(r"\s+", "", read.stdout.decode())


def pages_of(pdf: Path) -> str:
    return subprocess.run(["pdfinfo", pdf], capture_output=True, check=True, text=True).stdout


def test_it_is_black_on_white_in_every_theme(printing: Sheet) -> None:
    def looks() -> bytes:
        picture = printing.dialog._document.picture(0, 1)
        return bytes(picture.constBits())

    pictures = set[bytes]()
    for colours in PALETTES.values():
        QApplication.setPalette(look._palette(colours))
        pictures.add(looks())

    assert len(pictures) == 1


def test_the_keyboard_begins_with_the_paper(printing: Sheet, qtbot: QtBot) -> None:
    printing.dialog.activateWindow()
    paper = printing.find("paperChoice", QComboBox)
    qtbot.waitUntil(paper.hasFocus)

    QTest.keyClick(paper, Qt.Key.Key_Down)
    assert paper.currentData() == "a5"


def test_everything_in_it_has_a_key_of_its_own(printing: Sheet) -> None:
    labels = [printing.find(f"{n}", QPushButton) for n in ("startPrintButton", "savePdfButton")]
    labels += [printing.find(n, QCheckBox) for n in ("largeTypeChoice", "withAgeChoice")]
    labels += [label for label in printing.dialog.findChildren(QLabel) if label.buddy()]
    letters = [label.text().partition("(&")[2][:1] for label in labels]

    assert all(letters)
    assert len(letters) == len(set(letters)) == 5


@pytest.mark.parametrize("paper", ["a4", "a5", "roll"])
def test_everything_on_it_can_be_searched_and_copied(
    printing: Sheet, saves: Callable[[Sheet], Path], paper: str
) -> None:
    printing.chooses(paper)
    pdf = saves(printing)

    text = text_of(pdf)
    for told in (
        "北京市朝阳区", "退休人员", "每月107.00元", "110.00元−3.00元=107.00元", "社保网",
        "2026年2月1日核对", "来源没有写从哪一天起执行",
        "仅供参考，以当地医保部门为准（12393）。", "查询日期：2025年12月20日",
    ):  # fmt: skip
        assert told in text, told
    assert "71岁" not in text
    assert not re.search("[\u2e80-\u2fdf\uf900-\ufaff]", text)
    assert "已经存好：给来访者.pdf" in printing.notice


@pytest.mark.parametrize(
    ("paper", "size"), [("a4", (595, 842)), ("a5", (420, 595)), ("roll", (227, None))]
)
def test_it_is_as_large_as_its_paper(
    printing: Sheet, saves: Callable[[Sheet], Path], paper: str, size: tuple[int, int | None]
) -> None:
    printing.chooses(paper)

    told = pages_of(saves(printing))

    found = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", told)
    assert found
    assert "Pages:           1" in told
    assert abs(float(found[1]) - size[0]) < 1
    assert size[1] is None or abs(float(found[2]) - size[1]) < 1


@pytest.mark.parametrize("paper", ["a4", "a5", "roll"])
def test_a_telephone_reads_its_code(
    printing: Sheet, saves: Callable[[Sheet], Path], tmp_path: Path, paper: str
) -> None:
    printing.chooses(paper)
    picture = tmp_path / "page"
    subprocess.run(["pdftoppm", "-r", "150", "-png", saves(printing), picture], check=True)

    (page,) = tmp_path.glob("page*.png")
    read = subprocess.run(["zbarimg", "-q", "--raw", page], capture_output=True, text=True)
    assert read.stdout.strip() == SITE


def test_an_age_is_on_it_only_where_that_is_ticked(
    printing: Sheet, saves: Callable[[Sheet], Path]
) -> None:
    printing.ticks("withAgeChoice")

    assert "退休人员·71岁" in text_of(saves(printing))


def test_large_type_is_larger_in_the_preview_and_on_paper(
    printing: Sheet, saves: Callable[[Sheet], Path]
) -> None:
    printing.chooses("roll")
    before = printing.find("page1", QLabel).pixmap().height()

    printing.ticks("largeTypeChoice")

    assert printing.find("page1", QLabel).pixmap().height() > before
    assert "每月107.00元" in text_of(saves(printing))


def test_a_long_answer_goes_on_to_another_page(person: Any, saves: Callable[[Sheet], Path]) -> None:
    person.picks("210102")
    status = person.find("statusChoice", QComboBox)
    status.setCurrentIndex(status.findData("in_service"))
    for text, field in (("1970-06", "bornField"), ("6000", "baseField"), ("20", "paidYearsField")):
        person.types(text, into=field)
    sex = person.find("sexChoice", QComboBox)
    sex.setCurrentIndex(sex.findData("male"))
    person.clicks("printButton")
    sheet = Sheet(person)
    sheet.chooses("a5")
    sheet.ticks("largeTypeChoice")

    assert "Pages:           1\n" not in pages_of(saves(sheet))
    assert sheet.find("page2", QLabel) is not None


def test_a_pdf_that_is_replaced_leaves_no_copy_of_the_one_before(
    printing: Sheet, saves: Callable[[Sheet], Path]
) -> None:
    saves(printing)
    pdf = saves(printing)

    assert [path.name for path in pdf.parent.glob("给来访者*")] == [pdf.name]


def test_a_disk_that_does_not_take_it_is_told(
    printing: Sheet, saves: Callable[[Sheet], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError

    monkeypatch.setattr("yibao.system.files.os.fsync", full)

    pdf = saves(printing)

    assert not pdf.exists()
    assert "没有存下来" in printing.notice


def test_leaving_the_file_dialog_changes_nothing(
    printing: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))

    printing.presses("savePdfButton")

    assert printing.notice == ""


def test_without_a_printer_the_pdf_is_offered(
    printing: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)

    printing.presses("startPrintButton")

    assert "没有装打印机" in printing.notice
    assert printing.dialog.focusWidget() is printing.find("savePdfButton", QPushButton)


class Printer(QPdfWriter):
    """A printer that writes on a file, and may fail at its second page."""

    def __init__(self, path: Path, pages: int) -> None:
        super().__init__(str(path))
        self._left = pages

    def newPage(self) -> bool:  # noqa: N802 - Qt's name
        self._left -= 1
        return self._left > 0 and super().newPage()


def use(monkeypatch: pytest.MonkeyPatch, printer: QPagedPaintDevice | None) -> None:
    monkeypatch.setattr(handout_dialog, "ask_for_printer", lambda _: printer)


def test_it_is_printed(printing: Sheet, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    use(monkeypatch, Printer(tmp_path / "paper.pdf", pages=1))

    printing.presses("startPrintButton")

    assert "已经送去打印" in printing.notice
    assert "每月107.00元" in text_of(tmp_path / "paper.pdf")


@pytest.mark.qt_log_ignore("Returned false", "does not support")
@pytest.mark.parametrize("pages", [0, 1])
def test_a_printer_that_fails_is_told_and_the_pdf_offered(
    printing: Sheet, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pages: int
) -> None:
    """One that does not even begin (a folder that is not there), and one that stops in between."""
    there = tmp_path if pages else tmp_path / "gone"
    use(monkeypatch, Printer(there / "paper.pdf", pages=pages))
    printing.chooses("a5")
    printing.ticks("largeTypeChoice")

    printing.presses("startPrintButton")

    assert "没有打印出来" in printing.notice
    assert printing.dialog.focusWidget() is printing.find("savePdfButton", QPushButton)


def test_leaving_the_printer_dialog_changes_nothing(
    printing: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, None)

    printing.presses("startPrintButton")

    assert printing.notice == ""


def test_without_an_answer_there_is_nothing_to_print(person: Any) -> None:
    person.counter.print_handout()

    assert person.window.findChild(QDialog, "handoutDialog") is None


def test_it_goes_with_its_visitor(person: Any, printing: Sheet, qtbot: QtBot) -> None:
    person.counter.next_visitor()

    qtbot.waitUntil(lambda: person.window.findChild(QDialog, "handoutDialog") is None)


def test_esc_closes_it_and_forgets_nobody(person: Any, printing: Sheet, qtbot: QtBot) -> None:
    QTest.keyClick(printing.dialog, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: person.window.findChild(QDialog, "handoutDialog") is None)
    assert person.reads("resultHeadline") == "每月 107.00 元"


def test_it_fits_on_the_smallest_screen(person: Any) -> None:
    person.window.resize(QSize(640, 360))
    person.picks("110105")
    person.types("71", into="ageField")
    person.clicks("printButton")

    dialog = Sheet(person).dialog
    assert dialog.width() <= 640
    assert dialog.height() <= 360
